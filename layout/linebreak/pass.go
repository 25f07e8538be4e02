package linebreak

// pass is one search through the paragraph, with the rules that it goes by.
type pass struct {
	plain     bool  // no line ends at a flagged point that is not forced
	last      bool  // anything goes, at a cost
	limit     int64 // greatest ratio in 297ths
	emergency int64 // added to the stretch of every line
}

// hopeless is the badness from which the last pass counts underfull lines, and
// bursting that of overfull ones; what the ratio adds is at most infBad.
const (
	hopeless = infBad
	bursting = 3 * infBad
)

// ladderDemerits is what the last pass takes for a hyphen too many in a run: as
// much as for a line of badness 10000.
const ladderDemerits = infBad * infBad

// lineState is what is known of one line number.
type lineState struct {
	measure int64
	best    int64 // least demerits of a line of this number that ends at the current point
}

// final is the best way to the end of the paragraph in one number of lines.
type final struct {
	lines    int
	demerits int64
	step     int32
}

// run searches through all points by the rules of p and leaves the ways to the end
// in b.finals, by rising number of lines. It reports whether there is one.
func (b *Breaker) run(p pass) bool {
	b.begin(p)
	for j := 1; j < len(b.points); j++ {
		e := &b.points[j]
		if p.plain && e.flagged && !e.forced {
			continue
		}
		b.extend(int32(j))
		if e.forced {
			b.low = len(b.nodes)
		}
		b.settle(int32(j))
		if b.low == len(b.nodes) {
			break
		}
	}
	return len(b.finals) > 0
}

// begin forgets the pass before and starts with one node at the paragraph's start.
func (b *Breaker) begin(p pass) {
	b.pass = p
	b.low, b.nodes = 0, b.nodes[:0]
	b.rows, b.steps, b.cells = b.rows[:0], b.steps[:0], b.cells[:0]
	b.lines, b.finals = b.lines[:0], b.finals[:0]
	b.sorted = ascending(b.points, p.limit)
	b.firstLine, b.lastLine = 0, 0
	b.reachLine(0)
	b.cells[decent].demerits = 0
	b.settle(0)
}

// extend finds the best lines that end at point j (Knuth & Plass 1981, p. 1156,
// the main loop). The nodes stand by rising point, so that those that can end a
// line here stand together, after the overfull and before the too loose.
func (b *Breaker) extend(j int32) {
	e := &b.points[j]
	reach := 297*e.width + (b.pass.limit+1)*(e.stretch+b.pass.emergency)
	choosy := !b.pass.last && b.pass.limit <= maxRatio
	least := b.costs[0].demerits + e.penalty
	b.dropOverfull(j)
	b.firstLine, b.lastLine = int32(len(b.lines)), -1
	for i := b.low; i < len(b.nodes); i++ {
		n := &b.nodes[i]
		t := n.width - e.width
		if choosy && n.reach >= reach && t > 0 {
			if b.sorted {
				break
			}
			continue
		}
		if e.least > n.least && !(b.pass.last && n.next == j) || j < n.next ||
			n.best+least >= b.lines[n.line+1].best+b.params.AdjDemerits {
			continue
		}
		d, class, ok := b.lineCost(n, e, t)
		if ok {
			b.offer(n, e, d+e.penalty+b.endCost(n, j, t), class)
		}
	}
}

// dropOverfull takes the nodes from the front whose lines are overfull at point j
// and will be at all later ones.
func (b *Breaker) dropOverfull(j int32) {
	floor := b.points[j].floor
	for b.low < len(b.nodes) && floor > b.nodes[b.low].least {
		if b.pass.last && b.nodes[b.low].next >= j {
			return // the last pass may have to let it burst
		}
		b.low++
	}
}

// lineCost returns the demerits of the line from n to e for its looseness alone,
// and its fitness class. t is what the line lacks of the measure.
func (b *Breaker) lineCost(n *node, e *point, t int64) (demerits int64, class uint8, ok bool) {
	if b.pass.last {
		return b.lastCost(n, e, t)
	}
	if t >= 0 {
		c := &b.costs[ratio(t, e.stretch-n.stretch+b.pass.emergency)]
		return c.demerits, c.stretched, true
	}
	r := ratio(-t, e.shrink-n.shrink)
	if r > b.pass.limit {
		return 0, 0, false
	}
	return b.costs[r].demerits, b.costs[r].shrunk, true
}

// lastCost is lineCost in the last pass, where lines that are too loose or overfull
// still differ by how much.
func (b *Breaker) lastCost(n *node, e *point, t int64) (demerits int64, class uint8, ok bool) {
	measure := b.lines[n.line].measure
	penalty := int64(b.params.LinePenalty)
	stretch := e.stretch - n.stretch + b.pass.emergency
	switch r := ratio(max(t, 0), stretch); {
	case e.least > n.least:
		return costOf(bursting+Badness(max(-t, 0), measure), penalty).demerits, tight, true
	case t < 0:
		r = ratio(-t, e.shrink-n.shrink)
		return b.costs[r].demerits, b.costs[r].shrunk, true
	case r > maxRatio:
		return costOf(hopeless+Badness(t, stretch+measure/4), penalty).demerits, veryLoose, true
	default:
		return b.costs[r].demerits, b.costs[r].stretched, true
	}
}

// endCost returns what is due for the end of the paragraph, if point j is it: a
// hyphen on the line before, and a runt.
func (b *Breaker) endCost(n *node, j int32, t int64) (d int64) {
	if int(j) != len(b.points)-1 {
		return 0
	}
	if n.flagged {
		d += b.params.FinalHyphenDemerits
	}
	if n.line > 0 && b.lines[n.line].measure-t < b.params.MinLastLine {
		d += b.params.RuntDemerits
	}
	return d
}

// offer enters the line from n to e, of demerits d, among the cells. Row k of a
// line number's cells is for runs of at most k+1 hyphens; settle makes good that
// a shorter run counts there as well.
func (b *Breaker) offer(n *node, e *point, d int64, class uint8) {
	line := n.line + 1
	b.firstLine, b.lastLine = min(b.firstLine, line), max(b.lastLine, line)
	cells := b.cells[int(line)*b.runs*classes:][:b.runs*classes]
	switch {
	case !e.flagged || !n.flagged:
		take(&cells[class], d+n.all.demerits[class], n.all.step[class])
		b.lines[line].best = min(b.lines[line].best, cells[class].demerits)
	case n.nrows == 1:
		b.offerRun(cells, 1, &n.all, d, class)
	default:
		for k := range int(n.nrows) {
			b.offerRun(cells, k+1, &b.rows[int(n.rows)+k], d, class)
		}
	}
}

// offerRun enters a line that ends a run of at most k+1 hyphens.
func (b *Breaker) offerRun(cells []cell, k int, r *row, d int64, class uint8) {
	d += b.params.DoubleHyphenDemerits
	if k >= b.runs {
		if b.strict {
			return
		}
		k, d = b.runs-1, d+b.excess
	}
	if r.step[class] >= 0 {
		take(&cells[k*classes+int(class)], d+r.demerits[class], r.step[class])
	}
}

func take(c *cell, d int64, step int32) {
	if d < c.demerits {
		c.demerits, c.step = d, step
	}
}
