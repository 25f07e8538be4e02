package layout

import "slices"

// The page breaker chooses the page ends of a whole galley at once by dynamic
// programming (Plass, "Optimal pagination techniques for automatic typesetting
// systems", 1981), with the freedoms that Mittelbach describes ("A general
// framework for globally optimized pagination", Computational Intelligence 35,
// 2019): a paragraph may run a line longer or shorter than its best, and the two
// pages of a spread may both run a line short or long.

// The costs of what a page may do. They were weighed on three books of the wiki:
// a widow or a lone heading is worse than anything but overfull pages, a spread
// that is not level comes next, the freedoms cost little.
const (
	costWidow      = 40_000
	costShort      = 3_000 // a page one line under its depth; grows with the square
	costSpread     = 250   // both pages of a spread run short
	costShorter    = 900   // two lines short
	costLong       = 350   // both run long
	costOpen       = 180   // a line more of white where there is white anyhow
	costHyphen     = 60    // a page ends in a hyphen, verso
	costHyphenTurn = 1_500 // a recto does
	costNearFoot   = 120   // only two lines under a heading at the foot
	costStub       = 2_000 // the last page has fewer than five lines; for each
	costNoteSplit  = 800   // a note goes on at the foot of the next page; for each row 20
	costAlmost     = 500   // the last page lacks a line or two of being full
	costFloat      = 150   // a figure stands at the top of the page after its place in the text
	costFar        = 40    // for each unit that is set before it
	costFarHead    = 400   // the same for a heading
	costLate       = 2_000 // for each further page that it waits
	costOverfull   = 1_000_000
)

// variantCost turns demerits above those of the best lines into the cost of
// running a paragraph long or short.
func variantCost(demerits int64) int64 { return 60 + min(max(demerits, 0)/400, 5_000) }

// side tells on which side of a spread a page lies.
type side uint8

const (
	verso side = iota
	recto
)

// depth is how many lines more or less than its full number the pages of a
// spread hold.
var depths = [...]struct {
	lines int
	cost  int64
}{{0, 0}, {-1, costSpread}, {1, costLong}, {-2, costShorter}}

// sinkShifts is by how many lines the text of a chapter's first page may begin
// higher or lower, so that its last page is not a stub; costSink is for each.
var sinkShifts = [...]int{0, -1, 1, -2}

const costSink = 300

func abs(n int) int64 { return int64(max(n, -n)) }

// placement is a unit, or some lines of its paragraph, on a page.
type placement struct {
	unit, variant int
	from, to      int  // lines
	y             int  // steps from the top of the type area
	floated       bool // away from its place in the text
}

// galleyPage is one page as the page breaker fills it.
type galleyPage struct {
	placements []placement
	used       int // steps down to the last ink
	room       int // steps that the page has
}

// paginator holds the search over one galley.
type paginator struct {
	units  []unit
	lines  int // of a full page
	sink   int // steps left free at the top of the first page
	nodes  []step
	kept   int // nodes that were left when steps were last forgotten
	states []state
	next   []state
	starts []start
	table  []int32 // of next, by key
	floats []int   // the units before the one at hand that may wait
	// pending is, by the number of lines set, how the rest of the paragraph at
	// hand may start a page.
	pending []fresh
	hyphen  func(unit, variant, line int) bool
	foot    *footnotes // nil when no notes stand at the foot
}

// state is the best way to have set everything before a unit, for one way of
// standing on the page.
type state struct {
	used int // steps down to the last ink; 0 at the top of a page
	page int
	side side
	deep int8 // index into depths
	rows int  // of notes that the page has called, and of those left from the last
	cost int64
	node int32
	// above is the unit that was set last. waits is how many figures wait for the top
	// of a page: the last ones of floats.
	above int32
	waits uint8
}

// step is a placement in the chain that led to a state.
type step struct {
	placement
	page int32
	prev int32
	room int32
}

// paginate fills pages with the units. first is the side of the first page.
func paginate(p *paginator, first side) []galleyPage {
	p.states = p.states[:0]
	p.nodes, p.kept, p.floats = append(p.nodes[:0], step{prev: -1}), 0, p.floats[:0]
	for i := range depths {
		for _, shift := range sinkShifts {
			used := p.sink + shift*stepsPerLine
			if p.sink == 0 && shift != 0 || used < 0 {
				continue
			}
			p.states = append(p.states, state{used: used, side: first, deep: int8(i), cost: depths[i].cost + costSink*abs(shift)})
		}
	}
	p.next = p.next[:0]
	if size := ((p.lines+2)*stepsPerLine*2*len(depths) + 1) * (mostWaiting + 1); len(p.table) < size {
		p.table = make([]int32, size)
	}
	for i := range p.units {
		p.advance(i, false)
		if len(p.next) == 0 {
			p.advance(i, true)
		}
		p.prune()
		p.states, p.next = p.next, p.states[:0]
		p.forget()
		if p.units[i].floats {
			p.floats = append(p.floats, i)
		}
	}
	p.settle()
	return p.trace(p.bestEnd())
}

