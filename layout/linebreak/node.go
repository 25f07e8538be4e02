package linebreak

// far is more than any sum of demerits.
const far = 1 << 60

// node is an active breakpoint: a point together with the number of the line that
// starts after it, and the best ways to have come there (Knuth & Plass 1981,
// p. 1160). Its first fields are the limits of the line that starts here, in the
// totals of its end.
type node struct {
	least   int64 // an end with least greater than this makes the line overfull
	reach   int64 // an end whose reach is greater than this makes it too loose
	width   int64 // an end of this width makes it exactly the measure
	stretch int64 // an end's stretch less this is the line's; so is shrink
	shrink  int64
	best    int64 // the least demerits of any way here, whatever line comes next

	all     row   // the ways here with any run of hyphens
	line    int32 // number of the line that starts here
	point   int32
	next    int32 // the first point at which the line may end
	rows    int32 // b.rows[rows:rows+nrows] are the ways by the length of the run
	nrows   int32
	flagged bool
}

// row holds, by the fitness class of the next line, the least demerits at a node,
// with those for the contrast of classes already added, and the step that has
// them. Keeping the cost instead of the class drops dominated ways by itself.
type row struct {
	demerits [classes]int64
	step     [classes]int32
}

// step is one line end of some best way through the paragraph.
type step struct {
	prev  int32 // index of the step before, -1 for none
	point int32
}

// cell is the best line yet found that ends at the current point, for one line
// number, longest run of hyphens and fitness class.
type cell struct {
	demerits int64
	step     int32
}

// transition turns the demerits by class of the line before, at cells, into those
// by class of the next line, which owes adj if it is more than one class away.
func transition(r *row, cells []cell, adj int64) {
	cells = cells[:classes]
	any := cells[0]
	for _, c := range cells[1:] {
		if c.demerits < any.demerits {
			any = c
		}
	}
	any.demerits += adj
	for c := range classes {
		best := cells[c]
		if c > 0 && cells[c-1].demerits < best.demerits {
			best = cells[c-1]
		}
		if c+1 < classes && cells[c+1].demerits < best.demerits {
			best = cells[c+1]
		}
		if any.demerits < best.demerits {
			best = any
		}
		r.demerits[c], r.step[c] = best.demerits, best.step
	}
}

func (r *row) least() int64 {
	return min(r.demerits[0], r.demerits[1], r.demerits[2], r.demerits[3])
}
