package linebreak

import "slices"

// point is a legal breakpoint. Totals are counted from the paragraph's start, so
// that a line's are differences.
type point struct {
	// width, stretch and shrink are the totals of a line that ends here, with its
	// hyphen and what hangs in the right margin; least is width less shrink.
	width, stretch, shrink, least int64
	// floor is the smallest least of this and all later points up to the next
	// forced one: what starts too far back for it fits nowhere any more.
	floor int64
	// fromWidth, fromStretch and fromShrink are the totals at the start of the line
	// that follows, with what hangs in the left margin.
	fromWidth, fromStretch, fromShrink int64

	penalty int64 // demerits of the penalty
	item    int32 // index among the items
	next    int32 // index of the first point at which the following line may end
	flagged bool
	forced  bool
}

// totals are sums of items from the paragraph's start.
type totals struct{ width, stretch, shrink int64 }

// appendPoints appends the legal breakpoints of items. The first one stands for
// the paragraph's start; only its from fields and next count.
func appendPoints(dst []point, items []Item) []point {
	dst = append(dst, point{item: -1, next: 1})
	dst[0].fromWidth = hang(&items[0])
	waiting := 1 // points from here on do not know yet where their line starts
	var sum totals
	for i := range items {
		it := &items[i]
		if it.Kind == Box || it.forced() {
			for ; waiting < len(dst); waiting++ {
				dst[waiting].startAt(&sum, it, len(dst))
			}
		}
		if it.Kind != Box && legal(items, i) {
			if len(dst) == cap(dst) {
				dst = slices.Grow(dst, len(items)-i)
			}
			dst = dst[:len(dst)+1] // in place: a point is large
			dst[len(dst)-1].endAt(&sum, items, i)
		}
		if it.Kind != Penalty {
			sum.width += it.Width
			sum.stretch += it.Stretch
			sum.shrink += it.Shrink
		}
	}
	setFloors(dst)
	return dst
}

// endAt lets lines end at items[i], sum being the totals before it. It and startAt
// together set every field but floor.
func (p *point) endAt(sum *totals, items []Item, i int) {
	it := &items[i]
	p.item = int32(i)
	p.width = sum.width + ending(items, i)
	p.stretch = sum.stretch
	p.shrink = sum.shrink
	p.least = p.width - p.shrink
	p.penalty, p.flagged, p.forced = 0, false, false
	if it.Kind == Penalty {
		p.penalty = penaltyDemerits(it.Penalty)
		p.flagged = it.Flagged
		p.forced = it.forced()
	}
}

// startAt lets the line after p start at the item first, sum being the totals
// before that, and end at the point of index next at the earliest.
func (p *point) startAt(sum *totals, first *Item, next int) {
	p.fromWidth = sum.width + hang(first)
	p.fromStretch = sum.stretch
	p.fromShrink = sum.shrink
	p.next = int32(next)
}

func setFloors(points []point) {
	for i := len(points) - 1; i >= 0; i-- {
		p := &points[i]
		p.floor = p.least
		if !p.forced && i+1 < len(points) {
			p.floor = min(p.floor, points[i+1].floor)
		}
	}
}

// ascending reports whether the room left in a line, as it is and stretched to the
// ratio r in 297ths, only falls as its start moves forward. It is so unless widths
// or stretches are negative, or an item hangs out further than it is wide.
func ascending(points []point, r int64) bool {
	for i := 1; i < len(points)-1; i++ {
		p, q := &points[i-1], &points[i]
		if q.fromWidth < p.fromWidth || q.reach(r) < p.reach(r) {
			return false
		}
	}
	return true
}

// reach is the total, in 297ths, of all before the line that follows p, stretched
// just beyond the ratio r.
func (p *point) reach(r int64) int64 { return 297*p.fromWidth + (r+1)*p.fromStretch }
