package index

import (
	"slices"
	"strings"

	"publish/book"
	"publish/book/collation"
)

// longestWording is how many words a subentry has at most.
const longestWording = 9

// relation words a subentry of a term with the title of a section or chapter that
// names it: Suppression of the Kronstadt Rebellion makes "suppression of" of it,
// Anarchists in Ukraine "in Ukraine", and Platonov's Return "return of". It is ""
// where what is left of the title would not read (Chicago 18, 15.9-15.12).
func (x *indexer) relation(t *term, title string) string {
	if strings.ContainsAny(title, "?:()[]/0123456789,;“”\"") {
		return ""
	}
	words := wordsOf(title)
	from, to := x.spanOf(t, words)
	if to == 0 {
		return ""
	}
	pre, post := trimSmall(words[:from]), words[to:]
	possessive := isPossessive(words[to-1]) && len(post) > 0
	var text string
	switch {
	case len(pre) > 0 && len(post) > 0 && !isSmallWord(post[0]), len(pre)+len(post) == 0:
		return ""
	case len(pre) > 1 && isPreposition(pre[len(pre)-1]), len(pre) > 1 && isAnd(strings.ToLower(pre[len(pre)-1])):
		text = x.beforeHeading(pre)
	case len(pre) == 0 && isSmallWord(post[0]):
		text = x.sentence(post)
	case len(pre) == 0 && len(post) < 5:
		text = x.behindHeading(t, post, possessive)
	}
	if n := len(wordsOf(text)); n == 0 || n > longestWording || x.repeats(t, text) {
		return ""
	}
	return text
}

// beforeHeading words what stands in a title before the heading.
func (x *indexer) beforeHeading(pre []string) string {
	last := strings.ToLower(pre[len(pre)-1])
	if isAnd(last) {
		return "and " + x.sentence(pre[:len(pre)-1])
	}
	if x.vocabulary.of(strings.ToLower(pre[0])).has(isFunction) && !isPreposition(strings.ToLower(pre[0])) {
		return ""
	}
	return x.sentence(pre)
}

// behindHeading words what stands in a title behind the heading: what is of it, or
// done by those who bear it.
func (x *indexer) behindHeading(t *term, post []string, possessive bool) string {
	head := len(post)
	for i, w := range post {
		if i > 0 && isPreposition(strings.ToLower(w)) {
			head = i
			break
		}
	}
	c := x.stemClass(post[head-1]) | x.vocabulary.of(strings.ToLower(post[head-1]))
	text := x.sentence(post)
	doers := t.person || x.isPeople(x.stem(stemOf(t.title)))
	switch {
	case head < len(post) && (doers || possessive):
		return text
	case head < len(post):
		return ""
	case c.has(isDoing) && doers:
		return text + " by"
	case c.has(isWhole) || possessive:
		return text + " of"
	}
	return ""
}

// spanOf returns where a title names a term: words from..to, the longest form that it
// has; 0, 0 where it does not.
func (x *indexer) spanOf(t *term, words []string) (from, to int) {
	stems := make([]stemID, len(words))
	for i, w := range words {
		stems[i] = x.stem(stemOf(w))
	}
	for _, f := range t.forms {
		for i := 0; i+len(f.stems) <= len(stems); i++ {
			if len(f.stems) > to-from && slices.Equal(stems[i:i+len(f.stems)], f.stems) {
				from, to = i, i+len(f.stems)
			}
		}
	}
	return from, to
}

// trimSmall takes articles from the end of words.
func trimSmall(words []string) []string {
	for n := len(words); n > 0; n-- {
		switch strings.ToLower(words[n-1]) {
		case "the", "a", "an":
			continue
		}
		return words[:n]
	}
	return nil
}

// isSmallWord reports whether a subentry may begin with a word before a noun.
func isSmallWord(word string) bool {
	word = strings.ToLower(word)
	return isAnd(word) || isPreposition(word)
}

func isPreposition(word string) bool {
	switch strings.ToLower(word) {
	case "of", "in", "on", "at", "by", "for", "with", "against", "to", "from", "under", "about", "between", "beyond", "after", "before", "during", "toward", "towards",
		"through", "outside", "inside", "within", "among", "as", "over", "without", "into", "versus":
		return true
	}
	return false
}

// sentence writes words of a title as they would stand in a sentence: small but for
// names and abbreviations.
func (x *indexer) sentence(words []string) string {
	out := make([]string, len(words))
	for i := 0; i < len(words); i++ {
		if n := x.nameAt(words, i); n > 0 {
			heading := x.headingOf(words[i : i+n])
			for k := range n {
				out[i+k] = plainSmall(words[i+k])
				if heading != nil {
					out[i+k] = heading[k]
				}
			}
			i += n - 1
			continue
		}
		out[i] = words[i]
		s := x.stem(stemOf(words[i]))
		if len(x.families[stemOf(words[i])]) > 0 && isCapital(words[i]) && i == 0 {
			continue // Most and Goldman
		}
		if !isAcronym(words[i]) && (!x.isProper(s) || x.stems[s].upper == 0 || x.stems[s].class.has(isWhole|isDoing|isDeed)) {
			out[i] = strings.ToLower(words[i])
		}
	}
	text := strings.Join(out, " ")
	if article, rest := collation.Article(text); article != "" && !strings.EqualFold(article, "the") {
		return rest
	}
	return text
}

