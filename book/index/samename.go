package index

import "strings"

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

// joinDemonyms gives a body or event that the text also names with its country's
// adjective in front to the shorter name: the Soviet Council of Labor and Defense.
func (x *indexer) joinDemonyms() {
	for _, t := range x.terms {
		words := wordsOf(t.title)
		if t.origin != fromName || len(words) < 4 || t.person || t.dropped || !x.stemClass(words[0]).has(isDemonym|isCountry) {
			continue
		}
		if into := x.byKey[stemsText(strings.Join(words[1:], " "))]; into != nil && !into.dropped && !into.person && into.properTitle() {
			x.join(t, into)
		}
	}
	x.clean()
}
