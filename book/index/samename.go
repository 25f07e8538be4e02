package index

import (
	"slices"
	"strings"
)

// joinLinked gives a topic the name by which links and redirects call it, where the text
// has that as a name too: the Spanish Revolution, to which a link of these words leads.
func (x *indexer) joinLinked() {
	called := map[string][]*term{}
	for _, t := range x.terms {
		for _, f := range t.forms {
			if key := keyOfTitle(f.text); f.kind == variantForm && t.topic != nil && !t.person && !slices.Contains(called[key], t) {
				called[key] = append(called[key], t)
			}
		}
	}
	for _, t := range x.terms {
		if into := x1(called[keyOfTitle(t.title)]); t.origin == fromName && into != nil && into != t && !t.person && !t.dropped && !into.dropped && x.isReworded(t.title, into.title) {
			x.join(t, into)
		}
	}
	x.clean()
}

// isReworded reports whether two titles say the same in other words of the same roots: the
// Spanish Revolution, Revolutionary Spain. Links lead from many words to a page that tells
// of what they mean among other things.
func (x *indexer) isReworded(a, b string) bool {
	one, other := strings.Fields(stemsText(a)), strings.Fields(stemsText(b))
	if len(one) != len(other) {
		return false
	}
	return !slices.ContainsFunc(one, func(w string) bool {
		return !slices.ContainsFunc(other, func(v string) bool { return w == v || isOneRoot(w, v) })
	})
}

// isOneRoot reports whether two words begin alike, as a noun and its adjective do: Spain and
// Spanish, revolution and revolutionary.
func isOneRoot(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 3 && n >= min(len(a), len(b))-2
}

// joinCalled gives a name what else the text says that its bearer is called: the
// Volnaya Territoriya or "Free Territory", Gosplan (the State Planning Agency), a
// society later known as the Open Spaces Society.
func (x *indexer) joinCalled() {
	by := x.variants()
	x.eachProse(func(c *chapter, p *paragraph) {
		var last nameRun
		x.eachName(c, p, func(run nameRun) {
			if last.key != "" && run.from > last.to && x.isCalled(c.tokens[:p.to], last, run) {
				x.joinNames(by, last.key, run.key)
			}
			last = run
		})
	})
	x.clean()
}

// variants returns the topics by the words of the links that call them by a name.
func (x *indexer) variants() map[string]*term {
	by := map[string]*term{}
	for _, t := range x.terms {
		for _, f := range t.forms {
			if f.kind == variantForm && t.topic != nil {
				by[stemsText(f.text)] = t
			}
		}
	}
	return by
}

// isCalled reports whether a text says that two names next to each other are of one
// thing.
func (x *indexer) isCalled(tokens []token, name, other nameRun) bool {
	between := tokens[name.to:other.from]
	word := func(i int) string { return x.words[between[i].word].text }
	n := len(between)
	if n > 0 && word(n-1) == "the" {
		n--
		if n == 0 { // Gosplan (the State Planning Agency)
			return between[0].marks&bracket != 0 && tokens[other.to-1].marks&closes != 0 && (name.kind | other.kind).has(isBody)
		}
	}
	switch {
	case n == 1 && word(0) == "or":
		return tokens[other.from].marks&quoted != 0 && between[0].marks&parted == 0
	case n == 1:
		return word(0) == "later" && between[0].marks&parted != 0 && name.kind.has(isBody) && other.kind.has(isBody)
	case n == 2 || n == 3:
		return leadsToName(word(n-2), word(n-1)) && between[n-1].marks&parted == 0
	}
	return false
}

// leadsToName tells the words that lead from a name to another: also known as.
func leadsToName(first, second string) bool {
	switch first + " " + second {
	case "known as", "also called", "later called", "later renamed", "now called", "formerly called", "later named":
		return true
	}
	return false
}

// joinNames makes one candidate of those that two keys call, if neither is a person's and
// the second has no article.
func (x *indexer) joinNames(by map[string]*term, key, other string) {
	into, t := x.byKey[key], x.byKey[other]
	if by[key] != nil {
		into = by[key]
	}
	if into == nil || t == nil || into == t || into.dropped || t.dropped || t.person != into.person || t.person || t.origin == fromArticle || t.chapter != nil || t.tail != "" {
		return
	}
	x.join(t, into)
}

// joinDemonyms gives a body or event that the same chapter names also with its country's
// adjective in front to the shorter name, the Soviet Council of Labor and Defense, and
// with whose it is: the Bolsheviks' Red Army.
func (x *indexer) joinDemonyms() {
	for _, t := range x.terms {
		words := wordsOf(t.title)
		if t.origin != fromName || len(words) < 3 || t.person || t.dropped || !x.leadsName(words) {
			continue
		}
		if into := x.byKey[stemsText(strings.Join(words[1:], " "))]; into != nil && !into.dropped && !into.person && into.properTitle() && (into.first == t.first || into.owns(t.first)) {
			x.join(t, into)
		}
	}
	x.clean()
}

// leadsName reports whether the first word of a name says no more than of what country the
// bearer is, where the others say enough without, or whose.
func (x *indexer) leadsName(words []string) bool {
	if strings.HasSuffix(plainApostrophe(words[0]), "s'") {
		return x.isProper(x.stem(stemOf(words[0])))
	}
	return len(words) > 3 && (x.stemClass(words[0]).has(isDemonym|isCountry) || words[0] == "Soviet" || words[0] == "U.S.")
}

// joinShortened gives a body that is named with its country, and with one word more in
// front, what the text calls by the words between: the Insurgent Army is the
// Revolutionary Insurgent Army of Ukraine. It leaves names that many bodies have.
func (x *indexer) joinShortened() {
	whole := map[string][]*term{}
	for _, t := range x.terms {
		if key := x.betweenWords(t); key != "" {
			whole[key] = append(whole[key], t)
		}
	}
	for _, t := range x.terms {
		into := x1(whole[stemsText(t.title)])
		if into != nil && into != t && t.origin == fromName && !t.dropped && !into.dropped && t.tail == "" {
			x.join(t, into)
		}
	}
	x.clean()
}

// betweenWords returns the stems of the two words before the of and the country of a
// body's name, where they tell it from others; "" for other titles.
func (x *indexer) betweenWords(t *term) string {
	words := wordsOf(t.title)
	at := slices.Index(words, "of")
	if at < 3 || t.person || t.dropped || !x.stemClass(words[at-1]).has(isBody) || !x.stemClass(words[len(words)-1]).has(isCountry) {
		return ""
	}
	if x.stemClass(words[at-2]).has(isGeneral|isBroad|isKind|isDemonym|isCountry) || rootOf(words[at-2]) != "" {
		return ""
	}
	return stemsText(words[at-2] + " " + words[at-1])
}
