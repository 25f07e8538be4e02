package index

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Measures of the index. A page of print holds some 350 words, a page of the index
// 100 lines in two columns; an index page to 30 pages of text is a line to about 105
// words. A short book has an index that is longer than that, since its reader looks
// for less in more places.
const (
	wordsPerLine = 150
	shortBook    = 90 // lines that any index may have more
	mostPerWord  = 45 // and the words to a line at which even a short one stops
	lineLength   = 38 // characters of a column
	leastScore   = 2
)

// choose returns the terms that become entries: those that weigh most, as many as
// the index has room for.
func (x *indexer) choose() []*term {
	var kept []*term
	for _, t := range x.terms {
		if x.weigh(t); t.chapter == nil && (len(t.places) == 0 || t.score < leastScore) {
			t.dropped = true
			continue
		}
		kept = append(kept, t)
	}
	slices.SortStableFunc(kept, func(a, b *term) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.title, b.title))
	})
	room := x.room()
	for i, t := range kept {
		if room -= t.lines(len(x.chapters) > 1); room < 0 && t.chapter == nil {
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
	words := 0
	for _, c := range x.chapters {
		words += c.Words
	}
	return min(words/mostPerWord+8, words/wordsPerLine+shortBook)
}

// lines estimates how many lines of a column the entry of a term takes, in a book of several chapters or of one.
func (t *term) lines(several bool) int {
	n := 1 + (len(t.title)+5*min(len(t.places), maxLocators))/lineLength
	if len(t.places) > maxLocators && several {
		n += min(len(t.places), maxPlaces) / 3 // subentries
	}
	return n
}

// weigh scores a term by what an indexer looks at: what the wiki has an article on,
// what headings name and what sections are about come first; what is named once in
// passing, named everywhere or known to everyone comes last. The figures were
// settled by reading indexes of articles and books.
func (x *indexer) weigh(t *term) {
	t.reasons = nil
	t.score = 0
	t.add(100, t.chapter != nil, "chapter")
	t.add(1000, t.wanted, "editor")
	t.add(3*min(t.total, 10), true, plural(t.total, "mention"))
	strong, headings, listed := 0, 0, 0
	for _, p := range t.places {
		if p.heading {
			headings++
		}
		if p.heading || p.count > 1 {
			strong++
		}
		listed += p.listed
	}
	t.add(3*min(strong, 6), strong > 0, plural(strong, "section")+" about it")
	t.add(9*min(headings, 3), headings > 0, plural(headings, "section heading"))
	t.add(5*min(t.links, 4), t.links > 0, plural(t.links, "link"))
	t.add(4, t.topic != nil && t.topic.Written, "article")
	t.add(9, t.person && !t.surname, "person")
	t.add(5, t.surname, "surname")
	t.add(4, t.proper && !t.person, "name")
	t.add(5, t.kind.has(isEvent|isBody), "kind")
	x.lighten(t, listed)
}

// lighten takes from the score what speaks against a term.
func (x *indexer) lighten(t *term, listed int) {
	words := wordsOf(t.title)
	c := x.vocabulary.of(strings.ToLower(strings.Join(words, "-")))
	single := len(words) == 1
	if single {
		c |= x.stemClass(words[0])
	}
	t.add(-200, c.has(isDemonym) && t.chapter == nil || t.isAdjective(), "adjective")
	t.add(-34, c.has(isGeneral) && !t.proper && single, "general word")
	t.add(-20, c.has(isGeneral) && t.proper && single && !isAcronym(t.title), "general word with a capital")
	t.add(-32, c.has(isBroad) && single && !(c.has(isGeneral) && !t.proper), "broad")
	t.add(-16, c.has(isCountry), "country")
	t.add(-5, t.total == 1 && t.links == 0, "once")
	t.add(-6, listed == t.total && t.total < 4, "only in lists")
	t.add(-4, t.origin == fromPhrase, "phrase")
	t.add(-4, single && !t.proper && t.total < 3, "common noun in passing")
	t.add(-6, t.passing, "once, behind an article")
	t.add(12, t.concept, "concept")
	t.add(-6, t.origin == fromHeading && !t.kind.has(isEvent) && t.total < 2, "only in a heading")
	t.add(-12, t.origin == fromWork && t.total == 1, "title named once")
	t.add(-8, !t.proper && x.sections > 12 && 3*len(t.places) > x.sections, "everywhere")
}

// stemClass returns the classes of a word by itself and by its stem.
func (x *indexer) stemClass(word string) class {
	return x.vocabulary.of(strings.ToLower(word)) | x.stems[x.stem(stemOf(word))].class
}

func (t *term) add(points int, holds bool, reason string) {
	if !holds || points == 0 {
		return
	}
	t.score += points
	t.reasons = append(t.reasons, reason+" "+signed(points))
}

func signed(n int) string {
	if n > 0 {
		return "+" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// isAdjective tells single words that were linked for what they say of another
// word.
func (t *term) isAdjective() bool {
	if t.origin == fromArticle || t.person || t.proper && t.upper > 0 || strings.Contains(t.title, " ") || t.chapter != nil {
		return false
	}
	return isModifier(strings.ToLower(t.title)) && !strings.HasSuffix(t.title, "ist")
}

// maxPlaces is how many sections a heading leads to at most: more than the best so
// many lead nobody anywhere, subentries or not. A heading with fewPlaces keeps them
// all.
const (
	maxPlaces = 14
	fewPlaces = 8
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

// thin drops passing mentions where the term has better ones.
func (t *term) thin() {
	best := 0
	for _, p := range t.places {
		best = max(best, p.weight())
	}
	least := func(limit int) {
		if limit <= best {
			t.places = slices.DeleteFunc(t.places, func(p *place) bool { return p.weight() < limit })
		}
	}
	if len(t.places) > 2 && best > 3 {
		least(2)
	}
	if len(t.places) > fewPlaces {
		least(3)
	}
	if len(t.places) > fewPlaces && !t.proper {
		least(4)
	}
	for limit := 4; len(t.places) > maxPlaces && limit < best; limit++ {
		least(limit)
	}
	if len(t.places) > maxPlaces {
		t.places = t.places[:maxPlaces]
	}
}

// weight says how much a section has to say of its term.
func (p *place) weight() int {
	w := 2*min(p.count, 6) - p.listed
	if p.linked {
		w += 2
	}
	if p.topical {
		w++
	}
	if p.heading {
		w += 8
	}
	if p.generic {
		w--
	}
	if p.note != nil {
		w--
	}
	return w
}
