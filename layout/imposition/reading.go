package imposition

// reading sets the pages side by side in reading order, on both sides of the sheets.
func (p *planner) reading(n int) {
	perSide := p.cells.columns * p.cells.rows
	for first := 0; first < n; first += 2 * perSide {
		front := p.side(p.inOrder(first, n))
		back := p.side(p.inOrder(first+perSide, n))
		p.markCuts(&front)
		p.markCuts(&back)
		p.plan.Sheets = append(p.plan.Sheets, Sheet{front, p.back(back)})
	}
	p.plan.Blanks = len(p.plan.Book())*2*perSide - n
}

// inOrder returns the pages of a side from first on, row after row.
func (p *planner) inOrder(first, n int) []placed {
	var pages []placed
	for i := 0; i < p.cells.columns*p.cells.rows && first+i < n; i++ {
		column := i % p.cells.columns
		if p.RightToLeft {
			column = p.cells.columns - 1 - column
		}
		pages = append(pages, placed{cell: cell{column, i / p.cells.columns}, page: first + i})
	}
	return pages
}
