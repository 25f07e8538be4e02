package index

import (
	"slices"
	"testing"
)

// TestParts holds that what is worded alike but for small words stands together, and
// that a part is divided no further than it needs.
func TestParts(t *testing.T) {
	made := make([]stretch, 9)
	var list []*stretch
	for i := range made {
		made[i] = stretch{number: i, count: i % 4}
		list = append(list, &made[i])
	}
	var all parts
	all.add(wording{"in the Brenz Rebellion", shortSubject}, list[3], list[4])
	all.add(wording{"and the Brenz Rebellion", saidOfTerm}, list[:3]...)
	all.add(wording{"and weavers", shortSubject}, list[5:]...)
	all.add(wording{"and dyers", shortSubject})
	if len(all) != 2 || len(all[0].stretches) != 5 || all[0].text != "in the Brenz Rebellion" {
		t.Fatalf("%+v", all)
	}
	var kept []int
	for _, s := range thinned(slices.Concat(all[1].stretches, all[0].stretches), maxLocators) {
		kept = append(kept, s.number)
	}
	if want := []int{1, 2, 3, 5, 6, 7}; !slices.Equal(kept, want) {
		t.Errorf("kept %v, want %v", kept, want)
	}
	w, chosen := fullest(&part{key: "weaver", stretches: list}, func(s *stretch) []wording {
		switch {
		case s.number < 2:
			return []wording{{"and tolls", plainHeading}}
		case s.number < 4:
			return []wording{{"and the weavers", namedHeading}, {"and bread", namedHeading}}
		}
		return []wording{{}}
	})
	if w.text != "and bread" || len(chosen) != 2 {
		t.Errorf("fullest: %q for %d", w.text, len(chosen))
	}
}

// TestSilence holds how long a discussion may leave its subject out of sight.
func TestSilence(t *testing.T) {
	p := &place{section: &section{}, count: 9, hits: []spot{{order: 1, count: 1}, {order: 3, count: 1}, {order: 6, count: 2}, {order: 9, count: 2}, {order: 13, count: 2}}}
	var got []int
	for _, s := range p.stretches(nil, false) {
		got = append(got, s.first, s.until, s.count)
	}
	if want := []int{1, 3, 2, 6, 9, 4, 13, 13, 2}; !slices.Equal(got, want) {
		t.Errorf("first, last and mentions %v, want %v", got, want)
	}
}
