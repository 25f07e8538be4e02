package layout

import (
	"publish/book"
	"publish/fonts"
)

// Passage is a paragraph for what is no page of a book, such as its cover.
type Passage struct {
	Text          string
	Style         fonts.Style
	SmallCaps     bool
	Lining        bool   // figures of one width and the height of capitals
	Size, Leading Length // 0 for a leading of five quarters of the size
	Before        Length // room above it
	Ink           Ink
}

// Column sets passages one below the other, flush left and undivided, or flush right
// where they or the language are read from there. It returns their lines, whose places
// count from the upper left corner of the column, and how deep it is. A word that is
// wider than the column sticks out. Nothing in it has an element.
func Column(family *fonts.Family, lang string, width Length, passages []Passage) (lines []*Line, depth Length) {
	b := &book.Book{Meta: book.Meta{Language: lang}}
	spec := &Spec{Width: width}
	c := newComposer(newShaper(family, b.Typography), b, spec)
	for _, p := range passages {
		if p.Text == "" {
			continue
		}
		t := p.face()
		par := c.compose(plainText(p.Text), block{style: p.style(lang), align: ragged, measure: width, whole: true, entry: c.mirrored})
		s := &solid{}
		last := s.add(c, par, depth+p.Before+baseline(t), t.Leading)
		sheet := &sheet{}
		sheet.placeSolid(s, 0)
		for _, item := range sheet.items {
			if line, ok := item.(*Line); ok {
				line.Ink = p.Ink
				if c.mirrored {
					line.mirror(width)
				}
				lines = append(lines, line)
			}
		}
		depth = last + t.Leading - baseline(t)
	}
	return lines, depth
}

// face returns the size and the leading of a passage.
func (p *Passage) face() Type {
	if p.Leading == 0 {
		return Type{p.Size, p.Size * 5 / 4}
	}
	return Type{p.Size, p.Leading}
}

func (p *Passage) style(lang string) textStyle {
	s := roman(p.Size, lang)
	s.style = p.Style
	if p.SmallCaps {
		s = s.smallCaps()
	}
	if p.Lining {
		s = s.tabular()
	}
	return s
}

// Extent returns where a line begins and ends. It is empty for a line without words.
func (l *Line) Extent() (left, right Length) {
	for i := range l.Words {
		w := &l.Words[i]
		end := w.X + w.width()
		if i == 0 {
			left, right = w.X, end
		}
		left, right = min(left, w.X), max(right, end)
	}
	return left, right
}

// Move moves a line.
func (l *Line) Move(dx, dy Length) {
	l.move(dx)
	l.Y += dy
}
