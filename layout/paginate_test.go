package layout

import (
	"math/rand"
	"testing"
)

// TestPaginateOracle holds that on small galleys the page breaker finds pages that
// cost no more than the best of all ways to break them.
func TestPaginateOracle(t *testing.T) {
	compared := 0
	for seed := range int64(300) {
		r := rand.New(rand.NewSource(seed))
		o := oracle{paginator: paginator{units: randomUnits(r), lines: 5 + r.Intn(4)}}
		o.hyphen = func(unit, variant, line int) bool { return (unit*7+variant*3+line*5+int(seed))%4 == 0 }
		if r.Intn(2) == 0 {
			o.sink = stepsPerLine * (1 + r.Intn(2))
		}
		first := side(r.Intn(2))
		want := o.best(first)
		if want < 0 {
			continue // nothing keeps all the rules: the search must force a break
		}
		compared++
		p := o.paginator
		paginate(&p, first)
		if got := p.cost(); got > want {
			t.Errorf("seed %d: the pages cost %d, the best %d", seed, got, want)
		}
	}
	if compared < 150 {
		t.Errorf("only %d of 300 galleys compared", compared)
	}
}

// randomUnits makes headings, paragraphs of one to seven lines and solids.
func randomUnits(r *rand.Rand) []unit {
	units := make([]unit, 3+r.Intn(4))
	for i := range units {
		u := &units[i]
		switch r.Intn(5) {
		case 0:
			if i < len(units)-1 {
				*u = unit{variants: []variant{{lines: 1}}, before: 6, after: 2, top: 2, loose: true, keep: true, whole: true}
				continue
			}
			fallthrough
		case 1:
			*u = unit{solid: &solid{height: 3 + r.Intn(9)}, before: stepsPerLine, after: stepsPerLine, loose: true, floats: i > 0 && i < 4 && r.Intn(3) == 0}
		default:
			lines := 1 + r.Intn(7)
			u.variants = []variant{{lines: lines}}
			if r.Intn(2) == 0 {
				u.variants = append(u.variants, variant{lines: lines + 1, cost: int64(60 + r.Intn(900))})
			}
			if r.Intn(3) == 0 {
				u.before, u.after = stepsPerLine, stepsPerLine
			}
		}
	}
	return units
}

// cost is that of the cheapest end that the search has found.
func (p *paginator) cost() int64 {
	best := int64(-1)
	for _, s := range p.states {
		if c := s.cost + p.endCost(&s); best < 0 || c < best {
			best = c
		}
	}
	return best
}

// oracle tries every way to break a galley. It shares the rules of the paginator,
// what each thing costs and what may follow what, and none of its search.
type oracle struct{ paginator }

func (o *oracle) best(first side) int64 {
	best := int64(-1)
	for d := range depths {
		for _, shift := range sinkShifts {
			used := o.sink + shift*stepsPerLine
			if o.sink == 0 && shift != 0 || used < 0 {
				continue
			}
			s := state{used: used, side: first, deep: int8(d), cost: depths[d].cost + costSink*abs(shift)}
			best = least(best, o.from(0, s))
		}
	}
	return best
}

// least returns the smaller cost; negative ones stand for none.
func least(a, b int64) int64 {
	if a < 0 || b >= 0 && b < a {
		return b
	}
	return a
}

// from returns the cost of the best way to set the units from i on.
func (o *oracle) from(i int, s state) int64 {
	if i == len(o.units) {
		return o.end(s)
	}
	u := &o.units[i]
	if s.used == 0 || i == 0 {
		return o.at(i, s, s.used+u.top)
	}
	above := &o.units[s.above]
	y := u.align(s.used + space(above, u))
	best := o.at(i, s, y)
	if u.floats && s.waits < mostWaiting {
		later := s
		later.cost, later.waits = s.cost+costFloat, s.waits+1
		best = least(best, o.from(i+1, later))
	}
	if opens(above, u) {
		more := s
		more.cost += costOpen
		best = least(best, o.at(i, more, y+stepsPerLine))
	}
	if !above.keep {
		for _, next := range o.turned(i, s) {
			y := u.top
			if next.used > 0 {
				y = o.below(&next, u)
			}
			best = least(best, o.at(i, next, y))
		}
	}
	return best
}

