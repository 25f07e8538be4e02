package index

import (
	"slices"
	"strings"
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
	words := trimArticle(wordsOf(title))
	from, to := x.spanOf(t, words)
	if to == 0 {
		return ""
	}
	if x.partsHyphen(words[from:to], title) {
		return ""
	}
	pre, post := trimSmall(words[:from]), words[to:]
	possessive := isPossessive(words[to-1]) && len(post) > 0
	if len(post) > 0 && !possessive && !x.isDoers(t) && x.isAttributive(t, words[from:to]) {
		return "" // a political career is no career of politics
	}
	var text string
	switch {
	case len(pre) > 1 && possessive && isPreposition(pre[len(pre)-1]) && !isSmallWord(post[0]):
		text = "and " + x.sentence(post)
	case len(pre) > 0 && len(post) > 0 && !isSmallWord(post[0]), len(pre)+len(post) == 0:
		return ""
	case len(pre) > 1 && x.isPair(pre, post):
		text = "and " + x.sentence(post[1:])
	case len(pre) == 2 && isPassing(pre[1]), len(pre) > 1 && x.isInsideName(words, from, to):
		return ""
	case len(pre) > 1 && isPreposition(pre[len(pre)-1]), len(pre) > 1 && isAnd(strings.ToLower(pre[len(pre)-1])):
		text = x.beforeHeading(t, pre)
	case len(pre) == 0 && isSmallWord(post[0]):
		if isAnd(strings.ToLower(post[0])) && x.vocabulary.sectionClass(strings.Join(post[1:], " ")) != 0 {
			return ""
		}
		text = x.sentence(x.firstOfTwo(post))
	case len(pre) == 0 && len(post) < 5:
		text = x.behindHeading(t, post, possessive)
	case len(post) == 0 && len(pre) == 1 && x.isModifying(pre[0]):
		if x.nameAt(words, 0) == len(words) {
			return pre[0]
		}
		return x.sentence(pre)
	}
	return x.readable(t, withHyphens(text, title))
}

// readable returns a wording if it reads behind the heading of a term, "" if not.
func (x *indexer) readable(t *term, text string) string {
	if rest, ok := strings.CutPrefix(text, "and "); ok && x.endsInAdjective(rest) {
		return ""
	}
	if n := len(wordsOf(text)); n == 0 || n > longestWording || x.repeats(t, text) {
		return ""
	}
	return text
}

// beforeHeading words what stands in a title before the heading.
func (x *indexer) beforeHeading(t *term, pre []string) string {
	last := strings.ToLower(pre[len(pre)-1])
	if isAnd(last) {
		pre = pre[:len(pre)-1]
		if c := x.stemClass(pre[0]); len(pre) == 1 && c.has(isGenericSection) && !c.has(isEvent|isBroad) && !x.bearing(stemOf(pre[0])).stands() {
			return ""
		}
		if u := x.termOf(strings.Join(pre, " ")); u != nil && u.proper {
			return x.beside(t, u)
		}
		return x.phrase(t, pre)
	}
	for i := len(pre) - 3; i > 1; i-- {
		if isAnd(strings.ToLower(pre[i])) {
			pre = pre[i+1:] // a congress and critique of
		}
	}
	if isPreposition(pre[0]) && !isWhereOrWhen(pre[0]) {
		return ""
	}
	if x.vocabulary.of(strings.ToLower(pre[0])).has(isFunction) && !isPreposition(strings.ToLower(pre[0])) {
		return ""
	}
	return x.sentence(pre)
}

// isPair reports whether a title says of two things what they are to each other, of
// which the heading is the first: confusion of the one and the other.
func (x *indexer) isPair(pre, post []string) bool {
	return len(post) > 1 && strings.EqualFold(post[0], "and") && isPreposition(pre[len(pre)-1]) && x.stemClass(pre[len(pre)-2]).has(isMutual)
}

