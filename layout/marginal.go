package layout

import (
	"strconv"
	"unicode/utf8"

	"publish/book"
)

// Numbers in the margins: of paragraphs in the outer one, where the thumb finds them; of
// lines in the inner one, or in the outer one where no paragraph has a number.

// unitNumber is the number of a paragraph that begins with a unit. It is text of the
// book, the label of its paragraph (ISO 32000-1 §14.8.4.3.3), and read before it.
type unitNumber struct {
	number  book.ParagraphNumber
	element *Element
}

// marginal is a number in a margin of a sheet. Its line counts from 0 until the side of
// the sheet is known.
type marginal struct {
	line  *Line
	width Length
	inner bool
}

// marginalStyle returns the style of numbers in the margins: small, the figures lining,
// since the old-style one looks like a letter where it stands alone.
func (s *Spec) marginalStyle(lang string) textStyle {
	return roman(s.Display(8), lang).tabular()
}

// marginalGap returns the distance of numbers in the margin from the text. What hangs
// out of the text takes half an em of it.
func (s *Spec) marginalGap() Length {
	if s.Screen || s.Ragged {
		return s.Text.Size.Scale(3, 5)
	}
	return s.Text.Size
}

// marginalEdge returns what stays free between numbers and the edge of the page: what
// office printers cannot reach, on screens a little.
func (s *Spec) marginalEdge() Length {
	if s.Screen {
		return Millimetres(1_200)
	}
	return Millimetres(5_000)
}

// withRoom returns the design with an outer margin that has room for the numbers of
// paragraphs. Most have it anyhow; in large print and on screens the measure gives way.
func (s Spec) withRoom(c *composer, numbers book.ParagraphNumbers) Spec {
	longest := 0
	for _, n := range numbers {
		longest = max(longest, utf8.RuneCountInString(string(n)))
	}
	if longest == 0 {
		return s
	}
	figure := c.word("0", s.marginalStyle(c.lang)).width
	s.Outer = max(s.Outer, s.marginalGap()+figure*Length(longest)+s.marginalEdge())
	return s
}

// WithWideMargin returns the design with an outer margin for handwriting, three tenths
// of the page, and a narrower inner one. The measure keeps 50 characters and more.
func (s Spec) WithWideMargin() Spec {
	s.Inner = s.Inner.Scale(5, 6)
	s.Outer = max(s.Outer.Scale(4, 3), s.Width.Scale(3, 10))
	return s
}

// left returns the margin on the left of a page. On screens every page is a recto.
func (s *Spec) left(of side) Length {
	if of == verso && !s.Screen {
		return s.Outer
	}
	return s.Inner
}

// numbered notes the number of a block, which the next unit has.
func (g *galley) numbered(at any) {
	if n := g.numbers[at]; n != "" {
		g.number = n
	}
}

// takeNumber gives the number that waits to a unit whose paragraph is e.
func (g *galley) takeNumber(e *Element) *unitNumber {
	if g.number == "" {
		return nil
	}
	n := &unitNumber{number: g.number}
	g.number = ""
	if e != nil {
		n.element = &Element{Role: "Lbl", Parent: e}
		e.Kids = append([]*Element{n.element}, e.Kids...)
	}
	return n
}

// setNumber puts the number of a unit beside a baseline of a sheet. It is read there.
func (g *galley) setNumber(s *sheet, n *unitNumber, y Length) {
	m := g.marginal(string(n.number), y, n.element)
	s.items = append(s.items, m.line)
	s.margins = append(s.margins, m)
	s.places = append(s.places, placeOnSheet{n.number.ID(), 0, y - g.text.Size})
}

// countLine counts a line of text on a sheet, and puts its number beside it where it is
// its turn. It says nothing of the text and is furniture.
func (g *galley) countLine(s *sheet, y Length) {
	s.counted++
	if every := g.spec.LineNumbers; s.counted%every == 0 {
		m := g.marginal(strconv.Itoa(s.counted), y, nil)
		m.inner = len(g.numbers) > 0
		s.margins = append(s.margins, m)
		s.furniture = append(s.furniture, m.line)
	}
}

// marginal sets a number on a baseline.
func (g *galley) marginal(text string, y Length, e *Element) marginal {
	p := g.compose(plainText(text), block{style: g.spec.marginalStyle(g.lang), align: ragged, entry: true, measure: g.width, whole: true, element: e})
	v := g.variants(p)[0]
	set := &g.lines(p, &v)[0]
	line := &Line{Y: y, Words: append([]Word(nil), set.words...)}
	return marginal{line: line, width: set.right}
}

// moveMargins moves the numbers of a sheet into the margins of its side.
func (s *sheet) moveMargins(spec *Spec, of side) {
	if spec.Screen {
		of = recto
	}
	for _, m := range s.margins {
		if (of == recto) == m.inner {
			m.line.move(-spec.marginalGap() - m.width)
		} else {
			m.line.move(spec.Measure() + spec.marginalGap())
		}
	}
}
