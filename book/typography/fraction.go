package typography

import (
	"strings"
	"unicode"
)

// fractions are the numbers that have a character of their own, with those
// characters.
const fractions = "1/2½1/3⅓2/3⅔1/4¼3/4¾1/5⅕2/5⅖3/5⅗4/5⅘1/6⅙5/6⅚1/8⅛3/8⅜5/8⅝7/8⅞"

// fraction returns the character for the fraction at i. A date, a part of a longer
// number and the count of a part, (1/3), are none.
func fraction(line string, i, end int) (length int, replacement string) {
	if i+3 > end || line[i+1] != '/' || !isDigit(line[i+2]) {
		return 0, ""
	}
	before, after := previous(line, i), following(line, i+3)
	if !unicode.IsSpace(before) && !strings.ContainsRune("(\"'“‘–—", before) || !ends(after) || before == '(' && after == ')' {
		return 0, ""
	}
	at := strings.Index(fractions, line[i:i+3])
	if at < 0 {
		return 0, ""
	}
	rest := fractions[at+3:]
	return 3, rest[:len(string([]rune(rest)[0]))]
}

// ends reports whether a number can end before r.
func ends(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(")\"'”’.,;:!?–—", r)
}
