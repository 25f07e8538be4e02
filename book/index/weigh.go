package index

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"publish/book/collation"
)

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
	strong, headings, titled, listed, topical := 0, 0, 0, 0, 0
	for _, p := range t.places {
		heading := p.heading && (!p.generic || x.length() == 0)
		if heading {
			headings++
		}
		if heading || p.count > 1 {
			strong++
		}
		listed += p.listed
		if heading && t.titles(p.section) {
			titled++
		}
		if p.topical {
			topical++
		}
	}
	t.add(3*min(strong, 6), strong > 0, plural(strong, "section")+" about it")
	t.add(9*min(headings, 3), headings > 0, plural(headings, "section heading"))
	t.add(max(32-6*x.length(), 14), titled > 0, "title of a section")
	t.add(2*min(topical, 3), topical > 0, plural(topical, "section")+" where it opens a sentence")
	t.add(5*min(t.links, 4), t.links > 0, plural(t.links, "link"))
	t.add(4, t.topic != nil && t.topic.Written, "article")
	t.add(18-2*x.length(), t.person && !t.surname, "person")
	t.add(8, t.surname, "surname")
	t.add(4, t.proper && !t.person, "name")
	t.add(5, t.kind.has(isEvent|isBody), "kind")
	t.add(-12, t.origin == fromSubject && titled == 0 && headings > 0 && t.total <= headings, "only in a heading")
	x.lighten(t, listed, headings)
}

// chapters counts the chapters that a term has places in.
func (t *term) chapters() int {
	seen := map[*chapter]bool{}
	for _, p := range t.places {
		seen[p.chapter] = true
	}
	return len(seen)
}

// length says how long the book is: 0 for an article, 1 for two, and one more each time
// that it is twice as long again. What everyday words count in an article says little
// in a book, where they stand everywhere.
func (x *indexer) length() int { return min(bits.Len(uint(x.size/articleWords)), 6) }

// titles reports whether a term is all that the heading of a section says.
func (t *term) titles(s *section) bool {
	_, title := collation.Article(s.title)
	title = stemsText(title)
	return slices.ContainsFunc(t.forms, func(f *form) bool { return f.kind != derivedForm && stemsText(f.text) == title })
}

// lighten takes from the score what speaks against a term.
func (x *indexer) lighten(t *term, listed, headings int) {
	words := wordsOf(t.title)
	c := x.vocabulary.of(strings.ToLower(strings.Join(words, "-")))
	single := len(words) == 1
	if single {
		c |= x.stemClass(words[0])
	}
	if t.people || t.origin == fromWork {
		c &^= isDemonym | isGeneral | isBroad
	}
	t.add(-200, c.has(isDemonym) && t.chapter == nil || t.isAdjective(), "adjective")
	key := stemsText(t.title)
	known := (!t.proper || isDoctrine(strings.ToLower(t.title))) && x.vocabulary.isSubject[key]
	wide := known && x.vocabulary.isWide[key]
	t.add(-42-4*x.length(), wide, "wide subject")
	t.add(-22-3*x.length(), known && !wide && c.has(isGeneral|isBroad) && single, "everyday subject")
	t.add(-3*x.length(), known && t.links == 0, "no link in a long book")
	t.add(-16, known && single && t.links == 0 && t.chapters() > 4, "in many chapters, and no link")
	t.add(-4, known && !single && t.total < 2, "term in passing")
	t.add(-8-x.length(), known && !wide && single && t.topic == nil && !c.has(isGeneral|isBroad), "subject of one word")
	t.add(-34, c.has(isGeneral) && !t.proper && single && !known, "general word")
	t.add(-200, c.has(isAdjective) && !c.has(isNoun) && t.proper && single && t.chapter == nil && !t.person, "adjective with a capital")
	t.add(-20, c.has(isGeneral) && t.proper && single && !isAcronym(t.title), "general word with a capital")
	t.add(-42, c.has(isBroad) && single && !(c.has(isGeneral) && !t.proper) && !known, "broad")
	t.add(-16, c.has(isCountry), "country")
	t.add(-14, c.has(isCountry) && t.links+headings == 0, "country that no link leads to")
	t.add(-24, single && t.origin == fromName && !t.person && !t.placed && t.before > t.apart, "stands before nouns")
	t.add(-5, t.total == 1 && t.links == 0, "once")
	t.add(-6, listed == t.total && t.total > 0 && t.total < 4 && (!t.person || t.surname), "only in lists")
	t.add(-3, listed == t.total && t.total > 0 && t.total < 4 && t.person && !t.surname, "only in lists")
	t.add(-20, known && single && t.before > 2*t.apart, "stands before nouns")
	t.add(-4, t.origin == fromPhrase, "phrase")
	t.add(-5, t.origin == fromPhrase && !t.concept && !(single && x.vocabulary.isForeign(strings.ToLower(t.title))), "of common words")
	t.add(-2, t.origin == fromPhrase && t.total < 3 && !t.concept && len(t.places) < 2, "phrase in passing")
	t.add(-4, single && !t.proper && t.total < 3 && !known, "common noun in passing")
	t.add(-6, t.passing, "once, behind an article")
	t.add(12, t.concept, "concept")
	t.add(-6, t.origin == fromHeading && !t.kind.has(isEvent) && t.total < 2, "only in a heading")
	t.add(-4, t.origin == fromWork && t.total == 1 && t.author == "", "title named once")
	t.add(-12, t.proper && t.origin == fromName && len(words) == 2 && isGeneralBody(words[0]) && x.stemClass(words[1]).has(isGeneral|isKind), "name of no one thing")
	t.add(-8, !t.proper && x.sections > 12 && 3*len(t.places) > x.sections, "everywhere")
	t.add(-8, wide && x.sections > 12 && 3*len(t.places) > x.sections, "wide and everywhere")
}

// isGeneralBody tells adjectives that with a noun for a body name any of its kind.
func isGeneralBody(word string) bool {
	switch word {
	case "Local", "District", "Regional", "Provincial", "Municipal", "City", "County", "Village", "Town", "Board", "New", "Book", "Student", "Joint", "Youth", "Party", "Factory":
		return true
	}
	return false
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

// why says where a term came from, why it was kept, and what it took in.
func (t *term) why() []string {
	list := append([]string{"from " + t.origin.String()}, t.reasons...)
	for _, f := range t.forms {
		if f.count > 0 && f.text != t.title && len(list) < 20 {
			list = append(list, strconv.Quote(f.text)+" "+plural(f.count, "time"))
		}
	}
	return list
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

// isAdjective tells single words that say of what kind another thing is: the text
// has them before nouns rather than by themselves, or they have the ending of an
// adjective.
func (t *term) isAdjective() bool {
	if t.chapter != nil || t.person || strings.Contains(t.title, " ") {
		return false
	}
	word := strings.ToLower(t.title)
	if isModifier(word) && !strings.HasSuffix(word, "ist") && t.origin != fromArticle && (!t.proper || t.upper == 0) {
		return true
	}
	if strings.HasSuffix(word, "ist") && t.origin == fromPhrase && t.before > 0 && t.before >= t.apart {
		return true
	}
	return (isModifier(word) || isAdjectival(word)) && t.before > 2*t.apart
}
