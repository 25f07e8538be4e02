package layout

// A paragraph of a hundred pages is no prose. All of it at once would cost time and
// memory that grow faster than its length, since every line end can then have many
// line numbers. So it is broken a stretch at a time; the last lines of a stretch are
// broken again with the next, which leaves nothing of the seam to see.
const (
	stretchItems = 20_000 // items of a stretch: about ten pages of prose
	stretchSeam  = 20     // lines that the next stretch breaks again
)

// longBreaks chooses the line ends of a paragraph stretch by stretch.
func (c *composer) longBreaks(p *paragraph) []int {
	var breaks []int
	room := stretchItems
	for start := 0; ; {
		end := start + room
		if end+stretchItems >= len(p.items) {
			return append(breaks, c.stretchBreaks(p, start, len(p.items), len(breaks))...)
		}
		found := c.stretchBreaks(p, start, end, len(breaks))
		keep := len(found) - stretchSeam
		if keep < 1 {
			room *= 2 // hardly a line end in it
			continue
		}
		breaks = append(breaks, found[:keep]...)
		start, room = nextBox(p.items, breaks[len(breaks)-1]), stretchItems
	}
}

// stretchBreaks returns the line ends of the items start..end, as if they were a
// paragraph, after so many lines.
func (c *composer) stretchBreaks(p *paragraph, start, end, lines int) []int {
	items := p.items[start:end]
	if end < len(p.items) {
		whole := paragraph{items: append(c.items[:0], items...), atoms: c.atoms[:0], measure: p.measure}
		whole.finish()
		items, c.items, c.atoms = whole.items, whole.items, whole.atoms
	}
	measure := func(i int) int64 { return p.lineMeasure(lines + i) }
	breaks, ok := c.breaker.Break(items, measure, lineParams(p.size()))
	if !ok {
		breaks, _ = c.breaker.Break(items, measure, hardParams(p.size()))
	}
	for i := range breaks {
		breaks[i] += start
	}
	return breaks
}