// end returns what the end costs with the figures that wait.
func (o *oracle) end(s state) int64 {
	n := len(o.units)
	low := s
	for low.waits > 0 && o.figure(n, &low) {
	}
	if low.waits == 0 {
		return low.cost + o.endCost(&low)
	}
	best := int64(-1)
	for _, next := range o.turned(n, low) {
		if next.waits == 0 && next.used > 0 {
			best = least(best, next.cost+o.endCost(&next))
		}
	}
	return best
}

// figure sets the first figure that waits before unit i, if it has room.
func (o *oracle) figure(i int, s *state) bool {
	at, left := i, int(s.waits)
	for left > 0 {
		at--
		if o.units[at].floats {
			left--
		}
	}
	u := &o.units[at]
	y := o.below(s, u)
	end := y + u.solid.height
	if end > o.room(*s) {
		if s.used > 0 {
			return false
		}
		s.cost += costOverfull
	}
	s.used, s.above, s.waits = min(end, o.room(*s)), int32(at), s.waits-1
	return true
}

// at sets unit i at y.
func (o *oracle) at(i int, s state, y int) int64 {
	u := &o.units[i]
	if u.floats && s.waits > 0 {
		return -1 // figures keep their order
	}
	s.cost += passed(u, s.waits)
	if u.solid != nil {
		end := y + u.solid.height
		if end > o.room(s) {
			if s.used > 0 {
				return -1
			}
			s.cost += costOverfull
		}
		s.used, s.above = min(end, o.room(s)), int32(i)
		return o.from(i+1, s)
	}
	best := int64(-1)
	for v := range u.variants {
		with := s
		with.cost += u.variants[v].cost
		best = least(best, o.lines(i, v, 0, with, y))
	}
	return best
}

// lines sets the lines from a number on.
func (o *oracle) lines(i, v, from int, s state, y int) int64 {
	u := &o.units[i]
	rest := u.variants[v].lines - from
	fit := max((o.room(s)-y)/stepsPerLine, 0)
	headed := from == 0 && i > 0 && o.units[s.above].keep
	if rest <= fit {
		if headed && rest < 2 && fit-rest < 2 {
			s.cost += costNearFoot
		}
		s.used, s.above = y+rest*stepsPerLine, int32(i)
		return o.from(i+1, s)
	}
	best := int64(-1)
	for k := max(fit-2, 1); k <= fit; k++ {
		if u.whole && s.used > 0 || from == 0 && k < 2 || rest-k < 2 {
			continue
		}
		end := s
		end.used, end.above = y+k*stepsPerLine, int32(i)
		if headed && k < 3 {
			end.cost += costNearFoot
		}
		if o.hyphen(i, v, from+k-1) {
			end.cost += [...]int64{verso: costHyphen, recto: costHyphenTurn}[s.side]
		}
		for _, next := range o.turned(i, end) {
			best = least(best, o.lines(i, v, from+k, next, o.below(&next, u)))
		}
	}
	return best
}

// turned lists the ways to stand on the pages after s, at unit i or in it: at the top of
// one, below figures, behind pages of figures.
func (o *oracle) turned(i int, s state) []state {
	var all []state
	for _, next := range o.tops(s) {
		for next.waits > 0 && o.figure(i, &next) {
		}
		all = append(all, next)
		if next.used > 0 {
			all = append(all, o.turned(i, next)...)
		}
	}
	return all
}

// tops lists the ways to stand at the top of the page after s.
func (o *oracle) tops(s state) []state {
	lack := int64(o.room(s)-s.used+stepsPerLine-1) / stepsPerLine
	s.cost += costShort*lack*lack + costLate*int64(s.waits)
	s.page, s.used = s.page+1, 0
	if s.side == verso {
		s.side = recto
		return []state{s}
	}
	s.side = verso
	var all []state
	for d := range depths {
		next := s
		next.deep, next.cost = int8(d), s.cost+depths[d].cost
		all = append(all, next)
	}
	return all
}
