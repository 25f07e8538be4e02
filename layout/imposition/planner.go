package imposition

import "publish/layout"

// planner makes a plan.
type planner struct {
	Options
	page  size // at full size
	sheet size // as it is printed
	tile  size // of the sheet, one for each copy
	tiles grid
	cells grid // pages of a side of a tile
	scale int64
	plan  *Plan
}

// grid is how many rooms there are side by side and one above the other.
type grid struct{ columns, rows int }

// make chooses the layout of a side, then fills side after side.
func (p *planner) make(n int) {
	p.cells = grid{2, 1}
	switch p.Scheme {
	case FourUp:
		p.cells = grid{2, 2}
	case Zine:
		p.cells = grid{4, 2}
	}
	p.Copies = max(p.Copies, 1)
	p.choose()
	p.plan.Scale = p.scale
	p.plan.Flip = p.flip()
	if p.TestSheet {
		p.test(n)
	}
	switch p.Scheme {
	case TwoUp, FourUp:
		p.reading(n)
	case Zine:
		p.zine(n)
	default:
		p.folded(n)
	}
}

// choose finds how the copies stand on the sheet and which way round it is, so that
// the pages are as large as can be.
func (p *planner) choose() {
	sheet := size{p.SheetWidth, p.SheetHeight}
	for _, s := range []size{sheet, sheet.turned()} {
		for columns := 1; columns <= p.Copies; columns++ {
			if p.Copies%columns != 0 {
				continue
			}
			tiles := grid{columns, p.Copies / columns}
			tile := size{s.width / layout.Length(tiles.columns), s.height / layout.Length(tiles.rows)}
			cells := p.cells
			if scale := p.fits(tile, cells); scale > p.scale {
				p.scale, p.sheet, p.tile, p.tiles = scale, s, tile, tiles
			}
		}
	}
}

// fits returns the scale at which the pages fit into the cells of a tile, in
// thousandths.
func (p *planner) fits(tile size, cells grid) int64 {
	wide := (tile.width/layout.Length(cells.columns) - p.Binding) * 1000 / p.page.width
	high := tile.height / layout.Length(cells.rows) * 1000 / p.page.height
	// Sheets and pages are rounded: A5 may be a trifle more than half of A4.
	if least := min(wide, high); least < 996 {
		return max(int64(least), 1)
	}
	return 1000
}

// flip returns about which edge the sheets turn.
func (p *planner) flip() Flip {
	if p.Flip != FlipUpright {
		return p.Flip
	}
	if p.sheet.width > p.sheet.height {
		return FlipShort
	}
	return FlipLong
}

// headFirst reports whether a sheet comes out of the turn with its head down.
func (p *planner) headFirst() bool {
	return (p.plan.Flip == FlipShort) != (p.sheet.width > p.sheet.height)
}

// cell is a room for a page on a tile, counted from the upper left one.
type cell struct{ column, row int }

// placed is a page in its cell.
type placed struct {
	cell
	page  int
	turn  Turn
	shift layout.Length // to the right, for creep and binding
}

// side sets the pages on every tile of a side.
func (p *planner) side(pages []placed) Side {
	s := Side{Width: p.sheet.width, Height: p.sheet.height}
	for row := range p.tiles.rows {
		for column := range p.tiles.columns {
			x, y := p.tile.width*layout.Length(column), p.tile.height*layout.Length(row)
			for _, pg := range pages {
				s.Pages = append(s.Pages, p.place(pg, x, y))
			}
		}
	}
	return s
}

// place sets a page in its cell of the tile at x, y: in the middle of the cell's
// height, and of its width where pages are not folded.
func (p *planner) place(pg placed, x, y layout.Length) Placement {
	box := size{p.page.width.Scale(p.scale, 1000), p.page.height.Scale(p.scale, 1000)}
	cw, ch := p.tile.width/layout.Length(p.cells.columns), p.tile.height/layout.Length(p.cells.rows)
	left := x + cw*layout.Length(pg.column) + (cw-box.width)/2
	if p.Scheme == Booklet || p.Scheme == Signatures {
		left = x + p.tile.width/2 // pages meet at the fold
		if pg.column == 0 {
			left -= box.width
		}
	}
	return Placement{Page: pg.page, X: left + pg.shift, Y: y + ch*layout.Length(pg.row) + (ch-box.height)/2,
		Width: box.width, Height: box.height, Turn: pg.turn}
}

// back turns a side so that it is right side up on a sheet that comes out of the
// turn with its head down.
func (p *planner) back(s Side) Side {
	if !p.headFirst() {
		return s
	}
	for i := range s.Pages {
		pg := &s.Pages[i]
		pg.X, pg.Y = s.Width-pg.X-pg.Width, s.Height-pg.Y-pg.Height
		pg.Turn = (pg.Turn + 2) % 4
	}
	for i := range s.Marks {
		m := &s.Marks[i]
		m.X1, m.Y1, m.X2, m.Y2 = s.Width-m.X1, s.Height-m.Y1, s.Width-m.X2, s.Height-m.Y2
	}
	return s
}
