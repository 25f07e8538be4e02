package wiki

import (
	"html"
	"strings"
)

// tag is one HTML tag. Name is in lower case.
type tag struct {
	name  string
	end   bool // </name>
	void  bool // <name/>
	attrs string
}

// tagStarts reports whether b starts like a tag: <a or </a.
func tagStarts(b []byte) bool {
	if len(b) < 2 || b[0] != '<' {
		return false
	}
	if b[1] == '/' {
		return len(b) > 2 && isLetter(b[2])
	}
	return isLetter(b[1])
}

// tagLength returns the length of the tag that b starts with, after CommonMark
// 0.31 §6.6 but allowing attributes on an end tag. It returns 0 if there is
// none; torn tells that there may be one if b went on.
func tagLength(b []byte) (n int, torn bool) {
	i := 1
	if i < len(b) && b[i] == '/' {
		i++
	}
	if i >= len(b) || !isLetter(b[i]) {
		return 0, i >= len(b)
	}
	for i < len(b) && (isLetter(b[i]) || isDigit(b[i]) || b[i] == '-') {
		i++
	}
	for {
		from := i
		for i < len(b) && isBlank(b[i]) {
			i++
		}
		if i >= len(b) {
			return 0, true
		}
		if b[i] == '>' {
			return i + 1, false
		}
		if b[i] == '/' {
			if i+1 >= len(b) {
				return 0, true
			}
			if b[i+1] == '>' {
				return i + 2, false
			}
			return 0, false
		}
		if i == from || !isLetter(b[i]) && b[i] != '_' && b[i] != ':' {
			return 0, false
		}
		if i, torn = attributeEnd(b, i); i < 0 {
			return 0, torn
		}
	}
}

// attributeEnd returns the end of the attribute that starts at i, or -1.
func attributeEnd(b []byte, i int) (end int, torn bool) {
	for i < len(b) && (isLetter(b[i]) || isDigit(b[i]) || strings.IndexByte("_:.-", b[i]) >= 0) {
		i++
	}
	name := i
	for i < len(b) && isBlank(b[i]) {
		i++
	}
	if i >= len(b) {
		return -1, true
	}
	if b[i] != '=' {
		return name, false
	}
	for i++; i < len(b) && isBlank(b[i]); i++ {
	}
	if i >= len(b) {
		return -1, true
	}
	if q := b[i]; q == '"' || q == '\'' {
		for i++; i < len(b) && b[i] != q; i++ {
		}
		if i >= len(b) {
			return -1, true
		}
		return i + 1, false
	}
	from := i
	for i < len(b) && !isBlank(b[i]) && strings.IndexByte("\"'=<>`", b[i]) < 0 {
		i++
	}
	if i == from {
		return -1, false
	}
	return i, false
}

// parseTag takes apart a tag that tagLength accepted.
func parseTag(s string) tag {
	s = s[1 : len(s)-1]
	var t tag
	if strings.HasPrefix(s, "/") {
		t.end, s = true, s[1:]
	}
	if strings.HasSuffix(s, "/") {
		t.void, s = true, s[:len(s)-1]
	}
	i := 0
	for i < len(s) && (isLetter(s[i]) || isDigit(s[i]) || s[i] == '-') {
		i++
	}
	t.name, t.attrs = strings.ToLower(s[:i]), s[i:]
	return t
}

// attr returns the value of an attribute with its entities resolved, "" if the
// tag has none of that name.
func (t *tag) attr(name string) string {
	for s := t.attrs; ; {
		s = strings.TrimLeft(s, " \t\n")
		i := strings.IndexAny(s, "= \t\n")
		key := s
		if i >= 0 {
			key = s[:i]
		}
		if key == "" {
			return ""
		}
		s = strings.TrimLeft(s[len(key):], " \t\n")
		var value string
		if strings.HasPrefix(s, "=") {
			value, s = attrValue(strings.TrimLeft(s[1:], " \t\n"))
		}
		if strings.EqualFold(key, name) {
			return resolveEntities(value)
		}
	}
}

func attrValue(s string) (value, rest string) {
	if s == "" {
		return "", ""
	}
	if q := s[0]; q == '"' || q == '\'' {
		if i := strings.IndexByte(s[1:], q); i >= 0 {
			return s[1 : 1+i], s[i+2:]
		}
		return s[1:], ""
	}
	if i := strings.IndexAny(s, " \t\n"); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// resolveEntities resolves the character references that end in a semicolon.
// Others are left: "&region=" in an address is no "®ion=".
func resolveEntities(s string) string {
	at := strings.IndexByte(s, '&')
	if at < 0 {
		return s
	}
	var b strings.Builder
	for ; at >= 0; at = strings.IndexByte(s, '&') {
		b.WriteString(s[:at])
		text, n := entity(s[at:])
		b.WriteString(text)
		s = s[at+n:]
	}
	b.WriteString(s)
	return b.String()
}

// maxEntity is the length of the longest character reference of HTML.
const maxEntity = 34

// entity returns the text of the character reference that s starts with, and its
// length; "&" and 1 if there is none.
func entity(s string) (text string, n int) {
	for n = 1; n < len(s) && n < maxEntity; n++ {
		if s[n] == ';' {
			if text = html.UnescapeString(s[:n+1]); strings.HasSuffix(text, ";") && text != ";" {
				break
			}
			return text, n + 1
		}
		if !isLetter(s[n]) && !isDigit(s[n]) && s[n] != '#' {
			break
		}
	}
	return "&", 1
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isBlank(c byte) bool  { return c == ' ' || c == '\t' || c == '\n' }
