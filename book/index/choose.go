package index

import (
	"cmp"
	"slices"
	"strings"
)

// Measures of the index. A line of print holds some eleven words, so that a page in
// thirty of the text, at 90 short lines in two columns, is a line to 110 words.
const (
	wordsPerLine = 110
	lineLength   = 38 // characters of a column
	maxPlaces    = 9  // locators of one heading; more than that leads nobody anywhere
)

// choose returns the terms that become entries: those that weigh most, as many as
// the index has room for.
func (x *indexer) choose(terms []*term, words int) []*term {
	var kept []*term
	for _, t := range terms {
		t.thin(x.sections)
		if t.chapter == nil && len(t.places) == 0 || t.isAdjective() {
			continue
		}
		t.weigh(x.sections)
		kept = append(kept, t)
	}
	slices.SortStableFunc(kept, func(a, b *term) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.title, b.title))
	})
	room := words/wordsPerLine + 20
	for i, t := range kept {
		room -= 1 + (len(t.title)+7*len(t.places))/lineLength
		if room < 0 && t.chapter == nil {
			return kept[:i]
		}
	}
	return kept
}

// thin leaves a term the places that say something of it. A common noun has none
// where it only passes by.
func (t *term) thin(sections int) {
	if !t.proper && len(t.places) > 4 {
		t.places = slices.DeleteFunc(t.places, func(p *place) bool { return p.count == 1 && !p.linked && !p.heading })
	}
	if len(t.places) <= maxPlaces {
		return
	}
	byWeight := slices.Clone(t.places)
	slices.SortStableFunc(byWeight, func(a, b *place) int { return cmp.Compare(b.weight(), a.weight()) })
	keep := map[*place]bool{}
	for _, p := range byWeight[:maxPlaces] {
		keep[p] = true
	}
	t.places = slices.DeleteFunc(t.places, func(p *place) bool { return !keep[p] })
}

// weight says how much a section has to say of its term.
func (p *place) weight() int {
	w := min(p.count, 6)
	if p.linked {
		w += 3
	}
	if p.heading {
		w += 6
	}
	return w
}

// weigh scores a term. The numbers were settled by eye on the three real books:
// what a wiki has an article on, persons and what headings name come first, what is
// named once in passing last.
func (t *term) weigh(sections int) {
	score, total := 4*min(t.links, 6), 0
	for _, p := range t.places {
		total += p.count
		score += 2
		if p.heading {
			score += 5
		}
	}
	if t.chapter != nil {
		score += 100
	}
	if t.person {
		score += 6
	}
	if t.proper {
		score += 3
	}
	if t.topic.Written {
		score += 4
	}
	if !t.proper && !t.topic.Written && !strings.Contains(t.title, " ") {
		score -= 8
	}
	if total == 1 {
		score -= 6
	}
	if !t.proper && 4*len(t.places) > sections {
		score -= 10
	}
	t.score = score
}

// isAdjective tells single words that were linked for what they say of another
// word.
func (t *term) isAdjective() bool {
	if t.topic.Written || t.person || t.proper && t.upper > 0 || strings.Contains(t.title, " ") {
		return false
	}
	lower := strings.ToLower(t.title)
	for _, end := range []string{"ical", "ized", "ised", "ative", "arian", "ous", "ed", "able", "ly", "less", "ful", "istic", "atic", "etic"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}
