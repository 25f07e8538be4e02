package layout

// advance sets unit i after every state. If forced it may part a unit from what
// it should be kept with.
func (p *paginator) advance(i int, forced bool) {
	starts := p.startsOf(i, forced)
	u := &p.units[i]
	for j := range starts {
		starts[j].cost += passed(u, starts[j].waits)
	}
	if u.solid != nil {
		for _, s := range starts {
			if !u.floats || s.waits == 0 {
				p.setSolid(s.state, i, s.y)
			}
		}
		if u.floats && i > 0 {
			p.wait()
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
		above := &p.units[s.above]
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
			y := top
			if s.used > 0 {
				y = p.below(&s, u)
			}
			if s.used == 0 || u.again == nil { // only the page's first thing has its head again
				starts = append(starts, start{s, y})
			}
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
				p.fill(s, i, v, from, p.below(&s, &p.units[i]))
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
	headed := from == 0 && i > 0 && p.units[s.above].keep
	if rest <= fit {
		if headed && rest < 2 && fit-rest < 2 {
			s.cost += costNearFoot
		}
		s.rows += p.rows(u, v, from, total)
		p.emit(s, placement{unit: i, variant: v, from: from, to: total, y: y}, y+rest*stepsPerLine)
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
	p.nodes = append(p.nodes, step{placement{unit: i, variant: v, from: from, to: from + k, y: y}, int32(s.page), s.node, int32(p.room(s))})
	s.node, s.above = int32(at), int32(i)
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
	s.cost += costLate * int64(s.waits)
	if p.foot.height(s.rows) > (p.lines-leastRows)*stepsPerLine {
		// The notes leave no room for text on the next page either.
		s.side, s.deep = 1-s.side, 0
		p.turn(s, tops)
		return
	}
	if s.side == verso {
		s.side = recto
		p.head(s, tops)
		return
	}
	s.side = verso
	for d := range depths {
		t := s
		t.deep = int8(d)
		t.cost += depths[d].cost
		p.head(t, tops)
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
	s.used, s.above = used, int32(at.unit)
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
