package book

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug returns s as lower-case ASCII words joined by hyphens: marks are taken off
// letters, Greek and Cyrillic are written in Latin letters, and all else parts
// words. Apostrophes vanish. The result is "" when nothing of s is left.
func Slug(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	put := func(latin string) {
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(latin)
	}
	for _, r := range foldMarks(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			put(string(r))
		case r >= 'A' && r <= 'Z':
			put(string(r + 'a' - 'A'))
		case r == '\'' || r == '’' || r == 'ʼ' || r == '\u00ad' || unicode.Is(unicode.Mn, r):
		default:
			if latin := transliterate(unicode.ToLower(r)); latin != "" {
				put(latin)
			} else if r != 'ь' && r != 'ъ' {
				gap = true
			}
		}
	}
	return b.String()
}

// foldMarks returns s decomposed, so that every accent is a rune of its own. Text
// in ASCII is returned as it is.
func foldMarks(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return norm.NFKD.String(s)
		}
	}
	return s
}

// transliterate writes one lower-case letter that has no decomposition in Latin
// letters; "" when it knows none. Cyrillic follows BGN/PCGN, Greek ELOT 743, both
// without their marks.
func transliterate(r rune) string {
	switch r {
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ß':
		return "ss"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	case 'є':
		return "ye"
	case 'і':
		return "i"
	case 'ґ':
		return "g"
	}
	const cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
	latin := [...]string{"a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p",
		"r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"}
	if i := strings.IndexRune(cyrillic, r); i >= 0 {
		return latin[i/2]
	}
	const greek = "αβγδεζηθικλμνξοπρσςτυφχψω"
	roman := [...]string{"a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p",
		"r", "s", "s", "t", "y", "f", "ch", "ps", "o"}
	if i := strings.IndexRune(greek, r); i >= 0 {
		return roman[i/2]
	}
	return ""
}
