package index

import (
	"slices"
	"strings"

	"publish/book/collation"
)

// beside words a subentry by another term.
func (x *indexer) beside(t, u *term) string {
	switch {
	case u.person:
		return "and " + x.shortName(u)
	case x.isWhere(u) && !x.isWhere(t):
		return "in " + x.mentioned(u)
	case x.isEventName(u):
		return x.preposition(t) + " " + x.mentioned(u)
	}
	return "and " + x.mentioned(u)
}

// isEventName reports whether the title of a term names one event: World War I, a
// chapter's strike at a place.
func (x *indexer) isEventName(u *term) bool {
	words := titleWords(u.title)
	if n := len(words); n > 2 && strings.Trim(words[n-1], "IVX") == "" {
		words = words[:n-1]
	}
	return (u.proper || u.chapter != nil && len(words) > 2) && !isSmallWord(words[0]) && x.stemClass(words[len(words)-1]).has(isEvent)
}

// preposition is the word by which a subentry joins an event to a heading: persons,
// bodies and things are in it, doctrines and other events stand beside it.
func (x *indexer) preposition(t *term) string {
	if t.proper && (t.kind.has(isEvent) || x.isEventName(t)) || isDoctrine(strings.ToLower(t.title)) && !isPluralForm(t.heading) {
		return "and"
	}
	return "in"
}

// mentioned returns the name of a term as it stands in a sentence, with the article if the
// text gives it one as a rule.
func (x *indexer) mentioned(u *term) string {
	name := x.calls.marked(withoutYears(x.written(u)))
	if short := u.short(); short != "" && len(titleWords(name)) > longestName {
		name = short
	}
	if year, rest, ok := strings.Cut(name, " "); ok && isYear(year) && x.stemClass(lastWord(rest)).has(isEvent) {
		name = rest
	}
	if many := name + "s"; !u.proper && x.vocabulary.classes[many].has(isEvent) {
		name = many // strikes, of which there are many
	}
	return x.withArticle(u, name)
}

// longestName is how many words a name in a subentry has that goes by its initials too.
const longestName = 4

// short returns the abbreviation by which the text calls a term, "" for none.
func (t *term) short() string {
	for _, f := range t.forms {
		if f.kind == shortForm && f.count > 1 && isAcronym(f.text) {
			return f.text
		}
	}
	return ""
}

// withArticle puts the article before the name of a term that has it.
func (x *indexer) withArticle(u *term, name string) string {
	article, rest := collation.Article(name)
	if strings.EqualFold(article, "the") && u.proper {
		return strings.ToLower(article) + " " + rest
	}
	if article != "" && u.proper {
		return name // La Belle Verte
	}
	if x.takesArticle(u, rest) {
		return "the " + rest
	}
	return rest
}

// littleTold is how many mentions of a name do not tell whether it has the article.
const littleTold = 3

// takesArticle reports whether the name of a term has the article before it. The
// text tells; where it says little, names that are made of a noun for what kind of
// thing they name have it.
func (x *indexer) takesArticle(u *term, name string) bool {
	words, plural := titleWords(name), isPluralForm(name)
	last := words[len(words)-1]
	named := len(words) > 1 && (u.proper || u.chapter != nil && len(words) > 2)
	kind := named && (x.stemClass(last).has(isBody|isIdea) || slices.Contains(words, "of") && x.stemClass(words[headOf(words)]).has(isKind|isGeneral))
	switch {
	case u.person, plural && (!u.proper || len(words) == 1), isDoctrine(strings.ToLower(last)), u.origin == fromWork:
		return false
	case isOwner(words[0]), len(words) > 2 && isOwner(words[1]) && u.articled == 0:
		return false // John Brown's raids
	case isSmallWord(words[0]):
		return false // After the Flood
	case named && x.stemClass(last).has(isEvent) && !plural:
		return true
	case x.stemClass(last).has(isArticled):
		return true
	case kind:
		return 4*u.articled >= u.bare
	case u.articled+u.bare <= littleTold && named && len(words) > 2 && x.stemClass(last).has(isKind) && x.isModifying(words[len(words)-2]):
		return true // the Brenz Industrial Colony
	case u.articled+u.bare == 0:
		return isAcronym(name) && x.isPlaceName(u)
	}
	return u.articled > u.bare
}

// isOwner reports whether a word is the possessive of one person's name.
func isOwner(word string) bool {
	return isPossessive(word) && strings.HasSuffix(plainApostrophe(word), "'s")
}

// isPlaceName reports whether a term is a place: a country, or what the text is in.
func (x *indexer) isPlaceName(t *term) bool {
	return x.vocabulary.of(strings.ToLower(strings.Join(wordsOf(t.title), "-"))).has(isCountry) || t.placed || t.kind.has(isPlace) && t.proper
}

// isWhere reports whether a name is that of a place as the text uses it: it stands
// behind in for a third of the times.
func (x *indexer) isWhere(t *term) bool {
	if !t.proper || t.person || t.articled > 0 || t.kind != 0 || t.origin == fromWork || x.isEventName(t) {
		return t.proper && x.isPlaceName(t)
	}
	return x.isPlaceName(t) || t.within > 1 && 3*t.within >= t.bare && !isAcronym(t.title)
}

// shortName is the surname of a person, with the given name where the book has two of
// the surname that are subjects of chapters.
func (x *indexer) shortName(t *term) string {
	n := x.names.Parse(t.title)
	if n.Given == "" {
		return n.Family
	}
	for _, other := range x.families[t.family] {
		if other != t && (other.chapter != nil || other.entry != nil) && !other.dropped {
			return t.title
		}
	}
	return n.Family
}
