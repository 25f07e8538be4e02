package imposition

import "publish/layout"

// Sizes of marks: fold marks short enough to stand in the margin of any page, crop
// marks clear of the page, collation marks as thick as a fingertip sees.
const (
	hair      = layout.Point / 4
	tick      = 9 * layout.Point
	cropGap   = 6 * layout.Point
	cropLen   = 12 * layout.Point
	stepLen   = 14 * layout.Point
	stepWidth = 5 * layout.Point
)

// signatureSheet is where a sheet is in its book: the number of its signature and its
// own in it, both from 0, and how many sheets that has.
type signatureSheet struct{ signature, sheet, sheets int }

// line adds a mark.
func (s *Side) line(x1, y1, x2, y2 layout.Length) {
	s.Marks = append(s.Marks, Mark{x1, y1, x2, y2, hair})
}

// mark draws the marks of a folded sheet. The front is its outer side.
func (p *planner) mark(front, back *Side, at signatureSheet) {
	p.markCuts(front)
	p.markCuts(back)
	for column := range p.tiles.columns {
		for row := range p.tiles.rows {
			fold := p.tile.width*layout.Length(column) + p.tile.width/2
			head := p.tile.height * layout.Length(row)
			p.markFold(front, fold, head)
			p.markFold(back, fold, head)
			if p.Marks.Collation && at.sheet == 0 && p.Scheme == Signatures {
				p.markStep(front, fold, head, at.signature)
			}
			if p.Marks.Sewing && at.sheet == at.sheets-1 {
				p.markStations(back, fold, head)
			}
		}
	}
}

// markFold marks the ends of the fold.
func (p *planner) markFold(s *Side, fold, head layout.Length) {
	if p.Marks.Fold {
		s.line(fold, head, fold, head+tick)
		s.line(fold, head+p.tile.height-tick, fold, head+p.tile.height)
	}
}

// markStep draws a bar on the spine of a signature, lower with each: gathered in their
// order they make stairs.
func (p *planner) markStep(s *Side, fold, head layout.Length, signature int) {
	steps := max(int((p.tile.height-6*tick)/stepLen), 1)
	y := head + 3*tick + stepLen*layout.Length(signature%steps)
	s.Marks = append(s.Marks, Mark{fold, y, fold, y + stepLen, stepWidth})
}

// markStations marks the holes for the needle: the kettle stitches near the ends and
// three between them.
func (p *planner) markStations(s *Side, fold, head layout.Length) {
	page := p.page.height.Scale(p.scale, 1000)
	top := head + (p.tile.height-page)/2
	for _, tenth := range []int64{1, 3, 5, 7, 9} {
		y := top + page.Scale(tenth, 10)
		s.line(fold-tick/2, y, fold+tick/2, y)
	}
}

// markCuts draws marks at the corners of the pages, outside them, where the sheet has
// the room.
func (p *planner) markCuts(s *Side) {
	if !p.Marks.Crop {
		return
	}
	for i := range s.Pages {
		pg := s.Pages[i]
		right, low := pg.X+pg.Width, pg.Y+pg.Height
		for _, x := range []layout.Length{pg.X, right} {
			s.cut(x, pg.Y-cropGap-cropLen, x, pg.Y-cropGap)
			s.cut(x, low+cropGap, x, low+cropGap+cropLen)
		}
		for _, y := range []layout.Length{pg.Y, low} {
			s.cut(pg.X-cropGap-cropLen, y, pg.X-cropGap, y)
			s.cut(right+cropGap, y, right+cropGap+cropLen, y)
		}
	}
}

// cut adds a crop mark if it lies on the sheet and on no page.
func (s *Side) cut(x1, y1, x2, y2 layout.Length) {
	if x1 < 0 || y1 < 0 || x2 > s.Width || y2 > s.Height {
		return
	}
	for _, pg := range s.Pages {
		if x1 < pg.X+pg.Width && x2 > pg.X && y1 <= pg.Y+pg.Height && y2 >= pg.Y ||
			x1 <= pg.X+pg.Width && x2 >= pg.X && y1 < pg.Y+pg.Height && y2 > pg.Y {
			return
		}
	}
	s.line(x1, y1, x2, y2)
}
