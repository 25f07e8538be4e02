package linebreak

// Kind tells what an Item is: Box, Glue or Penalty.
type Kind uint8

const (
	Box Kind = iota
	Glue
	Penalty
)

// Costs of a Penalty at which a line must end, or never ends.
const (
	Forced    = -10000
	Forbidden = 10000
)

// Fil is a stretch beside which every other is nothing: glue with it fills its
// line without badness.
const Fil = 1 << 40

// Item is one box, glue or penalty. Widths are in any one integer unit.
type Item struct {
	Kind    Kind
	Flagged bool  // penalty: a line that ends here ends with a hyphen
	Penalty int32 // penalty: the cost of a line end here, Forced to Forbidden

	// Width is the natural width. A penalty's counts only when the line ends
	// there: the width of the hyphen. Stretch and Shrink are what glue, or the
	// glyphs of a box by expansion, can add or take; a penalty has none.
	Width, Stretch, Shrink int64

	// Left and Right say how far the item may hang into the margin as the first
	// or last of its line. For a penalty broken at, Right is that of its hyphen;
	// a penalty with neither Width nor Right leaves the last place to a box
	// directly before it.
	Left, Right int64
}

// forced reports whether a line must end at it.
func (it *Item) forced() bool { return it.Kind == Penalty && it.Penalty <= Forced }

// legal reports whether a line may end at items[i] (Knuth & Plass 1981, p. 1125).
func legal(items []Item, i int) bool {
	switch items[i].Kind {
	case Glue:
		return i > 0 && items[i-1].Kind == Box
	case Penalty:
		return items[i].Penalty < Forbidden
	}
	return false
}

// Start returns the index of the first item of the line that follows the break at
// items[from]: the next box or forced penalty. From -1, the paragraph's start, it
// returns 0. It returns len(items) if nothing follows.
func Start(items []Item, from int) int {
	i := from + 1
	if from < 0 {
		return 0
	}
	for i < len(items) && items[i].Kind != Box && !items[i].forced() {
		i++
	}
	return i
}

// Natural returns the totals of the line that follows the break at items[from]
// (-1: the paragraph's start) and ends at the break items[to]: its width with the
// hyphen, less what hangs in the margins, and its stretch and shrink. Emergency
// stretch is not in them.
func Natural(items []Item, from, to int) (width, stretch, shrink int64) {
	first := Start(items, from)
	for i := first; i < to; i++ {
		if it := &items[i]; it.Kind != Penalty {
			width += it.Width
			stretch += it.Stretch
			shrink += it.Shrink
		}
	}
	if first <= to {
		width += ending(items, to) - hang(&items[first])
	}
	return width, stretch, shrink
}

// hang returns how far the first item of a line hangs into the left margin.
func hang(first *Item) int64 {
	if first.Kind == Penalty {
		return 0
	}
	return first.Left
}

// ending returns what the break at items[to] adds to the width of its line: the
// hyphen, less what hangs in the right margin.
func ending(items []Item, to int) int64 {
	it := &items[to]
	if it.Kind == Penalty && (it.Width != 0 || it.Right != 0) {
		return it.Width - it.Right
	}
	if to > 0 && items[to-1].Kind == Box {
		return -items[to-1].Right
	}
	return 0
}