// isInsideName reports whether the words of a title from..to are the end of a longer
// name: of Ukraine, the Free Territory of Ukraine.
func (x *indexer) isInsideName(words []string, from, to int) bool {
	for i := range from {
		if isPreposition(words[from-1]) && i+x.nameAt(words, i) >= to {
			return true
		}
	}
	return false
}

// endsInAdjective reports whether the last word of a phrase is an adjective and no noun.
func (x *indexer) endsInAdjective(phrase string) bool {
	last := lastWord(phrase)
	return x.isModifying(last) && !x.vocabulary.of(strings.ToLower(last)).has(isNoun|isBroad)
}

// isPassing tells prepositions of time and circumstance: a single noun before one of
// them does not say whose matter it is.
func isPassing(word string) bool {
	switch strings.ToLower(word) {
	case "under", "during", "after", "before", "through", "from", "since", "without":
		return true
	}
	return false
}

// isModifying reports whether a word says of what kind the thing behind it is.
func (x *indexer) isModifying(word string) bool {
	lower := strings.ToLower(word)
	return (isModifier(lower) || x.stemClass(lower).has(isAdjective|isDemonym)) && !x.stemClass(lower).has(isVague) && !x.vocabulary.of(lower).has(isFunction)
}

// withHyphens puts the hyphens of a title back between the words of a text made of it.
func withHyphens(text, title string) string {
	for _, w := range strings.Fields(title) {
		if parts := strings.Split(w, "-"); len(parts) > 1 {
			apart := strings.Join(parts, " ")
			if i := strings.Index(strings.ToLower(text), strings.ToLower(apart)); i >= 0 && len(apart) < len(text)+1 {
				text = text[:i] + strings.ReplaceAll(text[i:i+len(apart)], " ", "-") + text[i+len(apart):]
			}
		}
	}
	return text
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
	doers := x.isDoers(t)
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

// partsHyphen reports whether words of a title stand in it joined to others by hyphens:
// left, in left-wing.
func (x *indexer) partsHyphen(words []string, title string) bool {
	for _, w := range strings.Fields(title) {
		parts := wordsOf(w)
		if len(parts) < 2 || !strings.Contains(w, "-") {
			continue
		}
		if a, b := slices.Contains(words, parts[0]), slices.Contains(words, parts[len(parts)-1]); a != b {
			return true
		}
	}
	return false
}

// isDoers reports whether a term is a person, a country or a group of persons, which
// does things.
func (x *indexer) isDoers(t *term) bool {
	return t.person || x.vocabulary.of(strings.ToLower(strings.Join(wordsOf(t.title), "-"))).has(isCountry) || x.isPeople(x.stem(stemOf(t.title)))
}

// isAttributive reports whether a title names a term by an adjective of its root.
func (x *indexer) isAttributive(t *term, words []string) bool {
	last := strings.ToLower(words[len(words)-1])
	return stemOf(last) != stemOf(lastWord(t.title)) && (isModifier(last) || x.vocabulary.of(last).has(isAdjective))
}

// firstOfTwo returns the words of a phrase without what else a title has behind an
// and, unless that is a name as well: in the city for in the city and arrest.
func (x *indexer) firstOfTwo(words []string) []string {
	for i := 2; i+1 < len(words); i++ {
		if isAnd(strings.ToLower(words[i])) && isPreposition(words[0]) && !x.isNameWord(words[i+1]) {
			return words[:i]
		}
	}
	return words
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

// deed says whose deed a wording from a chapter on a person tells: Kropotkin's return
// to Russia. What two do together is told with the other's name: marriage to Kropotkin.
func (x *indexer) deed(t *term, in *chapter, title, text string) string {
	of := x.ofChapter[in]
	words := wordsOf(text)
	if of == nil || !of.person || of == t || len(words) < 2 || !isPreposition(words[len(words)-1]) {
		return text
	}
	c := x.stemClass(words[len(words)-2])
	if c.has(isMutual) {
		return text + " " + x.shortName(of)
	}
	if len(words) <= 4 && c.has(isDeed) && strings.Contains(strings.ToLower(title), text) {
		return x.shortName(of) + "’s " + text
	}
	return text
}
