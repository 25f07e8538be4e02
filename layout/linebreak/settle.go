package linebreak

// settle makes nodes of the best lines that end at point j, or finals if that is
// the paragraph's end, and clears the cells.
func (b *Breaker) settle(j int32) {
	runs := b.runs
	if !b.points[j].flagged {
		runs = 1 // no run ends here, so that offer has left the other rows alone
	}
	for line := b.firstLine; line <= b.lastLine; line++ {
		b.reachLine(line) // first, since it may move the cells
		cells := b.cells[int(line)*b.runs*classes:][:runs*classes]
		if nrows := b.widen(cells, j); nrows > 0 {
			if int(j) == len(b.points)-1 {
				b.finish(line, cells[(nrows-1)*classes:][:classes])
			} else {
				b.activate(line, j, cells[:nrows*classes])
			}
		}
		clearCells(cells)
		b.lines[line].best = far
	}
}

func clearCells(cells []cell) {
	for i := range cells {
		cells[i] = cell{far, -1}
	}
}

// widen makes each row of cells count the shorter runs of the rows before it, gives
// each way that remains a step of its own, and returns how many rows differ; 0 if
// no line ends here.
func (b *Breaker) widen(cells []cell, j int32) (nrows int) {
	for i := range cells {
		c := &cells[i]
		switch {
		case i >= classes && cells[i-classes].demerits <= c.demerits:
			*c = cells[i-classes]
		case c.demerits < far:
			b.steps = append(b.steps, step{c.step, j})
			c.step = int32(len(b.steps) - 1)
			nrows = i/classes + 1
		}
	}
	return nrows
}

// activate appends the node of point j whose next line has the given number. Row k
// of cells holds the lines that end there with a run of at most k+1 hyphens.
func (b *Breaker) activate(line, j int32, cells []cell) {
	b.compact()
	b.nodes = append(b.nodes, node{})
	n, p, measure := &b.nodes[len(b.nodes)-1], &b.points[j], b.lines[line].measure
	n.least = p.fromWidth - p.fromShrink + measure
	n.reach = p.reach(b.pass.limit) + 297*measure
	n.width = p.fromWidth + measure
	n.stretch, n.shrink = p.fromStretch, p.fromShrink
	n.line, n.point, n.next = line, j, p.next
	n.flagged = p.flagged
	n.rows, n.nrows = int32(len(b.rows)), int32(len(cells)/classes)
	for k := 0; n.nrows > 1 && k < int(n.nrows); k++ {
		b.rows = append(b.rows, row{})
		transition(&b.rows[len(b.rows)-1], cells[k*classes:], b.params.AdjDemerits)
	}
	transition(&n.all, cells[len(cells)-classes:], b.params.AdjDemerits)
	n.best = n.all.least()
}

// compact moves the active nodes to the front once many have been dropped.
func (b *Breaker) compact() {
	if b.low >= 64 && b.low > len(b.nodes)/2 {
		b.nodes = b.nodes[:copy(b.nodes, b.nodes[b.low:])]
		b.low = 0
	}
}

// reachLine asks for the measure of the line of the given number and makes room for
// the cells of those that end it, if that has not been done yet.
func (b *Breaker) reachLine(line int32) {
	for int(line)+1 >= len(b.lines) {
		i := len(b.lines)
		b.lines = append(b.lines, lineState{b.measure(i), far})
		if b.lines[i].measure != b.lines[0].measure {
			b.sorted = false
		}
		for range b.runs * classes {
			b.cells = append(b.cells, cell{far, -1})
		}
	}
}

// finish records the best way to the paragraph's end in the given number of lines.
func (b *Breaker) finish(lines int32, cells []cell) {
	best := cells[0]
	for _, c := range cells[1:] {
		if c.demerits < best.demerits {
			best = c
		}
	}
	b.finals = append(b.finals, final{int(lines), best.demerits, best.step})
}
