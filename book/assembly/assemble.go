package assembly

import (
	"strconv"

	"publish/book"
)

// Assemble makes one book of many articles: it finds the article of each chapter
// that the manifest names, takes See Also and reading lists out of them, gives
// every place an ID, resolves the links between them and numbers the notes.
//
// The articles may be all of the wiki; those that no chapter takes are needed for
// their redirects and titles only, and may lack their blocks. Pictures holds the
// pictures that could be loaded, by name; a picture that is not among them is
// reported and left out; one that is nil has been reported, and is left out.
//
// Assemble keeps to its arguments: no node of an article is changed, and the same
// arguments give the same book and messages. The book is whole but for what three
// packages finish, in this order, each in the book itself: citation.Gather
// understands, merges and sorts the entries of the bibliography, which stand here as
// the articles have them; index.Build makes the index and puts its anchors into the
// text; typography.Set gives every text its quotation marks and dashes.
func Assemble(m *book.Manifest, articles []*book.Article, pictures map[string]*book.Picture) (*book.Book, book.Diags) {
	r := &resolver{catalogue: newCatalogue(articles), manifest: m, taken: map[*book.Article]*draft{}}
	b := &book.Book{Meta: m.Meta, NotePlace: m.Notes.Place, InsideLinks: m.Links.Inside, Typography: m.Typography, Study: m.Study.StudyAids}
	drafts := bind(b, r)
	b.AddressCodes = m.Links.Codes
	ids := idents{}
	for _, d := range drafts {
		d.entitle(ids)
	}
	for i, p := range b.Parts {
		if p.Title != "" {
			p.Number, p.ID = i+1, ids.take("part-"+book.Slug(p.Title))
		}
	}
	asked := askQuestions(m, drafts)
	side(drafts, func(d *draft) { d.cut(m, pictures) })
	for _, d := range drafts {
		d.identify(ids)
	}
	x := &linker{catalogue: r.catalogue, likeness: newLikeness(r.names), drafts: r.taken, spec: m.Links, source: m.Meta.Source}
	side(drafts, func(d *draft) { d.write(x, pictures) })
	numberNotes(drafts, ids, m.Notes.Numbering)

	diags := append(r.diags, asked...)
	for _, d := range drafts {
		diags = append(diags, d.diags...)
		b.Dropped = append(b.Dropped, d.article.Dropped...)
		b.Dropped = append(b.Dropped, d.dropped...)
	}
	b.Topics, b.Mentions = topics(drafts, r)
	b.Sources = sources(drafts, m)
	b.Pictures = shown(drafts, pictures)
	b.Bibliography = gather(drafts, m, ids)
	diags = append(diags, checkCited(b, m.Pack != nil)...)
	reportDuplicates(drafts, &diags)
	reportTitles(drafts, &diags)
	diags.Sort()
	return b, diags
}

// bind finds the chapters of the book, puts them in their places and numbers those of the
// body. It returns their drafts in reading order.
func bind(b *book.Book, r *resolver) []*draft {
	front := r.chapters(r.manifest.Front)
	b.Front = chaptersOf(front)
	drafts := append(front, bindBody(b, r)...)
	back := r.chapters(r.manifest.Back)
	b.Back = chaptersOf(back)
	return append(drafts, back...)
}

// bindBody finds the numbered chapters: all, or those that are chosen.
func bindBody(b *book.Book, r *resolver) []*draft {
	if pack := r.manifest.Pack; pack != nil {
		drafts := r.chosen(pack.Chapters)
		b.Parts = []*book.Part{{Pos: book.Pos{File: r.manifest.File}, Chapters: chaptersOf(drafts)}}
		return drafts
	}
	var drafts []*draft
	for _, spec := range r.manifest.Parts {
		body := r.chapters(spec.Chapters)
		for i, d := range body {
			d.Number = len(drafts) + i + 1
		}
		b.Parts = append(b.Parts, &book.Part{Pos: spec.Pos, Title: spec.Title, Chapters: chaptersOf(body)})
		drafts = append(drafts, body...)
	}
	return drafts
}

// gather makes one list of all reading lists, in reading order and as the articles
// have them.
func gather(drafts []*draft, m *book.Manifest, ids idents) *book.Bibliography {
	if m.Bibliography.Omit {
		return nil
	}
	list := &book.Bibliography{}
	for _, d := range drafts {
		for _, r := range d.readings {
			list.Entries = append(list.Entries, &book.Entry{
				Pos: r.Pos, ID: ids.take("work-" + strconv.Itoa(len(list.Entries)+1)), Section: r.section,
				Text: r.inlines, Sort: book.PlainText(r.inlines), In: []*book.Chapter{d.Chapter},
			})
		}
	}
	if len(list.Entries) == 0 {
		return nil
	}
	return list
}

func chaptersOf(drafts []*draft) []*book.Chapter {
	var chapters []*book.Chapter
	for _, d := range drafts {
		chapters = append(chapters, d.Chapter)
	}
	return chapters
}

// sources lists where the chapters came from.
func sources(drafts []*draft, m *book.Manifest) []book.Source {
	var list []book.Source
	for _, d := range drafts {
		if d.Article == "" {
			continue
		}
		title := d.article.Title
		list = append(list, book.Source{Chapter: d.Chapter, Title: title, URL: pageURL(m.Meta.Source, title)})
	}
	return list
}
