package layout

import "publish/book"

// pictureWidth returns how wide a picture is set where there is room: as the text
// asks, else up to its own width.
func pictureWidth(p *book.Picture, size book.PictureSize, room Length) Length {
	if size.Share > 0 {
		return room.Scale(int64(min(size.Share, 100)), 100)
	}
	if pixels := size.In(p); pixels > 0 {
		return min(room, Inch*Length(pixels)/96)
	}
	return min(room, ownWidth(p))
}

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
