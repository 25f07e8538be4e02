package linebreak

import "slices"

// Breaker breaks paragraphs one after another and keeps its scratch space between
// them. The zero value is ready. It is not for use by two goroutines at once.
type Breaker struct {
	params  Params
	measure func(line int) int64
	pass    pass

	runs   int   // rows of cells: the lengths of runs of hyphens told apart
	strict bool  // a run longer than that is not allowed;
	excess int64 // otherwise it costs this

	points []point
	nodes  []node // active from low on, by rising point, then line
	low    int
	rows   []row
	steps  []step
	lines  []lineState
	cells  []cell // b.runs rows of classes for each line number
	finals []final
	costs  []cost

	costsFor            pricing // of costs
	sorted              bool    // the nodes' reach rises
	firstLine, lastLine int32   // line numbers with lines that end at the current point
}

// Variant is the best way to set a paragraph in a given number of lines.
type Variant struct {
	Breaks   []int // indices of the items at which lines end
	Lines    int
	Demerits int64
	Fits     bool // every line is within tolerance
}

// Break chooses where to end the lines of one paragraph so that total demerits are
// least (Knuth & Plass 1981, "Choosing the best breaks").
//
// items ends with a forced penalty. measure(i) is the length of line i, i from 0;
// it is called once for each line number, in order, possibly for a few more than
// there are. The result lists, in order, the indices of the items at which lines
// end. If no set of breaks keeps every line within tolerance, Break returns the
// least bad set and ok is false. It returns nil for items of another form.
//
// Break takes O(n*a) time, a being the greatest number of active breakpoints:
// those within reach of one line, once for each line number they can have.
func Break(items []Item, measure func(line int) int64, p Params) (breaks []int, ok bool) {
	return new(Breaker).Break(items, measure, p)
}

// Variants returns the best way to break the paragraph, and the best in up to two
// lines fewer or more, by rising number of lines, as far as there are any within
// tolerance. All come from one pass. The best has the least demerits, and of equals
// the fewest lines; Looseness does not count. Arguments are those of Break.
func Variants(items []Item, measure func(line int) int64, p Params) []Variant {
	return new(Breaker).Variants(items, measure, p)
}

// Break is the package's Break with the scratch space of b.
func (b *Breaker) Break(items []Item, measure func(line int) int64, p Params) (breaks []int, ok bool) {
	ok, whole := b.search(items, measure, p)
	if !whole {
		return nil, false
	}
	f := b.finals[b.best()]
	if ok {
		f = b.finals[b.nearest(f.lines+p.Looseness)]
	}
	return b.trace(f), ok
}

// Variants is the package's Variants with the scratch space of b.
func (b *Breaker) Variants(items []Item, measure func(line int) int64, p Params) []Variant {
	ok, whole := b.search(items, measure, p)
	if !whole {
		return nil
	}
	best := b.finals[b.best()]
	var list []Variant
	for _, f := range b.finals {
		away := f.lines - best.lines
		if away == 0 || ok && -2 <= away && away <= 2 {
			list = append(list, Variant{b.trace(f), f.lines, f.demerits, ok})
		}
	}
	return list
}

// search runs passes until one succeeds. ok is false if only the last did; whole is
// false if items are no paragraph.
func (b *Breaker) search(items []Item, measure func(line int) int64, p Params) (ok, whole bool) {
	if len(items) == 0 || !items[len(items)-1].forced() {
		return false, false
	}
	b.params, b.measure = p.resolved(), measure
	b.points = appendPoints(b.points[:0], items)
	b.setCosts()
	b.setRuns(false)
	p = b.params
	if p.Pretolerance > 0 && b.run(pass{plain: true, limit: ratioLimit(p.Pretolerance)}) {
		return true, true
	}
	if b.run(pass{limit: ratioLimit(p.Tolerance)}) {
		return true, true
	}
	if p.EmergencyStretch > 0 && b.run(pass{limit: ratioLimit(p.Tolerance), emergency: p.EmergencyStretch}) {
		return true, true
	}
	if p.Strict {
		return false, false
	}
	b.setRuns(true)
	b.run(pass{last: true, limit: maxRatio + 1, emergency: p.EmergencyStretch})
	return false, true
}

func (b *Breaker) setCosts() {
	pricing := b.params.pricing()
	if len(b.costs) == 0 || b.costsFor != pricing {
		b.costs, b.costsFor = pricing.appendCosts(b.costs[:0]), pricing
	}
}

// setRuns decides how runs of hyphens are told apart and what becomes of long ones.
func (b *Breaker) setRuns(last bool) {
	b.runs, b.strict, b.excess = b.params.MaxHyphens, !last, 0
	if last {
		b.excess = ladderDemerits
	}
	if b.runs < 0 || b.runs > mostHyphens {
		b.runs, b.strict, b.excess = 1, false, 0
	}
}

// best returns the index of the final of least demerits.
func (b *Breaker) best() int {
	best := 0
	for i := range b.finals {
		if b.finals[i].demerits < b.finals[best].demerits {
			best = i
		}
	}
	return best
}

// nearest returns the index of the final whose number of lines is nearest to the
// given one; of two, that of fewer demerits.
func (b *Breaker) nearest(lines int) int {
	best := 0
	for i, f := range b.finals {
		near, nearest := abs(f.lines-lines), abs(b.finals[best].lines-lines)
		if near < nearest || near == nearest && f.demerits < b.finals[best].demerits {
			best = i
		}
	}
	return best
}

func abs(x int) int { return max(x, -x) }

// trace lists the items at which the lines of f end. Step 0 is the paragraph's start.
func (b *Breaker) trace(f final) []int {
	breaks := make([]int, 0, f.lines)
	for s := f.step; s > 0; s = b.steps[s].prev {
		breaks = append(breaks, int(b.points[b.steps[s].point].item))
	}
	slices.Reverse(breaks)
	return breaks
}
