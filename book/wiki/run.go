package wiki

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"publish/book"
)

// run is a stretch of characters between two inlines of goldmark's tree, with
// escapes and entities resolved and white space collapsed, and with the way
// back to the source.
type run struct {
	buf     []byte
	anchors []anchor
}

// anchor says that byte at of a run stands at offset off of the source.
type anchor struct{ at, off int }

func (r *run) reset() {
	r.buf, r.anchors = r.buf[:0], r.anchors[:0]
}

// anchor notes that what comes next in the run stands at off.
func (r *run) anchor(off int) {
	r.anchors = append(r.anchors, anchor{len(r.buf), off})
}

// off returns the offset in the source of byte at of the run.
func (r *run) off(at int) int {
	i := sort.Search(len(r.anchors), func(i int) bool { return r.anchors[i].at > at })
	if i == 0 {
		return 0
	}
	a := r.anchors[i-1]
	return a.off + at - a.at
}

// blank adds a blank unless the run ends with one.
func (r *run) blank(off int) {
	if n := len(r.buf); n == 0 || r.buf[n-1] != ' ' {
		r.anchor(off)
		r.buf = append(r.buf, ' ')
	}
}

// byteClass sorts the bytes of raw text by what add does with them.
type byteClass uint8

const (
	classPlain byteClass = iota
	classBlank
	classEscape
	classEntity
	classWide // may start a no-break space
)

func classOf(c byte) byteClass {
	switch c {
	case ' ', '\n', '\t':
		return classBlank
	case '\\':
		return classEscape
	case '&':
		return classEntity
	case 0xC2:
		return classWide
	}
	return classPlain
}

// add appends raw text that stands at off. With escapes a backslash before
// punctuation stands for the punctuation (CommonMark 0.31 §2.4).
func (r *run) add(raw []byte, off int, escapes bool) {
	r.anchor(off)
	for i := 0; i < len(raw); {
		switch classOf(raw[i]) {
		case classPlain:
			i += r.plain(raw[i:])
		case classBlank:
			i += r.blanks(raw[i:], off+i)
		case classWide:
			if i+1 < len(raw) && raw[i+1] == 0xA0 {
				i += r.blanks(raw[i:], off+i)
				break
			}
			r.buf = append(r.buf, raw[i])
			i++
		case classEscape:
			if escapes && i+1 < len(raw) && isPunct(raw[i+1]) {
				r.anchor(off + i + 1)
				r.buf = append(r.buf, raw[i+1])
				i += 2
				break
			}
			if escapes && i+2 < len(raw) && raw[i+1] == ' ' && !isBlank(raw[i+2]) && len(r.buf) > 0 && r.buf[len(r.buf)-1] != ' ' {
				r.anchor(off + i) // pandoc's no-break space (its manual, Backslash escapes)
				r.buf = append(r.buf, "\u00A0"...)
				r.anchor(off + i + 2)
				i += 2
				break
			}
			r.buf = append(r.buf, '\\')
			i++
		case classEntity:
			i += r.entity(raw[i:], off+i)
		}
	}
}

func (r *run) plain(raw []byte) int {
	n := 1
	for n < len(raw) && classOf(raw[n]) == classPlain {
		n++
	}
	r.buf = append(r.buf, raw[:n]...)
	return n
}

// blanks collapses white space. A no-break space stays if it stands alone; more
// of them, or one beside a blank, was meant as an indent.
func (r *run) blanks(raw []byte, off int) int {
	i, count, nbsp := 0, 0, false
	for i < len(raw) {
		if isBlank(raw[i]) {
			i++
		} else if raw[i] == 0xC2 && i+1 < len(raw) && raw[i+1] == 0xA0 {
			i += 2
			nbsp = true
		} else {
			break
		}
		count++
	}
	if nbsp && count == 1 && len(r.buf) > 0 && r.buf[len(r.buf)-1] != ' ' && !r.chained() {
		r.buf = append(r.buf, "\u00A0"...)
	} else {
		r.blank(off)
	}
	if i > 1 {
		r.anchor(off + i)
	}
	return i
}

// chained reports whether the last two blanks of the run are no-break spaces: what
// joins word after word was never meant to keep them on one line.
func (r *run) chained() bool {
	rest := r.buf
	for range 2 {
		i := bytes.LastIndexFunc(rest, func(c rune) bool { return c == ' ' || c == '\u00A0' })
		if i < 0 || rest[i] == ' ' {
			return false
		}
		rest = rest[:i]
	}
	return true
}

// entity resolves the character reference that raw starts with.
func (r *run) entity(raw []byte, off int) int {
	text, n := entity(string(raw[:min(len(raw), maxEntity)]))
	if n == 1 {
		r.buf = append(r.buf, '&')
		return 1
	}
	r.anchor(off)
	if text == "\u00A0" {
		r.blank(off)
	} else {
		r.buf = append(r.buf, cleanEntity(text)...)
	}
	r.anchor(off + n)
	return n
}

// cleanEntity takes out what repair takes out of plain text.
func cleanEntity(s string) string {
	c, _ := utf8.DecodeRuneInString(s)
	switch {
	case c < 0x20, c == 0x7F, book.IsInvisible(c):
		return ""
	}
	return s
}

func isPunct(c byte) bool {
	return c > 0x20 && c < 0x7F && !isLetter(c) && !isDigit(c)
}
