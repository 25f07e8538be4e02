package bidi

import "golang.org/x/text/unicode/bidi"

// paragraph is text being resolved.
type paragraph struct {
	text     []rune
	original []class
	types    []class // as the rules change them
	levels   []Level
	match    []int // of an isolate's start its end and the reverse, -1 for none
	base     Level
}

func newParagraph(text []rune, levels []Level, base Level) *paragraph {
	p := &paragraph{text: text, levels: levels, base: base, match: make([]int, len(text))}
	p.original = make([]class, len(text))
	for i, r := range text {
		p.original[i] = classOf(r)
	}
	p.types = append([]class(nil), p.original...)
	p.matchIsolates()
	return p
}

func (p *paragraph) resolve() {
	p.explicit()
	for _, s := range p.sequences() {
		s.weak()
		s.brackets()
		s.neutral()
		s.implicit()
	}
	p.levelRemoved()
	p.levelBlanks()
}

// matchIsolates finds the ends of isolates (BD9).
func (p *paragraph) matchIsolates() {
	var open []int
	for i, c := range p.original {
		p.match[i] = -1
		switch {
		case startsIsolate(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			start := open[len(open)-1]
			open = open[:len(open)-1]
			p.match[i], p.match[start] = start, i
		}
	}
}

func startsIsolate(c class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// removed reports whether the rules after X9 pass over a character.
func removed(c class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// levelRemoved gives the characters that X9 removes the level of what stands before
// them, so that they part nothing.
func (p *paragraph) levelRemoved() {
	level := p.base
	for i, c := range p.original {
		if removed(c) {
			p.levels[i] = level
		}
		level = p.levels[i]
	}
}

// levelBlanks gives tabs, the blanks before them, and those at the end the base
// level (L1).
func (p *paragraph) levelBlanks() {
	trailing := true
	for i := len(p.original) - 1; i >= 0; i-- {
		c := p.original[i]
		switch {
		case c == bidi.S:
			trailing = true
		case c != bidi.WS && !removed(c) && !startsIsolate(c) && c != bidi.PDI:
			trailing = false
		}
		if trailing {
			p.levels[i] = p.base
		}
	}
}
