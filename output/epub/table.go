package epub

import (
	"publish/book"
	"publish/book/terms"
)

// table writes a table in a box that scrolls where the screen is narrow. What
// scrolls has to be within reach of the keyboard, and so needs a name.
func (e *edition) table(m *markup, t *book.Table) {
	for _, rows := range [][]book.Row{t.Head, t.Body} {
		if len(rows) > 0 {
			e.pageBreaks(m, &rows[0], betweenBlocks)
			break
		}
	}
	e.paragraphNumber(m)
	m.raw(`<div class="table" role="group" tabindex="0"`)
	name := book.PlainText(t.Caption)
	if name == "" {
		name = e.terms.Word(terms.Table)
	}
	m.attr("aria-label", name)
	m.raw(">\n<table>\n")
	if len(t.Caption) > 0 {
		m.raw(`<caption>`)
		e.inlines(m, t.Caption)
		m.raw("</caption>\n")
	}
	e.rows(m, "thead", t, t.Head)
	e.rows(m, "tbody", t, t.Body)
	m.raw("</table>\n</div>\n")
}

// rows writes the rows of a table's head or body. The marker of a page that begins
// with a row stands at its start, in the first cell: HTML has no place for it
// between rows.
func (e *edition) rows(m *markup, tag string, t *book.Table, rows []book.Row) {
	if len(rows) == 0 {
		return
	}
	m.raw("<" + tag + ">\n")
	for i, row := range rows {
		m.raw("<tr>")
		column := 0
		for j, c := range row.Cells {
			startCell(m, t, c, tag == "thead", column)
			if j == 0 {
				e.pageBreaks(m, &rows[i], amongWords)
			}
			e.inner(m, c.Blocks)
			m.raw("</" + cellTag(c, tag == "thead") + ">")
			column += max(c.ColSpan, 1)
		}
		m.raw("</tr>\n")
	}
	m.raw("</" + tag + ">\n")
}

// cellTag returns the element of a cell. A header without text heads nothing and is
// a plain cell.
func cellTag(c book.Cell, head bool) string {
	if (head || c.Header) && len(c.Blocks) > 0 {
		return "th"
	}
	return "td"
}

func startCell(m *markup, t *book.Table, c book.Cell, head bool, column int) {
	tag := cellTag(c, head)
	m.raw("<" + tag)
	if tag == "th" {
		m.attr("scope", scope(head, c))
	}
	span(m, "colspan", c.ColSpan)
	span(m, "rowspan", c.RowSpan)
	if class := alignment(t, column); class != "" {
		m.attr("class", class)
	}
	m.raw(">")
}

func scope(head bool, c book.Cell) string {
	switch {
	case head && c.ColSpan > 1:
		return "colgroup"
	case head:
		return "col"
	case c.RowSpan > 1:
		return "rowgroup"
	}
	return "row"
}

func span(m *markup, name string, n int) {
	if n > 1 {
		m.raw(" " + name + `="`)
		m.number(n)
		m.raw(`"`)
	}
}

func alignment(t *book.Table, column int) string {
	if column >= len(t.Align) {
		return ""
	}
	switch t.Align[column] {
	case book.AlignCenter:
		return "center"
	case book.AlignRight:
		return "right"
	case book.AlignDefault, book.AlignLeft:
	}
	return ""
}
