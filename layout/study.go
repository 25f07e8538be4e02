package layout

import (
	"publish/book"
	"publish/book/terms"
)

// questions sets the questions to a chapter, below a heading of their own.
func (g *galley) questions(ch *book.Chapter, n nest, w *terms.Terms, refs *pageRefs) {
	if len(ch.Questions) == 0 {
		return
	}
	n.element = n.element.Add("Sect")
	style, _, _, _ := g.headingStyle(2)
	p := g.compose(plainText(w.Word(terms.Questions)), block{style: style, align: ragged, measure: g.width, element: n.element.Add("H2"), whole: true})
	g.push(p, unit{before: 3 * stepsPerLine, after: 2, top: 2, keep: true, whole: true, at: ch.Questions[0]})
	g.plain, g.refs = true, refs
	g.blocks(ch.Questions, n)
	g.refs = nil
}

// notePages makes the pages for handwriting that follow a chapter: a numbered one, or
// one with questions. Nobody writes on a screen that way.
func (g *galley) notePages(job *chapterJob, e *Element) []*sheet {
	count := job.study.NotePages
	if count == 0 || job.spec.Screen || job.chapter.Number == 0 && len(job.chapter.Questions) == 0 {
		return nil
	}
	sheets := make([]*sheet, count)
	for i := range sheets {
		sheets[i] = &sheet{ruled: !job.study.BlankNotes}
	}
	g.notesHead(sheets[0], job.words, e.Add("Sect"))
	return sheets
}

// notesHead sets what says what the pages are for.
func (g *galley) notesHead(s *sheet, w *terms.Terms, e *Element) {
	style := roman(g.text.Size, g.lang)
	if g.abbr {
		style = style.smallCaps()
	}
	p := g.compose(plainText(w.Word(terms.OwnNotes)), block{style: style, align: ragged, measure: g.width, element: e.Add("H2"), whole: true})
	v := g.variants(p)[0]
	s.place(&g.lines(p, &v)[0], 0, g.spec.Head+baseline(g.text))
}

// ruling returns the lines of a page to write on, from margin to margin: both are as wide
// as the inner one. They are one and a half leadings apart, some 7 mm in a book of 11
// points, wide enough for a quick hand.
func (s *Spec) ruling(of side) []Item {
	var lines []Item
	x := Length(0)
	if of == verso {
		x = s.Inner - s.Outer
	}
	for y := s.Head + s.Text.Leading*3; y <= s.Head+s.Depth(); y += s.Text.Leading * 3 / 2 {
		lines = append(lines, &Rule{X: x, Y: y, Width: s.Width - 2*s.Inner, Height: Point / 4})
	}
	return lines
}
