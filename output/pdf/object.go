package pdf

import (
	"strconv"
	"unicode/utf16"
)

// object is a value of PDF (ISO 32000-1 §7.3). Its members are [name], [token],
// [ref], [text], [array], [dict] and [*stream].
type object interface {
	// write appends the object as it stands in a file.
	write(b []byte) []byte
}

type (
	// name is a name without its slash.
	name string
	// token is a number, true, false or null, as written.
	token string
	// ref is a reference to the object of this number; generations are always 0.
	ref int
	// text is a string of bytes.
	text string
	// array is an array.
	array []object
	// dict is a dictionary in the order in which it is written.
	dict []entry
	// stream is a dictionary with data, which are not changed by anyone.
	stream struct {
		dict dict
		data []byte
	}
)

// entry is one line of a dictionary.
type entry struct {
	key   name
	value object
}

// integer makes a number.
func integer(n int) token { return token(strconv.Itoa(n)) }

// coordinate makes a number of hundredths of a point.
func coordinate(n int64) token { return token(appendCenti(nil, n)) }

// textString makes a string for people to read (ISO 32000-1 §7.9.2.2): ASCII as
// it is, anything else in UTF-16 with a byte order mark.
func textString(s string) text {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' {
			return text(utf16Bytes("\uFEFF" + s))
		}
	}
	return text(s)
}

// utf16Bytes encodes s in UTF-16, the greater byte first.
func utf16Bytes(s string) []byte {
	units := utf16.Encode([]rune(s))
	b := make([]byte, 0, 2*len(units))
	for _, u := range units {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

// get returns the value at key, nil if there is none.
func (d dict) get(key name) object {
	for _, e := range d {
		if e.key == key {
			return e.value
		}
	}
	return nil
}

// with returns a copy of d with the value at key set, or, for a nil value, taken
// out.
func (d dict) with(key name, value object) dict {
	c := make(dict, 0, len(d)+1)
	found := false
	for _, e := range d {
		if e.key == key {
			found = true
			e.value = value
		}
		if e.value != nil {
			c = append(c, e)
		}
	}
	if !found && value != nil {
		c = append(c, entry{key, value})
	}
	return c
}

func (n name) write(b []byte) []byte {
	b = append(b, '/')
	for i := range len(n) {
		c := n[i]
		if c <= ' ' || c > '~' || c == '#' || isDelimiter(c) {
			b = append(b, '#', hexDigit(c>>4), hexDigit(c&15))
			continue
		}
		b = append(b, c)
	}
	return b
}

func (t token) write(b []byte) []byte { return append(b, t...) }

func (r ref) write(b []byte) []byte {
	return append(strconv.AppendInt(b, int64(r), 10), " 0 R"...)
}

func (t text) write(b []byte) []byte {
	b = append(b, '(')
	for i := range len(t) {
		switch c := t[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r': // a bare one would be read as a line feed
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

func (a array) write(b []byte) []byte {
	b = append(b, '[')
	for _, o := range a {
		b = appendSpaced(b, o)
	}
	return append(b, ']')
}

func (d dict) write(b []byte) []byte {
	b = append(b, "<<"...)
	for _, e := range d {
		b = appendSpaced(e.key.write(b), e.value)
	}
	return append(b, ">>"...)
}

func (s *stream) write(b []byte) []byte {
	b = s.dict.with("Length", integer(len(s.data))).write(b)
	b = append(b, "stream\n"...)
	b = append(b, s.data...)
	return append(b, "\nendstream"...)
}

// appendSpaced appends o, with a blank before it where two objects would run into
// one.
func appendSpaced(b []byte, o object) []byte {
	switch o.(type) {
	case token, ref:
		if n := len(b); n > 0 && (!isDelimiter(b[n-1]) || b[n-1] == '/') { // an empty name ends so
			b = append(b, ' ')
		}
	}
	return o.write(b)
}

func hexDigit(n byte) byte { return "0123456789ABCDEF"[n] }

// isDelimiter reports whether c ends a name or a number by itself.
func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}
