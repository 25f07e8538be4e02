package index

import (
	"strings"

	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// wording is a subentry in words, with how well it reads behind its heading.
type wording struct {
	text string // "" for none
	rank rank
}

// rank orders wordings by how much they tell a reader who looks the heading up, the
// best last. What a heading of the text says of the very subject comes before what
// another heading of the index names, that before the subject of a whole chapter, and
// that before what only stands in a heading.
type rank uint8

const (
	noWording      rank = iota
	besideTerm          // another subject that the places speak of
	longSubject         // of a chapter, as its title describes it
	plainHeading        // of a section
	settingOf           // the event or place in a chapter's title
	tellingHeading      // of a section, with a heading of the index in it
	shortSubject        // of a chapter, by its name
	namedHeading        // of a section, that is a heading of the index
	saidOfTerm          // by a heading of the term itself
)

// longestHeading is how many words a heading of a section has at most that makes a
// subentry as it is.
const longestHeading = 5

// ofSection words a subentry by the heading of a section, or by that above one which
// says nothing.
func (x *indexer) ofSection(t *term, s *section) wording {
	for up := s; up != nil && up.level > 1; up = up.parent {
		if up.generic || sameWords(up.title, book.PlainText(up.chapter.Title)) {
			continue
		}
		if x.repeats(t, up.title) && x.relation(t, bareTitle(up.title)) == "" {
			break // what is above it holds more than it
		}
		if w := x.ofHeading(t, up); w.rank > noWording {
			return w
		}
	}
	return wording{}
}

// ownPlaces is how many sections a heading of the index leads to that was found in one
// of them.
const ownPlaces = 2

// ofHeading words a subentry by a heading: by what it says of the term, as another
// heading of the index, or as a phrase if it tells enough by itself.
func (x *indexer) ofHeading(t *term, s *section) wording {
	title := bareTitle(s.title)
	if text := x.relation(t, title); text != "" {
		return wording{x.deed(t, s.chapter, title, text), saidOfTerm}
	}
	if x.repeats(t, title) {
		return wording{}
	}
	if u := x.termOf(title); u != nil && u != t && !u.owns(s.chapter) {
		return x.ofNamed(t, u, s.chapter, title)
	}
	if x.isPlaces(title) && !x.isWhere(t) {
		if article, rest := collation.Article(title); strings.EqualFold(article, "the") {
			title = "the " + rest
		}
		return wording{"in " + title, namedHeading}
	}
	words := titleWords(title)
	if n := x.names.Parse(title); n.Given != "" && len(words) < 4 && x.names.IsGiven(words[0]) && x.names.Person(title) == names.Likely {
		return wording{"and " + n.Family, namedHeading}
	}
	if len(words) > longestHeading || !x.tellsTopic(words) {
		return wording{}
	}
	r := plainHeading
	if x.termIn(t, words) != nil {
		r = tellingHeading
	}
	text := x.phrase(t, words)
	if text == "" {
		r = noWording
	}
	return wording{text, r}
}

// ofNamed words a subentry by a heading of a section that is a heading of the index.
func (x *indexer) ofNamed(t, u *term, in *chapter, title string) wording {
	if u.chapter != nil && isDescription(u.title) {
		return x.ofSubject(t, u.chapter)
	}
	of := x.ofChapter[in]
	life := of != nil && of.person
	r := namedHeading
	_, bare := collation.Article(title)
	switch {
	case x.isWhere(u) && t.proper && (x.isWhere(t) || life):
		r = besideTerm // where someone lived is not where the name belongs
	case u.proper:
	case !strings.Contains(bare, " ") && x.stemClass(bare).has(isGeneral|isKind):
		r = plainHeading
	case life, len(u.places) <= ownPlaces:
		r = tellingHeading // it leads hardly anywhere but here
	}
	if u.proper && (u.upper > 0 || u.person || x.isWhere(u) || x.isEventName(u)) {
		return wording{articled(x.beside(t, u), title, u), r}
	}
	return wording{"and " + x.withArticle(u, x.sentence(titleWords(title))), r}
}

// bareTitle returns a title without a qualifier, without a date, and without what a
// colon parts from its subject.
func bareTitle(title string) string {
	title, _ = qualifier(title)
	if before, after, ok := strings.Cut(title, ": "); ok {
		if title = before; hasDigit(before) || strings.Contains(after, ": ") || strings.Trim(lastWord(before), "IVX") == "" {
			title = after
		}
	}
	return withoutYears(title)
}

// phrase writes the words of a title as a subentry: behind a preposition of its own that
// says where or when, in an event, or beside it; "" behind another preposition.
func (x *indexer) phrase(t *term, words []string) string {
	text := x.sentence(words)
	switch first := wordsOf(text)[0]; {
	case isWhereOrWhen(first):
		return text
	case isPreposition(first):
		return ""
	case x.stemClass(words[headOf(words)]).has(isEvent) && text != strings.ToLower(text):
		_, rest := collation.Article(text)
		if isPluralForm(words[headOf(words)]) && rest == text {
			return x.preposition(t) + " " + text
		}
		return x.preposition(t) + " the " + rest
	}
	if text != strings.ToLower(text) {
		return "and " + text
	}
	return "and " + strings.TrimPrefix(text, "the ")
}

// isWhereOrWhen tells the prepositions with which a heading says where or when something
// is, whatever it is.
func isWhereOrWhen(word string) bool {
	switch strings.ToLower(word) {
	case "in", "at", "during", "under", "after", "before", "within", "outside", "inside", "among":
		return true
	}
	return false
}

// articled gives a name in a subentry the article that it has in a heading.
func articled(text, title string, u *term) string {
	small, name, ok := strings.Cut(text, " ")
	article, rest := collation.Article(title)
	if !ok || u.person || !strings.EqualFold(article, "the") || !strings.EqualFold(rest, name) {
		return text
	}
	return small + " the " + name
}

// headOf returns the index of the noun that the others of a title say something of:
// the last before a preposition or a conjunction.
func headOf(words []string) int {
	for i, w := range words {
		if i > 0 && isSmallWord(w) {
			return i - 1
		}
	}
	return len(words) - 1
}
