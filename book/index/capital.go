package index

import "strings"

// isSpelledOut reports whether a title that the text has with capitals is no name: all
// its words are common ones, which the text writes small, and it stands so once at most
// outside headings (Chicago 18, 8.1: the down style).
func (x *indexer) isSpelledOut(t *term) bool {
	words := wordsOf(t.title)
	if t.origin != fromName || t.person || t.upper > 1 || len(words) < 2 || t.tail != "" || t.kind != 0 && !isPluralForm(t.title) {
		return false
	}
	for i, w := range words {
		s := &x.stems[x.stem(stemOf(w))]
		c := s.class | x.vocabulary.of(strings.ToLower(w))
		switch {
		case c.has(isFunction) && i > 0:
		case isAcronym(w), c.has(isDemonym | isCountry | isFunction), s.lower == 0, s.lower < s.upper, i == 0 && isRanked(w):
			return false
		}
	}
	return true
}

// isRanked tells adjectives with which names are made of common nouns: the Great
// Depression, the New Left, the Middle Ages.
func isRanked(word string) bool {
	switch word {
	case "Great", "New", "Old", "First", "Second", "Third", "Fourth", "Middle", "High", "Big", "Black", "White", "Red", "Green", "Blue", "Grey", "Gray", "Dark", "Long", "Holy", "Cold", "Central", "National", "Supreme", "Royal", "United":
		return true
	}
	return false
}

// keepsCapital reports whether a word of a title that is no name keeps its capital: it is
// a name, or made of one.
func (x *indexer) keepsCapital(word string, first bool) bool {
	s := &x.stems[x.stem(stemOf(word))]
	if isAcronym(word) || s.class.has(isDemonym|isCountry) && s.lower == 0 {
		return true
	}
	return x.isProper(x.stem(stemOf(word))) && s.upper > 0 && (!first || s.lower == 0 && s.upper > 2)
}

// isTitleOfThing reports whether a title of the wiki is long and has capitals throughout,
// as the names of particular things have.
func isTitleOfThing(words []string) bool {
	for _, w := range words[1:] {
		if !isCapital(w) && !isJoint(w) && w != "and" && w != "in" {
			return false
		}
	}
	return len(words) > 4
}

// isAbstraction reports whether a title of the wiki is one word for a doctrine or a rule
// that nothing in the book which is written with a capital is made of: propertarianism, but
// Platonism. The titles of a wiki give such words capitals.
func (x *indexer) isAbstraction(t *term) bool {
	word := strings.ToLower(t.title)
	root, ok := strings.CutSuffix(word, "ism")
	if !ok {
		root, ok = strings.CutSuffix(word, "archy")
	}
	if !ok || len(root) < 4 || t.chapter != nil || strings.ContainsAny(word, " -") {
		return false
	}
	switch root {
	case "bolshev", "menshev", "islam", "zion", "catholic", "protestant", "anglican", "buddh", "hindu", "juda", "confucian", "shinto", "calvin", "luther", "method":
		return false
	}
	if x.known[strings.TrimSuffix(root, "ian")] != "" {
		return false
	}
	for _, ending := range [...]string{"", "o", "us", "ist", "ik", "ian", "ic", "an"} {
		for _, base := range [...]string{root, strings.TrimSuffix(root, "ian")} {
			if s, ok := x.byStem[base+ending]; ok && x.stems[s].upper > 0 && x.stems[s].upper >= x.stems[s].lower {
				return false
			}
		}
	}
	return true
}
