package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dash returns what stands for hyphens at i: an em dash for two or three between
// words, an en dash for those between spaces and between figures.
func dash(line string, i, end int) (length int, replacement string) {
	n := 1
	for i+n < end && line[i+n] == '-' {
		n++
	}
	prev, next := previous(line, i), following(line, i+n)
	switch {
	case n > 3:
		return n, line[i : i+n]
	case n == 3:
		return 3, "—"
	case n == 2:
		if prev == ' ' && next == ' ' || unicode.IsDigit(prev) && unicode.IsDigit(next) {
			return 2, "–"
		}
		return 2, "—"
	case prev == ' ' && next == ' ' && i > 0 && i+1 < len(line):
		return 1, "–"
	case unicode.IsDigit(prev) && unicode.IsDigit(next) && isRange(line, i):
		return 1, "–"
	}
	return 0, ""
}

// isRange reports whether the hyphen at i stands between two numbers and not in a
// date, an ISBN or another number of parts.
func isRange(line string, i int) bool {
	from, to := i, i+1
	for from > 0 && (isDigit(line[from-1])) {
		from--
	}
	for to < len(line) && isDigit(line[to]) {
		to++
	}
	before, after := previous(line, from), following(line, to)
	if unicode.IsLetter(before) || before == '-' || before == '–' || before == '.' || before == '/' || before == '#' {
		return false
	}
	if unicode.IsLetter(after) && after != 's' || after == '-' || after == '/' {
		return false
	}
	first, second := line[from:i], line[i+1:to]
	return len(first) >= len(second) && first[0] != '0' || len(first) < len(second) && second[0] != '0'
}

// noBreak reports whether the line must not end at the blank at i.
func noBreak(line string, i int) bool {
	next := following(line, i+1)
	if next == '–' || next == '—' || next == '-' {
		return i > 0 && isDashWord(line[i+1:])
	}
	word := lastWord(line[:i])
	switch {
	case word == "":
		return false
	case word == "§" || word == "No." || word == "Nos." || word == "№":
		return unicode.IsDigit(next)
	case strings.HasSuffix(word, "."):
		return afterStop(word, next, line[i+1:])
	case isNumber(word):
		return isScale(firstWord(line[i+1:]))
	case unicode.IsUpper(following(word, 0)) && (next == 'I' || next == 'V' || next == 'X'):
		return isRoman(firstWord(line[i+1:]))
	}
	return false
}

// isDashWord reports whether a dash with blanks on both sides begins s.
func isDashWord(s string) bool {
	rest := strings.TrimLeft(s, "–—-")
	return len(s)-len(rest) <= len("———") && strings.HasPrefix(rest, " ")
}

// afterStop tells where an abbreviation must stay with what follows it.
func afterStop(word string, next rune, rest string) bool {
	switch word {
	case "p.", "pp.", "vol.", "vols.", "no.", "nos.", "ch.", "chs.", "chap.", "fig.", "figs.", "n.", "nn.", "f.", "ff.", "sec.", "art.", "ed.",
		"col.", "l.", "ll.", "c.", "ca.", "Vol.", "Ch.", "Fig.", "Nr.", "S.", "Bd.", "t.":
		return unicode.IsDigit(next)
	case "Dr.", "Mr.", "Mrs.", "Ms.", "St.", "Prof.", "Gen.", "Col.", "Capt.", "Lt.", "Sgt.", "Rev.", "Sen.", "Gov.", "Pres.", "Mme.", "Mlle.", "M.":
		return unicode.IsUpper(next)
	}
	// An initial: one capital and its stop, before another or a name.
	first, size := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) || word[size:] != "." || !unicode.IsUpper(next) {
		return false
	}
	return len(firstWord(rest)) > 1
}

func lastWord(s string) string {
	if i := strings.LastIndexAny(s, " \u00a0("); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		return s[i+size:]
	}
	return s
}

func firstWord(s string) string {
	if i := strings.IndexAny(s, " \u00a0"); i >= 0 {
		return s[:i]
	}
	return s
}

func isNumber(word string) bool {
	digits := false
	for i := 0; i < len(word); i++ {
		if isDigit(word[i]) {
			digits = true
		} else if word[i] != ',' && word[i] != '.' {
			return i == 0 && (word[i] == '$') && len(word) > 1 && isNumber(word[1:])
		}
	}
	return digits
}

func isScale(word string) bool {
	switch strings.TrimRight(word, ".,;:)") {
	case "million", "billion", "trillion", "%", "km", "kg", "mm", "cm", "m", "pt", "BC", "AD", "BCE", "CE", "a.m", "p.m", "am", "pm":
		return true
	}
	return false
}

// isRoman tells the numbers behind the names of kings and wars.
func isRoman(word string) bool {
	word = strings.TrimRight(word, ".,;:)'’s")
	if len(word) < 1 || len(word) > 5 || word == "I" {
		return false
	}
	return strings.Trim(word, "IVX") == ""
}
