package layout

import (
	"unicode"
	"unicode/utf8"
)

// What stands between two blanks may be no word: a key in base 64, a rule drawn with
// hyphens, a whole text without blanks. Where nothing allows a line to end, one may
// end anywhere, without a hyphen and at a high cost, as in an address (CSS Text 3,
// overflow-wrap: anywhere).
const (
	longRun    = 120                // bytes without a break; the longest words of books have half of that
	runStep    = 8                  // characters between the breaks that are added
	runPenalty = 8 * addressPenalty // of each of those
)

// wordBytes is the longest text that is shaped at once. A text in ideographs is a
// single word, and shaping it whole would take memory for all its glyphs several
// times over.
const wordBytes = 16 << 10

// longestWord returns how much of a text without blanks is shaped at once: all, or up
// to a character near wordBytes that is not a mark on the one before.
func longestWord(s string) int {
	if len(s) <= wordBytes {
		return len(s)
	}
	at := wordBytes
	for !utf8.RuneStart(s[at]) {
		at--
	}
	for i, r := range s[at:min(len(s), at+256)] {
		if !unicode.IsMark(r) {
			return at + i
		}
	}
	return at
}

// loosen adds breaks to a text where it has none for longRun bytes.
func loosen(text string, points []breakPoint) []breakPoint {
	var out []breakPoint
	from := 0
	for i := 0; i <= len(points); i++ {
		to := len(text)
		if i < len(points) {
			to = points[i].offset
		}
		if to-from > longRun {
			out = appendRunBreaks(out, text[from:to], from)
		}
		if i < len(points) {
			out = append(out, points[i])
		}
		from = to
	}
	return out
}

// appendRunBreaks adds a break to a text every few characters, never before a mark.
// from is the offset of the text in its word.
func appendRunBreaks(points []breakPoint, text string, from int) []breakPoint {
	n := 0
	for i, r := range text {
		if n++; n > runStep && i < len(text)-runStep && !unicode.IsMark(r) {
			points = append(points, breakPoint{offset: from + i, penalty: runPenalty})
			n = 1
		}
	}
	return points
}
