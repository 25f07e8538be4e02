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

// addFigure adds the element of a picture to another and returns it. A picture of
// which nothing is said has none: it is an artifact, as ISO 14289-1 §7.3 asks, and as
// the empty description in the EPUB says.
func addFigure(parent *Element, alt string) *Element {
	if parent == nil || alt == "" {
		return nil
	}
	e := parent.Add("Figure")
	e.Alt = alt
	return e
}
