package wiki

import (
	"bytes"
	"slices"
	"strings"

	"publish/book"
)

// isEvenGrid reports whether every rule of a grid goes over its whole width, so that
// no cell goes over several rows.
func isEvenGrid(lines []tableLine) bool {
	for _, line := range lines {
		text := string(line.text)
		if !isGridRule(line.text) && (strings.HasPrefix(text, "+") || strings.Contains(text, "+--") || strings.Contains(text, "--+")) {
			return false
		}
	}
	return true
}

// gridTable reads a table whose cells are drawn as boxes, in even rows. ok is false
// if the boxes are not closed.
func (c *converter) gridTable(t *book.Table, lines []tableLine) (ok bool) {
	bounds := gridBounds(lines)
	var band []tableLine
	var rows []book.Row
	for i, line := range lines {
		if !isGridRule(line.text) {
			band = append(band, line)
			continue
		}
		if len(band) > 0 {
			row, ok := c.gridRow(bounds, band)
			if !ok {
				return false
			}
			rows, band = append(rows, row), nil
		}
		if heads := bytes.IndexByte(line.text, '=') >= 0; heads && len(t.Head) == 0 && i < len(lines)-1 && len(rows) > 0 {
			t.Head, rows = rows, nil
			t.Align = gridAligns(bounds, line)
		} else if i == 0 {
			t.Align = gridAligns(bounds, line)
		}
	}
	for i := range t.Head {
		for j := range t.Head[i].Cells {
			t.Head[i].Cells[j].Header = true
		}
	}
	t.Body = rows
	return len(band) == 0 && len(bounds) > 1
}

func isGridRule(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 0 && line[0] == '+' && len(bytes.Trim(line, "+-=:")) == 0
}

// gridBounds returns the columns at which the rules of a grid have a plus sign.
func gridBounds(lines []tableLine) []int {
	var bounds []int
	for _, line := range lines {
		if isGridRule(line.text) {
			for column := range line.columns {
				if line.at(column) == '+' {
					bounds = append(bounds, column)
				}
			}
		}
	}
	slices.Sort(bounds)
	return slices.Compact(bounds)
}

// gridRow reads the lines between two rules. Where no bar stands at a bound, the
// cell goes on over it.
func (c *converter) gridRow(bounds []int, band []tableLine) (row book.Row, ok bool) {
	row.Pos = c.src.pos(band[0].off)
	from := 0
	for to := 1; to < len(bounds); to++ {
		last := to == len(bounds)-1
		if !bounded(band, bounds[to]) {
			if last {
				return row, false
			}
			continue
		}
		cell := c.gridCell(band, bounds[from]+1, bounds[to])
		cell.ColSpan = to - from
		row.Cells = append(row.Cells, cell)
		from = to
	}
	return row, bounded(band, bounds[0])
}

// bounded reports whether every line has a bar at a column.
func bounded(band []tableLine, column int) bool {
	for _, line := range band {
		if c := line.at(column); c != '|' {
			return false
		}
	}
	return true
}

// gridCell returns the cell between two columns. Its lines keep their indents, but
// for what all of them have.
func (c *converter) gridCell(band []tableLine, from, to int) book.Cell {
	cell := book.Cell{Pos: c.src.pos(band[0].off), ColSpan: 1, RowSpan: 1}
	var pieces []tableLine
	margin := -1
	for _, line := range band {
		a, b := line.columns[min(from, len(line.columns)-1)], line.columns[min(to, len(line.columns)-1)]
		text := bytes.TrimRight(line.text[a:b], " ")
		pieces = append(pieces, tableLine{text: text, off: line.off + a})
		if indent := len(text) - len(bytes.TrimLeft(text, " ")); len(text) > 0 && (margin < 0 || indent < margin) {
			margin = indent
		}
	}
	for i := range pieces {
		n := min(max(margin, 0), len(pieces[i].text))
		pieces[i].text, pieces[i].off = pieces[i].text[n:], pieces[i].off+n
	}
	if len(pieces) > 0 {
		cell.Pos = c.src.pos(pieces[0].off)
	}
	cell.Blocks = c.cell(pieces)
	return cell
}

// gridAligns returns how the columns of a grid stand, after the colons of a rule.
func gridAligns(bounds []int, rule tableLine) []book.Align {
	aligns := make([]book.Align, max(0, len(bounds)-1))
	for i := range aligns {
		left, right := rule.at(bounds[i]+1) == ':', rule.at(bounds[i+1]-1) == ':'
		switch {
		case left && right:
			aligns[i] = book.AlignCenter
		case left:
			aligns[i] = book.AlignLeft
		case right:
			aligns[i] = book.AlignRight
		}
	}
	return aligns
}
