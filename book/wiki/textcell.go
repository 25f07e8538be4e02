package wiki

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"publish/book"
)

// columnsOf returns, for each column of a line as it shows in letters of one
// width, the offset of the character that stands there, and the length of the
// line at the end. East Asian letters take two columns, marks none.
func columnsOf(line []byte) []int {
	columns := make([]int, 0, len(line)+1)
	for i := 0; i < len(line); {
		if line[i] < utf8.RuneSelf {
			columns = append(columns, i)
			i++
			continue
		}
		r, n := utf8.DecodeRune(line[i:])
		switch kind := width.LookupRune(r).Kind(); {
		case unicode.Is(unicode.M, r):
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			columns = append(columns, i, i)
		default:
			columns = append(columns, i)
		}
		i += n
	}
	return append(columns, len(line))
}

// ruleColumns returns where the groups of hyphens of a rule start.
func ruleColumns(rule []byte) []int {
	var starts []int
	for i := range rule {
		if rule[i] == '-' && (i == 0 || rule[i-1] != '-') {
			starts = append(starts, i)
		}
	}
	return starts
}

// tableLine is a line of a drawn table without what stands before it.
type tableLine struct {
	text    []byte
	off     int // of its first byte in the source
	columns []int
}

// cut returns the characters from one column to another, without blanks round
// them; to is -1 for the end of the line.
func (t tableLine) cut(from, to int) (piece []byte, off int) {
	last := len(t.columns) - 1
	if to < 0 || to > last {
		to = last
	}
	a := t.columns[min(from, to)]
	piece = t.text[a:t.columns[to]]
	trimmed := bytes.TrimLeft(piece, " ")
	return bytes.TrimRight(trimmed, " "), t.off + a + len(piece) - len(trimmed)
}

// at returns the character in a column, a blank beyond the line.
func (t tableLine) at(column int) byte {
	if column >= len(t.columns)-1 {
		return ' '
	}
	return t.text[t.columns[column]]
}

// tableLines returns the lines of a table.
func (c *converter) tableLines(d *drawing) []tableLine {
	var lines []tableLine
	for at := d.start; at < d.end; {
		end := lineEnd(c.src.text, at)
		from := min(at+d.prefix, end)
		text := bytes.TrimRight(c.src.text[from:end], " ")
		lines = append(lines, tableLine{text, from, columnsOf(text)})
		at = end + 1
	}
	return lines
}

// maxParts is how deep tables may stand in the cells of tables.
const maxParts = 4

// cell converts the lines of a cell, which are a small text of their own.
func (c *converter) cell(pieces []tableLine) []book.Block {
	sub := &source{file: c.src.file, lines: c.src.lines}
	for _, p := range pieces {
		sub.edits = append(sub.edits, edit{len(sub.text), c.src.original(p.off) - len(sub.text)})
		sub.text = append(append(sub.text, p.text...), '\n')
	}
	if len(bytes.TrimSpace(sub.text)) == 0 {
		return nil
	}
	join(sub.text)
	sub.str = string(sub.text)
	outer := c.src
	c.src, c.parts = sub, c.parts+1
	defer func() { c.src, c.parts = outer, c.parts-1 }()
	if c.parts > maxParts {
		return []book.Block{&book.Verbatim{Pos: sub.pos(0), Text: strings.TrimRight(sub.str, "\n")}}
	}
	return c.blocks(parse(c.parser, sub.text).tree)
}

// textTable adds a table that is drawn with hyphens.
func (l *blockList) textTable(d *drawing) {
	c := l.c
	lines := c.tableLines(d)
	t := &book.Table{Pos: c.src.pos(lines[0].off)}
	if d.kind != tableGrid {
		c.ruledTable(t, d.kind, lines)
	} else if !isEvenGrid(lines) && !c.spannedTable(t, lines) || isEvenGrid(lines) && !c.gridTable(t, lines) {
		c.diags.Add(book.MarkupUnknown, t.Pos, "grid table has cells that cannot be told apart").Hint("it is shown as it stands")
		l.put(&book.Verbatim{Pos: t.Pos, Text: joinLines(lines)})
		return
	}
	c.putTable(l, t)
}

func joinLines(lines []tableLine) string {
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.Write(line.text)
	}
	return b.String()
}

// ruledTable reads a simple or multiline table.
func (c *converter) ruledTable(t *book.Table, kind tableKind, lines []tableLine) {
	rule := slices.IndexFunc(lines, func(l tableLine) bool { return isRule(l.text, 2) })
	starts := ruleColumns(lines[rule].text)
	var heads []tableLine
	for _, line := range lines[:rule] {
		if !isRule(line.text, 1) {
			heads = append(heads, line)
		}
	}
	if len(heads) > 0 {
		t.Head = []book.Row{c.ruledRow(starts, heads, true)}
		t.Align = ruleAligns(lines[rule], starts, heads[0])
	}
	var row []tableLine
	flush := func() {
		if len(row) > 0 {
			t.Body = append(t.Body, c.ruledRow(starts, row, false))
			row = nil
		}
	}
	for _, line := range lines[rule+1:] {
		switch {
		case len(line.text) == 0, isRule(line.text, 1):
			flush()
		default:
			row = append(row, line)
			if kind == tableSimple {
				flush()
			}
		}
	}
	flush()
}

func (c *converter) ruledRow(starts []int, lines []tableLine, head bool) book.Row {
	row := book.Row{Pos: c.src.pos(lines[0].off)}
	for i, from := range starts {
		to := -1
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		if i == 0 {
			from = 0
		}
		row.Cells = append(row.Cells, c.textCell(lines, from, to, head))
	}
	return row
}

// textCell returns the cell between two columns of some lines.
func (c *converter) textCell(lines []tableLine, from, to int, head bool) book.Cell {
	cell := book.Cell{Header: head, ColSpan: 1, RowSpan: 1}
	pieces := make([]tableLine, len(lines))
	for i, line := range lines {
		text, off := line.cut(from, to)
		if pieces[i] = (tableLine{text: text, off: off}); cell.Pos.Line == 0 && len(text) > 0 {
			cell.Pos = c.src.pos(off)
		}
	}
	if cell.Pos.Line == 0 {
		cell.Pos = c.src.pos(lines[0].off)
	}
	cell.Blocks = c.cell(pieces)
	return cell
}

// ruleAligns returns how the columns stand: a head that touches one end of its
// hyphens and not the other says so (pandoc's manual, simple tables).
func ruleAligns(rule tableLine, starts []int, head tableLine) []book.Align {
	aligns := make([]book.Align, len(starts))
	for i, from := range starts {
		to := from + repeat(rule.text, from)
		left, right := head.at(from) != ' ', head.at(to-1) != ' '
		switch {
		case left && !right:
			aligns[i] = book.AlignLeft
		case right && !left:
			aligns[i] = book.AlignRight
		case !left && !right:
			aligns[i] = book.AlignCenter
		}
	}
	return aligns
}
