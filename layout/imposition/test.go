package imposition

import "publish/layout"

// test makes the test sheet of the two pages behind the n of the book: on the front
// the first page of a leaf, and at its back the second, both in a frame, so that light
// shows whether they lie on one another.
func (p *planner) test(n int) {
	first, second := 1, 0 // columns
	if p.RightToLeft {
		first, second = 0, 1
	}
	if p.Scheme == FourUp {
		first, second = 0, 1
	}
	front := p.side([]placed{{cell: cell{first, 0}, page: n}})
	back := p.side([]placed{{cell: cell{second, 0}, page: n + 1}})
	front.frame()
	back.frame()
	if p.Scheme == Zine {
		back.Pages, back.Marks = nil, nil
	}
	p.plan.Sheets = append(p.plan.Sheets, Sheet{front, p.back(back)})
	p.plan.tests = 1
}

// frame draws a frame a little inside every page of a side.
func (s *Side) frame() {
	const inside = 14 * layout.Point
	for _, pg := range s.Pages {
		left, head := pg.X+inside, pg.Y+inside
		right, foot := pg.X+pg.Width-inside, pg.Y+pg.Height-inside
		s.line(left, head, right, head)
		s.line(left, foot, right, foot)
		s.line(left, head, left, foot)
		s.line(right, head, right, foot)
	}
}
