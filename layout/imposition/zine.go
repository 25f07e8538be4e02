package imposition

import "publish/layout"

const zinePages = 8

// zine sets eight pages on one side: the sheet is folded in half along its length and
// twice across, slit along the fold between the four inner pages, and pushed into a
// book. The upper row stands on its head.
//
//	5 4 3 2
//	6 7 8 1
func (p *planner) zine(n int) {
	p.plan.Blanks = zinePages - n
	rows := [2][4]int{{4, 3, 2, 1}, {5, 6, 7, 0}}
	var pages []placed
	for row, places := range rows {
		for column, place := range places {
			if p.RightToLeft {
				column = 3 - column
			}
			page := p.pageAt(place)
			if page < 0 {
				continue
			}
			pg := placed{cell: cell{column, row}, page: page}
			if row == 0 {
				pg.turn = UpsideDown
			}
			pages = append(pages, pg)
		}
	}
	front := p.side(pages)
	p.markZine(&front)
	p.plan.Sheets = append(p.plan.Sheets, Sheet{Front: front, Back: Side{Width: p.sheet.width, Height: p.sheet.height}})
}

// markZine marks the folds at the edges of the sheet, and where it is slit.
func (p *planner) markZine(s *Side) {
	if !p.Marks.Fold {
		return
	}
	for column := range p.tiles.columns {
		for row := range p.tiles.rows {
			x, y := p.tile.width*layout.Length(column), p.tile.height*layout.Length(row)
			for i := layout.Length(1); i < 4; i++ {
				at := x + p.tile.width*i/4
				s.line(at, y, at, y+tick)
				s.line(at, y+p.tile.height-tick, at, y+p.tile.height)
			}
			middle := y + p.tile.height/2
			s.line(x, middle, x+tick, middle)
			s.line(x+p.tile.width-tick, middle, x+p.tile.width, middle)
			s.line(x+p.tile.width/4, middle, x+p.tile.width*3/4, middle)
		}
	}
}
