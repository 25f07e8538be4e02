package index

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// calling is words by which links call a subject, and how many do.
type calling struct {
	words string
	count int
}

// noteCalling notes the words of a link, without the ending of a possessive.
func (t *term) noteCalling(words string) {
	key := stemsText(words)
	if key == "" || key == stemsText(t.title) {
		return
	}
	if t.callings == nil {
		t.callings = map[string]calling{}
	}
	c := t.callings[key]
	if c.words == "" || isSmall(words) && !isSmall(c.words) {
		c.words = withoutPossessive(strings.Join(strings.Fields(words), " "))
	}
	t.callings[key] = calling{c.words, c.count + 1}
}

// reword gives subjects that the text never calls by the title of their article the words
// that it has for them: Persecution of Anarchists in Ruritania becomes persecution of
// anarchists. Readers look under what they have read (ISO 999, 7.2.1). Where the words are
// those of another subject, the two are one. It reports whether any got them.
func (x *indexer) reword() bool {
	changed := false
	for _, t := range x.terms {
		words := x.textsOwn(t)
		if words == "" {
			continue
		}
		other := x.byKey[stemsText(words)]
		for other != nil && other.joined != nil {
			other = other.joined
		}
		switch {
		case other == nil:
			x.byKey[stemsText(words)] = t
			t.title, changed = words, true
			x.addForm(t, words, fullForm)
		case other != t && !other.dropped && !other.person && other.chapter == nil && other.tail == "":
			x.join(t, other)
			changed = true
		}
	}
	x.clean()
	return changed
}

// textsOwn returns the words by which most links call a subject whose title the text does
// not have, "" for one that it has, and where the links agree on none.
func (x *indexer) textsOwn(t *term) string {
	if t.topic == nil || t.chapter != nil || t.person || t.tail != "" || t.wanted || t.renamed != "" || !x.isArticleTitle(wordsOf(t.title)) {
		return ""
	}
	for _, f := range t.forms {
		if f.count > 0 && (f.kind == fullForm || f.kind == shortForm || f.kind == variantForm) {
			return ""
		}
	}
	all, links := slices.Sorted(maps.Keys(t.callings)), 0
	for _, c := range t.callings {
		links += c.count
	}
	best, most := "", 0
	for _, key := range all {
		n := 0
		for _, other := range all {
			if strings.Contains(" "+other+" ", " "+key+" ") {
				n += t.callings[other].count
			}
		}
		if x.isHeadingPhrase(wordsOf(t.callings[key].words)) && cmp.Or(cmp.Compare(n, most), cmp.Compare(len(best), len(key))) > 0 {
			best, most = key, n
		}
	}
	if 2*most < links || most < 1 {
		return ""
	}
	return t.callings[best].words
}

// isArticleTitle reports whether a title is made as those of articles are rather than as
// names are: it is long, or says two things, and does not end in a kind of thing.
func (x *indexer) isArticleTitle(words []string) bool {
	return len(words) > 2 && !isYear(words[0]) && !x.stemClass(words[len(words)-1]).has(isEvent|isBody|isPlace)
}

// isHeadingPhrase reports whether the words of a link make a heading: two to five, that end
// in a noun, and none of them a verb.
func (x *indexer) isHeadingPhrase(words []string) bool {
	n := len(words)
	if n < 2 || n > 5 {
		return false
	}
	first, last := x.stemClass(words[0]), x.stemClass(words[n-1])
	if first.has(isFunction|isAdverb) || last.has(isFunction|isAdverb) || isModifier(strings.ToLower(words[n-1])) || isAdjectival(words[n-1]) && !isPluralForm(words[n-1]) {
		return false
	}
	for i, w := range words {
		if c := x.vocabulary.of(strings.ToLower(w)); c.has(isVerb) && !c.has(isNoun|isKind|isBroad|isAdjective) && (i == 0 || i == n-1 || !strings.HasSuffix(w, "ed")) {
			return false
		}
	}
	return last.has(isNoun|isKind|isBroad) || isCapital(words[n-1]) || isPluralForm(words[n-1]) || x.vocabulary.isSubject[stemOf(words[n-1])]
}
