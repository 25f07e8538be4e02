package epub

import (
	"golang.org/x/text/unicode/bidi"

	"publish/book"
)

// direct appends the direction of a paragraph that begins in another than the book's
// (UAX #9 P2, P3): without it a reading system would put its last full stop and its
// ragged side at the wrong end.
func (e *edition) direct(m *markup, inlines []book.Inline) {
	rtl, found := firstDirection(inlines)
	switch {
	case !found || rtl == book.RightToLeft(e.Meta.Language):
	case rtl:
		m.attr("dir", "rtl")
	default:
		m.attr("dir", "ltr")
	}
}

// firstDirection tells whether the first letter of a text runs from right to left;
// found is false for a text without letters.
func firstDirection(inlines []book.Inline) (rtl, found bool) {
	for _, in := range inlines {
		if text, ok := in.(*book.Text); ok {
			for _, r := range text.Value {
				if r < 0x80 {
					if r |= 0x20; 'a' <= r && r <= 'z' {
						return false, true
					}
					continue
				}
				switch p, _ := bidi.LookupRune(r); p.Class() {
				case bidi.L:
					return false, true
				case bidi.R, bidi.AL:
					return true, true
				}
			}
			continue
		}
		if rtl, found := firstDirection(book.Children(in)); found {
			return rtl, true
		}
	}
	return false, false
}
