package book

import (
	"strconv"
	"strings"
)

// ListStyle is how the items of an ordered list are numbered.
type ListStyle uint8

// Figures, letters from a to z and then aa, and Roman numerals.
const (
	Decimal ListStyle = iota
	LowerAlpha
	UpperAlpha
	LowerRoman
	UpperRoman
)

// String returns the value that the attribute type of HTML's ol has for the style.
func (s ListStyle) String() string { return [...]string{"1", "a", "A", "i", "I"}[s] }

// Label returns the number of an ordered list's item i, counted from 0, with the full
// stop after it.
func (l *List) Label(i int) string {
	n := l.Start + i
	text := ""
	switch l.Style {
	case LowerAlpha, UpperAlpha:
		text = alphabetic(n)
	case LowerRoman, UpperRoman:
		text = roman(n)
	}
	switch {
	case text == "":
		text = strconv.Itoa(n)
	case l.Style == UpperAlpha || l.Style == UpperRoman:
		text = strings.ToUpper(text)
	}
	return text + "."
}

// alphabetic returns a number in letters, "" below 1.
func alphabetic(n int) string {
	text := ""
	for ; n > 0; n = (n - 1) / 26 {
		text = string(rune('a'+(n-1)%26)) + text
	}
	return text
}

// roman returns a number in Roman numerals, "" if there is none for it.
func roman(n int) string {
	if n < 1 || n > 3999 {
		return ""
	}
	var b strings.Builder
	for _, step := range [...]struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.sign)
		}
	}
	return b.String()
}
