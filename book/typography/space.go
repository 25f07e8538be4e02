package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// space returns the length of what a no-break or a narrow space takes the place of
// at i, with what is to stand there; 0 for nothing.
func (s *setter) space(line string, i int) (length int, replacement string) {
	if line[i] == ' ' {
		return s.blank(line, i)
	}
	r, size := utf8.DecodeRuneInString(line[i:])
	prev, next := previous(line, i), following(line, i+size)
	switch {
	case s.Before == "":
		return 0, ""
	case r == '«' && !unicode.IsSpace(next):
		return size, "«" + s.Before
	case unicode.IsSpace(prev) || prev == object:
		return 0, ""
	case r == '»' || strings.ContainsRune(";!?", r) && (unicode.IsLetter(prev) || unicode.IsDigit(prev) || strings.ContainsRune("»)]”’…", prev)):
		return size, s.Before + line[i:i+size]
	case r == ':' && unicode.IsLetter(prev) && unicode.IsSpace(next):
		return size, s.BeforeColon + ":"
	}
	return 0, ""
}

// narrow is the narrow no-break space.
const narrow = "\u202f"

// blank returns what is to stand for the blank at i.
func (s *setter) blank(line string, i int) (length int, replacement string) {
	next := following(line, i+1)
	switch {
	case noBreak(line, i):
		return 1, "\u00a0"
	case s.Before != "" && (next == ':' || next == '\uFF1A'):
		return 1, s.BeforeColon
	case s.Before != "" && (strings.ContainsRune(";!?»", next) || previous(line, i) == '«'):
		return 1, s.Before
	case s.Thousands != "" && partsThousands(line, i):
		return 1, s.Thousands
	}
	return 0, ""
}

// partsThousands reports whether the blank at i stands between groups of figures of
// one number: 1 000 000.
func partsThousands(line string, i int) bool {
	from, to := i, i+1
	for from > 0 && isDigit(line[from-1]) {
		from--
	}
	for to < len(line) && isDigit(line[to]) {
		to++
	}
	if n := i - from; n < 1 || n > 3 || to-i-1 != 3 || line[from] == '0' && n < 3 {
		return false
	}
	before, after := previous(line, from), following(line, to)
	return !unicode.IsLetter(before) && !unicode.IsLetter(after) && !strings.ContainsRune(".,-–/", before)
}
