package layout

import "publish/book"

// ownWidth returns the width that a picture may be set in at most: with 150 dots to
// the inch, below which one sees the dots; a drawing, which has none, no larger than
// it means to be.
func ownWidth(p *book.Picture) Length {
	dots := Length(150)
	if p.Vector {
		dots = 96
	}
	return Inch * Length(p.Width) / dots
}
