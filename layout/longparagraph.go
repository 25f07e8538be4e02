package layout

// A paragraph of fifty pages is no prose. All of it at once would cost time and memory
// that grow faster than its length, since every line end can then have many line
// numbers. So it is broken a stretch at a time; the last lines of a stretch are broken
// again with the next, which leaves nothing of the seam to see.
const (
	longItems    = 40_000 // items of a long paragraph
	stretchItems = 4_000  // items of a stretch: about three pages of prose
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
// paragraph, after so many lines. Where no breaks are good each line is filled for
// itself.
func (c *composer) stretchBreaks(p *paragraph, start, end, lines int) []int {
	part := paragraph{items: p.items[start:end], measure: p.measure}
	if lines == 0 {
		part.first = p.first
	}
	if end < len(p.items) {
		part.items, part.atoms = append(c.items[:0], part.items...), c.atoms[:0]
		part.finish()
		c.items, c.atoms = part.items, part.atoms
	}
	taste := lineParams(p.size())
	taste.Strict = true
	breaks, ok := c.breaker.Break(part.items, part.lineMeasure, taste)
	if !ok {
		taste = hardParams(p.size())
		taste.Strict = true
		breaks, ok = c.breaker.Break(part.items, part.lineMeasure, taste)
	}
	if !ok {
		breaks = c.raggedBreaks(&part)
	}
	for i := range breaks {
		breaks[i] += start
	}
	return breaks
}
