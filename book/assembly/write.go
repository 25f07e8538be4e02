package assembly

import (
	"strings"

	"publish/book"
)

// writer turns the inlines of an article into those of a chapter: links resolved,
// calls of notes tied to their notes. It visits them in reading order.
type writer struct {
	*linker
	draft    *draft
	defs     map[string]*book.NoteDef
	notes    map[string]*book.Note // by label
	calls    map[*book.Note][]*book.NoteRef
	pending  []pendingNote
	pictures map[string]*book.Picture
	reported map[string]bool // targets that are missing
	noted    map[string]bool // addresses that have a note

	note   *book.Note // that is being written, nil in the chapter's text
	linked bool       // inside a link or heading, where no link may stand
	asking bool       // among questions, which may lead to paragraphs by their numbers
	silent bool       // in a reading list: mentions are of no use to the index
}

// pendingNote is a note that was called and is still to be written.
type pendingNote struct {
	note   *book.Note
	blocks []book.Block
}

// write resolves everything in the draft's chapter.
func (d *draft) write(x *linker, pictures map[string]*book.Picture) {
	w := &writer{
		linker: x, draft: d, pictures: pictures,
		defs: map[string]*book.NoteDef{}, notes: map[string]*book.Note{}, calls: map[*book.Note][]*book.NoteRef{},
		reported: map[string]bool{}, noted: map[string]bool{},
	}
	for _, def := range d.article.Notes {
		if w.defs[def.Label] == nil {
			w.defs[def.Label] = def
		}
	}
	d.Blocks = w.blocks(d.Blocks)
	w.writeNotes()
	w.writeReadings()
	w.writeQuestions()
	d.SeeAlso = w.seeAlso()
	d.calls = w.calls
	d.dropUncalled(w.notes)
	d.Words = countWords(d.Blocks)
	d.shingles = shingles(d.Blocks)
}

func (w *writer) blocks(blocks []book.Block) []book.Block {
	out := make([]book.Block, 0, len(blocks))
	for _, b := range blocks {
		if h, ok := b.(*book.Heading); ok {
			out = append(out, &book.Heading{Pos: h.Pos, Level: h.Level, ID: h.ID, Inlines: w.flat(h.Inlines)})
			continue
		}
		out = append(out, book.MapBlock(b, w.inlines, w.blocks))
	}
	return out
}

// flat writes inlines among which no link may stand.
func (w *writer) flat(inlines []book.Inline) []book.Inline {
	before := w.linked
	w.linked = true
	defer func() { w.linked = before }()
	return w.inlines(inlines)
}

func (w *writer) inlines(list []book.Inline) []book.Inline {
	if list == nil {
		return nil
	}
	out := make([]book.Inline, 0, len(list))
	for _, in := range list {
		switch in := in.(type) {
		case *book.Text:
			text := *in
			out = append(out, &text)
		case *book.WikiLink:
			out = append(out, w.wikiLink(in)...)
		case *book.Link:
			out = append(out, w.webLink(in)...)
		case *book.NoteRef:
			if call := w.call(in); call != nil {
				out = append(out, call)
			}
		case *book.Image:
			if w.pictures[in.Source] != nil {
				out = append(out, in)
			} else {
				w.draft.missing(in.Pos, in.Source, w.pictures)
				w.draft.drop(in.Pos, book.DropPicture, in.Alt)
			}
		case *book.Anchor: // the places that links may lead to have their own IDs
		default:
			if inner := book.Children(in); inner != nil {
				in = book.WithChildren(in, w.inlines(inner))
			}
			out = append(out, in)
		}
	}
	return out
}

// webLink writes a link to the web: with a note of its address if links get one and its
// words do not say it.
func (w *writer) webLink(link *book.Link) []book.Inline {
	if w.linked {
		return w.inlines(link.Inlines)
	}
	out := []book.Inline{book.WithChildren(link, w.flat(link.Inlines))}
	if w.spec.Outside == book.OutsideNote && !link.Bare {
		out = append(out, w.addressNote(link.Pos, link.URL)...)
	}
	return out
}

