package index

import (
	"strings"

	"publish/book"
	"publish/book/names"
)

// judgePersons tells, with all that the text and the wiki say of them, which topics
// are persons.
func (x *indexer) judgePersons(all map[string]*found) {
	for _, t := range x.terms {
		if t.tail != "" || t.topic == nil || t.person && t.chapter == nil && all[stemsText(t.title)] == nil {
			continue
		}
		f := all[stemsText(t.title)]
		person := f.mayBePerson() && !hasPlainAcronym(wordsOf(t.title)) && x.isPersonBy(t.title, x.clues(t, f, all))
		if person == t.person {
			continue
		}
		t.person, t.family = person, ""
		if person {
			t.family = x.familyOf(t.title)
		}
	}
}

// clues gathers what there is to know of a topic; f is nil for one that the text
// never names.
func (x *indexer) clues(t *term, f *found, all map[string]*found) names.Clues {
	c := f.clues(wordsOf(t.title), all)
	c.Categories = t.topic.Categories
	if t.chapter != nil {
		c.Lead = leadOf(t.chapter.Chapter)
	}
	return c
}

// clues returns what the text tells of a name.
func (f *found) clues(words []string, all map[string]*found) names.Clues {
	if f == nil {
		return names.Clues{}
	}
	c := names.Clues{Before: f.before, After: f.after}
	if last := all[stemOf(words[len(words)-1])]; last != nil && len(words) > 1 && last.chapter == f.chapter && 3*last.place <= last.count {
		c.ByLastWord = last.count
	}
	return c
}

// mayBePerson reports whether a name stands as those of persons do: not in italic,
// as titles of works do, and without a noun that says of what other kind it is.
// Hills and Parks are surnames too.
func (f *found) mayBePerson() bool { return f == nil || f.kind&^isPlace == 0 && 2*f.italic <= f.count }

// isPlaced reports whether the text uses a name as that of a place as a rule.
func (f *found) isPlaced() bool { return f != nil && f.place > 0 && 2*f.place >= f.count && !f.person }

// isPersonName reports whether several words that the text uses are the name of a
// person.
func (x *indexer) isPersonName(words []string, f *found, all map[string]*found) bool {
	if !f.mayBePerson() || f.kind != 0 && (f.place > 0 || !x.names.IsGiven(words[0])) || x.isNamedPlace(words) || hasPlainAcronym(words) {
		return false
	}
	if x.names.Person(f.form) != names.Likely && x.names.IsGiven(words[len(words)-1]) {
		return false // Freeborn John
	}
	if f.isPlaced() || f.article == f.count && f.kind == 0 && !f.person && !x.names.IsGiven(words[0]) {
		return false // born in Cruz del Eje, the Cavel West slaughterhouse
	}
	if c := x.stemClass(words[0]); c.has(isGeneral) && !x.names.IsGiven(words[0]) && !isInitialed(words[0]) {
		return false
	}
	if x.isUnknown(words) && f.person && x.names.Person(f.form) == names.Maybe {
		return true // said Ardo Brellin
	}
	if x.suffered[stemsText(f.form)] && len(words) == 2 && x.names.IsGiven(words[0]) {
		return true
	}
	return x.isPersonBy(f.form, f.clues(words, all))
}

// noteSuffered notes the names in headings behind what only persons suffer or do: the
// Murder of David Chain.
func (x *indexer) noteSuffered() {
	x.suffered = map[string]bool{}
	for _, c := range x.chapters {
		for _, s := range c.sections {
			words := wordsOf(s.title)
			for i, w := range words {
				if i+2 < len(words) && isFateOf(w) && strings.EqualFold(words[i+1], "of") {
					x.suffered[stemsText(strings.Join(words[i+2:], " "))] = true
				}
			}
		}
	}
}

// isFateOf tells nouns of what happens to persons alone.
func isFateOf(word string) bool {
	switch strings.ToLower(word) {
	case "murder", "assassination", "death", "execution", "arrest", "trial", "life", "birth", "marriage", "exile", "imprisonment", "suicide", "lynching", "kidnapping", "burial", "funeral":
		return true
	}
	return false
}

// isUnknown reports whether no word of a name has a meaning that the lists know.
func (x *indexer) isUnknown(words []string) bool {
	for _, w := range words {
		if x.stemClass(w).has(isGeneral | isKind | isBroad | isCountry | isDemonym | isRole) {
			return false
		}
	}
	return len(words) == 2
}

// stillLikely is the chance at which what looks like a person's name stays one, though
// the text speaks against it.
const stillLikely = 40

// isPersonBy reports whether a title is a person's by its words and what is told of it.
func (x *indexer) isPersonBy(title string, clues names.Clues) bool {
	if x.names.Person(title) == names.Likely {
		return x.names.Chance(title, clues) >= stillLikely
	}
	return x.names.PersonBy(title, clues) == names.Likely
}

// hasPlainAcronym reports whether an abbreviation is among the words. Initials have
// stops.
func hasPlainAcronym(words []string) bool {
	for _, w := range words {
		if isAcronym(w) && !strings.Contains(w, ".") && strings.Trim(w, "IVX") != "" {
			return true
		}
	}
	return false
}

// leadOf returns the first sentence of a chapter, or what would be it.
func leadOf(c *book.Chapter) string {
	for _, b := range c.Blocks {
		p, ok := b.(*book.Paragraph)
		if !ok {
			continue
		}
		text := book.PlainText(p.Inlines)
		if end := strings.Index(text, ". "); end > 80 {
			text = text[:end+1]
		}
		return text
	}
	return ""
}
