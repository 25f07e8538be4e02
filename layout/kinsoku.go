package layout

import (
	"strings"
	"unicode"
)

// Where lines of Han, Kana and Hangul may end: between any two characters, except
// that some never begin a line and others never end one (kinsoku; UAX #14 LB13, LB14,
// LB21 and LB31, classes ID, H2, H3, NS, CJ, CL, EX and OP). Small kana and the
// sign of length are kept with what is before them, as in careful setting.
const (
	closesLine = "、。，．！？：；」』）》〉】〕〗〙〛］｝｠｡､｣～"
	opensLine  = "「『（《〈【〔〖〘〚［｛｟｢"
	noStart    = "々〻ゝゞヽヾーｰ・･゛゜゠〜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)

// breaksIdeographs reports whether a line may end between two characters, of which
// one at least belongs to these scripts.
func breaksIdeographs(prev, next rune) bool {
	if next < 0x2E80 && prev < 0x2E80 && !isIdeograph(prev) && !isIdeograph(next) {
		return false
	}
	if strings.ContainsRune(closesLine, next) || strings.ContainsRune(noStart, next) || strings.ContainsRune(opensLine, prev) {
		return false
	}
	before := isIdeograph(prev) || strings.ContainsRune(closesLine, prev) || strings.ContainsRune(noStart, prev)
	after := isIdeograph(next) || strings.ContainsRune(opensLine, next)
	return before && (after || isWordChar(next)) || after && isWordChar(prev)
}

// isWordChar reports whether r is a letter or a digit of any script.
func isWordChar(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isIdeograph(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) && !strings.ContainsRune(noStart, r)
}
