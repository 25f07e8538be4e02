package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// maxOpen is how many brackets may be open at once (BD16).
const maxOpen = 63

// pair is two brackets that belong together, as positions in a sequence.
type pair struct{ open, close int }

// brackets gives both brackets of a pair one direction: that of the text around if
// the text within has it too, else that of both the text within and the text before
// (N0).
func (s *sequence) brackets() {
	for _, p := range s.pairs() {
		around := direction(s.levels[s.at[p.open]])
		same, other := s.within(p, around)
		switch {
		case same:
			s.setPair(p, around)
		case other:
			before := s.strongBefore(p.open)
			s.setPair(p, before) // equal to around if it is not the other
		}
	}
}

// pairs lists the pairs of brackets in the order of the opening ones (BD16).
func (s *sequence) pairs() []pair {
	type opening struct {
		closer rune
		at     int
	}
	var open []opening
	var found []pair
	for k, i := range s.at {
		prop, _ := bidi.LookupRune(s.text[i])
		if !prop.IsBracket() || s.types[i] != bidi.ON {
			continue
		}
		if prop.IsOpeningBracket() {
			if len(open) == maxOpen {
				return nil
			}
			open = append(open, opening{canonical(mirrored(s.text[i])), k})
			continue
		}
		for n := len(open) - 1; n >= 0; n-- {
			if open[n].closer == canonical(s.text[i]) {
				found = append(found, pair{open[n].at, k})
				open = open[:n]
				break
			}
		}
	}
	slices.SortFunc(found, func(a, b pair) int { return a.open - b.open })
	return found
}

func mirrored(r rune) rune { return []rune(bidi.ReverseString(string(r)))[0] }

// canonical maps the angle brackets that are equal to others by canonical
// decomposition.
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232A:
		return 0x3009
	}
	return r
}

// within reports whether a pair holds text in the direction around it, and text in
// the other.
func (s *sequence) within(p pair, around class) (same, other bool) {
	for _, i := range s.at[p.open+1 : p.close] {
		if c := s.types[i]; isStrong(c) {
			same = same || asStrong(c) == around
			other = other || asStrong(c) != around
		}
	}
	return same, other
}

func isStrong(c class) bool {
	return c == bidi.L || c == bidi.R || c == bidi.EN || c == bidi.AN
}

func (s *sequence) strongBefore(k int) class {
	for k--; k >= 0; k-- {
		if c := s.types[s.at[k]]; isStrong(c) {
			return asStrong(c)
		}
	}
	return s.start
}

// setPair gives two brackets and the marks on them a direction.
func (s *sequence) setPair(p pair, c class) {
	for _, k := range []int{p.open, p.close} {
		s.types[s.at[k]] = c
		for k++; k < len(s.at) && s.original[s.at[k]] == bidi.NSM; k++ {
			s.types[s.at[k]] = c
		}
	}
}
