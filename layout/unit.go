package layout

// Vertical distances below are in steps: a quarter of the leading. A line of
// text is four steps.
const stepsPerLine = 4

// unit is one thing of a galley: a paragraph that may break over pages, or a
// solid that may not.
type unit struct {
	paragraph *paragraph
	variants  []variant // of the paragraph, the best first
	solid     *solid
	before    int         // least space above
	after     int         // least space below
	top       int         // space above when it comes first on a page
	loose     bool        // may stand between the lines of the grid
	keep      bool        // no page ends after it
	whole     bool        // the paragraph stays on one page
	floats    bool        // a figure that may wait for the top of the next page while the text goes on
	at        any         // where it begins in the book; nil for the first of the paragraph's inlines
	offset    int         // of text in at before it
	number    *unitNumber // of the paragraph that it begins, nil for none
	counted   bool        // its lines are counted
	again     *solid      // set above it when it comes first on a page: the head of a split table
}

// solid is a piece of a page that was drawn already. Its lines' baselines count
// from its top.
type solid struct {
	height   int // steps
	lines    []solidLine
	rules    []Rule
	pictures []Picture
	drawings []Drawing
}

type solidLine struct {
	y    Length
	line composedLine
}

// lines returns how many lines the unit has under a variant, 0 for a solid.
func (u *unit) lines(v int) int {
	if u.solid != nil {
		return 0
	}
	return u.variants[v].lines
}

// space returns the distance between two units that stand on one page: the
// larger of what both ask for, but a heading's own distance to what it heads.
func space(above, below *unit) int {
	if above.keep {
		return above.after
	}
	return max(above.after, below.before)
}

// align rounds a height up to the grid unless the unit may stand off it.
func (u *unit) align(y int) int {
	if u.loose {
		return y
	}
	return (y + stepsPerLine - 1) / stepsPerLine * stepsPerLine
}
