package epub

import (
	"strconv"
	"unicode/utf8"

	"publish/book"
)

// markup is XHTML in the making. Links inside the book are left open: fill
// writes them once the file of every ID is known.
type markup struct {
	buf   []byte
	links []link
	ids   []string
}

// link is a place in a markup where the address of an ID belongs.
type link struct {
	at     int
	target string
	pos    book.Pos // of the reference, for the error that names it
}

// raw appends markup as it stands. Only literals of this package may pass.
func (m *markup) raw(s string) { m.buf = append(m.buf, s...) }

// text appends characters, escaped.
func (m *markup) text(s string) { m.buf = appendEscaped(m.buf, s) }

// number appends a decimal number.
func (m *markup) number(n int) { m.buf = strconv.AppendInt(m.buf, int64(n), 10) }

// attr appends an attribute with a leading blank.
func (m *markup) attr(name, value string) {
	m.raw(" ")
	m.raw(name)
	m.raw(`="`)
	m.text(value)
	m.raw(`"`)
}

// id appends an id attribute and remembers the ID; an empty one is left out.
func (m *markup) id(id string) {
	if id == "" {
		return
	}
	m.ids = append(m.ids, id)
	m.attr("id", id)
}

// href appends a href attribute that will lead to the element with the ID.
func (m *markup) href(target string, pos book.Pos) {
	m.raw(` href="`)
	m.links = append(m.links, link{len(m.buf), target, pos})
	m.raw(`"`)
}

// lang appends both language attributes, and the direction where the language is
// written from right to left.
func (m *markup) lang(tag string) {
	m.attr("lang", tag)
	m.attr("xml:lang", tag)
	if book.RightToLeft(tag) {
		m.attr("dir", "rtl")
	}
}

// add appends another markup with its links and IDs.
func (m *markup) add(o *markup) {
	base := len(m.buf)
	m.buf = append(m.buf, o.buf...)
	for _, l := range o.links {
		m.links = append(m.links, link{base + l.at, l.target, l.pos})
	}
	m.ids = append(m.ids, o.ids...)
}

// size returns about how long the markup will be when its links are written.
func (m *markup) size() int {
	n := len(m.buf)
	for i := range m.links {
		n += len(m.links[i].target) + fileRoom
	}
	return n
}

// fileRoom is what is reckoned for the name of the file that a link leads to. It
// may be twice as long, but few are.
const fileRoom = 32

// fill returns the markup with every link written. address returns what stands
// in the href of an ID.
func (m *markup) fill(address func(link) (string, error)) ([]byte, error) {
	out := make([]byte, 0, len(m.buf)+32*len(m.links))
	from := 0
	for _, l := range m.links {
		href, err := address(l)
		if err != nil {
			return nil, err
		}
		out = append(out, m.buf[from:l.at]...)
		out = appendEscaped(out, href)
		from = l.at
	}
	return append(out, m.buf[from:]...), nil
}

// appendEscaped appends s fit for text and for attribute values. Characters that
// XML 1.0 does not allow (§2.2) are left out, and broken UTF-8 becomes U+FFFD.
func appendEscaped(buf []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if instead, ok := escape(r, size); ok {
			buf = append(buf, s[from:i]...)
			buf = append(buf, instead...)
			from = i + size
		}
		i += size
	}
	return append(buf, s[from:]...)
}

// escape returns what stands in the place of a character; ok is false for one
// that stands for itself.
func escape(r rune, size int) (instead string, ok bool) {
	switch {
	case r == '&':
		return "&amp;", true
	case r == '<':
		return "&lt;", true
	case r == '>':
		return "&gt;", true
	case r == '"':
		return "&quot;", true
	case r < ' ' && r != '\n' && r != '\t', r == 0x7F, r == 0xFFFE, r == 0xFFFF:
		return "", true
	case r == utf8.RuneError && size == 1:
		return "\uFFFD", true
	}
	return "", false
}
