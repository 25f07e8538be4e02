package epub

import "publish/book"

// table writes a table in a box that scrolls where the screen is narrow. What
// scrolls has to be within reach of the keyboard, and so needs a name.
func (e *edition) table(m *markup, t *book.Table) {
	m.raw(`<div class="table" role="group" tabindex="0"`)
	name := book.PlainText(t.Caption)
	if name == "" {
		name = e.terms.table
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

func (e *edition) rows(m *markup, tag string, t *book.Table, rows []book.Row) {
	if len(rows) == 0 {
		return
	}
	m.raw("<" + tag + ">\n")
	for _, row := range rows {
		m.raw("<tr>")
		column := 0
		for _, c := range row.Cells {
			e.cell(m, t, c, tag == "thead", column)
			column += max(c.ColSpan, 1)
		}
		m.raw("</tr>\n")
	}
	m.raw("</" + tag + ">\n")
}

// cell writes one cell. A header without text heads nothing and is a plain cell.
func (e *edition) cell(m *markup, t *book.Table, c book.Cell, head bool, column int) {
	tag := "td"
	if (head || c.Header) && len(c.Blocks) > 0 {
		tag = "th"
	}
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
	e.inner(m, c.Blocks)
	m.raw("</" + tag + ">")
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
