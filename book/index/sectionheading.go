package index

import (
	"slices"
	"strings"
)

// tellsTopic reports whether the words of a heading are a phrase around a noun which says
// what is in the section: no sentence, no question, and no word that any section may
// have.
func (x *indexer) tellsTopic(words []string) bool {
	if strings.ContainsAny(strings.Join(words, " "), "?!:()[]/,;“”\"&") {
		return false
	}
	head := headOf(words)
	if last := len(words) - 1; head == last && x.stemClass(words[head]).has(isWhole) || last == 0 && !x.isNounAlone(words[0]) {
		return false // foundations of what?
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
	return x.isTellingNoun(words[head]) && (head == len(words)-1 || isPreposition(words[head+1]) || x.isTellingNoun(words[len(words)-1]))
}

// isNounAlone reports whether a word that is a heading by itself shows by its form that
// it is a noun.
func (x *indexer) isNounAlone(word string) bool {
	lower := strings.ToLower(word)
	return !isModifier(lower) && (isNominal(lower) || isDoctrine(lower) || isPluralForm(word) || x.isNameWord(word))
}

// isLink reports whether a word is of those that link the words of a sentence and not
// those of a phrase: is, what, not.
func (x *indexer) isLink(word string) bool {
	word = strings.ToLower(word)
	if word == "vs" || word == "versus" {
		return true
	}
	return x.vocabulary.of(word).has(isFunction) && !isSmallWord(word) && !isArticle(word) && word != "its" && word != "their"
}

// isTellingNoun reports whether a noun says of itself what a section is about.
func (x *indexer) isTellingNoun(word string) bool {
	lower := strings.ToLower(withoutPossessive(word))
	c := x.stemClass(lower)
	if c.has(isEmpty|isGenericSection|isCountry|isDemonym) || isPossessive(word) || hasDigit(word) {
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
	if u != nil && !u.proper && len(wordsOf(title)) == 1 && x.isModifying(title) && !x.vocabulary.of(strings.ToLower(title)).has(isNoun) {
		return nil // an adjective
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

// isPlaces reports whether a title names one place or several in a row, whether they are
// headings of the index or not.
func (x *indexer) isPlaces(title string) bool {
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
