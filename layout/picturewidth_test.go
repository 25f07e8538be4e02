package layout

import (
	"testing"

	"publish/book"
)

// TestPictureWidth holds pictures to the size that the text asks for, within the room
// there is.
func TestPictureWidth(t *testing.T) {
	p := &book.Picture{Width: 800, Height: 600}
	room := 4 * Inch
	for _, test := range []struct {
		size book.PictureSize
		want Length
	}{
		{book.PictureSize{}, room},
		{book.PictureSize{Share: 25}, Inch},
		{book.PictureSize{Share: 100}, room},
		{book.PictureSize{Width: 96}, Inch},
		{book.PictureSize{Width: 960}, room},
		{book.PictureSize{Height: 144}, 2 * Inch},
		{book.PictureSize{Width: 96, Height: 144}, Inch},
		{book.PictureSize{Width: 288, Height: 72}, Inch},
	} {
		if got := pictureWidth(p, test.size, room); got != test.want {
			t.Errorf("%s: %v wide, want %v", test.size, got, test.want)
		}
	}
}
