package epub

import (
	"strconv"

	"publish/book"
	"publish/book/terms"
)

// mostNotes is the greatest number of notes in one document; some devices fail
// to open pop-ups in longer ones.
const mostNotes = 500

// notesInChapters reports whether each chapter keeps its own notes. A book
// without pages has no foot of the page.
func (e *edition) notesInChapters() bool { return e.NotePlace != book.NotesBook }

// endnotes returns the documents that hold the notes of the whole book, grouped
// by chapter; none if the book has no notes.
func (e *edition) endnotes() []*document {
	if e.notesInChapters() {
		return nil
	}
	var docs []*document
	var d *document
	count := 0
	for _, c := range e.Chapters() {
		for from := 0; from < len(c.Notes); {
			if d == nil || count >= mostNotes || d.size() > limit {
				d = e.notesDocument(d)
				docs = append(docs, d)
				count = 0
			}
			n := e.noteGroup(d, c, from, mostNotes-count)
			from, count = from+n, count+n
		}
	}
	if d != nil {
		d.close()
		e.enter(docs[0], "", plainText(e.terms.Word(terms.Notes)))
	}
	return docs
}

// notesDocument closes the last document of notes, if any, and opens the next.
func (e *edition) notesDocument(last *document) *document {
	title := e.terms.Word(terms.Notes)
	d := &document{name: e.names.take("endnotes", ".xhtml"), matter: "backmatter"}
	if last == nil {
		d.part = landmarkNotes
	} else {
		last.close()
		title += " (" + e.terms.Word(terms.Continued) + ")"
	}
	d.title = title
	d.open("endnotes footnotes", "doc-endnotes", "", titleID)
	e.pageBreaks(&d.markup, book.NotesSection, betweenBlocks)
	d.raw(`<h1 id="` + titleID + `">`)
	d.text(title)
	d.raw("</h1>\n")
	return d
}

// noteGroup writes notes of one chapter, from the given one on, under the
// chapter's title, and returns how many it wrote: most at most, fewer when the
// document is full.
func (e *edition) noteGroup(d *document, c *book.Chapter, from, most int) int {
	e.pageBreaks(&d.markup, c.Notes[from], betweenBlocks)
	d.raw(`<h2><a`)
	d.href(c.ID, c.Pos)
	d.raw(`>`)
	d.text(label(c.Number))
	e.flat(&d.markup, c.Title)
	d.raw(`</a>`)
	if from > 0 {
		d.text(" (" + e.terms.Word(terms.Continued) + ")")
	}
	d.raw("</h2>\n")
	n := 0
	startNotes(&d.markup, c.Notes[from])
	for n < most && from+n < len(c.Notes) && (n == 0 || d.size() <= limit) {
		e.note(&d.markup, c, c.Notes[from+n])
		n++
	}
	d.raw("</ol>\n")
	return n
}

func startNotes(m *markup, first *book.Note) {
	m.raw(`<ol class="notes"`)
	if first.Number != 1 {
		m.attr("start", strconv.Itoa(first.Number))
	}
	m.raw(">\n")
}

// chapterNotes returns the notes of a chapter that keeps its own, as pieces that
// stand after its text.
func (e *edition) chapterNotes(c *book.Chapter) []piece {
	var pieces []piece
	for from := 0; from < len(c.Notes); {
		p := piece{opening: true}
		if from == 0 {
			p.raw(`<section class="endnotes" epub:type="endnotes footnotes" role="doc-endnotes" aria-labelledby="_notes">` + "\n")
			e.pageBreaks(&p.markup, c.Notes[0], betweenBlocks)
			p.raw(`<h2 id="_notes">`)
			p.text(e.terms.Word(terms.Notes))
			p.raw("</h2>\n")
		} else {
			p.raw(`<section class="endnotes" epub:type="endnotes footnotes" role="doc-endnotes"`)
			p.attr("aria-label", e.terms.Word(terms.Notes)+" ("+e.terms.Word(terms.Continued)+")")
			p.raw(">\n")
		}
		startNotes(&p.markup, c.Notes[from])
		for n := 0; n < mostNotes && from < len(c.Notes) && p.size() <= limit; n++ {
			e.note(&p.markup, c, c.Notes[from])
			p.notes++
			from++
		}
		p.raw("</ol>\n</section>\n")
		pieces = append(pieces, p)
	}
	return pieces
}

// note writes one note. The ID belongs to the list item, where Kobo looks for it;
// footnote beside endnote gives Apple's pop-ups. Links back to the calls end the
// last paragraph.
func (e *edition) note(m *markup, c *book.Chapter, n *book.Note) {
	m.raw(`<li`)
	m.id(n.ID)
	m.raw(` epub:type="endnote footnote">`)
	last := len(n.Blocks) - 1
	for i, b := range n.Blocks {
		p, ok := b.(*book.Paragraph)
		if !ok {
			e.block(m, b)
			continue
		}
		m.raw(`<p`)
		e.direct(m, p.Inlines)
		m.raw(`>`)
		e.inlines(m, p.Inlines)
		if i == last {
			e.backlinks(m, c, n)
		}
		m.raw("</p>\n")
	}
	if !endsInParagraph(n.Blocks) {
		m.raw(`<p>`)
		e.backlinks(m, c, n)
		m.raw("</p>\n")
	}
	m.raw("</li>\n")
}

func endsInParagraph(blocks []book.Block) bool {
	if len(blocks) == 0 {
		return false
	}
	_, ok := blocks[len(blocks)-1].(*book.Paragraph)
	return ok
}

// backlinks writes a link to every call of a note.
func (e *edition) backlinks(m *markup, c *book.Chapter, n *book.Note) {
	for i, ref := range n.Refs {
		e.backlink(m, backlink{target: ref, number: n.Number, index: i, chapter: c, pos: n.Pos})
	}
}

// backlink is a link to the call of something numbered, one of several in a chapter.
type backlink struct {
	target        string
	number, index int
	chapter       *book.Chapter
	pos           book.Pos
}

// backlink writes a link to a call. The variation selector keeps the arrow from being
// shown as a coloured picture.
func (e *edition) backlink(m *markup, b backlink) {
	number := strconv.Itoa(b.number)
	if b.index > 0 {
		number += letter(b.index)
	}
	m.raw("\u00A0<a class=\"backlink\"") // never alone on a line
	m.href(b.target, b.pos)
	m.raw(` role="doc-backlink"`)
	m.attr("aria-label", e.terms.Phrase(terms.BackToNote, "note", number, "chapter", e.shortTitle(b.chapter)))
	m.raw(">↩\uFE0E")
	if b.index > 0 {
		m.raw(`<sup>` + letter(b.index) + `</sup>`)
	}
	m.raw(`</a>`)
}

// letter returns a, b … z, aa, ab … for 0, 1 …
func letter(i int) string {
	s := string(rune('a' + i%26))
	if i >= 26 {
		return letter(i/26-1) + s
	}
	return s
}

// shortTitle returns a chapter's title for spoken labels.
func (e *edition) shortTitle(c *book.Chapter) string {
	return orElse(c.Short, book.PlainText(c.Title))
}
