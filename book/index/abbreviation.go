package index

import (
	"slices"
	"strings"
)

// findAbbreviations notes the abbreviations that the text gives in brackets behind a
// name: the Industrial Workers of the World (IWW), and names given so: the Council
// of People's Commissars (Sovnarkom).
func (x *indexer) findAbbreviations() {
	for _, c := range x.chapters {
		for i := range c.paragraphs {
			p := &c.paragraphs[i]
			if p.note != nil || p.silent() {
				continue
			}
			for j := p.from + 1; j < p.to; j++ {
				if c.tokens[j].marks&bracket != 0 && c.tokens[j].marks&closes != 0 {
					x.bracketed(c, p, j)
				}
			}
		}
	}
}

// joinFactions gives what is called by an adjective and the abbreviation of a body to
// that body, the Left SRs are part of the SRs, and what is called by the abbreviation and
// a noun for its kind, the BDS movement.
func (x *indexer) joinFactions() {
	short := map[string]*term{}
	for _, t := range x.terms {
		for _, f := range t.forms {
			if f.kind == shortForm {
				short[stemsText(f.text)] = t
			}
		}
	}
	for _, t := range x.terms {
		words := strings.Fields(stemsText(t.title))
		if t.origin != fromName || len(words) != 2 || t.dropped {
			continue
		}
		if whole := short[words[1]]; whole != nil && whole != t {
			x.addForm(whole, t.title, variantForm)
			t.joined, t.dropped = whole, true
		}
	}
	for _, t := range x.terms {
		words := strings.Fields(t.title)
		if len(words) != 2 || t.dropped || t.tail != "" || t.person || !isAcronym(words[0]) || !isOwnKind(words[1]) {
			continue
		}
		whole := short[stemsText(words[0])]
		for whole != nil && whole.joined != nil {
			whole = whole.joined
		}
		if whole != nil && whole != t && !whole.dropped {
			list := ranked([]*term{t, whole})
			x.join(list[1], list[0])
		}
	}
	x.terms = slices.DeleteFunc(x.terms, func(t *term) bool { return t.dropped })
}

// isOwnKind tells nouns that say of a body what it is, and of no part of it.
func isOwnKind(word string) bool {
	switch strings.ToLower(word) {
	case "movement", "campaign", "party", "network", "federation", "union", "organization", "organisation":
		return true
	}
	return false
}

// bracketed looks at one word in brackets: an abbreviation of the name before it,
// or another name for it.
func (x *indexer) bracketed(c *chapter, p *paragraph, at int) {
	w := &x.words[c.tokens[at].word]
	if !w.capital || w.number || len(w.text) < 2 || w.class.has(isFunction) {
		return
	}
	full := x.nameBefore(c, p, at)
	if spelt := x.speltBefore(c, p, at); spelt != nil && (full == nil || !isInitials(w.text, full.title)) {
		full = spelt
	}
	if full == nil || full.title == w.text {
		return
	}
	short := x.byKey[x.stems[w.stem].text]
	switch {
	case isAcronym(w.text) && isInitials(w.text, full.title):
		x.addForm(full, strings.TrimRight(w.text, "."), shortForm)
	case short != nil && short != full && !isAcronym(w.text) && rootOf(w.text) == "" && !w.class.has(isCountry|isDemonym) && full.kind.has(isBody) && !short.person && short.chapter == nil && full.chapter == nil:
		x.addForm(full, w.text, variantForm)
	default:
		return
	}
	if short != nil && short != full && short.chapter == nil && short.joined == nil {
		full.links += short.links
		for _, f := range short.forms {
			x.addForm(full, f.text, shortForm)
		}
		short.joined, short.dropped = full, true
		x.byKey[x.stems[w.stem].text] = full
	}
}

// speltBefore makes a candidate of the words before an abbreviation in brackets that
// begin with its letters, small words not counted: the Community Council on Housing
// (CCOH). It returns nil where they are no name (after Schwartz & Hearst, "A Simple
// Algorithm for Identifying Abbreviation Definitions", 2003).
func (x *indexer) speltBefore(c *chapter, p *paragraph, at int) *term {
	short := strings.ToUpper(strings.TrimSuffix(strings.ReplaceAll(x.words[c.tokens[at].word].text, ".", ""), "s"))
	if !isAcronym(short) || len(short) < 3 || len(short) > 8 {
		return nil
	}
	from, capitals := at, 0
	for left := len(short) - 1; left >= 0; {
		from--
		if from < p.from || from < at-2*len(short) || from < at-1 && c.tokens[from+1].marks&(parted|bracket) != 0 {
			return nil
		}
		w := &x.words[c.tokens[from].word]
		switch {
		case strings.ToUpper(w.text[:1]) == short[left:left+1] && (w.capital || left > 0):
			left--
			if w.capital {
				capitals++
			}
		case !w.class.has(isFunction) || w.capital:
			return nil
		}
	}
	if capitals < 2 || capitals*2 < len(short) || !x.words[c.tokens[from].word].capital {
		return nil
	}
	title := x.runText(c.tokens, from, at)
	if same := x.byKey[stemsText(title)]; same != nil {
		return nil // found before
	}
	kind := x.stems[x.words[c.tokens[at-1].word].stem].class | x.stems[x.words[c.tokens[from].word].stem].class
	t := &term{origin: fromName, title: title, kind: kind & (isEvent | isBody | isPlace), named: 1, first: c}
	x.addForm(t, title, fullForm)
	return x.enter(t)
}

// nameBefore returns the candidate whose title ends before a token, the longest if
// there are several.
func (x *indexer) nameBefore(c *chapter, p *paragraph, at int) *term {
	var best *term
	for from := at - 1; from >= p.from && from >= at-8; from-- {
		var key strings.Builder
		for i := from; i < at; i++ {
			if i > from {
				key.WriteByte(' ')
			}
			key.WriteString(x.stems[x.words[c.tokens[i].word].stem].text)
		}
		if t := x.byKey[key.String()]; t != nil && at-from > 1 && x.words[c.tokens[from].word].capital {
			best = t
			for best.joined != nil {
				best = best.joined
			}
		}
		if c.tokens[from].marks&parted != 0 {
			break
		}
	}
	return best
}
