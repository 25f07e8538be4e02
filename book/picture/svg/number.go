package svg

import (
	"math"
	"strconv"
	"strings"
)

// scanner reads numbers from the values of attributes.
type scanner struct {
	text string
	at   int
}

// skip passes over blanks and commas.
func (s *scanner) skip() {
	for s.at < len(s.text) && strings.IndexByte(" \t\r\n,", s.text[s.at]) >= 0 {
		s.at++
	}
}

// number reads a number, finite and of no monstrous size.
func (s *scanner) number() (float64, bool) {
	s.skip()
	start := s.at
	digits := func() bool {
		from := s.at
		for s.at < len(s.text) && s.text[s.at] >= '0' && s.text[s.at] <= '9' {
			s.at++
		}
		return s.at > from
	}
	sign := func() {
		if s.at < len(s.text) && (s.text[s.at] == '-' || s.text[s.at] == '+') {
			s.at++
		}
	}
	sign()
	ok := digits()
	if s.at < len(s.text) && s.text[s.at] == '.' {
		s.at++
		ok = digits() || ok
	}
	if !ok {
		s.at = start
		return 0, false
	}
	if mark := s.at; s.at < len(s.text) && s.text[s.at]|32 == 'e' {
		s.at++
		sign()
		if !digits() {
			s.at = mark // em, ex
		}
	}
	v, err := strconv.ParseFloat(s.text[start:s.at], 64)
	if err != nil || math.Abs(v) > 1e9 {
		return 0, false
	}
	return v, true
}

// flag reads a flag of an arc, 0 or 1, after which no blank need stand.
func (s *scanner) flag() (bool, bool) {
	s.skip()
	if s.at < len(s.text) && (s.text[s.at] == '0' || s.text[s.at] == '1') {
		s.at++
		return s.text[s.at-1] == '1', true
	}
	return false, false
}

// numbers reads as many numbers as there are, up to a limit.
func numbers(text string, most int) []float64 {
	s := scanner{text: text}
	var list []float64
	for len(list) < most {
		v, ok := s.number()
		if !ok {
			break
		}
		list = append(list, v)
		for s.at < len(s.text) && (s.text[s.at] == '%' || s.text[s.at]|32 >= 'a' && s.text[s.at]|32 <= 'z') {
			s.at++ // a unit
		}
	}
	return list
}

// length reads a length in user units. A percentage is of whole.
func length(text string, whole, otherwise float64) float64 {
	s := scanner{text: text}
	v, ok := s.number()
	if !ok {
		return otherwise
	}
	switch strings.TrimSpace(text[s.at:]) {
	case "%":
		return v / 100 * whole
	case "pt":
		return v * 96 / 72
	case "pc":
		return v * 16
	case "mm":
		return v * 96 / 25.4
	case "cm":
		return v * 96 / 2.54
	case "in":
		return v * 96
	case "em", "rem":
		return v * 16
	case "ex":
		return v * 8
	}
	return v
}

// size reads the width or height of a drawing; 0 if it is none or in per cent.
func size(text string) float64 {
	if strings.HasSuffix(text, "%") {
		return 0
	}
	v := length(text, 0, 0)
	if v < 0 || v > 1e6 {
		return 0
	}
	return v
}

// rect is a rectangle of the plane.
type rect struct{ x, y, w, h float64 }

func viewBox(text string) (rect, bool) {
	v := numbers(text, 4)
	if len(v) != 4 || v[2] <= 0 || v[3] <= 0 || v[2]/v[3] > 1e4 || v[3]/v[2] > 1e4 {
		return rect{}, false
	}
	return rect{v[0], v[1], v[2], v[3]}, true
}

// matrix is an affine map: x' = a*x + c*y + e, y' = b*x + d*y + f.
type matrix struct{ a, b, c, d, e, f float64 }

func unit() matrix { return matrix{a: 1, d: 1} }

func (m matrix) apply(p point) point {
	return point{m.a*p.x + m.c*p.y + m.e, m.b*p.x + m.d*p.y + m.f}
}

// mul returns the map that applies n first.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f,
	}
}

func (m matrix) move(x, y float64) matrix  { return m.mul(matrix{1, 0, 0, 1, x, y}) }
func (m matrix) scale(x, y float64) matrix { return m.mul(matrix{x, 0, 0, y, 0, 0}) }

// invert returns the map back; ok is false if there is none.
func (m matrix) invert() (n matrix, ok bool) {
	det := m.a*m.d - m.b*m.c
	if math.Abs(det) < 1e-12 || math.IsNaN(det) || math.IsInf(det, 0) {
		return n, false
	}
	return matrix{
		m.d / det, -m.b / det, -m.c / det, m.a / det,
		(m.c*m.f - m.d*m.e) / det, (m.b*m.e - m.a*m.f) / det,
	}, true
}

// size returns by how much the map enlarges, as the root of how areas grow.
func (m matrix) size() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// transform reads a list of transformations.
func transform(text string) matrix {
	m := unit()
	for range 100 {
		text = strings.TrimLeft(text, " \t\r\n,")
		name, rest, ok := strings.Cut(text, "(")
		if !ok {
			break
		}
		args, after, ok := strings.Cut(rest, ")")
		if !ok {
			break
		}
		m = m.mul(step(strings.TrimSpace(name), numbers(args, 6)))
		text = after
	}
	return m
}

func step(name string, v []float64) matrix {
	at := func(i int, otherwise float64) float64 {
		if i < len(v) {
			return v[i]
		}
		return otherwise
	}
	angle := at(0, 0) * math.Pi / 180
	switch name {
	case "matrix":
		if len(v) == 6 {
			return matrix{v[0], v[1], v[2], v[3], v[4], v[5]}
		}
	case "translate":
		return unit().move(at(0, 0), at(1, 0))
	case "scale":
		return unit().scale(at(0, 1), at(1, at(0, 1)))
	case "rotate":
		sin, cos := math.Sincos(angle)
		return unit().move(at(1, 0), at(2, 0)).mul(matrix{cos, sin, -sin, cos, 0, 0}).move(-at(1, 0), -at(2, 0))
	case "skewX":
		return matrix{1, 0, math.Tan(angle), 1, 0, 0}
	case "skewY":
		return matrix{1, math.Tan(angle), 0, 1, 0, 0}
	}
	return unit()
}
