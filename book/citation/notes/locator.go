package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tailLocator returns where the place in a work begins that ends s: folios, chapters,
// sections, lines. It returns len(s) for none.
func (w words) tailLocator(s string) int {
	start, figures := len(s), false
	for end := len(s); end > 0; {
		from := strings.LastIndexAny(s[:end], " \u00a0")
		if from >= 0 {
			_, size := utf8.DecodeRuneInString(s[from:])
			from += size
		} else {
			from = 0
		}
		if closed := strings.TrimRight(s[from:end], " ,;."); strings.HasSuffix(closed, ")") && !strings.Contains(closed, "(") {
			break // behind a bracket, not in it
		}
		word := strings.Trim(s[from:end], " ,;.()")
		number := isFigure(word)
		if isYear(word) && !w.has("page", before(s[:from])) {
			break
		}
		if word != "" && !number && !w.has("locator", word) && !w.isRange(word) {
			break
		}
		figures = figures || number || w.isRange(word) || len(word) > 4
		start = from
		end = len(strings.TrimRight(s[:from], " \u00a0"))
	}
	if !figures {
		return len(s)
	}
	for start < len(s) { // a conjunction cannot begin it
		n := strings.IndexAny(s[start:], " \u00a0")
		if word := strings.Trim(s[start:max(n, 0)+start], " ,;."); n < 0 || word != "" && !w.has("and", word) || len(word) == 1 && word != "y" {
			break
		}
		start += n + 1
	}
	return start
}

// before returns the last word of a text.
func before(s string) string {
	s = strings.TrimRight(s, " \u00a0")
	return strings.Trim(s[strings.LastIndexAny(s, " \u00a0")+1:], ".,(")
}

// isLocator reports whether all of s is the place in a work.
func (w words) isLocator(s string) bool {
	s = strings.Trim(s, " ,.;:\u00a0")
	return s != "" && w.tailLocator(s) == 0
}

// leadLocator returns the place in a work that s begins with, behind punctuation; ""
// for none.
func (w words) leadLocator(s string) string {
	s = strings.TrimLeft(s, " ,.:\u00a0")
	best := ""
	for i := 0; i <= len(s); i++ {
		if i < len(s) && strings.IndexByte(",;.)", s[i]) < 0 {
			continue
		}
		if part := strings.TrimRight(s[:i], " ,.;"); w.isLocator(part) {
			best = part
		} else if best != "" {
			break
		}
	}
	return best
}

// isRange reports whether a word is two figures with a dash, or a word of a place run
// together with its figure, as in "p.169-78".
func (w words) isRange(word string) bool {
	if before, after, ok := strings.Cut(word, "."); ok && w.has("locator", before) && after != "" {
		return isFigure(after) || w.isRange(after)
	}
	parts := strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune("-–—−/,&", r) })
	for _, part := range parts {
		if !isFigure(part) {
			return false
		}
	}
	return len(parts) > 1
}

// isFigure reports whether a word is one folio or the number of a part: 12, 12a,
// 235n15, xii, D1207, H.5.1, 12ff.
func isFigure(word string) bool {
	word = strings.Trim(word, "[]")
	if word == "" {
		return false
	}
	if strings.Trim(strings.ToLower(word), "ivxlc") == "" {
		return len(word) <= 7 && (len(word) > 1 || word == "i" || word == "v" || word == "x")
	}
	digits, letters := 0, 0
	for i, r := range word {
		switch {
		case unicode.IsDigit(r):
			digits++
			letters = 0
		case r == '.' && i > 0:
			letters = 0
		case unicode.IsLetter(r):
			letters++
		default:
			return false
		}
		if letters > 2 {
			return false
		}
	}
	return digits > 0 && digits <= 8
}

// isYear reports whether a word is the year of a work that could be cited.
func isYear(word string) bool {
	return len(word) == 4 && strings.Trim(word, "0123456789") == "" && word >= "1450" && word <= "2100"
}
