package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// maxDepth is how deep arrays and dictionaries may be nested. What gofpdf writes
// is nested four deep.
const maxDepth = 32

var (
	errSyntax = errors.New("malformed PDF object")
	errEnd    = errors.New("PDF ends too early")
)

// scanner reads objects from a file (ISO 32000-1 §7.2 and §7.3). Comments and
// references to generations other than 0 are errors: gofpdf writes neither.
type scanner struct {
	data  []byte
	at    int
	depth int
}

// object reads one object, but for streams, which the caller sees by the keyword.
func (s *scanner) object() (object, error) {
	s.skipWhite()
	if s.at >= len(s.data) {
		return nil, errEnd
	}
	switch c := s.data[s.at]; c {
	case '/':
		return s.name()
	case '(':
		return s.literal()
	case '[':
		return s.nested(s.array)
	case '<':
		if bytes.HasPrefix(s.data[s.at:], []byte("<<")) {
			return s.nested(s.dict)
		}
		return s.hexadecimal()
	}
	return s.tokenOrRef()
}

// nested reads an array or a dictionary one level deeper.
func (s *scanner) nested(read func() (object, error)) (object, error) {
	s.depth++
	defer func() { s.depth-- }()
	if s.depth > maxDepth {
		return nil, fmt.Errorf("%w: nested too deep", errSyntax)
	}
	return read()
}

func (s *scanner) array() (object, error) {
	s.at++
	a := array{}
	for !s.accept("]") {
		o, err := s.object()
		if err != nil {
			return nil, err
		}
		a = append(a, o)
	}
	return a, nil
}

func (s *scanner) dict() (object, error) {
	s.at += 2
	d := dict{}
	for !s.accept(">>") {
		key, err := s.object()
		if err != nil {
			return nil, err
		}
		k, ok := key.(name)
		if !ok {
			return nil, fmt.Errorf("%w: key of a dictionary is not a name", errSyntax)
		}
		value, err := s.object()
		if err != nil {
			return nil, err
		}
		d = append(d, entry{k, value})
	}
	return d, nil
}

func (s *scanner) name() (object, error) {
	s.at++
	word := s.regular()
	if bytes.IndexByte(word, '#') < 0 {
		return name(word), nil
	}
	var b []byte
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c == '#' {
			if i+2 >= len(word) {
				return nil, fmt.Errorf("%w: name", errSyntax)
			}
			n, err := strconv.ParseUint(string(word[i+1:i+3]), 16, 8)
			if err != nil {
				return nil, fmt.Errorf("%w: name", errSyntax)
			}
			c, i = byte(n), i+2
		}
		b = append(b, c)
	}
	return name(b), nil
}

// tokenOrRef reads a number or a keyword, or the three words of a reference.
func (s *scanner) tokenOrRef() (object, error) {
	word := s.regular()
	if len(word) == 0 {
		return nil, fmt.Errorf("%w: unexpected %q", errSyntax, s.data[s.at])
	}
	if number, err := strconv.Atoi(string(word)); err == nil && number > 0 {
		after := *s
		if after.accept("0") && after.accept("R") {
			s.at = after.at
			return ref(number), nil
		}
	}
	return token(word), nil
}

// literal reads a string in parentheses.
func (s *scanner) literal() (object, error) {
	var b []byte
	open := 0
	for s.at < len(s.data) {
		c := s.data[s.at]
		s.at++
		switch c {
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				return text(b), nil
			}
		case '\\':
			b = s.escape(b)
			continue
		}
		b = append(b, c)
	}
	return nil, errEnd
}

// escape reads what follows a backslash in a string.
func (s *scanner) escape(b []byte) []byte {
	if s.at >= len(s.data) {
		return b
	}
	c := s.data[s.at]
	s.at++
	switch c {
	case 'n':
		return append(b, '\n')
	case 'r':
		return append(b, '\r')
	case 't':
		return append(b, '\t')
	case 'b':
		return append(b, '\b')
	case 'f':
		return append(b, '\f')
	case '\n': // a string goes on after a line end
		return b
	}
	if c < '0' || c > '7' {
		return append(b, c)
	}
	n := int(c - '0')
	for i := 0; i < 2 && s.at < len(s.data) && s.data[s.at] >= '0' && s.data[s.at] <= '7'; i++ {
		n = 8*n + int(s.data[s.at]-'0')
		s.at++
	}
	return append(b, byte(n))
}

func (s *scanner) hexadecimal() (object, error) {
	end := bytes.IndexByte(s.data[s.at:], '>')
	if end < 0 {
		return nil, errEnd
	}
	digits := bytes.Join(bytes.Fields(s.data[s.at+1:s.at+end]), nil)
	s.at += end + 1
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	b := make([]byte, 0, len(digits)/2)
	for i := 0; i < len(digits); i += 2 {
		n, err := strconv.ParseUint(string(digits[i:i+2]), 16, 8)
		if err != nil {
			return nil, fmt.Errorf("%w: hexadecimal string", errSyntax)
		}
		b = append(b, byte(n))
	}
	return text(b), nil
}

// accept skips white space and then word, if that comes next as a word of its own.
func (s *scanner) accept(word string) bool {
	s.skipWhite()
	rest := s.data[s.at:]
	if !bytes.HasPrefix(rest, []byte(word)) {
		return false
	}
	if !isDelimiter(word[0]) && len(rest) > len(word) && isRegular(rest[len(word)]) {
		return false
	}
	s.at += len(word)
	return true
}

// regular reads characters up to the next white space or delimiter.
func (s *scanner) regular() []byte {
	start := s.at
	for s.at < len(s.data) && isRegular(s.data[s.at]) {
		s.at++
	}
	return s.data[start:s.at]
}

func (s *scanner) skipWhite() {
	for s.at < len(s.data) && isWhite(s.data[s.at]) {
		s.at++
	}
}

func isWhite(c byte) bool {
	switch c {
	case 0, '\t', '\n', '\f', '\r', ' ':
		return true
	}
	return false
}

func isRegular(c byte) bool { return !isWhite(c) && !isDelimiter(c) }
