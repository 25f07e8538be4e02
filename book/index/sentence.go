package index

import (
	"strings"

	"publish/book/collation"
)

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
		if i > 0 || !x.opensWithSurname(words) {
			out[i] = x.inSentence(words[i])
		}
	}
	text := strings.Join(out, " ")
	if article, rest := collation.Article(text); article != "" && !strings.EqualFold(article, "the") {
		return rest
	}
	return text
}

// opensWithSurname reports whether the first of words is the surname of a person and
// not the word of general English that it may be too: Most and Goldman.
func (x *indexer) opensWithSurname(words []string) bool {
	if !isCapital(words[0]) || len(x.families[stemOf(words[0])]) == 0 {
		return false
	}
	return len(words) == 1 || isPossessive(words[0]) || isAnd(strings.ToLower(words[1]))
}

// inSentence writes one word of a title, each of the parts that hyphens join by itself:
// anti-Bolshevik.
func (x *indexer) inSentence(word string) string {
	parts := strings.Split(word, "-")
	for i, part := range parts {
		if !x.isNameWord(part) {
			parts[i] = strings.ToLower(part)
		}
	}
	return strings.Join(parts, "-")
}

// isNameWord reports whether a single word of a title is a name or an abbreviation.
func (x *indexer) isNameWord(word string) bool {
	if isAcronym(word) {
		return plainSmall(word) == word
	}
	s := x.stem(stemOf(word))
	c := x.stemClass(strings.TrimSuffix(plainApostrophe(word), "'s"))
	switch {
	case c.has(isDemonym | isCountry):
		return true
	case x.isOfPlace(x.stems[s].text):
		return true
	case isDoctrine(stemOf(word)):
		return x.isCalledAfter(stemOf(word))
	case isMadeNoun(strings.ToLower(word)), !x.isProper(s), x.stems[s].upper == 0, c.has(isWhole | isDoing | isDeed):
		return false
	}
	return !c.has(isGeneral | isBroad | isKind)
}

// isCalledAfter reports whether a doctrine is called after a person, as its root tells or
// as everybody knows: Marxism, but anarchism.
func (x *indexer) isCalledAfter(doctrine string) bool {
	root := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(doctrine, "ism"), "ist"), "ian")
	if s, ok := x.byStem[root]; ok && x.stems[s].upper+x.stems[s].lower > 0 {
		return x.stems[s].upper > x.stems[s].lower
	}
	return x.stemClass(doctrine).has(isEponymous)
}

// isMadeNoun tells nouns that are made of verbs and adjectives by endings that names
// hardly have.
func isMadeNoun(word string) bool {
	for _, end := range [...]string{"isation", "ization", "ication", "ment", "ness", "ship"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// isOfPlace reports whether a word is made of a name that the text has by the ending
// -n: Bavarian.
func (x *indexer) isOfPlace(word string) bool {
	base, ok := strings.CutSuffix(word, "n")
	if !ok || !strings.HasSuffix(base, "a") {
		return false
	}
	s, ok := x.byStem[base]
	return ok && x.stems[s].upper > x.stems[s].lower
}

// headingOf returns the words of the heading that has the same, nil for none.
func (x *indexer) headingOf(words []string) []string {
	t := x.bearing(stemsText(strings.Join(words, " ")))
	if t == nil || len(strings.Fields(t.heading)) != len(words) || stemsText(t.heading) != stemsText(strings.Join(words, " ")) {
		return nil
	}
	return strings.Fields(t.heading)
}

// plainSmall puts the small words inside a name in small letters.
func plainSmall(word string) string {
	switch strings.ToLower(word) {
	case "of", "the", "in", "and", "for", "on", "to", "a", "an", "at", "by", "from", "with", "or":
		return strings.ToLower(word)
	}
	return word
}

// nameAt returns how many words from i on are a name that the text knows, 0 for none.
func (x *indexer) nameAt(words []string, i int) int {
	for n := min(6, len(words)-i); n > 1; n-- {
		t := x.bearing(stemsText(strings.Join(words[i:i+n], " ")))
		if t != nil && t.proper && isPluralForm(t.title) == isPluralForm(words[i+n-1]) && isCapital(words[i]) && (t.upper > 0 || t.person || t.topic != nil) && (t.chapter == nil || !isDescription(t.title)) {
			return n
		}
	}
	return 0
}

// bearing returns the term that stands for the one with a key, nil for none.
func (x *indexer) bearing(key string) *term {
	t := x.byKey[key]
	for t != nil && t.joined != nil {
		t = t.joined
	}
	return t
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
