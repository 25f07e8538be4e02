package layout

import (
	"publish/fonts"
	"publish/fonts/bidi"
	"publish/layout/linebreak"
)

// direction is what a paragraph with text from right to left knows of its order:
// its own level, and that of every item that is no word. Other paragraphs have none,
// unless the book as a whole is mirrored.
type direction struct {
	base     bidi.Level
	levels   []bidi.Level
	mirrored bool
}

// levelSpan is the part of a word up to a byte, at one level.
type levelSpan struct {
	end   int
	level bidi.Level
}

// objectCharacter stands for what is no text, or text of the book's own such as a
// note call: it goes with the text on both its sides (UAX #9 §5.3).
const objectCharacter = '\uFFFC'

// needsOrder reports whether a text has a say in the order of its paragraph.
func needsOrder(text string) bool {
	for _, r := range text {
		if bidi.Needed(r) {
			return true
		}
	}
	return false
}

// runsBack reports whether the paragraph as a whole runs against the direction of the
// book.
func (p *paragraph) runsBack() bool { return p.order != nil && p.order.base.RTL() != p.order.mirrored }

// levelOf returns the level of an item that is no word.
func (p *paragraph) levelOf(item int) bidi.Level {
	if p.order == nil {
		return 0
	}
	return p.order.levels[item]
}

// setOrder finds the levels of the whole paragraph, shapes its words accordingly,
// and gives the boxes their new widths.
func (w *writer) setOrder() {
	p := w.p
	text, starts := p.orderText()
	base := w.base(text)
	levels := bidi.Levels(text, base)
	p.order = &direction{base, make([]bidi.Level, len(p.items)), w.mirrored}
	for i := range p.items {
		at := starts[i]
		if at < len(levels) {
			p.order.levels[i] = levels[at]
		}
		if p.items[i].Kind != linebreak.Box || p.segments[p.atoms[i].segment].word == nil || p.atoms[i].from > 0 {
			continue
		}
		s := &p.segments[p.atoms[i].segment]
		if of := levels[at:]; text[at] != objectCharacter {
			w.direct(s, of[:len([]rune(s.word.text))])
		} else {
			w.direct(s, bidi.Levels([]rune(s.word.text), of[0]&1))
		}
		p.resize(i)
	}
}

// base returns the level of the paragraph: that of its first letter, or of the book for
// what has none and for what is the book's own.
func (w *writer) base(text []rune) bidi.Level {
	if base, found := bidi.Base(text); found && !w.entry {
		return base
	}
	if w.mirrored {
		return 1
	}
	return 0
}

// orderText returns the characters of the paragraph as its order sees them, and
// where each item begins in them.
func (p *paragraph) orderText() (text []rune, starts []int) {
	labelled := p.labelled
	for i := range p.items {
		starts = append(starts, len(text))
		item, s := &p.items[i], (*segment)(nil)
		switch {
		case item.Kind == linebreak.Glue:
			text = append(text, ' ')
		case item.Kind == linebreak.Penalty && item.Penalty == linebreak.Forced:
			text = append(text, '\n')
		case item.Kind == linebreak.Box:
			s = &p.segments[p.atoms[i].segment]
		}
		switch {
		case s == nil || s.anchor() != "" || p.atoms[i].from > 0:
		case s.thing != nil || s.word != nil && labelled:
			text = append(text, objectCharacter)
			labelled = false
		case s.word != nil:
			text = append(text, []rune(s.word.text)...)
		}
	}
	return text, starts
}

// direct shapes a word anew where it does not simply run from left to right.
// levels has one for each of its characters.
func (w *writer) direct(s *segment, levels []bidi.Level) {
	var spans []levelSpan
	i := 0
	for at := range s.word.text {
		if i == 0 || levels[i] != levels[i-1] {
			spans = append(spans, levelSpan{level: levels[i]})
		}
		if n := len(spans); n > 1 && spans[n-2].end == 0 {
			spans[n-2].end = at
		}
		i++
	}
	if len(spans) == 0 || len(spans) == 1 && spans[0].level == 0 {
		return
	}
	spans[len(spans)-1].end = len(s.word.text)
	word := w.shaper.directed(s.word.text, s.style, spans)
	word.breaks = append([]breakPoint(nil), s.word.breaks...)
	word.placeBreaks(s.style.size)
	s.word = word
}

// directed shapes a text whose levels are known. Its runs are in the order of
// reading. Letters that may be joined are not spaced out.
func (s *shaper) directed(text string, style *lettering, spans []levelSpan) *shapedWord {
	word := &shapedWord{text: text, order: spans}
	from := 0
	for _, span := range spans {
		dir := fonts.LeftToRight
		if span.level.RTL() {
			dir = fonts.RightToLeft
		}
		runs := s.fonts.ShapeDirected(text[from:span.end], style.style, style.features, style.lang, dir)
		if style.track != 0 && dir == fonts.LeftToRight {
			runs = tracked(runs, style.track)
		}
		word.runs = append(word.runs, runs...)
		from = span.end
	}
	for _, r := range word.runs {
		word.width += runWidth(r, style.size)
		word.missing = append(word.missing, r.Missing...)
	}
	return word
}

// part returns the spans of the bytes begin..end, with what is added at the end.
func (w *shapedWord) part(begin, end, added int) []levelSpan {
	var spans []levelSpan
	for _, span := range w.order {
		if span.end > begin && (len(spans) == 0 || spans[len(spans)-1].end < end-begin) {
			spans = append(spans, levelSpan{min(span.end, end) - begin, span.level})
		}
	}
	spans[len(spans)-1].end += added
	return spans
}

// levelAt returns the level of the character at a byte of the word.
func (w *shapedWord) levelAt(offset int) bidi.Level {
	for _, span := range w.order {
		if offset < span.end {
			return span.level
		}
	}
	return 0
}

// resize gives the boxes of the word that begins at item i the widths of its parts.
// Only what stands at the paragraph's own level is sure to be at the edge of its
// line and may hang out there.
func (p *paragraph) resize(i int) {
	index := p.atoms[i].segment
	word := p.segments[index].word
	from, next := Length(0), 0
	for ; i < len(p.items) && p.atoms[i].segment == index; i++ {
		item, a := &p.items[i], p.atoms[i]
		if item.Kind != linebreak.Box {
			continue
		}
		to := word.width
		if next < len(word.breaks) {
			to = word.breaks[next].at
		}
		next++
		item.Width = int64(to - from)
		from = to
		if item.Stretch > 0 {
			item.Stretch = item.Width * expansion / 1000
			item.Shrink = item.Stretch
		}
		if word.levelAt(int(a.from)) != p.order.base {
			item.Left = 0
		}
		if word.levelAt(max(int(a.to)-1, 0)) != p.order.base {
			item.Right = 0
		}
	}
}
