package cover

import (
	"image/color"
	"strings"

	"publish/fonts"
)

// measure is the length of a line in pixels.
const measure = Width - 2*margin

// setter sets lines of text.
type setter struct {
	shaper     *fonts.Shaper
	lang       string
	flushRight bool
}

// sizes is a range of type sizes in pixels, tried from the largest down.
type sizes struct{ largest, smallest, step int }

// textBlock is lines of text in one size.
type textBlock struct {
	lines [][]*fonts.Run
	size  int
	// flushRight is set in books that are read from right to left.
	flushRight bool
}

// leading is the distance of baselines in hundredths of the size.
const leading = 106

func (b textBlock) height() int { return len(b.lines) * b.size * leading / 100 }

// fit sets a text in the largest size in which it takes no more than the given
// height and lines. If even the smallest does not fit, lines that are too many
// are left out: a cover names a book, it need not say all.
func (s *setter) fit(text string, style fonts.Style, z sizes, height, most int) textBlock {
	words := strings.Fields(text)
	if len(words) == 0 {
		return textBlock{}
	}
	var b textBlock
	for size := z.largest; size >= z.smallest; size -= z.step {
		lines, whole := s.lines(words, style, size)
		b = textBlock{nil, size, s.flushRight}
		for _, line := range lines {
			b.lines = append(b.lines, s.shaper.Shape(line, style, fonts.Features{}, s.lang))
		}
		if whole && len(lines) <= most && b.height() <= height {
			return b
		}
	}
	for len(b.lines) > 1 && (len(b.lines) > most || b.height() > height) {
		b.lines = b.lines[:len(b.lines)-1]
	}
	return b
}

// lines breaks words into as few lines as hold them, and among those breaks takes
// the one with the most even lines that does not end a line on a small word. whole
// is false if a word had to be cut.
func (s *setter) lines(words []string, style fonts.Style, size int) (lines []string, whole bool) {
	whole = true
	var cut []string
	for _, w := range words {
		parts := s.cut(w, style, size)
		whole = whole && len(parts) == 1
		cut = append(cut, parts...)
	}
	return s.even(cut, style, size), whole
}

// cut divides a word that is wider than the measure.
func (s *setter) cut(word string, style fonts.Style, size int) []string {
	if s.width(word, style, size) <= measure {
		return []string{word}
	}
	var parts []string
	part := ""
	for _, r := range word {
		if part != "" && s.width(part+string(r), style, size) > measure {
			parts = append(parts, part)
			part = ""
		}
		part += string(r)
	}
	return append(parts, part)
}

// even breaks words by least cost: every line more costs most, then uneven
// lengths, then a small word at a line's end.
func (s *setter) even(words []string, style fonts.Style, size int) []string {
	const lineCost, smallWordCost = 1 << 40, measure * measure / 6
	cost := make([]int, len(words)+1) // of the words from i on
	next := make([]int, len(words)+1)
	blank := s.width(" ", style, size)
	for i := len(words) - 1; i >= 0; i-- {
		cost[i] = 1 << 60
		w := -blank
		for j := i + 1; j <= len(words); j++ {
			w += blank + s.width(words[j-1], style, size)
			if w > measure && j > i+1 {
				break
			}
			c := cost[j] + lineCost + (measure-w)*(measure-w)
			if j < len(words) && smallWord(words[j-1]) {
				c += smallWordCost
			}
			if c < cost[i] {
				cost[i], next[i] = c, j
			}
		}
	}
	var lines []string
	for i := 0; i < len(words); i = next[i] {
		lines = append(lines, strings.Join(words[i:next[i]], " "))
	}
	return lines
}

// smallWord reports whether a word belongs to the one after it.
func smallWord(w string) bool {
	switch strings.ToLower(w) {
	case "a", "an", "the", "of", "in", "on", "at", "to", "and", "or", "for", "by", "from", "with", "–", "&",
		"der", "die", "das", "und", "le", "la", "les", "de", "du", "et", "el", "los", "y":
		return true
	}
	return false
}

func (s *setter) width(text string, style fonts.Style, size int) int {
	w := 0
	for _, run := range s.shaper.Shape(text, style, fonts.Features{}, s.lang) {
		w += int(run.Sized(float64(int(run.Advance)*size))) / run.Face.UnitsPerEm
	}
	return w
}

// draw adds a block whose upper edge is at top and returns its height.
func (b textBlock) draw(d *Drawing, colour color.RGBA, top int) int {
	for i, line := range b.lines {
		// The first baseline stands so that capitals reach the upper edge.
		baseline := top + b.size*7/10 + i*b.size*leading/100
		x := float32(margin)
		if b.flushRight {
			x = Width - margin - advance(line, b.size)
		}
		for _, run := range line {
			t := Text{colour, run, float32(run.Sized(float64(b.size))), Point{x, float32(baseline)}}
			d.Texts = append(d.Texts, t)
			x = t.end()
		}
	}
	return b.height()
}

// advance returns how wide a line is.
func advance(line []*fonts.Run, size int) (width float32) {
	for _, run := range line {
		t := Text{Run: run, Size: float32(run.Sized(float64(size)))}
		width += t.end()
	}
	return width
}

// scale is a design unit of the run's face in units of the cover.
func (t *Text) scale() float32 { return t.Size / float32(t.Run.Face.UnitsPerEm) }

// end returns where the next run begins.
func (t *Text) end() float32 {
	x := t.At.X
	for _, g := range t.Run.Glyphs {
		x += float32(g.Advance) * t.scale()
	}
	return x
}

// outlines returns the outlines of the letters.
func (t *Text) outlines() []Segment {
	var path []Segment
	x, scale := t.At.X, t.scale()
	for _, g := range t.Run.Glyphs {
		at := Point{x + float32(g.XOffset)*scale, t.At.Y - float32(g.YOffset)*scale}
		path = append(path, glyph(t.Run.Face.Outline(g.ID), at, scale)...)
		x += float32(g.Advance) * scale
	}
	return path
}

// glyph places an outline of design units, y upwards, in pixels, y downwards.
func glyph(outline []fonts.Segment, at Point, scale float32) []Segment {
	var path []Segment
	for _, s := range outline {
		var to Segment
		for i, p := range s.Points {
			to.Points[i] = Point{at.X + float32(p.X)*scale, at.Y - float32(p.Y)*scale}
		}
		switch s.Op {
		case fonts.MoveTo:
			to.Op = 'm'
		case fonts.LineTo:
			to.Op = 'l'
		case fonts.QuadTo:
			to.Op = 'q'
		case fonts.CubicTo:
			to.Op = 'c'
		case fonts.Close:
			continue
		}
		path = append(path, to)
	}
	return path
}