// wikiLink resolves a link of the wiki: a reference when it leads to another place
// of the book, else its words.
func (w *writer) wikiLink(link *book.WikiLink) []book.Inline {
	words := w.flat(link.Inlines)
	if w.asking && link.Target == "" && strings.Contains(link.Fragment, ".") {
		return []book.Inline{&book.CrossRef{Pos: link.Pos, Target: book.ParagraphNumber(link.Fragment).ID(), Inlines: words}}
	}
	if link.Target == "" {
		return w.refer(link, w.draft, words)
	}
	if isNamespace(link.Target) {
		return words
	}
	to := w.lead(link.Target, &w.draft.diags)
	w.mention(link, to, words)
	switch {
	case to.draft != nil:
		return w.refer(link, to.draft, words)
	case to.article == nil:
		w.missing(link, to)
	case w.spec.Outside == book.OutsideNote:
		return append(words, w.addressNote(link.Pos, pageURL(w.source, to.title))...)
	case w.spec.Outside == book.OutsideList && w.source != "" && !w.linked && len(words) > 0:
		return []book.Inline{&book.Link{Pos: link.Pos, URL: pageURL(w.source, to.title), Inlines: words}}
	}
	return words
}

// missing reports the first link of a chapter that leads to an article which the
// wiki does not have. What is wrong with a redirect has been told.
func (w *writer) missing(link *book.WikiLink, to destination) {
	if to.stuck || w.reported[to.title] {
		return
	}
	w.reported[to.title] = true
	d := w.draft.diags.Add(book.LinkMissing, link.Pos, "no article named %q", to.title)
	if near := w.likeness.like(to.title); near != "" {
		d.Hint("there is %q", near)
	}
}

// refer returns a reference to a chapter or its section. A link of a chapter to
// itself says nothing and stays plain.
func (w *writer) refer(link *book.WikiLink, to *draft, words []book.Inline) []book.Inline {
	target := to.ID
	if link.Fragment != "" {
		if id, ok := to.section(link.Fragment); ok {
			target = id
		} else {
			d := w.draft.diags.Add(book.LinkSection, link.Pos, "no section %q in %q", link.Fragment, book.PlainText(to.Title))
			for _, near := range book.Nearest(link.Fragment, to.headings, 1) {
				d.Hint("there is %q", near)
			}
		}
	}
	if w.linked || target == w.draft.ID || len(words) == 0 {
		return words
	}
	return []book.Inline{&book.CrossRef{Pos: link.Pos, Target: target, Inlines: words}}
}

// mention notes down that the text names a topic here.
func (w *writer) mention(link *book.WikiLink, to destination, words []book.Inline) {
	if w.silent || len(words) == 0 || to.draft == w.draft {
		return
	}
	w.draft.mentions = append(w.draft.mentions, book.Mention{
		Pos: link.Pos, Chapter: w.draft.Chapter, Note: w.note,
		At: words[0], Words: book.PlainText(words), Name: book.WikiTitle(link.Target),
	})
	w.draft.targets = append(w.draft.targets, to)
}

// writeReadings resolves the links in the reading lists.
func (w *writer) writeReadings() {
	w.silent = true
	for i := range w.draft.readings {
		r := &w.draft.readings[i]
		r.inlines = w.inlines(r.inlines)
	}
	w.silent = false
}

// seeAlso resolves the See Also list. What leads out of the book, or to this very
// chapter, is dropped.
func (w *writer) seeAlso() []*book.CrossRef {
	var refs []*book.CrossRef
	seen := map[string]bool{w.draft.ID: true}
	for _, link := range w.draft.related {
		words := strings.TrimSpace(book.PlainText(link.Inlines))
		to := destination{}
		if link.Target != "" && !isNamespace(link.Target) {
			to = w.lead(link.Target, &w.draft.diags)
		}
		if to.draft == nil || seen[to.draft.ID] {
			w.draft.drop(link.Pos, book.DropSeeAlso, words)
			continue
		}
		seen[to.draft.ID] = true
		refs = append(refs, &book.CrossRef{Pos: link.Pos, Target: to.draft.ID, Inlines: w.flat(link.Inlines)})
	}
	return refs
}
