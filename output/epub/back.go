package epub

import (
	"publish/book"
	"publish/book/terms"
)

// back returns the documents after the last chapter, in the order of print.
func (e *edition) back() []*document {
	var docs []*document
	for _, c := range e.Back {
		docs = append(docs, e.chapter(c, "backmatter")...)
	}
	docs = append(docs, e.endnotes()...)
	docs = append(docs, e.bibliography()...)
	docs = append(docs, e.addresses()...)
	docs = append(docs, e.sources()...)
	docs = append(docs, e.index()...)
	return append(docs, e.colophon())
}

// sources returns the attribution of every article.
func (e *edition) sources() []*document {
	if len(e.Sources) == 0 {
		return nil
	}
	pieces := make([]piece, len(e.Sources))
	for i := range e.Sources {
		e.source(&pieces[i].markup, &e.Sources[i])
	}
	var docs []*document
	for i, portion := range portions(pieces, limit) {
		d := e.apparatus("sources", e.terms.Word(terms.Sources), i, "")
		d.open("other-credits", "", "", titleID)
		e.pageBreaks(&d.markup, book.SourcesSection, betweenBlocks)
		d.heading()
		d.raw("<ul class=\"works\">\n")
		for j := range portion {
			d.add(&portion[j].markup)
		}
		d.raw("</ul>\n")
		d.close()
		docs = append(docs, d)
	}
	e.enter(docs[0], "", plainText(e.terms.Word(terms.Sources)))
	return docs
}

// source writes the article of a chapter. Its title is repeated only where the
// chapter's differs.
func (e *edition) source(m *markup, s *book.Source) {
	m.raw(`<li>`)
	e.pageBreaks(m, s, amongWords)
	m.text(label(s.Chapter.Number))
	e.chapterLink(m, s.Chapter, s.Chapter.Pos)
	if s.Title != "" && s.Title != book.PlainText(s.Chapter.Title) {
		m.raw(": ")
		m.text("“" + s.Title + "”")
	}
	if s.URL != "" {
		m.raw(", ")
		m.webLink(s.URL)
	}
	m.raw("</li>\n")
}

// colophon ends the book with how it was made.
func (e *edition) colophon() *document {
	d := &document{name: e.names.take("colophon", ".xhtml"), title: e.terms.Word(terms.Colophon), matter: "backmatter"}
	d.open("colophon", "doc-colophon", "", titleID)
	e.pageBreaks(&d.markup, book.ColophonSection, betweenBlocks)
	d.heading()
	d.raw("<p>")
	before, after := e.terms.Around(terms.MadeOn, "title", "made", e.howMade(), "date", e.terms.Date(e.Meta.Date))
	d.text(before)
	d.raw("<cite>")
	d.text(e.Meta.Title)
	d.raw("</cite>")
	d.text(after)
	if faces := e.typefaces(); faces != "" {
		d.text(" " + e.terms.Phrase(terms.SetIn, "faces", faces))
	}
	d.text(" " + e.terms.Phrase(terms.Length, "count", e.terms.Number(e.words())))
	d.raw("</p>\n")
	d.close()
	e.enter(d, "", plainText(e.terms.Word(terms.Colophon)))
	return d
}

func (e *edition) words() int {
	n := 0
	for _, c := range e.Chapters() {
		n += c.Words
	}
	return n
}
