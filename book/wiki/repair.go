package wiki

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"publish/book"
)

// repairer copies a file into text that every later step can trust: valid
// UTF-8, lines ended by \n, no control character, no soft hyphen, zero-width
// space, direction mark or byte order mark, and no ligature code points.
type repairer struct {
	src       []byte
	out       []byte
	edits     []edit
	from      int    // src before here is in out
	mended    int    // bytes whose meaning was known
	first     int    // offset of the first of them
	strays    int    // bytes whose meaning was guessed
	stray     int    // offset of the first of them
	strayText string // what that was taken for
	deep      int    // offset of the first line that nests too deep, -1 for none
}

// repair returns the source of a file. ok is false when its encoding is not one
// that can be read; a message says so.
func repair(file string, src []byte, diags *book.Diags) (s *source, ok bool) {
	src, ok = decode(file, src, diags)
	s = &source{file: file, lines: lineStarts(src)}
	if !ok {
		return s, false
	}
	r := &repairer{src: src, deep: -1}
	r.run()
	s.text, s.edits = r.finish(), r.edits
	s.str = string(s.text)
	at := func(off int) book.Pos {
		raw := source{file: file, lines: s.lines}
		return raw.pos(off)
	}
	if r.mended > 0 {
		text := "a byte that was not UTF-8 is mended"
		if r.mended > 1 {
			text = fmt.Sprintf("%d bytes that were not UTF-8 are mended, the first of them here", r.mended)
		}
		diags.Add(book.BytesRepaired, at(r.first), "%s", text)
	}
	if r.strays > 0 {
		r.reportStrays(at(r.stray), diags)
	}
	if r.deep >= 0 {
		diags.Add(book.MarkupUnknown, at(r.deep), "quotes or lists are nested deeper than %d levels", maxNest)
	}
	return s, true
}

func (r *repairer) run() {
	src := r.src
	lineStart := true
	for i := 0; i < len(src); {
		if lineStart {
			lineStart = false
			if keep, skip := nestLimit(src[i:]); skip > 0 {
				if r.deep < 0 {
					r.deep = i
				}
				r.replace(i+keep, i+keep+skip, "")
				i += keep + skip
				continue
			}
		}
		c := src[i]
		switch {
		case c == '\n':
			lineStart = true
			i++
		case c >= 0x20 && c < 0x7F || c == '\t':
			i++
		case c < 0x80:
			r.control(i)
			i++
		default:
			i += r.wide(i)
		}
	}
}

// control drops a control character; a lone carriage return ends a line.
func (r *repairer) control(i int) {
	if r.src[i] == '\r' && (i+1 == len(r.src) || r.src[i+1] != '\n') {
		r.replace(i, i+1, "\n")
		return
	}
	r.replace(i, i+1, "")
}

// wide looks at a character outside ASCII and returns its length.
func (r *repairer) wide(i int) int {
	c, n := utf8.DecodeRune(r.src[i:])
	if c == utf8.RuneError && n <= 1 {
		return r.broken(i)
	}
	switch {
	case book.IsInvisible(c):
		r.replace(i, i+n, "")
	case c == '\u2028', c == '\u2029':
		r.replace(i, i+n, " ")
	case c >= '\uFB00' && c <= '\uFB06':
		r.replace(i, i+n, [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[c-'\uFB00'])
	}
	return n
}

// broken mends a byte that is not UTF-8. A tool that strips blanks at line ends
// takes the byte A0 for one: C2 was a no-break space then, C3 was à.
func (r *repairer) broken(i int) int {
	switch c := r.src[i]; {
	case c == 0xC2 && (i+1 == len(r.src) || r.src[i+1] == '\n'):
		r.mend(i, "")
	case c == 0xC2:
		r.mend(i, " ")
	case c == 0xC3:
		r.mend(i, "à")
	default:
		text, n := strayByte(r.src[i:])
		if r.strays == 0 {
			r.stray, r.strayText = i, text
		}
		r.strays++
		r.replace(i, i+n, text)
		return n
	}
	return 1
}

func (r *repairer) mend(i int, with string) {
	if r.mended == 0 {
		r.first = i
	}
	r.mended++
	r.replace(i, i+1, with)
}

// replace copies the source up to from and puts with in the place of what
// stands there up to to.
func (r *repairer) replace(from, to int, with string) {
	if r.out == nil {
		r.out = make([]byte, 0, len(r.src)+64)
	}
	r.out = append(r.out, r.src[r.from:from]...)
	r.out = append(r.out, with...)
	r.from = to
	r.edits = append(r.edits, edit{len(r.out), to - len(r.out)})
}

// finish returns the text as a copy that later steps may write to.
func (r *repairer) finish() []byte {
	if r.out == nil {
		return bytes.Clone(r.src)
	}
	return append(r.out, r.src[r.from:]...)
}

// maxNest is how deep quotes and lists may nest: far beyond any page, and low
// enough that a hostile file costs no more than a plain one.
const maxNest = 100

// nestLimit looks at the markers of quotes and list items that start a line and
// returns how many bytes of them to keep and how many to skip after these.
func nestLimit(line []byte) (keep, skip int) {
	i, depth := 0, 0
	for i < len(line) {
		c := line[i]
		switch {
		case c == ' ' || c == '\t':
			i++
			continue
		case c == '>':
			i++
		case (c == '-' || c == '*' || c == '+') && i+1 < len(line) && line[i+1] == ' ':
			i += 2
		default:
			n := digitsAt(line[i:])
			if n == 0 || n > 9 || i+n+1 >= len(line) || line[i+n] != '.' && line[i+n] != ')' || line[i+n+1] != ' ' {
				if depth <= maxNest {
					return 0, 0
				}
				return keep, i - keep
			}
			i += n + 2
		}
		if depth++; depth == maxNest {
			keep = i
		}
	}
	if depth <= maxNest {
		return 0, 0
	}
	return keep, i - keep
}

// digitsAt returns how many ASCII digits b starts with.
func digitsAt(b []byte) int {
	n := 0
	for n < len(b) && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	return n
}
