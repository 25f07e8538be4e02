package book

import (
	"strings"
	"unicode"
)

// IsInvisible reports whether a character beyond ASCII is one that text must not
// hold: it shows nothing, and hides from searching, or sets the direction of what
// follows, or is none at all (Unicode 16, 23.7). The joiners U+200C and U+200D are
// letters' business and stay.
func IsInvisible(c rune) bool {
	switch {
	case c >= 0x80 && c < 0xA0, c == '\u00AD', c == '\u200B', c == '\u200E', c == '\u200F',
		c >= '\u202A' && c <= '\u202E', c >= '\u2060' && c <= '\u206F', c == '\uFEFF',
		c >= '\uFFF9' && c <= '\uFFFB', c >= 0xE0000 && c <= 0xE007F,
		c >= '\uFDD0' && c <= '\uFDEF', c&0xFFFE == 0xFFFE:
		return true
	}
	return false
}

// Visible returns a text without what no edition can hold or nobody can see.
func Visible(s string) string {
	return strings.Map(func(c rune) rune {
		if c < 0x80 && unicode.IsControl(c) || IsInvisible(c) {
			return -1
		}
		return c
	}, s)
}
