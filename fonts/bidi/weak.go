package bidi

import "golang.org/x/text/unicode/bidi"

// weak settles marks, numbers and the signs of numbers (W1 to W7).
func (s *sequence) weak() {
	s.marks()
	s.numbers()
	s.separators()
	s.terminators()
	s.latinNumbers()
}

// marks gives marks the class of what they stand on (W1).
func (s *sequence) marks() {
	before := s.start
	for _, i := range s.at {
		switch c := s.types[i]; {
		case c == bidi.NSM:
			s.types[i] = before
		case startsIsolate(c) || c == bidi.PDI:
			before = bidi.ON
			continue
		}
		before = s.types[i]
	}
}

// numbers makes European numbers after Arabic letters Arabic ones, and the letters
// R (W2, W3).
func (s *sequence) numbers() {
	strong := s.start
	for _, i := range s.at {
		switch c := s.types[i]; c {
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN:
			if strong == bidi.AL {
				s.types[i] = bidi.AN
			}
		}
		if s.types[i] == bidi.AL {
			s.types[i] = bidi.R
		}
	}
}

// separators joins a single separator to the numbers on both sides (W4).
func (s *sequence) separators() {
	for k := 1; k+1 < len(s.at); k++ {
		c, before, after := s.types[s.at[k]], s.types[s.at[k-1]], s.types[s.at[k+1]]
		if before != after {
			continue
		}
		if before == bidi.EN && (c == bidi.ES || c == bidi.CS) || before == bidi.AN && c == bidi.CS {
			s.types[s.at[k]] = before
		}
	}
}

// terminators joins signs such as % to a European number, and makes signs of all
// others (W5, W6).
func (s *sequence) terminators() {
	for k := 0; k < len(s.at); k++ {
		end := k
		for end < len(s.at) && s.types[s.at[end]] == bidi.ET {
			end++
		}
		if end == k {
			continue
		}
		if k > 0 && s.types[s.at[k-1]] == bidi.EN || end < len(s.at) && s.types[s.at[end]] == bidi.EN {
			for ; k < end; k++ {
				s.types[s.at[k]] = bidi.EN
			}
		}
		k = end
	}
	for _, i := range s.at {
		switch s.types[i] {
		case bidi.ES, bidi.ET, bidi.CS:
			s.types[i] = bidi.ON
		}
	}
}

// latinNumbers makes numbers after left-to-right letters part of their text (W7).
func (s *sequence) latinNumbers() {
	strong := s.start
	for _, i := range s.at {
		switch c := s.types[i]; {
		case c == bidi.L || c == bidi.R:
			strong = c
		case c == bidi.EN && strong == bidi.L:
			s.types[i] = bidi.L
		}
	}
}
