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
	from, to      int // lines
	y             int // steps from the top of the type area
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
	p.nodes, p.kept = append(p.nodes[:0], step{prev: -1}), 0
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
	if size := (p.lines+2)*stepsPerLine*2*len(depths) + 1; len(p.table) < size {
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
	}
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

// key numbers the ways of standing on a page: what room is left, on which side.
func (p *paginator) key(s *state) int {
	taken := min(s.used+p.foot.height(s.rows), (p.lines+1)*stepsPerLine)
	return (taken*2+int(s.side))*len(depths) + int(s.deep)
}

// start is a state with the place at which the next unit would begin.
type start struct {
	state
	y int
}

// fresh is the ways to stand at the top of a page, by side and depth: only the
// cheapest of each is worth going on with. One that is not there has page 0.
type fresh [2 * len(depths)]state

func (f *fresh) keep(s state) {
	if old := &f[int(s.side)*len(depths)+int(s.deep)]; old.page == 0 || s.cost < old.cost {
		*old = s
	}
}

// advance sets unit i after every state. If forced it may part a unit from what
// it should be kept with.
func (p *paginator) advance(i int, forced bool) {
	starts := p.startsOf(i, forced)
	u := &p.units[i]
	if u.solid != nil {
		for _, s := range starts {
			p.setSolid(s.state, i, s.y)
		}
		return
	}
	for v := range u.variants {
		p.setParagraph(starts, i, v)
	}
}

// opens reports whether the white between two units may be a line more than it is:
// around headings, quotations, lists, figures, where nobody measures it.
func opens(above, below *unit) bool {
	return !above.keep && max(above.after, below.before) >= stepsPerLine
}

// startsOf lists where unit i may begin: below what stands on the page, or at the
// top of a new one.
func (p *paginator) startsOf(i int, forced bool) []start {
	u := &p.units[i]
	top := u.top
	if u.again != nil {
		top = u.again.height
	}
	starts := p.starts[:0]
	var tops fresh
	for _, s := range p.states {
		if s.used == 0 || i == 0 {
			starts = append(starts, start{s, s.used + top})
			if forced && s.used > 0 {
				p.turn(s, &tops) // it does not fit below the opening
			}
			continue
		}
		above := &p.units[i-1]
		y := u.align(s.used + space(above, u))
		starts = append(starts, start{s, y})
		if opens(above, u) {
			more := s
			more.cost += costOpen
			starts = append(starts, start{more, y + stepsPerLine})
		}
		if above.keep && !forced {
			continue
		}
		if above.keep {
			s.cost += costWidow
		}
		p.turn(s, &tops)
	}
	for _, s := range tops {
		if s.page != 0 {
			starts = append(starts, start{s, top})
		}
	}
	p.starts = starts
	return starts
}

// setSolid places a solid, which must fit unless the page is its own.
func (p *paginator) setSolid(s state, i, y int) {
	u := &p.units[i]
	room := p.room(s)
	if p.foot != nil {
		s.rows += p.foot.rowsOfSolid(u.solid)
	}
	if y+u.solid.height+p.foot.height(s.rows) > room {
		if s.used > 0 {
			return
		}
		if y+u.solid.height > room {
			s.cost += costOverfull
		}
	}
	p.emit(s, placement{unit: i, y: y}, min(y+u.solid.height, room))
}

// room returns how many steps the page of s has.
func (p *paginator) room(s state) int {
	return (p.lines + depths[s.deep].lines) * stepsPerLine
}

// setParagraph places a paragraph in one of its variants, over as many pages as
// it needs. What goes on to a new page is a state of its own by the number of
// lines already set, so that a long paragraph costs no more than many short ones.
func (p *paginator) setParagraph(starts []start, i, v int) {
	lines := p.units[i].variants[v].lines
	if cap(p.pending) < lines+1 {
		p.pending = make([]fresh, lines+1)
	}
	p.pending = p.pending[:lines+1]
	clear(p.pending)
	for _, s := range starts {
		s.cost += p.units[i].variants[v].cost
		p.fill(s.state, i, v, 0, s.y)
	}
	for from := 1; from < lines; from++ {
		for _, s := range p.pending[from] {
			if s.page != 0 {
				p.fill(s, i, v, from, 0)
			}
		}
	}
}

