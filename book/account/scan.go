package account

import (
	"bytes"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a word of a source and the offset at which it starts.
type word struct {
	text string
	off  int
}

// scanner finds the words of a file outside its markup.
type scanner struct {
	src     []byte
	words   []word
	current strings.Builder // the word that is being read
	start   int             // its offset
	quoted  bool            // the line is inside a quotation
}

// sourceWords returns the words of a file, in order.
func sourceWords(src []byte) []word {
	s := &scanner{src: src}
	i := frontMatter(src)
	for i < len(src) {
		if i == 0 || src[i-1] == '\n' {
			i = s.lineStart(i)
		}
		if i < len(src) {
			i += s.step(i)
		}
	}
	s.end()
	return s.words
}

// step reads what stands at i and returns its length.
func (s *scanner) step(i int) int {
	switch c := s.src[i]; {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		s.letter(i, rune(c))
		return 1
	case c >= utf8.RuneSelf:
		return s.wide(i)
	case c == '<':
		return s.tag(i)
	case c == '&':
		return s.entity(i)
	case c == '!':
		if n := s.picture(i); n > 0 {
			return n
		}
	case c == '[':
		if n := noteMark(s.src[i:]); n > 0 {
			return n
		}
	case c == ']':
		if n := linkEnd(s.src[i:]); n > 0 && (i == 0 || s.src[i-1] != '\\') {
			s.end()
			return n
		}
	case c == '{':
		if n := attributes(s.src[i:]); n > 0 {
			s.end()
			return n
		}
	case c == '*' || c == '`':
		return 1 // emphasis and code may stand inside a word
	case c == '\\' && i+1 < len(s.src) && s.src[i+1] == '<':
		return 1 + s.tag(i+1)
	}
	s.end()
	return 1
}

// letter adds a letter or digit to the word.
func (s *scanner) letter(i int, r rune) {
	if s.current.Len() == 0 {
		s.start = i
	}
	s.current.WriteRune(r)
}

// end ends the word, if one is being read.
func (s *scanner) end() {
	if s.current.Len() > 0 {
		s.words = append(s.words, word{s.current.String(), s.start})
		s.current.Reset()
	}
}

// wide reads a character outside ASCII.
func (s *scanner) wide(i int) int {
	r, n := utf8.DecodeRune(s.src[i:])
	switch {
	case isFraction(r):
		s.fraction(i, r)
	case r == utf8.RuneError, !isWord(r) && !passedOver(r):
		s.end()
	case !passedOver(r):
		for _, part := range folded(r) {
			s.letter(i, part)
		}
	}
	return n
}

// fraction reads a character such as ½ as its two numbers.
func (s *scanner) fraction(i int, r rune) {
	for part := range strings.SplitSeq(unfolded(r), "/") {
		s.end()
		for _, digit := range part {
			s.letter(i, digit)
		}
	}
	s.end()
}

// isFraction reports whether a character is a fraction with its numbers.
func isFraction(r rune) bool { return r >= '¼' && r <= '¾' || r >= '⅐' && r <= '⅞' }

// unfolded returns the numbers of such a fraction with a stroke between them.
func unfolded(r rune) string {
	return strings.ReplaceAll(norm.NFKC.String(string(r)), "\u2044", "/")
}

// withoutFractions returns s with every fraction as two numbers, so that one made of
// them counts the same.
func withoutFractions(s string) string {
	if strings.IndexFunc(s, isFraction) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if isFraction(r) {
			b.WriteString(" " + unfolded(r) + " ")
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isWord reports whether a character is part of a word.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// passedOver reports whether a character may stand in a word without being seen:
// the soft hyphen and the signs without width.
func passedOver(r rune) bool {
	return r == '\u00AD' || r >= '\u200B' && r <= '\u200F' || r == '\u2060' || r == '\uFEFF' || r >= '\uFE00' && r <= '\uFE0F'
}

// folded returns the letters that a character stands for.
func folded(r rune) string {
	if r >= '\uFB00' && r <= '\uFB06' {
		return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-'\uFB00']
	}
	return string(r)
}

// entity reads a character reference, such as &amp; or &#233;.
func (s *scanner) entity(i int) int {
	end := bytes.IndexByte(s.src[i:min(len(s.src), i+40)], ';')
	if end < 2 || !isName(s.src[i+1:i+end]) {
		s.end()
		return 1
	}
	for _, r := range html.UnescapeString(string(s.src[i : i+end+1])) {
		if isWord(r) {
			s.letter(i, r)
		} else if !passedOver(r) {
			s.end()
		}
	}
	return end + 1
}

func isName(b []byte) bool {
	for _, c := range b {
		if c != '#' && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') {
			return false
		}
	}
	return true
}

// tag passes over a tag or a comment at i. The tags of running text may stand
// inside a word; an address in angle brackets is text.
func (s *scanner) tag(i int) int {
	rest := s.src[i:]
	if bytes.HasPrefix(rest, []byte("<!--")) {
		s.end()
		if end := bytes.Index(rest, []byte("-->")); end >= 0 {
			return end + len("-->")
		}
		return 1
	}
	name := tagName(rest)
	n := s.tagLength(rest)
	if name == "" || n == 0 {
		s.end()
		return 1
	}
	if !inline(name) {
		s.end()
	}
	return n
}

// tagName returns the name of the tag that b starts with, in lower case; "" when it
// starts with none. Addresses and what has an escaped end count as none.
func tagName(b []byte) string {
	i := 1
	for i < len(b) && (b[i] == '/' || b[i] == '\\' || b[i] == '.') {
		i++
	}
	from := i
	for i < len(b) && i < from+40 && (b[i] >= 'a' && b[i] <= 'z' || b[i] >= 'A' && b[i] <= 'Z' || b[i] >= '0' && b[i] <= '9' || b[i] == '-') {
		i++
	}
	if i == len(b) || i == from || strings.IndexByte(" \t\n\r>/\\", b[i]) < 0 {
		return ""
	}
	return strings.ToLower(string(b[from:i]))
}

// maxTag is the longest tag that is looked for.
const maxTag = 4000

// tagLength returns the length of the tag that b starts with, 0 for none. A line
// end inside it may be followed by the marker of a quotation.
func (s *scanner) tagLength(b []byte) int {
	var quote byte
	for i := 1; i < min(len(b), maxTag); i++ {
		switch c := b[i]; {
		case c == '\n' && i+1 < len(b) && b[i+1] == '\n':
			return 0
		case c == '\n' && s.quoted:
			for i+1 < len(b) && (b[i+1] == '>' || b[i+1] == ' ') {
				i++
			}
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' && b[i-1] == '=', c == '\'' && b[i-1] == '=':
			quote = c
		case c == '<':
			return 0
		case c == '>':
			return i + 1
		}
	}
	return 0
}

// inline reports whether a tag is one of running text, which does not end a word.
func inline(name string) bool {
	switch name {
	case "a", "b", "i", "em", "strong", "span", "small", "big", "u", "s", "del", "ins", "strike", "code", "font", "cite",
		"wbr", "nobr", "abbr", "mark", "kbd", "samp", "tt", "var", "dfn", "q", "bdi", "bdo", "time":
		return true
	}
	return false
}

// noteMark returns the length of the mark of a note that b starts with, [^5] or
// [^5]:, 0 for none.
func noteMark(b []byte) int {
	if len(b) < 4 || b[1] != '^' {
		return 0
	}
	for i := 2; i < min(len(b), 1000); i++ {
		switch c := b[i]; {
		case c == ']' && i > 2:
			return i + 1
		case c <= ' ', c == '[', c == ']':
			return 0
		}
	}
	return 0
}

// picture returns the length of the sign that opens a picture at i, so that its
// text is read as words.
func (s *scanner) picture(i int) int {
	if i+1 < len(s.src) && s.src[i+1] == '[' && noteMark(s.src[i+1:]) == 0 {
		s.end()
		return 2
	}
	return 0
}

// linkEnd returns the length of what ends a link at b: ](address "title") or
// ][label], 0 for neither.
func linkEnd(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '(':
		return addressLength(b)
	case '[':
		if end := bytes.IndexAny(b[2:min(len(b), 202)], "[]\n"); end >= 0 && b[2+end] == ']' {
			return 2 + end + 1
		}
	}
	return 0
}

// addressLength returns the length of ](address "title").
func addressLength(b []byte) int {
	depth := 1
	for i := 2; i < min(len(b), maxTag); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		case '\n':
			if i+1 < len(b) && b[i+1] == '\n' {
				return 0
			}
		}
	}
	return 0
}

// attributes returns the length of the attributes that b starts with, {#id .class
// key=value}, as pandoc and others write them; 0 for none.
func attributes(b []byte) int {
	end := bytes.IndexAny(b[:min(len(b), 400)], "}\n")
	if end < 2 || b[end] != '}' {
		return 0
	}
	if strings.IndexByte("#.=:-", b[1]) >= 0 || bytes.IndexByte(b[:end], '=') > 0 && b[1] != '{' && b[1] != '|' {
		return end + 1
	}
	return 0
}
