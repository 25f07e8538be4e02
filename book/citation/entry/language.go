package entry

import (
	"slices"
	"strings"
	"unicode"
)

// languageOf tells the language of a title by its script and its small words; "" for
// English and for what cannot be told. A language must show by more small words than
// English does, and by two, or by one and a letter that English has not.
func (p *Parser) languageOf(title string) string {
	if tag := scriptLanguage(title); tag != "" {
		return tag
	}
	lower := strings.ToLower(strings.ReplaceAll(title, "’", "'"))
	marked := strings.IndexFunc(lower, func(r rune) bool { return unicode.IsLetter(r) && r >= 0xC0 }) >= 0
	words := strings.FieldsFunc(withoutInitials(lower), func(r rune) bool { return !unicode.IsLetter(r) })
	best, most, english := "", 0, p.smallWords("en", words)
	for _, tag := range []string{"es", "fr", "de", "it", "pt", "ca", "nl"} {
		n := 2 * p.smallWords(tag, words)
		if marked && n > 0 {
			n += 1 + lettersOf(tag, lower)
		}
		switch {
		case n < 3 || n <= english*2 || n < most:
		case n == most && tag == "ca": // shares its small words with Spanish
		case n == most:
			best = "" // two languages fit alike
		default:
			best, most = tag, n
		}
	}
	if best == "" && marked && english == 0 {
		return byLetters(lower)
	}
	return best
}

// withoutInitials takes abbreviations by letters out of words: "F.A.I.".
func withoutInitials(s string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(s), func(w string) bool { return strings.Count(w, ".") > 1 }), " ")
}

// smallWords counts the words that are small words of a language.
func (p *Parser) smallWords(tag string, words []string) int {
	n := 0
	for _, w := range words {
		if p.words["stop-"+tag][w] {
			n++
		}
	}
	return n
}

// lettersOf is 1 for a text with letters that a language has and its neighbours have
// not.
func lettersOf(tag, lower string) int {
	if byLetters(lower) == tag {
		return 1
	}
	return 0
}

// byLetters tells a language by letters and endings that few others have.
func byLetters(lower string) string {
	switch {
	case strings.ContainsAny(lower, "ñ¿¡") || strings.Contains(lower, "ción") || strings.Contains(lower, "ía "):
		return "es"
	case strings.ContainsAny(lower, "ãõ") || strings.Contains(lower, "ção"):
		return "pt"
	case strings.ContainsAny(lower, "ß"):
		return "de"
	case strings.Contains(lower, "ció ") || strings.Contains(lower, "l·l"):
		return "ca"
	case strings.ContainsAny(lower, "ạảấầẩậắằẳặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ"):
		return "vi"
	}
	return ""
}

// scriptLanguage tells a language by its script, where at least half the letters are
// of it.
func scriptLanguage(s string) string {
	cyrillic, han, kana, hangul, greek, hebrew, arabic, letters := 0, 0, 0, 0, 0, 0, 0, 0
	for _, r := range s {
		if r < 0x370 {
			if unicode.IsLetter(r) {
				letters++
			}
			continue
		}
		letters++
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.Is(unicode.Hiragana, r), unicode.Is(unicode.Katakana, r):
			kana++
		case unicode.Is(unicode.Hangul, r):
			hangul++
		case unicode.Is(unicode.Greek, r):
			greek++
		case unicode.Is(unicode.Hebrew, r):
			hebrew++
		case unicode.Is(unicode.Arabic, r):
			arabic++
		}
	}
	half := (letters + 1) / 2
	switch {
	case letters == 0:
		return ""
	case cyrillic >= half:
		if strings.ContainsAny(s, "іїєґІЇЄҐ") {
			return "uk"
		}
		return "ru"
	case kana > 0 && kana+han >= half:
		return "ja"
	case han >= half:
		return "zh"
	case hangul >= half:
		return "ko"
	case greek >= half:
		return "el"
	case hebrew >= half:
		return "he"
	case arabic >= half:
		return "ar"
	}
	return ""
}
