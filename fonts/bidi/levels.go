package bidi

import "golang.org/x/text/unicode/bidi"

// Level is an embedding level: even runs from left to right, odd from right to
// left.
type Level uint8

// RTL reports whether text at the level runs from right to left.
func (l Level) RTL() bool { return l&1 != 0 }

// class is a character's class of direction.
type class = bidi.Class

// Needed reports whether r has a say in the order of its paragraph: it belongs to a
// script that runs from right to left or is a control of direction. A text without
// such characters stands in the order of reading; this costs a comparison each.
func Needed(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r < 0x900, 0xFB1D <= r && r < 0xFE00, 0xFE70 <= r && r < 0xFF00,
		0x10800 <= r && r < 0x11000, 0x1E800 <= r && r < 0x1F000:
		return classOf(r) != bidi.L && classOf(r) != bidi.ON
	}
	return r == 0x200F || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// Base returns the level of a paragraph by its first strong character, text
// between isolates left out (P2, P3). found is false if there is none.
func Base(text []rune) (level Level, found bool) {
	depth := 0
	for _, r := range text {
		switch classOf(r) {
		case bidi.LRI, bidi.RLI, bidi.FSI:
			depth++
		case bidi.PDI:
			depth = max(depth-1, 0)
		case bidi.L:
			if depth == 0 {
				return 0, true
			}
		case bidi.R, bidi.AL:
			if depth == 0 {
				return 1, true
			}
		}
	}
	return 0, false
}

// Levels returns the level of each character of a paragraph whose base level is 0
// or 1. A paragraph separator among them begins a paragraph of the same level. The
// blanks at the end of the text, and those before a tab, get the base level (L1).
func Levels(text []rune, base Level) []Level {
	levels := make([]Level, len(text))
	for from := 0; from < len(text); {
		to := from
		for to < len(text) && classOf(text[to]) != bidi.B {
			to++
		}
		newParagraph(text[from:to], levels[from:to], base).resolve()
		if to < len(text) {
			levels[to] = base
		}
		from = to + 1
	}
	return levels
}

// Order returns the indices of the things of a line in the order in which they are
// drawn from left to right (L2).
func Order(levels []Level) []int {
	order := make([]int, len(levels))
	highest := Level(0)
	for i, level := range levels {
		order[i] = i
		highest = max(highest, level)
	}
	for level := highest; level > 0; level-- {
		reverseRuns(order, levels, level)
	}
	return order
}

// reverseRuns turns round every run of things at the level or a higher one. The
// runs of higher levels lie within, so that order still keeps each run together.
func reverseRuns(order []int, levels []Level, level Level) {
	for i := 0; i < len(levels); i++ {
		j := i
		for j < len(levels) && levels[j] >= level {
			j++
		}
		for a, b := i, j-1; a < b; a, b = a+1, b-1 {
			order[a], order[b] = order[b], order[a]
		}
		i = max(i, j)
	}
}

func classOf(r rune) class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}
