package fonts

import (
	"slices"

	"publish/fonts/bidi"
)

// Direction says how a text is ordered.
type Direction uint8

// The directions of a text.
const (
	// ByText orders the text by the bidirectional algorithm, as a paragraph of its
	// own that runs from left to right.
	ByText Direction = iota
	LeftToRight
	RightToLeft
)

// setLevels gives the characters their embedding levels: those of the text by
// itself, or the one of its direction. Numbers within right-to-left text have level
// 2. rtl tells that a character has a say in the order.
func (w *worker) setLevels(dir Direction, rtl bool) {
	switch {
	case dir == RightToLeft:
		for i := range w.chars {
			w.chars[i].level = 1
		}
	case dir == ByText && rtl:
		for i, level := range bidi.Levels(w.runes, 0) {
			w.chars[i].level = level
		}
	}
}

// visualOrder returns items, which are in logical order, in the order in which they
// are drawn from left to right (UAX #9 L2).
func visualOrder(items []item) []item {
	if !slices.ContainsFunc(items, func(it item) bool { return it.level > 0 }) {
		return items
	}
	levels, drawn := make([]bidi.Level, len(items)), make([]item, len(items))
	for i := range items {
		levels[i] = items[i].level
	}
	for i, k := range bidi.Order(levels) {
		drawn[i] = items[k]
	}
	return drawn
}
