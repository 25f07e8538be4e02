package index

import (
	"slices"
	"strings"

	"publish/book"
	"publish/book/collation"
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

// ofHeading words a subentry by a heading: by what it says of the term, as another
// heading of the index, or as a phrase if it tells enough by itself.
func (x *indexer) ofHeading(t *term, s *section) wording {
	title := bareTitle(s.title)
	if text := x.relation(t, title); text != "" {
		return wording{x.deed(t, s.chapter, text), saidOfTerm}
	}
	if x.repeats(t, title) {
		return wording{}
	}
	if u := x.termOf(title); u != nil && u != t && !u.owns(s.chapter) {
		if u.chapter != nil && isDescription(u.title) {
			return x.ofSubject(t, u.chapter)
		}
		r := namedHeading
		if of := x.ofChapter[s.chapter]; x.isPlaceName(u) && t.proper && (x.isPlaceName(t) || of != nil && of.person) {
			r = besideTerm // where someone lived is not where the name belongs
		}
		if u.proper {
			return wording{x.beside(t, u), r}
		}
		if len(wordsOf(title)) == 1 && x.stemClass(title).has(isGeneral|isKind) {
			r = plainHeading
		}
		return wording{"and " + x.withArticle(u, x.sentence(titleWords(title))), r}
	}
	if x.isPlaces(title) && !x.isPlaceName(t) {
		return wording{"in " + title, namedHeading}
	}
	words := titleWords(title)
	if len(words) > longestHeading || !x.tellsTopic(words) {
		return wording{}
	}
	r := plainHeading
	if x.termIn(t, words) != nil {
		r = tellingHeading
	}
	return wording{x.phrase(t, words), r}
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

// phrase writes the words of a title as a subentry: behind a preposition of its own,
// in an event, or beside it.
func (x *indexer) phrase(t *term, words []string) string {
	text := x.sentence(words)
	switch first := wordsOf(text)[0]; {
	case isPreposition(first):
		return text
	case x.stemClass(words[headOf(words)]).has(isEvent) && text != strings.ToLower(text):
		_, rest := collation.Article(text)
		if isPluralForm(words[headOf(words)]) && rest == text {
			return x.preposition(t) + " " + text
		}
		return x.preposition(t) + " the " + rest
	}
	return "and " + strings.TrimPrefix(text, "the ")
}

// preposition is the word by which a subentry joins an event to a heading: persons,
// bodies and things are in it, doctrines and other events stand beside it.
func (x *indexer) preposition(t *term) string {
	if t.proper && (t.kind.has(isEvent) || x.isEventName(t)) || isDoctrine(strings.ToLower(t.title)) && !isPluralForm(t.heading) {
		return "and"
	}
	return "in"
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

// tellsTopic reports whether the words of a heading are a phrase around a noun which says
// what is in the section: no sentence, no question, and no word that any section may
// have.
func (x *indexer) tellsTopic(words []string) bool {
	if strings.ContainsAny(strings.Join(words, " "), "?!:()[]/,;“”\"&") {
		return false
	}
	for i, w := range words {
		lower := strings.ToLower(w)
		c := x.vocabulary.of(lower)
		switch {
		case hasDigit(w) && !isYear(w):
			return false
		case x.isLink(w):
			return false
		case i == 0 && len(words) > 1 && strings.HasSuffix(lower, "ing") && (x.isGerund(lower) || x.isNameWord(words[1])) && !isSmallWord(words[1]):
			return false
		case c.has(isVerb) && !c.has(isNoun|isAdjective|isKind|isEmpty|isBroad) && (i == 0 || !strings.HasSuffix(lower, "ing") && !strings.HasSuffix(lower, "ed")):
			return false
		}
	}
	return x.isTellingNoun(words[headOf(words)]) && (headOf(words) == len(words)-1 || isPreposition(words[headOf(words)+1]) || x.isTellingNoun(words[len(words)-1]))
}

// isLink reports whether a word is of those that link the words of a sentence and not
// those of a phrase: is, what, not.
func (x *indexer) isLink(word string) bool {
	word = strings.ToLower(word)
	return x.vocabulary.of(word).has(isFunction) && !isSmallWord(word) && !isArticle(word) && word != "its" && word != "their"
}

// isTellingNoun reports whether a noun says of itself what a section is about.
func (x *indexer) isTellingNoun(word string) bool {
	lower := strings.ToLower(withoutPossessive(word))
	c := x.stemClass(lower)
	if c.has(isEmpty|isGenericSection|isCountry|isDemonym) || isPossessive(word) {
		return false
	}
	return !c.has(isGeneral) || c.has(isKind|isBroad) || isNominal(lower) || x.bearing(stemOf(lower)).stands()
}

// stands reports whether a term is a heading of the index.
func (t *term) stands() bool { return t != nil && !t.dropped && t.entry != nil }

// termOf returns the term that a title names: a heading of the index, or a name. It is
// nil for other titles.
func (x *indexer) termOf(title string) *term {
	u := x.bearing(keyOfTitle(title))
	if u != nil && !u.person && slices.ContainsFunc(wordsOf(title), func(w string) bool { return isSmall(w) && x.isLink(w) }) {
		return nil // a sentence
	}
	if u.stands() || u != nil && u.proper && (u.upper > 0 || u.person) && !x.stemClass(lastWord(title)).has(isGenericSection) {
		return u
	}
	return nil
}

// termIn returns the longest heading of the index among words of a title that is not
// the term itself, nil for none.
func (x *indexer) termIn(t *term, words []string) *term {
	for n := min(len(words), 5); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			u := x.bearing(keyOfTitle(strings.Join(words[i:i+n], " ")))
			if u.stands() && u != t && (n > 1 || u.proper && !u.person || !u.person && !x.stemClass(words[i]).has(isBroad|isGeneral)) {
				return u
			}
		}
	}
	return nil
}

// isPlaces reports whether a title names one place, or several in a row.
func (x *indexer) isPlaces(title string) bool {
	if !strings.ContainsAny(title, ",") && !strings.Contains(title, " and ") {
		return false
	}
	for _, name := range strings.FieldsFunc(strings.ReplaceAll(title, " and ", ","), func(r rune) bool { return r == ',' }) {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if u := x.bearing(keyOfTitle(name)); !x.vocabulary.of(strings.ToLower(strings.ReplaceAll(name, " ", "-"))).has(isCountry) && (u == nil || !x.isPlaceName(u)) {
			return false
		}
	}
	return true
}

// beside words a subentry by another term.
func (x *indexer) beside(t, u *term) string {
	switch {
	case u.person:
		return "and " + x.shortName(u)
	case x.isPlaceName(u) && !x.isPlaceName(t):
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
	return (u.proper || u.chapter != nil && len(words) > 2) && x.stemClass(words[len(words)-1]).has(isEvent)
}

// mentioned returns the name of a term as it stands in a sentence, with the article if the
// text gives it one as a rule.
func (x *indexer) mentioned(u *term) string {
	name := withoutYears(x.written(u))
	if year, rest, ok := strings.Cut(name, " "); ok && isYear(year) && x.stemClass(lastWord(rest)).has(isEvent) {
		name = rest
	}
	return x.withArticle(u, name)
}

// withArticle puts the article before the name of a term that has it.
func (x *indexer) withArticle(u *term, name string) string {
	article, rest := collation.Article(name)
	if article != "" && u.proper {
		return strings.ToLower(article) + " " + rest
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
	kind := named && (x.stemClass(last).has(isBody) || slices.Contains(words, "of") && x.stemClass(words[headOf(words)]).has(isKind|isGeneral))
	switch {
	case u.person, plural && (!u.proper || len(words) == 1), isDoctrine(strings.ToLower(last)), u.origin == fromWork:
		return false
	case isOwner(words[0]), len(words) > 2 && isOwner(words[1]) && u.articled == 0:
		return false // John Brown's raids
	case named && x.stemClass(last).has(isEvent):
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

// ofSubject words a subentry by the subject of the chapter that its places are in.
func (x *indexer) ofSubject(t *term, c *chapter) wording {
	of := x.ofChapter[c]
	title := bareTitle(book.PlainText(c.Title))
	if text := x.relation(t, title); text != "" && (of == nil || !of.person) {
		return wording{text, saidOfTerm}
	}
	switch {
	case of == nil:
		return wording{}
	case of.person:
		return wording{"and " + x.shortName(of), shortSubject}
	}
	if text := x.rest(t, title); text != "" {
		return wording{text, saidOfTerm}
	}
	title = x.withoutGeneric(title)
	if text := x.setting(t, title); text != "" {
		return wording{text, settingOf}
	}
	named := x.subjectOf(of, title)
	if sameWords(title, of.title) && x.isTitleName(of) {
		named = x.written(of)
	}
	if named != "" && (!isDescription(named) || x.isTitleName(of)) {
		if sameWords(named, of.title) || sameWords(named, x.written(of)) {
			return wording{x.beside(t, of), shortSubject}
		}
		if words := titleWords(named); !x.stemClass(words[len(words)-1]).has(isEvent) {
			return wording{"and " + x.withArticle(of, x.sentence(words)), shortSubject}
		}
		return wording{x.phrase(t, titleWords(named)), shortSubject}
	}
	return x.described(t, title)
}

// isTitleName reports whether a title is used as a name, though it may read as a
// description: that of a body, or of what goes by its initials.
func (x *indexer) isTitleName(t *term) bool {
	return t.proper && (x.stemClass(lastWord(t.title)).has(isBody) || slices.ContainsFunc(t.forms, func(f *form) bool { return f.kind == shortForm }))
}

// rest words a subentry of a name by an event whose own name begins with it: of the
// rebellion at a town, during the rebellion.
func (x *indexer) rest(t *term, title string) string {
	words := wordsOf(title)
	from, to := x.spanOf(t, words)
	if from > 0 || to == 0 || to+1 != len(words) || !t.proper || t.person || !x.stemClass(words[to]).has(isEvent) {
		return ""
	}
	return "during the " + strings.ToLower(words[to])
}

// described words a subentry by a title that is a description: by what stands before
// its last preposition, or behind a first noun that any title may begin with; if that is
// long, by a heading of the index in it.
func (x *indexer) described(t *term, title string) wording {
	words := titleWords(title)
	for i := len(words) - 1; i > 1; i-- {
		if !isPreposition(words[i]) || i == 2 && isPreposition(words[1]) {
			continue
		}
		if x.stemClass(words[headOf(words[:i])]).has(isGenericSection | isEmpty) {
			words = trimArticle(words[i+1:])
		} else {
			words = words[:i]
		}
		break
	}
	text := x.sentence(words)
	n := len(wordsOf(text))
	if u := x.termIn(t, words); n > longestHeading && u != nil && (len(wordsOf(u.title)) > 1 || u.kind.has(isEvent)) {
		return wording{x.beside(t, u), longSubject}
	}
	if n == 0 || n > longestHeading+1 || n < len(wordsOf(t.title))+2 && x.repeats(t, text) {
		return wording{}
	}
	return wording{"and " + strings.TrimPrefix(text, "the "), longSubject}
}

// trimArticle takes an article from the front of words.
func trimArticle(words []string) []string {
	if len(words) > 1 && isArticle(strings.ToLower(words[0])) {
		return words[1:]
	}
	return words
}

// setting words a subentry by the event or place at the end of a chapter's title that
// says who, what or what side of it is in it: of Anarchists in the Russian Revolution,
// and of The Failures of the Russian Revolution, in the Russian Revolution.
func (x *indexer) setting(t *term, title string) string {
	words := titleWords(title)
	for i := len(words) - 2; i > 0; i-- {
		if w := strings.ToLower(words[i]); w != "in" && w != "of" && w != "during" {
			continue
		}
		rest := words[i+1:]
		name := strings.Join(rest, " ")
		u := x.bearing(keyOfTitle(name))
		event := x.stemClass(lastWord(name)).has(isEvent)
		if u == nil && !event || !isCapital(lastWord(name)) || isDescription(name) || x.repeats(t, name) {
			if event {
				return x.relation(t, name)
			}
			return ""
		}
		switch {
		case u.stands() && (event || x.isPlaceName(u)), u != nil && x.isPlaceName(u):
			return x.beside(t, u)
		case event:
			return x.phrase(t, rest)
		}
		return ""
	}
	return ""
}

// isDescription tells titles that say something of a subject and are no name for it.
func isDescription(title string) bool {
	words := strings.Fields(title)
	return len(words) > 7 || slices.ContainsFunc(words[min(1, len(words)):], isSmallWord)
}

// subjectOf writes the subject of a chapter as it stands in a sentence. Of Such an
// Event and Anarchy it is the event that places are in.
func (x *indexer) subjectOf(of *term, title string) string {
	if !isDescription(title) && (sameWords(of.title, title) || len(wordsOf(of.title)) == 1 && strings.Contains(strings.ToLower(title), strings.ToLower(of.title))) {
		return x.written(of)
	}
	words := titleWords(title)
	for i, w := range words {
		if i > 1 && isAnd(strings.ToLower(w)) && x.nameAt(words[:i], 0) == i {
			words = words[:i]
			break
		}
	}
	return strings.Join(words, " ")
}

// withoutYears takes a year, or the years from one to another, off the end of a title
// behind a comma.
func withoutYears(title string) string {
	if i := strings.LastIndex(title, ", "); i > 0 && strings.Trim(title[i+2:], "0123456789-–") == "" {
		return title[:i]
	}
	return title
}

// withoutGeneric takes words off the end of a title that say what sort of article it
// is: Overview, History.
func (x *indexer) withoutGeneric(title string) string {
	words := titleWords(title)
	for n := len(words); n > 0; n-- {
		switch strings.ToLower(words[n-1]) {
		case "overview", "introduction", "definition", "examples", "timeline", "faq":
			continue
		}
		return strings.Join(words[:n], " ")
	}
	return title
}

// isPlaceName reports whether a term is a place: a country, or what the text is in.
func (x *indexer) isPlaceName(t *term) bool {
	return x.vocabulary.of(strings.ToLower(strings.Join(wordsOf(t.title), "-"))).has(isCountry) || t.placed || t.kind.has(isPlace) && t.proper
}

// shortName is the surname of a person, with the given name where the book has two of
// the surname that are subjects of chapters.
func (x *indexer) shortName(t *term) string {
	n := x.names.Parse(t.title)
	if n.Given == "" {
		return n.Family
	}
	for _, other := range x.families[t.family] {
		if other != t && other.chapter != nil && !other.dropped {
			return t.title
		}
	}
	return n.Family
}
