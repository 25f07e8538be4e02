package epub

import (
	_ "embed"

	"publish/book"
	"publish/book/terms"
)

// studySheet is added to the style sheet of books with aids for study.
//
//go:embed study.css
var studySheet string

// hasAids reports whether any aid for study shows in the publication. It has no lines
// and no pages to write on.
func (e *edition) hasAids() bool {
	for _, c := range e.Chapters() {
		if len(c.Questions) > 0 {
			return true
		}
	}
	return len(e.numbers) > 0
}

// numbered notes the number of a piece of text, which stands before the next words.
func (e *edition) numbered(at any) {
	if n := e.numbers[at]; n != "" {
		e.waiting = n
	}
}

// paragraphNumber writes the number that waits. It comes first in its paragraph, so
// that it is heard between paragraphs and never within one, and can be linked to.
func (e *edition) paragraphNumber(m *markup) {
	if e.waiting == "" {
		return
	}
	m.raw(`<span class="paragraph-number"`)
	m.id(e.waiting.ID())
	m.raw(`>`)
	m.text(string(e.waiting))
	m.raw("</span> ")
	e.waiting = ""
}

// questions writes the questions to a chapter.
func (e *edition) questions(c *book.Chapter) piece {
	p := piece{opening: true}
	p.raw(`<section class="questions" epub:type="assessment" aria-labelledby="_questions">` + "\n")
	e.pageBreaks(&p.markup, c.Questions[0], betweenBlocks)
	p.raw(`<h2 id="_questions">`)
	p.text(e.terms.Word(terms.Questions))
	p.raw("</h2>\n")
	e.blocks(&p.markup, c.Questions)
	p.raw("</section>\n")
	return p
}