// leastForgotten is how many steps a galley takes before any are forgotten: many more
// than a chapter of a hundred pages.
const leastForgotten = 200_000

// forget drops the steps that no state comes from any more. Of the ways that were
// followed up a few pages ago, one or two are left.
func (p *paginator) forget() {
	if len(p.nodes) < max(leastForgotten, 2*p.kept) {
		return
	}
	place := make([]int32, len(p.nodes)) // of the steps that stay, once they have one
	place[0] = 1
	for _, s := range p.states {
		for n := s.node; place[n] == 0; n = p.nodes[n].prev {
			place[n] = 1
		}
	}
	kept := int32(0)
	for i, stays := range place {
		if stays == 0 {
			continue
		}
		step := p.nodes[i]
		if step.prev >= 0 {
			step.prev = place[step.prev]
		}
		p.nodes[kept], place[i] = step, kept
		kept++
	}
	p.nodes, p.kept = p.nodes[:kept], int(kept)
	for i := range p.states {
		p.states[i].node = place[p.states[i].node]
	}
}

// beam is how many ways of standing on a page are followed up. The best ones
// differ by little; wider beams changed no page of the three books.
const beam = 48

func (p *paginator) prune() {
	for i := range p.next {
		p.table[p.key(&p.next[i])] = 0
	}
	if len(p.next) > beam {
		slices.SortStableFunc(p.next, func(a, b state) int {
			switch {
			case a.cost < b.cost:
				return -1
			case a.cost > b.cost:
				return 1
			}
			return 0
		})
		p.next = p.next[:beam]
	}
}

// key numbers the ways of standing on a page: what room is left, on which side, with how
// many figures waiting.
func (p *paginator) key(s *state) int {
	taken := min(s.used+p.foot.height(s.rows), (p.lines+1)*stepsPerLine)
	return ((taken*2+int(s.side))*len(depths)+int(s.deep))*(mostWaiting+1) + int(s.waits)
}

// start is a state with the place at which the next unit would begin.
type start struct {
	state
	y int
}

// fresh is the ways to stand at the top of a page, by side and depth, bare or below
// figures: only the cheapest of each is worth going on with. One that is not there has
// page 0.
type fresh [2 * 2 * len(depths)]state

func (f *fresh) keep(s state) {
	i := int(s.side)*len(depths) + int(s.deep)
	if s.used > 0 {
		i += len(f) / 2
	}
	if old := &f[i]; old.page == 0 || s.cost < old.cost {
		*old = s
	}
}

// bestEnd returns the node of the cheapest state after the last unit.
func (p *paginator) bestEnd() int32 {
	best, node := int64(-1), int32(0)
	for i := range p.states {
		s := &p.states[i]
		if cost := s.cost + p.endCost(s); best < 0 || cost < best {
			best, node = cost, s.node
		}
	}
	return node
}

// endCost is what it costs to end the galley on the page of s.
func (p *paginator) endCost(s *state) int64 {
	cost := int64(0)
	if lines := int64(s.used / stepsPerLine); s.page > 0 && lines < 5 {
		cost += costStub * (5 - lines)
	}
	if p.leftOver(s) > 0 {
		cost += costNoteSplit + costStub
	}
	if lack := p.room(*s) - s.used - p.foot.height(s.rows); lack >= stepsPerLine && lack <= 2*stepsPerLine {
		cost += costAlmost
	}
	return cost
}

// trace follows the chain back and returns the pages in order.
func (p *paginator) trace(node int32) []galleyPage {
	var chain []step
	for ; p.nodes[node].prev >= 0; node = p.nodes[node].prev {
		chain = append(chain, p.nodes[node])
	}
	slices.Reverse(chain)
	var pages []galleyPage
	for _, st := range chain {
		for len(pages) <= int(st.page) {
			pages = append(pages, galleyPage{room: p.lines * stepsPerLine})
		}
		page := &pages[st.page]
		page.placements = append(page.placements, st.placement)
		page.room = int(st.room)
		u := &p.units[st.unit]
		if u.solid != nil {
			page.used = st.y + u.solid.height
		} else {
			page.used = st.y + (st.to-st.from)*stepsPerLine
		}
	}
	return pages
}