// fill places lines from on of a paragraph at y: the rest of it, or as many as
// the page takes.
func (p *paginator) fill(s state, i, v, from, y int) {
	u := &p.units[i]
	total := u.variants[v].lines
	fit := p.fit(&s, u, v, from, y)
	rest := total - from
	headed := from == 0 && i > 0 && p.units[i-1].keep
	if rest <= fit {
		if headed && rest < 2 && fit-rest < 2 {
			s.cost += costNearFoot
		}
		s.rows += p.rows(u, v, from, total)
		p.emit(s, placement{i, v, from, total, y}, y+rest*stepsPerLine)
		return
	}
	found := false
	for k := fit; k >= max(fit-2, 1); k-- {
		if u.whole && s.used > 0 || from == 0 && k < 2 || rest-k < 2 {
			continue
		}
		found = true
		cost := int64(0)
		if headed && k < 3 {
			cost = costNearFoot
		}
		p.split(s, i, v, from, k, y, cost)
	}
	if !found && s.used == 0 && fit > 0 {
		p.split(s, i, v, from, min(fit, rest-1), y, costWidow)
	}
}

// fit returns how many lines of a paragraph, from a number on, have room below y
// with the notes that they call. Of the last note the first rows are enough.
func (p *paginator) fit(s *state, u *unit, v, from, y int) int {
	room := p.room(*s)
	most := max((room-y)/stepsPerLine, 0)
	if p.foot == nil {
		return most
	}
	rows := s.rows
	for k := range min(most, u.variants[v].lines-from) {
		all, last := p.foot.rowsOfLine(u.paragraph, &u.variants[v], from+k)
		if y+(k+1)*stepsPerLine+p.foot.height(rows+all-last+min(last, leastRows)) > room {
			return k
		}
		rows += all
	}
	return most
}

// rows returns how many rows of notes the lines from..to of a paragraph call.
func (p *paginator) rows(u *unit, v, from, to int) int {
	if p.foot == nil {
		return 0
	}
	rows := 0
	for line := from; line < to; line++ {
		all, _ := p.foot.rowsOfLine(u.paragraph, &u.variants[v], line)
		rows += all
	}
	return rows
}

// split ends the page after k lines of a paragraph; the rest waits as pending.
func (p *paginator) split(s state, i, v, from, k, y int, cost int64) {
	s.cost += cost
	if p.hyphen(i, v, from+k-1) {
		if s.side == recto {
			s.cost += costHyphenTurn
		} else {
			s.cost += costHyphen
		}
	}
	s.used = y + k*stepsPerLine
	s.rows += p.rows(&p.units[i], v, from, from+k)
	at := len(p.nodes)
	p.nodes = append(p.nodes, step{placement{i, v, from, from + k, y}, int32(s.page), s.node, int32(p.room(s))})
	s.node = int32(at)
	p.turn(s, &p.pending[from+k])
}

// turn ends the page of s and keeps each way to start the next.
func (p *paginator) turn(s state, tops *fresh) {
	if over := p.leftOver(&s); over > 0 {
		s.cost += costNoteSplit + 20*int64(over)
		s.rows = over
	} else {
		missing := int64(p.room(s)-s.used-p.foot.height(s.rows)+stepsPerLine-1) / stepsPerLine
		s.cost += costShort * missing * missing
		s.rows = 0
	}
	s.page++
	s.used = 0
	if p.foot.height(s.rows) > (p.lines-leastRows)*stepsPerLine {
		// The notes leave no room for text on the next page either.
		s.side, s.deep = 1-s.side, 0
		p.turn(s, tops)
		return
	}
	if s.side == verso {
		s.side = recto
		tops.keep(s)
		return
	}
	s.side = verso
	for d := range depths {
		t := s
		t.deep = int8(d)
		t.cost += depths[d].cost
		tops.keep(t)
	}
}

// leftOver returns how many rows of the page's notes have no room below its text.
func (p *paginator) leftOver(s *state) int {
	if s.rows == 0 || s.used+p.foot.height(s.rows) <= p.room(*s) {
		return 0
	}
	return s.rows - p.foot.fit(p.room(*s)-s.used)
}

// emit records the state after a placement, if none as good stands the same way.
func (p *paginator) emit(s state, at placement, used int) {
	s.used = used
	slot := &p.table[p.key(&s)]
	if *slot > 0 && p.next[*slot-1].cost <= s.cost {
		return
	}
	p.nodes = append(p.nodes, step{at, int32(s.page), s.node, int32(p.room(s))})
	s.node = int32(len(p.nodes) - 1)
	if *slot > 0 {
		p.next[*slot-1] = s
		return
	}
	p.next = append(p.next, s)
	*slot = int32(len(p.next))
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
