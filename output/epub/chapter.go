package epub

import (
	"strconv"
	"strings"
	"unicode"

	"publish/book"
	"publish/book/terms"
)

// titleID is the ID of the heading that names a document. Every document may
// have one. IDs of the book never begin with a low line.
const titleID = "_title"

// body returns the documents of parts and chapters.
func (e *edition) body() []*document {
	var docs []*document
	for _, p := range e.Parts {
		if p.Title == "" {
			for _, c := range p.Chapters {
				docs = append(docs, e.chapter(c, "bodymatter")...)
			}
			continue
		}
		part := e.partPage(p)
		docs = append(docs, part)
		entry := e.enter(part, e.partLabel(p), plainText(p.Title))
		entry.part = true
		for _, c := range p.Chapters {
			docs = append(docs, e.chapter(c, "bodymatter")...)
		}
		e.nest(entry)
	}
	return docs
}

// plainText returns a string as inlines.
func plainText(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }

// label returns what stands before the title of a chapter in lists: "3. ", or
// nothing for an unnumbered piece.
func label(number int) string {
	if number == 0 {
		return ""
	}
	return strconv.Itoa(number) + ". "
}

// partLabel returns what stands before the title of a part in lists.
func (e *edition) partLabel(p *book.Part) string {
	if p.Number == 0 {
		return ""
	}
	return e.ordinal(p) + ": "
}

// ordinal returns the number of a part in words, in Roman figures as in print.
func (e *edition) ordinal(p *book.Part) string {
	return e.terms.Phrase(terms.Part, "number", book.Roman(p.Number))
}

func (e *edition) partPage(p *book.Part) *document {
	d := &document{name: e.names.take(orElse(p.ID, "part"), ".xhtml"), title: p.Title, matter: "bodymatter"}
	d.open("part", "doc-part", p.ID, titleID)
	e.pageBreaks(&d.markup, p, betweenBlocks)
	d.raw(`<hgroup class="part">` + "\n")
	if p.Number > 0 {
		d.raw(`<p class="ordinal">`)
		d.text(e.ordinal(p))
		d.raw("</p>\n")
	}
	d.raw(`<h1 id="` + titleID + `">`)
	d.text(p.Title)
	d.raw("</h1>\n</hgroup>\n")
	d.close()
	return d
}

func orElse(s, instead string) string {
	if s == "" {
		return instead
	}
	return s
}

// chapter returns the documents of one chapter: one, or several where it is
// long.
func (e *edition) chapter(c *book.Chapter, matter string) []*document {
	kind := kindOf(c)
	pieces := e.chapterPieces(c)
	var docs []*document
	for i, portion := range portions(pieces, limit) {
		d := &document{matter: matter, title: c.Short}
		if d.title == "" {
			d.title = book.PlainText(c.Title)
		}
		d.name = e.names.take(orElse(c.ID, "chapter"), ".xhtml")
		if i == 0 {
			d.open(kind.types, kind.role, c.ID, titleID)
			e.pageBreaks(&d.markup, c, betweenBlocks)
			e.opening(d, c)
		} else {
			d.title += " (" + e.terms.Word(terms.Continued) + ")"
			d.raw(`<section`)
			d.attr("epub:type", kind.types)
			d.attr("aria-label", d.title)
			d.raw(">\n")
		}
		for j := range portion {
			d.add(&portion[j].markup)
		}
		d.close()
		docs = append(docs, d)
	}
	e.enterChapter(docs[0], c)
	return docs
}

// opening writes the head of a chapter: its number, then its title.
func (e *edition) opening(d *document, c *book.Chapter) {
	if c.Number > 0 {
		d.raw("<hgroup class=\"opening\">\n<p class=\"ordinal\">")
		d.number(c.Number)
		d.raw("</p>\n")
	} else {
		d.raw("<hgroup class=\"opening\">\n")
	}
	d.raw(`<h1 id="` + titleID + `">`)
	e.inlines(&d.markup, c.Title)
	d.raw("</h1>\n</hgroup>\n")
}

