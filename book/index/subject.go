package index

import "strings"

// subjectCount is how often a known subject of everyday English must stand in the book
// to be a candidate; others need be named once. What it weighs decides the rest.
const subjectCount = 3

// findSubjects finds the common nouns, and phrases of them, that indexes list whatever
// the book: a reader looks for strikes and for free will, though no link leads there
// and other books name them too.
func (x *indexer) findSubjects() {
	forms := newLookup(x.knownSubjects())
	counts, first := map[*term]int{}, []*term(nil)
	x.eachSpeaking(func(c *chapter, p *paragraph) {
		tokens := c.tokens[:p.to]
		for i := p.from; i < p.to; {
			h, n := forms.find(tokens[i:], x.words, func(_ hit, n int) bool { return p.heading || x.meansSubject(tokens, p.from, i, n) })
			if n == 0 {
				i++
				continue
			}
			if counts[h.term]++; counts[h.term] == 1 {
				h.term.title = x.phraseText(c, i, n)
				if p.heading {
					h.term.title = strings.ToLower(h.term.title)
				}
				first = append(first, h.term)
			}
			if p.heading {
				counts[h.term] += subjectCount
			}
			i += n
		}
	})
	for _, t := range first {
		key := stemsText(t.title)
		if named := x.byKey[key]; named != nil {
			x.makeCommon(named)
		} else if (counts[t] >= subjectCount || !x.isEveryday(key)) && !x.isStopped(t.title) {
			t.named = counts[t]
			x.enter(t)
		}
	}
}

// makeCommon makes a common noun of what only looked like a name, since it stands in a
// title or a heading, where the text has it small too.
func (x *indexer) makeCommon(t *term) {
	if t.origin != fromName || t.person || t.kind != 0 || t.placed {
		return
	}
	t.origin, t.title = fromSubject, strings.ToLower(t.title)
	for _, f := range t.forms {
		f.capital = nil
	}
}

// knownSubjects returns a candidate for each known subject whose words the book has.
func (x *indexer) knownSubjects() []*term {
	var list []*term
	for _, key := range x.vocabulary.subjects {
		t := &term{origin: fromSubject, title: key}
		f := &form{text: key, kind: fullForm}
		for _, w := range strings.Fields(key) {
			s, ok := x.byStem[w]
			if !ok {
				f = nil
				break
			}
			f.stems = append(f.stems, s)
		}
		if f != nil {
			t.forms = []*form{f}
			list = append(list, t)
		}
	}
	return list
}

// isEveryday reports whether a subject is one word of general English.
func (x *indexer) isEveryday(key string) bool {
	return !strings.Contains(key, " ") && x.stemClass(key).has(isGeneral|isBroad|isKind)
}

// meansSubject reports whether n tokens from i on are the subject that their words name:
// small, no part of a longer word or name, and, where the word may be a verb too, behind
// one that nouns stand behind.
func (x *indexer) meansSubject(tokens []token, from, i, n int) bool {
	if tokens[i].marks&hyphened != 0 || i+n < len(tokens) && tokens[i+n].marks&hyphened != 0 {
		return false
	}
	w := &x.words[tokens[i].word]
	if w.capital && (tokens[i].marks&opens == 0 || x.isProper(w.stem)) {
		return isDoctrine(strings.ToLower(w.text)) && x.standAlone(tokens, i, n) // Marxism
	}
	if n > 1 || !w.class.has(isVerb|isAdjective) || strings.HasSuffix(w.text, "ion") {
		return true
	}
	if i == from || tokens[i].marks&(opens|parted) != 0 {
		return false
	}
	return x.leadsToNoun(tokens, i)
}

// leadsToNoun reports whether nouns stand behind the word before a token.
func (x *indexer) leadsToNoun(tokens []token, i int) bool {
	before := &x.words[tokens[i-1].word]
	return isArticle(before.text) || isPreposition(before.text) && before.text != "to" || isAnd(before.text) || before.possessive || before.class.has(isAdjective) && !before.class.has(isFunction)
}

// standAlone reports whether no other word with a capital is beside n tokens from i on.
func (x *indexer) standAlone(tokens []token, i, n int) bool {
	before := i == 0 || tokens[i].marks&parted != 0 || !x.words[tokens[i-1].word].capital
	return before && (i+n >= len(tokens) || tokens[i+n].marks&parted != 0 || !x.words[tokens[i+n].word].capital)
}