// headingOf returns the words of the heading that has the same, nil for none.
func (x *indexer) headingOf(words []string) []string {
	t := x.byKey[stemsText(strings.Join(words, " "))]
	if t == nil || !strings.EqualFold(t.heading, strings.Join(words, " ")) {
		return nil
	}
	return strings.Fields(t.heading)
}

// plainSmall puts the small words inside a name in small letters.
func plainSmall(word string) string {
	switch strings.ToLower(word) {
	case "of", "the", "in", "and", "for", "on", "to", "a", "an", "at", "by":
		return strings.ToLower(word)
	}
	return word
}

// nameAt returns how many words from i on are a name that the text knows, 0 for none.
func (x *indexer) nameAt(words []string, i int) int {
	for n := min(6, len(words)-i); n > 1; n-- {
		t := x.byKey[stemsText(strings.Join(words[i:i+n], " "))]
		for t != nil && t.joined != nil {
			t = t.joined
		}
		if t != nil && t.proper && isCapital(words[i]) && (t.chapter == nil || !isDescription(t.title)) {
			return n
		}
	}
	return 0
}

// inChapter words a subentry by the subject of the chapter that its places are in.
func (x *indexer) inChapter(t *term, c *chapter) string {
	of := x.ofChapter[c]
	title := book.PlainText(c.Title)
	if text := x.relation(t, title); text != "" && (of == nil || !of.person) {
		return text
	}
	if of == nil {
		return ""
	}
	if of.person {
		return "and " + x.shortName(of)
	}
	if text := x.setting(t, title); text != "" {
		return text
	}
	text := x.subjectOf(of, title)
	if text == "" || x.repeats(t, text) {
		return ""
	}
	class := x.stemClass(lastWord(text))
	switch {
	case x.isPlaceName(of):
		if isAcronym(text) {
			text = "the " + text
		}
		return "in " + text
	case of.proper && class.has(isEvent) && !isDescription(text):
		if !strings.HasPrefix(text, "the ") {
			text = "the " + text
		}
		if t.kind.has(isEvent) {
			return "and " + text
		}
		return "in " + text
	}
	return "and " + strings.TrimPrefix(text, "the ")
}

// setting words a subentry by the event or place at the end of a chapter's title that
// says who or what is in it: of Anarchists in the Russian Revolution, in the Russian
// Revolution.
func (x *indexer) setting(t *term, title string) string {
	words := titleWords(title)
	for i := 1; i+1 < len(words); i++ {
		if words[i] != "in" && words[i] != "In" {
			continue
		}
		rest := words[i+1:]
		name := strings.Join(rest, " ")
		if of := x.byKey[keyOfTitle(name)]; of == nil && !x.stemClass(lastWord(name)).has(isEvent) || !isCapital(lastWord(name)) || isDescription(name) || x.repeats(t, name) {
			return ""
		}
		text := "in " + x.sentence(rest)
		if x.stemClass(lastWord(name)).has(isEvent) && !strings.EqualFold(rest[0], "the") {
			text = "in the " + x.sentence(rest)
		}
		return text
	}
	return ""
}

// isDescription tells titles that say something of a subject and are no name for it.
func isDescription(title string) bool {
	words := strings.Fields(title)
	if len(words) > 7 {
		return true
	}
	for _, w := range words[min(1, len(words)):] {
		if isSmallWord(w) {
			return true
		}
	}
	return false
}

// subjectOf writes the subject of a chapter as it stands in a sentence. Of Such an
// Event and Anarchy it is the event that places are in.
func (x *indexer) subjectOf(of *term, title string) string {
	title = x.withoutGeneric(withoutYears(title))
	if !isDescription(title) && (sameWords(of.title, title) || len(wordsOf(of.title)) == 1 && strings.Contains(strings.ToLower(title), strings.ToLower(of.title))) {
		return x.written(of)
	}
	title, _ = qualifier(title)
	words := titleWords(title)
	for i, w := range words {
		if i > 1 && isAnd(w) && x.nameAt(words[:i], 0) == i {
			words = words[:i]
			break
		}
	}
	return x.sentence(words)
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

// titleWords parts a title at its blanks, for writing it again.
func titleWords(title string) []string { return strings.Fields(title) }

func lastWord(text string) string {
	words := wordsOf(text)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
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

// inSection words a subentry by the section that its places are in.
func (x *indexer) inSection(t *term, s *section) string {
	if text := x.relation(t, s.title); text != "" {
		return text
	}
	words := wordsOf(s.title)
	if s.generic || len(words) == 0 || len(words) > 7 || strings.ContainsAny(s.title, "?:()[]/;") || x.repeats(t, s.title) {
		return ""
	}
	text := strings.TrimPrefix(x.sentence(titleWords(s.title)), "the ")
	if isPreposition(wordsOf(text)[0]) {
		return text
	}
	return "and " + text
}

// deed says whose deed a wording from a chapter on a person tells: Kropotkin's return
// to Russia.
func (x *indexer) deed(t *term, c *chapter, text string) string {
	of := x.ofChapter[c]
	words := wordsOf(text)
	if of == nil || !of.person || of == t || len(words) < 2 || !isPreposition(words[len(words)-1]) {
		return text
	}
	if c := x.stemClass(words[len(words)-2]) | x.vocabulary.of(words[len(words)-2]); len(words) <= 4 && c.has(isDeed) {
		return x.shortName(of) + "’s " + text
	}
	return text
}
