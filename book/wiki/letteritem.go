package wiki

import (
	"bytes"
	"strings"

	"publish/book"
)

// letterMark is the mark of an item that letters or Roman numerals number: a. (a) iv)
// (pandoc's manual, fancy_lists).
type letterMark struct {
	width  int // of the mark
	style  book.ListStyle
	number int
	before byte // '(' or 0
	after  byte // '.' or ')'
}

// parseLetter returns the mark that a line starts with; its width is 0 if there is
// none. roman says to read i, v and x as numerals. A capital with a full stop may be
// somebody's initial, and needs two blanks after it.
func parseLetter(line []byte, roman bool) letterMark {
	var m letterMark
	i := 0
	if i < len(line) && line[i] == '(' {
		m.before = '('
		i++
	}
	from := i
	for i < len(line) && i < from+7 && isLetter(line[i]) {
		i++
	}
	word := string(line[from:i])
	if word == "" || i >= len(line) || line[i] != ')' && (line[i] != '.' || m.before != 0) {
		return letterMark{}
	}
	m.after = line[i]
	blanks := 1
	if m.after == '.' && word[0] <= 'Z' {
		blanks = 2
	}
	if i+blanks >= len(line) || strings.Trim(string(line[i+1:i+1+blanks]), " ") != "" {
		return letterMark{}
	}
	m.width = i + 1
	lower := strings.ToLower(word)
	switch {
	case lower != word && strings.ToUpper(word) != word:
		return letterMark{}
	case roman:
		m.style, m.number = book.LowerRoman, romanValue(lower)
	case len(word) == 1:
		m.style, m.number = book.LowerAlpha, int(lower[0]-'a')+1
	}
	if m.number == 0 {
		return letterMark{}
	}
	if lower != word {
		m.style++ // the capitals of the same
	}
	return m
}

// romanValue returns the value of a numeral in small letters, 0 if it is none.
func romanValue(s string) int {
	sum, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		value := [...]int{1, 5, 10, 50, 100}[max(0, strings.IndexByte("ivxlc", s[i]))]
		if value < last {
			value = -value
		}
		sum, last = sum+value, max(value, last)
	}
	list := book.List{Style: book.LowerRoman, Start: sum}
	if list.Label(0) != s+"." {
		return 0
	}
	return sum
}

// maxItemLines is how far after a first item the second is looked for.
const maxItemLines = 60

// letterAt returns the mark of the item at a line start: the first of a list, if the
// second follows, or one after another item of the list.
func letterAt(src []byte, at int, before *example) letterMark {
	end := lineEnd(src, at)
	for _, roman := range [...]bool{true, false} {
		m := parseLetter(src[at:end], roman)
		switch {
		case m.width == 0:
		case before != nil && before.letter.follows(m):
			return m
		case m.number == 1 && blankBefore(src, at) && hasSecond(src, end, m):
			return m
		}
	}
	return letterMark{}
}

// follows reports whether an item numbered next may come after m.
func (m letterMark) follows(next letterMark) bool {
	return m.width > 0 && next.style == m.style && next.number == m.number+1 && next.before == m.before && next.after == m.after
}

// blankBefore reports whether the line before the one at at holds nothing but the
// markers of quotations.
func blankBefore(src []byte, at int) bool {
	start := bytes.LastIndexByte(src[:at], '\n')
	if start < 0 {
		return true
	}
	before := src[bytes.LastIndexByte(src[:start], '\n')+1 : start]
	return len(bytes.Trim(before, " >\t")) == 0
}

// hasSecond reports whether the item after m starts one of the next lines.
func hasSecond(src []byte, end int, m letterMark) bool {
	blank := false
	for n := 0; n < maxItemLines && end < len(src); n++ {
		at := end + 1
		end = lineEnd(src, min(at, len(src)))
		line := bytes.TrimLeft(src[min(at, end):end], " >")
		if m.follows(parseLetter(line, m.style == book.LowerRoman || m.style == book.UpperRoman)) {
			return true
		}
		if blank && len(line) > 0 && src[at] != ' ' && src[at] != '>' {
			return false // the list has ended
		}
		blank = len(line) == 0
	}
	return false
}
