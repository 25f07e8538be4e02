package collation

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Letter returns the letter under which a heading stands: without its marks, unless
// they make another letter of it in the language, as in Ñ for Spanish and Ö for
// Swedish. It is "" for a heading that begins with a figure or a sign.
func (s *Sorter) Letter(heading string) string { return s.letter(s.plain(heading)) }

// NameLetter is Letter for the name of a person.
func (s *Sorter) NameLetter(name string) string { return s.letter(s.words(name)) }

func (s *Sorter) letter(plain string) string {
	whole := norm.NFC.String(plain)
	r, _ := utf8.DecodeRuneInString(whole)
	if !unicode.IsLetter(r) {
		return ""
	}
	if two := s.digraph(whole); two != "" {
		return two
	}
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(whole))
	base = unstruck(base)
	if base != r && s.primary.CompareString(string(base), string(r)) != 0 && s.own(r) {
		base = r
	}
	return string(unicode.ToUpper(base))
}

// digraph returns the two letters at the front of a word that are one letter in the
// language, as Ch in Czech and Sz in Hungarian; "" for others.
func (s *Sorter) digraph(word string) string {
	runes := []rune(word)
	if len(runes) < 2 || !unicode.Is(unicode.Latin, runes[0]) || !unicode.Is(unicode.Latin, runes[1]) {
		return ""
	}
	first, second := unicode.ToLower(runes[0]), unicode.ToLower(runes[1])
	if s.primary.CompareString(string(first)+afterZ, string([]rune{first, second})) >= 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + string(second)
}

// afterZ is a letter that stands behind all those of the alphabets in Latin script.
const afterZ = "ʒ"

// own reports whether a marked letter stands between two others and not among those
// of its base: the tables put some behind it that English readers look for under it.
func (s *Sorter) own(r rune) bool {
	base := unstruck(r)
	return base == r || s.primary.CompareString(string(base)+afterZ, string(r)) < 0
}

// unstruck returns the plain letter for one that has no decomposition.
func unstruck(r rune) rune {
	switch r {
	case 'ł':
		return 'l'
	case 'Ł':
		return 'L'
	case 'ø':
		return 'o'
	case 'Ø':
		return 'O'
	case 'æ':
		return 'a'
	case 'Æ':
		return 'A'
	case 'đ', 'ð':
		return 'd'
	case 'Đ', 'Ð':
		return 'D'
	case 'œ':
		return 'o'
	case 'Œ':
		return 'O'
	case 'ı':
		return 'i'
	}
	return r
}

// scriptOf returns the letters of the script in which a language is written.
func scriptOf(tag language.Tag) *unicode.RangeTable {
	script, _ := tag.Script()
	switch script.String() {
	case "Cyrl":
		return unicode.Cyrillic
	case "Grek":
		return unicode.Greek
	case "Arab":
		return unicode.Arabic
	case "Hebr":
		return unicode.Hebrew
	case "Armn":
		return unicode.Armenian
	case "Geor":
		return unicode.Georgian
	case "Deva":
		return unicode.Devanagari
	case "Beng":
		return unicode.Bengali
	case "Thai":
		return unicode.Thai
	case "Hang", "Kore":
		return unicode.Hangul
	}
	return unicode.Latin
}
