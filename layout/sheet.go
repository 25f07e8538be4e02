package layout

import "publish/book"

// sheet is a page being made: x counts from the left of the type area and y from
// the top of the page.
type sheet struct {
	items  []Item
	places []placeOnSheet
	calls  []string // IDs of note calls
	slots  []slotOnSheet
	// margins are the numbers beside the text; those of lines are furniture, others items.
	margins   []marginal
	furniture []Item
	counted   int   // lines of text
	start     begin // where the page begins in the book
	head      heads
	numbers   numbering
	opening   bool // folio at the foot, no running head
	bare      bool // neither folio nor running head
	blank     bool
	ruled     bool // to be written on
}

// placeOnSheet is where an ID came to stand: y is above the letters of its line, so that
// a reader who is led there sees all of them.
type placeOnSheet struct {
	id   string
	x, y Length
}

type slotOnSheet struct {
	line *Line
	slot pageSlot
	// areas are the links of the line.
	areas []*LinkArea
}

// heads are the running heads: on a verso and on a recto. In the index the first
// and the last heading of the page stand in their place.
type heads struct {
	verso, recto string
	first, last  string
}

// numbering says which figures the folio has.
type numbering uint8

const (
	romanFolio numbering = iota
	arabicFolio
)

// place puts a composed line with its baseline at y.
func (s *sheet) place(l *composedLine, dx, y Length) {
	line := &Line{Y: y, Words: make([]Word, len(l.words))}
	copy(line.Words, l.words)
	if dx != 0 {
		for i := range line.Words {
			line.Words[i].X += dx
		}
	}
	if len(line.Words) > 0 {
		s.items = append(s.items, line)
	}
	first := len(s.items)
	for _, a := range l.links {
		a.X += dx
		a.Y += y
		s.items = append(s.items, &a)
	}
	for _, p := range l.pictures {
		p.X += dx
		p.Y += y
		s.items = append(s.items, &p)
	}
	for _, slot := range l.pages {
		areas := make([]*LinkArea, len(l.links))
		for i := range areas {
			areas[i] = s.items[first+i].(*LinkArea)
		}
		s.slots = append(s.slots, slotOnSheet{line, slot, areas})
	}
	left := dx
	if len(l.words) > 0 {
		left = line.Words[0].X
	}
	for _, id := range l.anchors {
		s.places = append(s.places, placeOnSheet{id, left, y - l.tallest()})
	}
	s.calls = append(s.calls, l.calls...)
}

// tallest returns the size of the largest letters of a line, or the height of a higher
// picture among them.
func (l *composedLine) tallest() Length {
	var most Length
	for i := range l.words {
		most = max(most, l.words[i].Size)
	}
	for i := range l.pictures {
		most = max(most, -l.pictures[i].Y)
	}
	return most
}

// placeSolid puts a solid with its top at y.
func (s *sheet) placeSolid(p *solid, y Length) {
	for _, r := range p.rules {
		r.Y += y
		s.items = append(s.items, &r)
	}
	for _, pic := range p.pictures {
		pic.Y += y
		s.items = append(s.items, &pic)
	}
	for _, d := range p.drawings {
		d.Y += y
		s.items = append(s.items, &d)
	}
	for i := range p.lines {
		s.place(&p.lines[i].line, 0, y+p.lines[i].y)
	}
}

// baseline is where the first baseline lies below the top of a line, so that
// ascenders reach about to the top.
func baseline(t Type) Length { return (t.Leading-t.Size)/2 + t.Size.Scale(79, 100) }

// pages breaks the galley into sheets. sink is the steps left free at the top of
// the first one.
func (g *galley) pages(first side, sink int, lines int) []*sheet {
	p := &g.pager
	p.units, p.lines, p.sink, p.foot = g.units, lines, sink, g.foot
	p.hyphen = func(u, v, line int) bool {
		un := &g.units[u]
		return un.paragraph.items[un.variants[v].breaks[line]].Flagged
	}
	var sheets []*sheet
	var rows []footRow
	for _, page := range paginate(p, first) {
		s := &sheet{}
		if n := len(sheets); n > 0 && g.spec.LinesOn {
			s.counted = sheets[n-1].counted
		}
		for _, at := range page.placements {
			g.draw(s, at)
		}
		if g.foot != nil {
			rows = g.foot.set(s, append(rows, g.foot.called(s.calls)...), g.spec, page.used, page.room)
		}
		sheets = append(sheets, s)
	}
	for len(rows) > 0 {
		s := &sheet{}
		rows = g.foot.set(s, rows, g.spec, 0, lines*stepsPerLine)
		sheets = append(sheets, s)
	}
	return sheets
}

// draw puts what a placement shows on a sheet.
func (g *galley) draw(s *sheet, at placement) {
	u := &g.units[at.unit]
	y := g.spec.Head + Length(at.y)*g.step()
	if u.again != nil && len(s.items) == 0 {
		s.placeSolid(u.again, y-Length(u.again.height)*g.step())
	}
	if !at.floated { // the page begins with its text
		s.begins(u.beginOf(at.variant, at.from))
	}
	if u.number != nil && at.from == 0 {
		g.setNumber(s, u.number, y+baseline(g.text))
	}
	if u.solid != nil {
		s.placeSolid(u.solid, y)
		return
	}
	lines := g.lines(u.paragraph, &u.variants[at.variant])
	y += baseline(g.text)
	for i := at.from; i < at.to; i++ {
		if u.counted {
			g.countLine(s, y)
		}
		s.place(&lines[i], 0, y)
		y += g.text.Leading
	}
}

// plainText is a Text node without a source.
func plainText(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }
