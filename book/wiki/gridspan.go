package wiki

import (
	"slices"
	"strings"

	"publish/book"
)

// box is a cell as it is drawn: the lines of its rules and the columns of its bars.
type box struct{ top, left, bottom, right int }

// How many lines a table may have in which boxes are looked for, and how many corners
// may be looked at.
const (
	maxDrawn   = 500
	maxCorners = 2_000_000
)

// spannedTable reads a grid in which cells go over several rows: it finds each box
// from its upper left corner, as docutils does (its reference, "Grid tables"). ok is
// false unless the boxes fill the table.
func (c *converter) spannedTable(t *book.Table, lines []tableLine) (ok bool) {
	if len(lines) > maxDrawn {
		return false
	}
	boxes := findBoxes(lines)
	if len(boxes) == 0 {
		return false
	}
	var ys, xs []int
	for _, b := range boxes {
		ys, xs = append(ys, b.top, b.bottom), append(xs, b.left, b.right)
	}
	ys, xs = sortedUnique(ys), sortedUnique(xs)
	at := func(list []int, v int) int { i, _ := slices.BinarySearch(list, v); return i }
	filled := 0
	for _, b := range boxes {
		filled += (at(ys, b.bottom) - at(ys, b.top)) * (at(xs, b.right) - at(xs, b.left))
	}
	if filled != (len(ys)-1)*(len(xs)-1) || !inside(lines, ys, xs) {
		return false
	}
	rows := make([]book.Row, len(ys)-1)
	for _, b := range boxes {
		cell := c.gridCell(lines[b.top+1:b.bottom], b.left+1, b.right)
		y, x := at(ys, b.top), at(xs, b.left)
		cell.RowSpan, cell.ColSpan = at(ys, b.bottom)-y, at(xs, b.right)-x
		if rows[y].Pos.Line == 0 {
			rows[y].Pos = c.src.pos(lines[b.top+1].off)
		}
		rows[y].Cells = append(rows[y].Cells, cell)
	}
	heads := slices.IndexFunc(ys, func(y int) bool {
		return y > 0 && y < len(lines)-1 && strings.IndexByte(string(lines[y].text), '=') >= 0
	})
	for i := range rows {
		if rows[i].Pos.Line == 0 { // every cell goes on from the row above
			rows[i].Pos = c.src.pos(lines[ys[i]].off)
		}
		if i >= heads {
			continue
		}
		for j := range rows[i].Cells {
			rows[i].Cells[j].Header = true
		}
	}
	t.Head, t.Body, t.Align = rows[:max(heads, 0)], rows[max(heads, 0):], gridAligns(xs, lines[ys[max(heads, 0)]])
	return true
}

// inside reports whether the boxes between some lines and columns are all of a table.
func inside(lines []tableLine, ys, xs []int) bool {
	left, right := xs[0], xs[len(xs)-1]
	for _, line := range lines {
		if len(line.columns)-1 > right+1 || line.at(left) == ' ' || strings.TrimSpace(string(line.text[:line.columns[min(left, len(line.columns)-1)]])) != "" {
			return false
		}
	}
	return ys[0] == 0 && ys[len(ys)-1] == len(lines)-1
}

func sortedUnique(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}

// findBoxes returns the boxes of a grid by line and column of their upper left corner.
// It returns none if there are too many corners.
func findBoxes(lines []tableLine) []box {
	var boxes []box
	corners := 0
	for top := range lines {
		for left := 0; left < len(lines[top].columns)-1; left++ {
			if lines[top].at(left) == '+' {
				if b, ok := boxFrom(lines, top, left, &corners); ok {
					boxes = append(boxes, b)
				}
				if corners > maxCorners {
					return nil
				}
			}
		}
	}
	return boxes
}

// boxFrom returns the smallest box with a given upper left corner, and counts what it
// looks at.
func boxFrom(lines []tableLine, top, left int, corners *int) (box, bool) {
	for right := left + 1; right < len(lines[top].columns)-1 && isRuleSign(lines[top].at(right)) && *corners <= maxCorners; right++ {
		*corners++
		if lines[top].at(right) != '+' {
			continue
		}
		for bottom := top + 1; bottom < len(lines) && isBarSign(lines[bottom].at(left)) && isBarSign(lines[bottom].at(right)); bottom++ {
			*corners++
			if bottom > top+1 && lines[bottom].at(left) == '+' && lines[bottom].at(right) == '+' && ruled(lines[bottom], left, right) {
				return box{top, left, bottom, right}, true
			}
		}
	}
	return box{}, false
}

// ruled reports whether a rule goes from one column of a line to another.
func ruled(line tableLine, from, to int) bool {
	for ; from < to; from++ {
		if !isRuleSign(line.at(from)) {
			return false
		}
	}
	return true
}

func isRuleSign(c byte) bool { return c == '-' || c == '=' || c == '+' || c == ':' }
func isBarSign(c byte) bool  { return c == '|' || c == '+' }
