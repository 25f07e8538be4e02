package index

import (
	"cmp"
	"math"
	"slices"
)

// maxPlaces is how many sections a heading leads to at most: more than the best so
// many lead nobody anywhere, subentries or not. A heading with fewPlaces keeps them
// all.
const (
	maxPlaces  = 12
	maxCommon  = 8 // of a common noun
	fewPlaces  = 8
	somePlaces = 6 // that are left of many, however light
)

// thin leaves each term the places that say something of it, and returns the terms
// that have one.
func (x *indexer) thin(terms []*term) []*term {
	return slices.DeleteFunc(terms, func(t *term) bool {
		t.thin()
		t.dropped = t.chapter == nil && len(t.places) == 0
		return t.dropped
	})
}

// least drops the places that weigh less than limit, the lightest and of these the last
// first, as long as more than so many are left.
func (t *term) least(limit, left int) {
	if len(t.places) <= left {
		return
	}
	byWeight := slices.Clone(t.places)
	slices.SortStableFunc(byWeight, func(a, b *place) int { return cmp.Compare(b.weight(), a.weight()) })
	for len(byWeight) > left && byWeight[len(byWeight)-1].weight() < limit {
		byWeight = byWeight[:len(byWeight)-1]
	}
	if len(byWeight) < len(t.places) {
		t.places = slices.DeleteFunc(t.places, func(p *place) bool { return !slices.Contains(byWeight, p) })
	}
}

// weight says how much a section has to say of its term.
func (p *place) weight() int {
	w := 2*min(p.count, 6) - p.listed - p.weak
	if p.linked {
		w += 2
	}
	if p.topical {
		w++
	}
	if p.heading {
		w += 8
	}
	if p.note != nil {
		w--
	}
	return w
}

// thin drops passing mentions where the term has better ones.
func (t *term) thin() {
	best := 0
	for _, p := range t.places {
		best = max(best, p.weight())
	}
	if len(t.places) > 4 && best > 3 {
		t.least(2, 1)
	}
	if len(t.places) > 7 && best > 9 || len(t.places) > fewPlaces {
		t.least(3, somePlaces)
	}
	if len(t.places) > fewPlaces && !t.proper {
		t.least(4, somePlaces)
	}
	if !t.proper {
		t.least(math.MaxInt, maxCommon)
	}
	t.least(math.MaxInt, maxPlaces)
}
