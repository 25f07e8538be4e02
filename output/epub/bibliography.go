package epub

import (
	"publish/book"
	"publish/book/terms"
)

// bibliography returns the documents of the works that the chapters recommend and of
// those that their notes cite; none if there are none.
func (e *edition) bibliography() []*document {
	docs := e.works(e.Bibliography, worksList{"bibliography", e.terms.Word(terms.Bibliography), terms.RecommendedIn, book.BibliographySection, landmarkBibliography})
	cited := worksList{"works-cited", e.terms.Word(terms.WorksCited), terms.CitedIn, book.CitedSection, landmarkBibliography}
	if len(docs) > 0 {
		cited.part = ""
	}
	return append(docs, e.works(e.Cited, cited)...)
}

// worksList is what tells one list of works from another.
type worksList struct {
	name, title string
	in          terms.Key // what is said of the chapters of an entry
	section     book.Section
	part        landmark
}

// works returns the documents of a list of works.
func (e *edition) works(list *book.Bibliography, as worksList) []*document {
	if list == nil || len(list.Entries) == 0 {
		return nil
	}
	pieces := make([]piece, len(list.Entries))
	for i, entry := range list.Entries {
		e.work(&pieces[i].markup, entry, as.in)
	}
	var docs []*document
	for i, portion := range portions(pieces, limit) {
		d := e.apparatus(as.name, as.title, i, as.part)
		d.open("bibliography", "doc-bibliography", "", titleID)
		e.pageBreaks(&d.markup, as.section, betweenBlocks)
		d.heading()
		d.raw("<ul class=\"works\">\n")
		for j := range portion {
			d.add(&portion[j].markup)
		}
		d.raw("</ul>\n")
		d.close()
		docs = append(docs, d)
	}
	e.enter(docs[0], "", plainText(as.title))
	return docs
}

// apparatus returns an empty document of the back matter, the i-th of its kind.
func (e *edition) apparatus(name, title string, i int, part landmark) *document {
	d := &document{name: e.names.take(name, ".xhtml"), title: title, matter: "backmatter"}
	if i == 0 {
		d.part = part
	} else {
		d.title += " (" + e.terms.Word(terms.Continued) + ")"
	}
	return d
}

// heading writes the document's title as its only heading of the first level.
func (d *document) heading() {
	d.raw(`<h1 id="` + titleID + `">`)
	d.text(d.title)
	d.raw("</h1>\n")
}

// work writes one entry and the chapters that recommend or cite it.
func (e *edition) work(m *markup, entry *book.Entry, in terms.Key) {
	m.raw(`<li`)
	m.id(entry.ID)
	m.raw(`>`)
	e.inlines(m, entry.Text)
	if len(entry.In) > 0 {
		m.raw("\n" + `<span class="recommended">`)
		before, after := e.terms.Around(in, "chapters")
		m.text(before)
		for i, c := range entry.In {
			if i > 0 {
				m.raw("; ")
			}
			e.chapterLink(m, c, entry.Pos)
		}
		m.text(after)
		m.raw(`</span>`)
	}
	m.raw("</li>\n")
}

// chapterLink writes a chapter's title as a link to it.
func (e *edition) chapterLink(m *markup, c *book.Chapter, pos book.Pos) {
	m.raw(`<a`)
	m.href(c.ID, pos)
	m.raw(`>`)
	e.flat(m, c.Title)
	m.raw(`</a>`)
}
