package epub

import (
	"testing"

	"publish/book"
)

// TestPictureWidth holds the widths of pictures to those that the text asks for.
func TestPictureWidth(t *testing.T) {
	e := &edition{Book: &book.Book{Pictures: map[string]*book.Picture{"p.png": {Width: 800, Height: 600}}}}
	for want, size := range map[string]book.PictureSize{
		"": {}, "50%": {Share: 50}, "6em": {Width: 96}, "12.5em": {Height: 150}, "5em": {Width: 300, Height: 60},
	} {
		if got := e.pictureWidth("p.png", size); got != want {
			t.Errorf("%s: width %q, want %q", size, got, want)
		}
	}
	if got := e.pictureWidth("none.png", book.PictureSize{Width: 96}); got != "" {
		t.Errorf("a picture that is not there has the width %q", got)
	}
}
