package bidi

import "golang.org/x/text/unicode/bidi"

// sequence is characters of one level that belong together though isolates may
// stand between them (BD13). at lists their indices; start and end are the
// directions, L or R, of what lies before and after (X10).
type sequence struct {
	*paragraph
	at         []int
	start, end class
}

// sequences parts the paragraph, without what X9 removes.
func (p *paragraph) sequences() []*sequence {
	var all []*sequence
	opened := map[int]*sequence{} // by the isolate's start with which they pause
	for _, run := range p.levelRuns() {
		var s *sequence
		if start := p.match[run[0]]; p.original[run[0]] == bidi.PDI && start >= 0 {
			s = opened[start]
		}
		if s == nil {
			s = &sequence{paragraph: p}
			all = append(all, s)
		}
		s.at = append(s.at, run...)
		if last := run[len(run)-1]; startsIsolate(p.original[last]) {
			opened[last] = s
		}
	}
	for _, s := range all {
		s.bound()
	}
	return all
}

// levelRuns returns the indices of neighbours at one level (BD7).
func (p *paragraph) levelRuns() [][]int {
	var runs [][]int
	for i := range p.levels {
		if removed(p.original[i]) {
			continue
		}
		n := len(runs) - 1
		if n < 0 || p.levels[runs[n][0]] != p.levels[i] {
			runs = append(runs, nil)
			n++
		}
		runs[n] = append(runs[n], i)
	}
	return runs
}

// bound finds the directions at both ends of the sequence.
func (s *sequence) bound() {
	first, last := s.at[0], s.at[len(s.at)-1]
	before := first - 1
	for before >= 0 && removed(s.original[before]) {
		before--
	}
	after := last + 1
	if startsIsolate(s.original[last]) {
		after = len(s.levels) // it has no end
	}
	for after < len(s.levels) && removed(s.original[after]) {
		after++
	}
	s.start, s.end = s.boundary(before, s.levels[first]), s.boundary(after, s.levels[last])
}

// boundary returns the direction of the higher of two levels: one, and that at i or
// beyond the paragraph.
func (s *sequence) boundary(i int, level Level) class {
	other := s.base
	if i >= 0 && i < len(s.levels) {
		other = s.levels[i]
	}
	return direction(max(level, other))
}

func direction(l Level) class {
	if l.RTL() {
		return bidi.R
	}
	return bidi.L
}

// neutral gives blanks, signs and isolates the direction of what they stand
// between, or that of their level (N1, N2).
func (s *sequence) neutral() {
	before := s.start
	for k := 0; k < len(s.at); {
		if !isNeutral(s.types[s.at[k]]) {
			before = asStrong(s.types[s.at[k]])
			k++
			continue
		}
		end, after := k, s.end
		for end < len(s.at) && isNeutral(s.types[s.at[end]]) {
			end++
		}
		if end < len(s.at) {
			after = asStrong(s.types[s.at[end]])
		}
		if before != after {
			after = direction(s.levels[s.at[k]])
		}
		for ; k < end; k++ {
			s.types[s.at[k]] = after
		}
	}
}

func isNeutral(c class) bool {
	switch c {
	case bidi.B, bidi.S, bidi.WS, bidi.ON, bidi.PDI, bidi.LRI, bidi.RLI, bidi.FSI:
		return true
	}
	return false
}

// asStrong takes numbers for R, as rules N0 and N1 do.
func asStrong(c class) class {
	if c == bidi.L {
		return bidi.L
	}
	return bidi.R
}

// implicit raises the levels of what runs against them (I1, I2).
func (s *sequence) implicit() {
	for _, i := range s.at {
		c := s.types[i]
		switch {
		case s.levels[i].RTL():
			if c != bidi.R {
				s.levels[i]++
			}
		case c == bidi.R:
			s.levels[i]++
		case c != bidi.L:
			s.levels[i] += 2
		}
	}
}
