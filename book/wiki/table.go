package wiki

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"publish/book"
)

// table adds a pipe table.
func (c *converter) table(l *blockList, n *east.Table) {
	t := &book.Table{Pos: c.src.pos(n.Pos())}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, align(a))
	}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		_, head := k.(*east.TableHeader)
		row := c.row(k, head)
		switch {
		case head && emptyRow(row):
		case head:
			t.Head = append(t.Head, row)
		default:
			t.Body = append(t.Body, row)
		}
	}
	c.putTable(l, t)
}

func align(a east.Alignment) book.Align {
	switch a {
	case east.AlignLeft:
		return book.AlignLeft
	case east.AlignCenter:
		return book.AlignCenter
	case east.AlignRight:
		return book.AlignRight
	}
	return book.AlignDefault
}

func (c *converter) row(n ast.Node, head bool) book.Row {
	pos := c.src.pos(n.Pos())
	row := book.Row{Pos: pos}
	end := n.Pos()
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		cell := book.Cell{Pos: pos, Header: head, ColSpan: 1, RowSpan: 1}
		if k.Lines().Len() > 0 {
			seg := k.Lines().At(0)
			cell.Pos, end = c.src.pos(seg.Start), seg.Stop
			if inlines := c.inlines(k); len(inlines) > 0 {
				cell.Blocks = []book.Block{&book.Paragraph{Pos: cell.Pos, Inlines: inlines}}
			}
		}
		row.Cells = append(row.Cells, cell)
	}
	return c.surplus(row, end, head)
}

// surplus adds the cells of a row beyond the columns of its table, which
// goldmark leaves out (GFM 0.29 §4.10 says to ignore them).
func (c *converter) surplus(row book.Row, end int, head bool) book.Row {
	stop := lineEnd(c.src.text, end)
	rest := bytes.TrimLeft(c.src.text[end:stop], " \t")
	if len(rest) < 2 || rest[0] != '|' || len(bytes.Trim(rest, " |\t")) == 0 {
		return row
	}
	c.diags.Add(book.MarkupUnknown, c.src.pos(stop-len(rest)), "row has more cells than its table has columns")
	off := stop - len(rest) + 1
	for _, part := range strings.Split(strings.TrimSuffix(strings.TrimRight(string(rest[1:]), " \t"), "|"), "|") {
		c.startText()
		c.run.add([]byte(strings.TrimSpace(part)), off, true)
		cell := book.Cell{Pos: c.src.pos(off), Header: head, ColSpan: 1, RowSpan: 1}
		if inlines := c.finishText(); len(inlines) > 0 {
			cell.Blocks = []book.Block{&book.Paragraph{Pos: cell.Pos, Inlines: inlines}}
		}
		row.Cells = append(row.Cells, cell)
		off += len(part) + 1
	}
	return row
}

// caption gives a table its caption, a paragraph after it that starts with a colon
// or with "Table:" (pandoc's manual, table_captions).
func (l *blockList) caption(inlines []book.Inline) bool {
	if len(l.blocks) == l.floor() {
		return false
	}
	table, ok := l.blocks[len(l.blocks)-1].(*book.Table)
	if !ok || len(table.Caption) > 0 {
		return false
	}
	table.Caption, ok = l.c.captionText(inlines)
	return ok
}

// captionText returns the words of a paragraph that is a caption, without its mark.
func (c *converter) captionText(inlines []book.Inline) (words []book.Inline, ok bool) {
	first, ok := inlines[0].(*book.Text)
	if !ok {
		return nil, false
	}
	text, ok := strings.CutPrefix(strings.TrimPrefix(first.Value, "Table"), ":")
	if !ok || !strings.HasPrefix(text, " ") {
		return nil, false
	}
	c.article.Dropped = append(c.article.Dropped, book.Drop{Pos: first.Pos, Class: book.DropMarkup, Text: strings.TrimSuffix(first.Value, text)})
	first.Value = text
	return c.withoutAttributes(trimLead(inlines, " ")), true
}

// captionBefore takes a caption that stands before its table.
func (c *converter) captionBefore(l *blockList, t *book.Table) {
	last := len(l.blocks) - 1
	if last < l.floor() || len(t.Caption) > 0 {
		return
	}
	p, ok := l.blocks[last].(*book.Paragraph)
	if !ok {
		return
	}
	if t.Caption, ok = c.captionText(p.Inlines); ok {
		l.blocks = l.blocks[:last]
	}
}

func emptyRow(r book.Row) bool {
	for _, cell := range r.Cells {
		if len(cell.Blocks) > 0 {
			return false
		}
	}
	return true
}

// putTable adds a table that says something about its subject.
func (c *converter) putTable(l *blockList, t *book.Table) {
	var body []book.Row
	for _, row := range t.Body {
		if !emptyRow(row) {
			body = append(body, row)
		}
	}
	t.Body = body
	if len(t.Head)+len(t.Body) == 0 {
		return
	}
	if len(t.Head) == 0 && len(t.Body) <= 2 || len(t.Body) == 0 {
		if isMaintenance(blocksText([]book.Block{t})) {
			c.dropBlocks(book.DropMaintenance, t.Pos, []book.Block{t})
			c.diags.Add(book.MaintenanceBoxed, t.Pos, "box for the wiki's editors is left out")
			return
		}
	}
	c.captionBefore(l, t)
	l.put(t)
}

// isMaintenance reports whether text is addressed to the editors of a wiki.
func isMaintenance(text string) bool {
	text = strings.ToLower(text)
	if len(text) > 800 {
		return false
	}
	for _, subject := range []string{"this section", "this article", "this page", "this list", "this biograph"} {
		_, rest, ok := strings.Cut(text, subject)
		if !ok {
			continue
		}
		for _, plea := range []string{"needs ", "need ", "may ", "does not cite", "is a stub", "is incomplete",
			"possibly ", "relies ", "contains ", "has multiple issues", "is written like", "help improve"} {
			if i := strings.Index(rest, plea); i >= 0 && i < 60 {
				return strings.Contains(text, "improve") || strings.Contains(text, "expan") ||
					strings.Contains(text, "citation") || strings.Contains(text, "you can help") || strings.Contains(text, "talk page")
			}
		}
	}
	return false
}
