package layout

import (
	"strings"

	"publish/book"
)

// tableCell is a cell with the columns that it takes.
type tableCell struct {
	cell   *book.Cell
	column int
	span   int
}

// table sets a table: rules above, below and under the head only; columns share
// the measure by what they hold; the table breaks between rows, its head set again,
// and rows of many lines break too.
func (g *galley) table(b *book.Table, n nest) {
	rows := append(append([]book.Row(nil), b.Head...), b.Body...)
	grid, columns := tableGrid(rows)
	if columns == 0 {
		return
	}
	var number *unitNumber
	if g.number != "" { // a table has no place for a label
		number = g.takeNumber(n.element.Add("P"))
	}
	e, start := n.element.Add("Table"), len(g.units)
	if len(b.Caption) > 0 {
		s := &solid{}
		y := g.caption(s, b.Caption, n, e, 0)
		s.height = int((y + g.step() - 1) / g.step())
		g.units = append(g.units, unit{solid: s, before: stepsPerLine, loose: true, keep: true, at: b.Caption[0]})
	}
	widths := g.columnWidths(grid, columns, n)
	var head *solid
	for i := range rows {
		row := g.tableRow(grid[i], b, widths, n, e, i < len(b.Head))
		pieces := []*solid{row}
		if i >= len(b.Head) {
			pieces = row.slices(g.spec.Table.Leading, g.step())
		}
		for k, s := range pieces {
			first, last := i == 0 && k == 0, i == len(rows)-1 && k == len(pieces)-1
			u := unit{solid: s, loose: true, at: rowAt(b, i)}
			if first {
				s.topRule(n.left, total(widths))
				u.before = stepsPerLine
			}
			switch {
			case i < len(b.Head):
				u.keep = true
				if i == len(b.Head)-1 {
					s.bottomRule(n.left, total(widths), g.step())
					s.height++
				}
				head = stack(head, s, g.step())
			case head != nil && (i > len(b.Head) || k > 0):
				u.again = artifact(head)
			}
			if last {
				s.bottomRule(n.left, total(widths), g.step())
				u.after = stepsPerLine + 2
			}
			g.units = append(g.units, u)
		}
	}
	g.units[start].number = number
	g.plain = true
}

// rowAt returns row number i of a table, those of the head first.
func rowAt(b *book.Table, i int) *book.Row {
	if i < len(b.Head) {
		return &b.Head[i]
	}
	return &b.Body[i-len(b.Head)]
}

func total(widths []Length) Length {
	var sum Length
	for _, w := range widths {
		sum += w
	}
	return sum
}

const ruleWeight = Point / 2

func (s *solid) topRule(x, width Length) {
	s.rules = append(s.rules, Rule{X: x, Y: 0, Width: width, Height: ruleWeight})
}

func (s *solid) bottomRule(x, width, step Length) {
	s.rules = append(s.rules, Rule{X: x, Y: Length(s.height)*step + step/2, Width: width, Height: ruleWeight})
}

// stack returns a solid of a with b below it; a may be nil.
func stack(a, b *solid, step Length) *solid {
	out := &solid{}
	for _, s := range []*solid{a, b} {
		if s == nil {
			continue
		}
		top := Length(out.height) * step
		for _, r := range s.rules {
			r.Y += top
			out.rules = append(out.rules, r)
		}
		for _, l := range s.lines {
			out.lines = append(out.lines, solidLine{l.y + top, l.line})
		}
		out.height += s.height
	}
	return out
}

// artifact returns a copy of a table's head that no structure element owns: it
// is repeated for the eye only.
func artifact(s *solid) *solid {
	c := &solid{height: s.height, rules: s.rules}
	for _, l := range s.lines {
		line := l.line
		line.words = append([]Word(nil), line.words...)
		for i := range line.words {
			line.words[i].Element = nil
		}
		line.links, line.anchors, line.calls = nil, nil, nil
		c.lines = append(c.lines, solidLine{l.y, line})
	}
	return c
}