// chapterPieces renders what follows the opening. There is one piece at least.
func (e *edition) chapterPieces(c *book.Chapter) []piece {
	var pieces []piece
	blocks := c.Blocks
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*book.Paragraph); ok {
			pieces, blocks = make([]piece, 1), blocks[1:]
			e.firstParagraph(&pieces[0].markup, p)
		}
	}
	pieces = append(pieces, e.blockPieces(blocks)...)
	if len(c.SeeAlso) > 0 {
		var line piece
		e.seeAlso(&line.markup, c)
		pieces = append(pieces, line)
	}
	if e.notesInChapters() && len(c.Notes) > 0 {
		pieces = append(pieces, e.chapterNotes(c)...)
	}
	if len(c.Questions) > 0 {
		pieces = append(pieces, e.questions(c))
	}
	if len(pieces) == 0 {
		pieces = make([]piece, 1)
	}
	return pieces
}

// firstParagraph writes the paragraph that opens a chapter, its first words in
// small capitals if it begins with plain text.
func (e *edition) firstParagraph(m *markup, p *book.Paragraph) {
	m.raw(`<p class="first">`)
	e.numbered(p)
	e.paragraphNumber(m)
	from := len(m.buf)
	rest := p.Inlines
	if len(rest) > 0 {
		if t, ok := rest[0].(*book.Text); ok {
			lead, after := leadWords(t.Value)
			if lead != "" {
				m.raw(`<span class="lead">`)
				m.text(lead)
				m.raw(`</span>`)
				m.text(after)
				rest = rest[1:]
			}
		}
	}
	e.inlines(m, rest)
	if len(p.Inlines) > 0 {
		e.breakPages(m, from, p.Inlines[0])
	}
	m.raw("</p>\n")
}

// leadWords divides a text after the words that open a chapter in small
// capitals: three whole words, fewer if a clause ends before or if they would be
// longer than 24 runes, none if the text does not begin with a word.
func leadWords(s string) (lead, rest string) {
	const most, words = 24, 3
	end, count, runes := 0, 0, 0
	for i, r := range s {
		if runes++; runes > most {
			break
		}
		if strings.ContainsRune(",.;:!?()–—", r) {
			end = i
			break
		}
		if unicode.IsSpace(r) {
			end = i
			if count++; count == words {
				break
			}
		}
	}
	if strings.HasPrefix(s, " ") {
		return "", s
	}
	return s[:end], s[end:]
}

// seeAlso writes the chapters that a chapter refers to at its end.
func (e *edition) seeAlso(m *markup, c *book.Chapter) {
	m.raw(`<p class="see-also">`)
	e.pageBreaks(m, c.SeeAlso[0], amongWords)
	m.raw(`<span class="label">`)
	m.text(e.terms.Capital(terms.SeeAlso))
	m.raw("</span> ")
	for i, ref := range c.SeeAlso {
		if i > 0 {
			m.raw("; ")
		}
		e.inlines(m, []book.Inline{ref})
	}
	m.raw("</p>\n")
}

// kind is how a chapter is marked.
type kind struct{ types, role string }

// kindOf tells numbered chapters from the front and back matter that has a name
// of its own in the vocabulary.
func kindOf(c *book.Chapter) kind {
	if c.Number > 0 {
		return kind{"chapter", "doc-chapter"}
	}
	switch word := strings.ToLower(book.PlainText(c.Title)); word {
	case "preface", "foreword", "introduction", "prologue", "epilogue", "afterword",
		"conclusion", "appendix", "glossary", "dedication", "epigraph", "acknowledgments":
		return kind{word, "doc-" + word}
	case "acknowledgements":
		return kind{"acknowledgments", "doc-acknowledgments"}
	}
	return kind{"chapter", "doc-chapter"}
}
