package book

import "fmt"

// PictureSize is the size that a text asks for a picture. The zero value asks for
// none: the picture is as wide as its own dots and the room allow.
type PictureSize struct {
	Share         int // of the measure in percent, 1 to 100; 0 if it asks for none
	Width, Height int // of the box that the picture fits in, in pixels of 1/96 inch; 0 for no bound
}

// In returns the width in pixels of 1/96 inch at which a picture fits the size; 0 if
// none is asked for in pixels.
func (s PictureSize) In(p *Picture) int {
	width := s.Width
	if s.Height > 0 && p.Height > 0 {
		if high := max(1, s.Height*p.Width/p.Height); width == 0 || high < width {
			width = high
		}
	}
	return width
}

// String returns the size as a dump shows it: "50%", "300x200px", "300px", "x200px",
// "" for none.
func (s PictureSize) String() string {
	switch {
	case s.Share > 0:
		return fmt.Sprintf("%d%%", s.Share)
	case s.Height > 0 && s.Width > 0:
		return fmt.Sprintf("%dx%dpx", s.Width, s.Height)
	case s.Height > 0:
		return fmt.Sprintf("x%dpx", s.Height)
	case s.Width > 0:
		return fmt.Sprintf("%dpx", s.Width)
	}
	return ""
}