// tableGrid gives every cell its column, spans counted (HTML table model).
func tableGrid(rows []book.Row) (grid [][]tableCell, columns int) {
	grid = make([][]tableCell, len(rows))
	var hanging []int // rows that a cell above still takes, by column
	for i := range rows {
		col := 0
		for j := range rows[i].Cells {
			c := &rows[i].Cells[j]
			for col < len(hanging) && hanging[col] > 0 {
				col++
			}
			span := min(max(c.ColSpan, 1), 64)
			grid[i] = append(grid[i], tableCell{c, col, span})
			for k := col; k < col+span; k++ {
				for len(hanging) <= k {
					hanging = append(hanging, 0)
				}
				hanging[k] = max(c.RowSpan, 1)
			}
			col += span
		}
		for k := range hanging {
			hanging[k] = max(hanging[k]-1, 0)
		}
		columns = max(columns, len(hanging))
	}
	return grid, columns
}

// columnWidths shares the measure among the columns: each gets at least its
// longest word, and of the rest a share by how much it holds.
func (g *galley) columnWidths(grid [][]tableCell, columns int, n nest) []Length {
	room := g.width - n.left - n.right
	least, want := make([]Length, columns), make([]Length, columns)
	style := roman(g.spec.Table.Size, g.lang).tabular()
	for _, row := range grid {
		for _, c := range row {
			if c.span > 1 {
				continue
			}
			word, all := g.cellExtent(c.cell, style)
			least[c.column] = max(least[c.column], word+g.columnGap())
			want[c.column] = max(want[c.column], all+g.columnGap())
		}
	}
	for i := range want {
		least[i] = max(least[i], g.columnGap()*2)
		want[i] = max(want[i], least[i])
	}
	return shareWidths(least, want, room)
}

func (g *galley) columnGap() Length { return g.spec.Table.Size * 2 / 3 }

// shareWidths fits wanted widths into the room. When even the least widths do not
// fit, all shrink alike and long words are divided.
func shareWidths(least, want []Length, room Length) []Length {
	out := make([]Length, len(want))
	switch low, high := total(least), total(want); {
	case high <= room:
		copy(out, want)
	case low >= room:
		for i := range out {
			out[i] = least[i].Scale(int64(room), int64(low))
		}
	default:
		for i := range out {
			out[i] = least[i] + (want[i]-least[i]).Scale(int64(room-low), int64(high-low))
		}
	}
	return out
}

// cellExtent returns the widths of a cell's longest word and of its longest
// paragraph on one line.
func (g *galley) cellExtent(c *book.Cell, style textStyle) (word, all Length) {
	book.EachText(c.Blocks, func(inlines []book.Inline) {
		p := g.compose(inlines, block{style: style, align: ragged, measure: g.width, whole: true})
		var line, run Length
		for i := range p.items[:len(p.items)-3] {
			w := Length(p.items[i].Width)
			line += w
			run += w
			if p.items[i].Kind == 1 || p.items[i].Kind == 2 {
				run = 0
			}
			word = max(word, run)
		}
		all = max(all, line)
	})
	book.WalkBlocks(c.Blocks, func(b book.Block) bool {
		if code, ok := b.(*book.Verbatim); ok {
			for _, line := range strings.Split(code.Text, "\n") {
				all = max(all, Length(len(line))*style.size/2+style.size)
			}
			word = max(word, min(all, g.width/4))
		}
		return true
	})
	return min(word, g.width/3), all
}

// columnAlign returns how the cells of a column are set. Left and right are those of
// the page, whatever its direction.
func (g *galley) columnAlign(a book.Align) alignment {
	if g.mirrored {
		return [...]alignment{ragged, flushRight, centred, ragged}[a]
	}
	return [...]alignment{ragged, ragged, centred, flushRight}[a]
}

// tableRow draws one row.
func (g *galley) tableRow(cells []tableCell, b *book.Table, widths []Length, n nest, table *Element, head bool) *solid {
	tr := table.Add("TR")
	s := &solid{}
	step := g.step()
	var deepest Length
	for _, c := range cells {
		x := n.left
		for _, w := range widths[:c.column] {
			x += w
		}
		width := total(widths[c.column:min(c.column+c.span, len(widths))]) - g.columnGap()
		e := tr.Add("TD")
		if head || c.cell.Header {
			e.Role, e.Header = "TH", "Column"
			if !head {
				e.Header = "Row"
			}
		}
		e.ColSpan, e.RowSpan = c.cell.ColSpan, c.cell.RowSpan
		align := ragged
		if c.column < len(b.Align) {
			align = g.columnAlign(b.Align[c.column])
		}
		deepest = max(deepest, g.tableCell(s, c.cell, x, width, align, e, head))
	}
	s.height = int((deepest + step - 1) / step)
	s.height++
	return s
}
