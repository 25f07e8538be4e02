package layout

// A figure that has no room where the text comes to it may wait for the top of the
// next page, so that the text before it still fills its page. Figures keep their order.

// mostWaiting is how many figures may wait at once.
const mostWaiting = 2

// wait lets the figure at hand wait in every state that has room for one more. At the top
// of a page there is nothing to wait for.
func (p *paginator) wait() {
	for _, s := range p.states {
		if s.waits == mostWaiting || s.used == 0 {
			continue
		}
		s.waits++
		s.cost += costFloat
		p.carry(s)
	}
}

// carry keeps a state in which nothing was set, if none as good stands the same way.
func (p *paginator) carry(s state) {
	slot := &p.table[p.key(&s)]
	switch {
	case *slot == 0:
		p.next = append(p.next, s)
		*slot = int32(len(p.next))
	case s.cost < p.next[*slot-1].cost:
		p.next[*slot-1] = s
	}
}

// passed is what it costs to set a unit while figures wait that belong before it.
func passed(u *unit, waits uint8) int64 {
	if waits == 0 {
		return 0
	}
	if u.keep {
		return costFarHead * int64(waits)
	}
	return costFar * int64(waits)
}

// below returns where a unit begins below the figures at the top of a page, 0 where
// there are none.
func (p *paginator) below(s *state, u *unit) int {
	if s.used == 0 {
		return 0
	}
	return u.align(s.used + space(&p.units[s.above], u))
}

// head begins a page with the figures that wait and have room on it, and keeps that way
// to start it. The text may leave such a page to its figures and go on behind it.
func (p *paginator) head(s state, tops *fresh) {
	for s.waits > 0 {
		if !p.float(&s) {
			break
		}
	}
	tops.keep(s)
	if s.used > 0 {
		p.turn(s, tops)
	}
}

// float sets the first figure that waits on the page of s, if it has room there. One
// that no page has room for takes a page of its own.
func (p *paginator) float(s *state) bool {
	i := p.floats[len(p.floats)-int(s.waits)]
	u := &p.units[i]
	y := u.top
	if s.used > 0 {
		y = p.below(s, u)
	}
	room, rows := p.room(*s), s.rows
	if p.foot != nil {
		rows += p.foot.rowsOfSolid(u.solid)
	}
	if end := y + u.solid.height; end+p.foot.height(rows) > room {
		if s.used > 0 {
			return false
		}
		if end > room {
			s.cost += costOverfull
		}
	}
	p.nodes = append(p.nodes, step{placement{unit: i, y: y, floated: true}, int32(s.page), s.node, int32(room)})
	s.node, s.above = int32(len(p.nodes)-1), int32(i)
	s.used, s.rows = min(y+u.solid.height, room), rows
	s.waits--
	return true
}

// settle sets the figures that still wait at the end of the text: below it, or on a page
// of their own.
func (p *paginator) settle() {
	settled := p.next[:0]
	for _, s := range p.states {
		for s.waits > 0 && p.float(&s) {
		}
		if s.waits == 0 {
			settled = append(settled, s)
			continue
		}
		var tops fresh
		p.turn(s, &tops)
		for _, s := range tops {
			if s.page != 0 && s.waits == 0 && s.used > 0 {
				settled = append(settled, s)
			}
		}
	}
	if len(settled) > 0 {
		p.states, p.next = settled, p.states
	}
}
