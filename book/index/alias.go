package index

import (
	"strings"

	"publish/book"
)

// joinAliases gives the subjects of chapters the names in bold of their first
// paragraph, where an article says what else its subject is called (Wikipedia,
// Manual of Style, "Lead section"), and persons the names that they were born with.
func (x *indexer) joinAliases() {
	for _, t := range x.terms {
		if t.chapter == nil || t.dropped {
			continue
		}
		x.joinTitle(t)
		for i := range t.chapter.paragraphs {
			if p := &t.chapter.paragraphs[i]; !p.heading {
				x.boldNames(t, p)
				if t.person {
					x.birthName(t, p)
				}
				break
			}
		}
	}
	x.clean()
}

// joinTitle gives a chapter what the text calls as the chapter's own title does, where
// the article is called otherwise.
func (x *indexer) joinTitle(t *term) {
	title, _ := qualifier(book.PlainText(t.chapter.Title))
	if other := x.byKey[keyOfTitle(title)]; other != nil && other != t && !other.dropped && other.chapter == nil && other.origin != fromArticle && other.person == t.person && other.tail == "" {
		x.join(other, t)
	}
}

// boldNames looks at the runs of bold words in a paragraph.
func (x *indexer) boldNames(t *term, p *paragraph) {
	c := t.chapter
	for i := p.from; i < p.to; i++ {
		if c.tokens[i].marks&bold == 0 {
			continue
		}
		end := i + 1
		for end < p.to && c.tokens[end].marks&bold != 0 && (c.tokens[end].marks&parted == 0 || endsInStop(x.words[c.tokens[end-1].word].text)) {
			end++
		}
		x.alias(t, c, i, end)
		i = end - 1
	}
}

// birthName looks for the name behind born.
func (x *indexer) birthName(t *term, p *paragraph) {
	c := t.chapter
	for i := p.from; i+2 < p.to; i++ {
		switch x.words[c.tokens[i].word].text {
		case "born", "Born", "née", "né", "alias":
			if x.beginsName(c.tokens[:p.to], i+1) && c.tokens[i+1].marks&parted == 0 {
				if end := x.nameEnd(c.tokens[:p.to], i+1); (end-i > 2 || !strings.HasPrefix(x.words[c.tokens[i].word].text, "b") && !strings.HasPrefix(x.words[c.tokens[i].word].text, "B")) && !x.goesOn(c.tokens[:p.to], end) {
					x.alias(t, c, i+1, end)
					x.bornAs(t, x.spanText(c.tokens, i+1, end))
				}
			}
		}
	}
}

// goesOn reports whether a name goes on behind its words with capitals, with a small word
// that English does not have: Ioseb Besarionis dze Jughashvili.
func (x *indexer) goesOn(tokens []token, end int) bool {
	return end+1 < len(tokens) && tokens[end].marks&parted == 0 && x.words[tokens[end].word].class == 0 && x.words[tokens[end+1].word].capital
}

// bornAs notes the name with which a person was born, if its surname is another. A surname
// alone goes with the given name of the person.
func (x *indexer) bornAs(t *term, name string) {
	if given := x.names.Parse(t.title).Given; given != "" && !strings.Contains(name, " ") {
		name = given + " " + name
	}
	if family := x.familyOf(name); family != "" && t.family != "" && sound(family) != sound(t.family) || family != "" && t.family == "" && !strings.Contains(t.title, " ") {
		t.born = append(t.born, name)
	}
}

// joinBorn gives persons the surnames with which they were born, which stand for them
// where the chapter on them tells of their youth.
func (x *indexer) joinBorn() {
	same := newGivenForms()
	for _, t := range x.terms {
		for _, name := range t.born {
			family := x.familyOf(name)
			x.joinYouth(t, name, same)
			x.families[family] = append(x.families[family], t)
			if f := x.addForm(t, family, familyForm); f != nil && f.kind == familyForm {
				f.capital = make([]bool, len(f.stems))
				f.capital[len(f.capital)-1] = true
			}
		}
	}
}

// joinYouth gives a person what the same chapter calls by the name at birth in full.
func (x *indexer) joinYouth(t *term, name string, same givenForms) {
	young := x.names.Parse(name)
	given := givenNames(young.Given)
	for _, o := range x.families[stemsText(young.Family)] {
		names := givenNames(x.names.Parse(o.title).Given)
		if o != t && o.chapter == nil && o.first == t.chapter && len(given) > 0 && len(names) > 0 && same.agree(given[0], names[0], true) {
			x.join(o, t)
		}
	}
}

// alias gives a term one more name: the words from..to of its chapter.
func (x *indexer) alias(t *term, c *chapter, from, to int) {
	if to-from > 6 {
		return
	}
	var words []string
	capitals := 0
	for i := from; i < to; i++ {
		w := &x.words[c.tokens[i].word]
		if w.capital {
			capitals++
		}
		words = append(words, withoutPossessive(w.text))
	}
	name := strings.Join(words, " ")
	if x.isStopped(name) || capitals == 0 || to-from == 1 && (x.stemClass(name).has(isGeneral|isBroad|isKind|isDemonym|isCountry) || x.names.IsGiven(name)) {
		return
	}
	if stemsText(name) == stemsText(t.title) {
		return
	}
	if other := x.byKey[stemsText(name)]; other != nil && !other.dropped {
		if other.chapter == nil && other.person == t.person && (t.person || other.topic == nil) {
			x.join(other, t)
		}
		return
	}
	x.addForm(t, name, variantForm)
}
