package wrap

import (
	"cmp"
	"strings"

	"publish/fonts"
	"publish/fonts/bidi"
	"publish/layout"
	"publish/layout/imposition"
	"publish/output/cover"
)

// Room on a spine.
const (
	foldClear = 1_600 // off both folds, 1/16 inch, in thousandths of a millimetre
	endClear  = 8_000 // off head, foot and the middle
	smallest  = 7 * layout.Point
	titleSize = 18 * layout.Point // the largest, but on thick spines
	nameSize  = 12 * layout.Point
	sizeStep  = layout.Point / 2
)

// nameLimit returns the largest size of authors and publisher.
func (w *wrapper) nameLimit() layout.Length { return max(nameSize, w.Spine/4) }

// TitleRoom returns the least width of a spine that has room for a title: a line of the
// smallest letters clear of the folds.
func TitleRoom() layout.Length { return smallest + 2*layout.Millimetres(foldClear) }

// spine adds the spine, as a page that lies on its side: its length is the height of the
// book. The title stands in the half at the head, authors and publisher in the other.
func (w *wrapper) spine() {
	if w.Spine == 0 {
		return
	}
	if w.Spine < TitleRoom() {
		w.sheet.Bare = true
		return
	}
	p := &panel{Page: layout.Page{Width: w.Height, Height: w.Spine}}
	middle, end := w.Height/2, layout.Millimetres(endClear)
	if w.scheme.band {
		middle, _ = w.band()
	}
	head, foot := span{end, middle - end}, span{middle + end, w.Height - end}
	turn := w.turn()
	if turn == imposition.QuarterLeft {
		head, foot = span{w.Height - middle + end, w.Height - end}, span{end, w.Height - middle - end}
	}
	w.letter(p, head, w.meta.Title, fonts.Roman, max(titleSize, w.Spine*2/5), w.scheme.lead)
	w.letterNames(p, foot, turn)
	_, x, _ := w.leaves()
	w.place(&p.Page, x, 0, turn)
}

// turn returns how the spine is turned: so that the words run down or up, whichever way
// their letters run.
func (w *wrapper) turn() imposition.Turn {
	level, _ := bidi.Base([]rune(w.meta.Title))
	if w.Upwards != level.RTL() {
		return imposition.QuarterLeft
	}
	return imposition.QuarterRight
}

// span is a part of the spine's length.
type span struct{ from, to layout.Length }

// letter sets a text in the middle of a span, in the largest size that has room. What is
// too long even in the smallest ends with an ellipsis.
func (w *wrapper) letter(p *panel, s span, text string, style fonts.Style, limit layout.Length, ink layout.Ink) {
	for size := min(limit, w.spineRoom()); size >= smallest; size -= sizeStep {
		passage := spinePassage(text, style, size, ink)
		if lines := w.spineLines(passage, s); lines != nil {
			w.centre(p, s, lines, passage)
			return
		}
	}
	for n := len(strings.Fields(text)) - 1; n > 0; n-- {
		passage := spinePassage(firstWords([]string{text}, n)[0], style, smallest, ink)
		if lines := w.spineLines(passage, s); lines != nil {
			w.centre(p, s, lines, passage)
			return
		}
	}
}

func spinePassage(text string, style fonts.Style, size layout.Length, ink layout.Ink) layout.Passage {
	return layout.Passage{Text: text, Style: style, Size: size, Leading: size.Scale(11, 10), Ink: ink}
}

// spineRoom returns how deep lines may be on the spine.
func (w *wrapper) spineRoom() layout.Length { return w.Spine - 2*layout.Millimetres(foldClear) }

// spineLines sets a passage on the spine; nil if it has no room.
func (w *wrapper) spineLines(passage layout.Passage, s span) []*layout.Line {
	lines, _ := layout.Column(w.Family, w.meta.Language, s.to-s.from, []layout.Passage{passage})
	if len(lines) > max(1, int(w.spineRoom()/passage.Leading)) || widest(lines) > s.to-s.from {
		return nil
	}
	return lines
}

// centre puts lines in the middle of a span and of the spine: letters count as high as
// three tenths above and below the middle of capitals.
func (w *wrapper) centre(p *panel, s span, lines []*layout.Line, passage layout.Passage) {
	first := w.Spine/2 + passage.Size.Scale(3, 10) - passage.Leading*layout.Length(len(lines)-1)/2
	for i, l := range lines {
		left, right := l.Extent()
		l.Move((s.from+s.to-left-right)/2, first+passage.Leading*layout.Length(i)-l.Y)
		p.Items = append(p.Items, l)
	}
}

func widest(lines []*layout.Line) layout.Length {
	var most layout.Length
	for _, l := range lines {
		left, right := l.Extent()
		most = max(most, right-left)
	}
	return most
}

// letterNames sets the authors, and the publisher at the foot if both have room on one
// line.
func (w *wrapper) letterNames(p *panel, s span, turn imposition.Turn) {
	names, publisher := cover.Authors(w.meta), w.meta.Publisher
	if names == "" || publisher == "" || !w.letterBoth(p, s, names, publisher, turn) {
		w.letter(p, s, cmp.Or(names, publisher), fonts.Roman, w.nameLimit(), w.scheme.ink)
	}
}

// letterBoth sets the authors at the middle of the spine and the publisher at its foot;
// it reports whether they have room.
func (w *wrapper) letterBoth(p *panel, s span, names, publisher string, turn imposition.Turn) bool {
	for size := min(w.nameLimit(), w.spineRoom()); size >= smallest; size -= sizeStep {
		one := spinePassage(names, fonts.Roman, size, w.scheme.ink)
		two := spinePassage(publisher, fonts.Italic, size, w.scheme.ink)
		first, last := w.spineLines(one, s), w.spineLines(two, s)
		if len(first) != 1 || len(last) != 1 || widest(first)+widest(last)+2*size > s.to-s.from {
			continue
		}
		a, b := span{s.from, s.from + widest(first)}, span{s.to - widest(last), s.to}
		if turn == imposition.QuarterLeft {
			a, b = span{s.to - widest(first), s.to}, span{s.from, s.from + widest(last)}
		}
		w.centre(p, a, first, one)
		w.centre(p, b, last, two)
		return true
	}
	return false
}
