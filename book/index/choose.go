package index

import (
	"cmp"
	"slices"
	"strings"
)

// Measures of the index, as the pages of this program's A5 books have them: a page
// of the text holds some 245 words, the end of a chapter and the opening of the next
// take most of a page, and a page of the index has 88 lines in two columns. An index
// is a page to some 30 of the text; a short book has one that is longer than that, since
// its reader looks for less in more places.
const (
	wordsPerPage = 245
	pageLines    = 88
	pagesPerPage = 30   // of text to one of index
	shortBook    = 130  // lines that the index of a short book has more,
	longBook     = 90   // and that of a long one
	mostPerWord  = 24   // and the words to a line at which even a short one stops
	lineLength   = 38   // characters of a column
	articleWords = 8000 // of a long article
	leastScore   = -2
	poorScore    = -8 // that a heading may have where few words have better ones:
	poorText     = 45 // more than so many to a heading
)

// choose returns the terms that become entries: those that weigh most, as many as
// the index has room for.
func (x *indexer) choose() []*term {
	var kept []*term
	for _, t := range x.terms {
		if x.weigh(t); t.chapter == nil && (len(t.places) == 0 || t.score < poorScore) {
			t.dropped = true
			continue
		}
		t.thin()
		kept = append(kept, t)
	}
	worth, lines := make(map[*term]int, len(kept)), make(map[*term]int, len(kept))
	for _, t := range kept {
		lines[t] = x.lines(t)
		worth[t] = t.score - (lines[t]-1)/2 // a long entry must weigh more than a short one
	}
	slices.SortStableFunc(kept, func(a, b *term) int {
		return cmp.Or(cmp.Compare(worth[b], worth[a]), strings.Compare(a.title, b.title))
	})
	room, enough := x.room(), x.bodyWords()/poorText
	for i, t := range kept {
		if room -= lines[t]; t.chapter == nil && (room < 0 || t.score < leastScore && i > enough) {
			for _, t := range kept[i:] {
				t.dropped = true
			}
			kept = kept[:i]
			break
		}
	}
	return kept
}

// room returns the lines that the index may have.
func (x *indexer) room() int {
	words := x.bodyWords()
	pages := (10*words/wordsPerPage + 7*len(x.chapters)) / 10
	return min(words/mostPerWord+8, pages*pageLines/pagesPerPage+max(longBook, shortBook-pages/3))
}

// bodyWords returns how many words the chapters have.
func (x *indexer) bodyWords() int {
	words := 0
	for _, c := range x.chapters {
		words += c.Words
	}
	return words
}

// lines estimates how many lines of a column the entry of a term takes.
func (x *indexer) lines(t *term) int {
	stretches := x.stretches(t)
	chapters := map[*chapter]bool{}
	for _, s := range stretches {
		chapters[s.chapter] = true
	}
	own := len(x.ownSections(t))
	if len(stretches) <= maxLocators || len(chapters) < 2 {
		return 1 + own + (len(t.title)+7*len(stretches))/lineLength
	}
	return 1 + own + len(t.title)/lineLength + len(chapters) + (len(stretches)+len(chapters))/4
}
