package index

import (
	"strings"

	"publish/book/names"
)

// nameRun is a run of words that may be a name.
type nameRun struct {
	key, text             string
	from, to              int
	kind                  class
	inner, person, listed bool
	place, article        bool
	possessive            bool   // behind the last word
	italic, aside         bool   // alone in brackets
	before, after         string // the words next to it
}

// eachName calls f with every run of words with capitals in a paragraph.
func (x *indexer) eachName(c *chapter, p *paragraph, f func(nameRun)) {
	tokens := c.tokens[:p.to]
	for i := p.from; i < p.to; {
		if !x.beginsName(tokens, i) {
			i++
			continue
		}
		end := x.nameEnd(tokens, i)
		i = max(end, x.trimmed(tokens, i, end, f))
	}
}

// beginsName reports whether a name can begin at a token.
func (x *indexer) beginsName(tokens []token, i int) bool {
	w := &x.words[tokens[i].word]
	if x.isParticle(tokens, i) && tokens[i].marks&(opens|quoted|hyphened) == 0 {
		return true
	}
	if !w.capital || w.class.has(isFunction) && !x.inName(tokens, i) && !isInitialed(w.text) && !x.isSmallGiven(tokens, i) || tokens[i].marks&hyphened != 0 {
		return false
	}
	if tokens[i].marks&(opens|quoted) == 0 || x.isQuotedName(tokens, i) {
		return true
	}
	s := &x.stems[w.stem]
	if s.upper+s.lower > 0 {
		return s.upper > s.lower
	}
	return !w.class.has(isGeneral | isBroad)
}

// isSmallSurname reports whether a small word with a capital behind a given name is the
// surname: Thomas More, Johann Most.
func (x *indexer) isSmallSurname(tokens []token, i int) bool {
	switch x.words[tokens[i].word].text {
	case "More", "Most", "Self", "Will", "Such", "More's", "More’s", "Most's", "Most’s", "Self's", "Self’s":
		before := &x.words[tokens[i-1].word]
		return before.capital && tokens[i].marks&parted == 0 && x.names.IsGiven(before.text)
	}
	return false
}

// isSmallGiven reports whether a small word with a capital is the given name before a
// surname: Will Potter, August Bondi, but not August 1920 or May Day.
func (x *indexer) isSmallGiven(tokens []token, i int) bool {
	if i+1 >= len(tokens) || tokens[i+1].marks&(parted|hyphened) != 0 {
		return false
	}
	next := &x.words[tokens[i+1].word]
	if !next.capital || next.possessive && i+2 < len(tokens) && x.words[tokens[i+2].word].capital || (next.class | x.stems[next.stem].class).has(isGeneral|isCountry|isDemonym|isKind) {
		return false
	}
	switch x.words[tokens[i].word].text {
	case "Will", "April", "May", "June", "August":
		return tokens[i].marks&opens == 0 || x.names.Person(x.runText(tokens, i, i+2)) == names.Likely
	}
	return false
}

// isInitialed tells initials: A., which is no article.
func isInitialed(word string) bool { return len(word) == 2 && word[1] == '.' }

// inName reports whether a small word with a capital inside a sentence begins a name:
// the Round River Rendezvous.
func (x *indexer) inName(tokens []token, i int) bool {
	if tokens[i].marks&(opens|quoted|parted) != 0 || i+1 >= len(tokens) || tokens[i+1].marks&parted != 0 || !x.words[tokens[i+1].word].capital {
		return false
	}
	switch text := x.words[tokens[i].word].text; text {
	case "Round", "Over", "Under", "Against", "Down", "Beyond", "Without", "All", "Every", "Between", "Both", "Out", "Up", "Off", "Around", "Among", "After", "Before", "Inside", "Outside":
		return x.stems[x.words[tokens[i].word].stem].upper > 0
	}
	return false
}

// isQuotedName reports whether a word stands first in quotation marks that hold a
// name rather than a sentence: the words behind it have capitals too, and no comma
// leads to it.
func (x *indexer) isQuotedName(tokens []token, i int) bool {
	if tokens[i].marks&quoted == 0 || tokens[i].marks&(opens|comma) != 0 || i+1 >= len(tokens) || tokens[i+1].marks&(parted|hyphened) != 0 {
		return false
	}
	next := &x.words[tokens[i+1].word]
	return next.capital && !next.class.has(isFunction)
}

// nameEnd returns the index behind the last word of the name that begins at i.
func (x *indexer) nameEnd(tokens []token, i int) int {
	end := i + 1
	for end < len(tokens) {
		if x.splits(tokens, end) {
			return end
		}
		if x.isParticle(tokens, end) {
			end += 2
			continue
		}
		if w := &x.words[tokens[end].word]; w.capital && (!w.class.has(isFunction) || isInitialed(w.text) || x.isSmallSurname(tokens, end) || w.text == "I" && x.words[tokens[end-1].word].text == "War") || w.number && tokens[end].marks&hyphened != 0 {
			end++
			continue
		}
		if x.isCapitalJoint(tokens, end) || x.isHyphenedParticle(tokens, end) {
			end++
			continue
		}
		next := x.joint(tokens, i, end)
		if next == end {
			return end
		}
		end = next
	}
	return end
}

// isCapitalJoint reports whether a small word with a capital stands inside a name: Americans
// For Medical Progress.
func (x *indexer) isCapitalJoint(tokens []token, at int) bool {
	if at+1 >= len(tokens) || tokens[at].marks&parted != 0 || tokens[at+1].marks&(parted|linkStart) != 0 {
		return false
	}
	switch x.words[tokens[at].word].text {
	case "Of", "For", "And":
		next := &x.words[tokens[at+1].word]
		return next.capital && !next.class.has(isFunction) || next.text == "the" || next.text == "The"
	}
	return false
}

// isHyphenedParticle reports whether a small word is the end of a compound: the In of a
// Sit-In.
func (x *indexer) isHyphenedParticle(tokens []token, at int) bool {
	w := &x.words[tokens[at].word]
	return tokens[at].marks&hyphened != 0 && w.capital && w.class.has(isFunction)
}

// isParticle reports whether a particle with a capital stands before another word
// with one: Du Bois, Los Angeles.
func (x *indexer) isParticle(tokens []token, i int) bool {
	if i+1 >= len(tokens) || tokens[i+1].marks&parted != 0 {
		return false
	}
	w, next := &x.words[tokens[i].word], &x.words[tokens[i+1].word]
	if !w.capital || !next.capital || next.class.has(isFunction) {
		return false
	}
	switch w.text {
	case "De", "Du", "La", "Las", "Le", "Los", "El", "Van", "Von", "Der", "Di", "Da", "Della", "Dos":
		return true
	}
	return false
}

// splits reports whether a token is no part of the name before it: something parts
// them, italics begin there, or the name before is a possessive.
func (x *indexer) splits(tokens []token, i int) bool {
	if tokens[i].marks&linkStart != 0 && x.isNamedLink(tokens, i) {
		return true
	}
	if tokens[i].marks&parted != 0 {
		return !endsInStop(x.words[tokens[i-1].word].text) || tokens[i].marks&(comma|bracket|quoted) != 0
	}
	if tokens[i].marks&italic != 0 && tokens[i-1].marks&italic == 0 {
		return true // the newspaper Golos Truda
	}
	before := &x.words[tokens[i-1].word]
	if w := &x.words[tokens[i].word]; w.capital && x.stems[w.stem].class.has(isEvent|isPlace) && (i+1 == len(tokens) || tokens[i+1].marks&parted != 0 || !x.words[tokens[i+1].word].capital) {
		return false // Kett's Rebellion, St George's Hill
	}
	return before.possessive && x.isProper(before.stem) && !x.stems[before.stem].class.has(isGeneral|isBroad) && strings.HasSuffix(strings.ReplaceAll(before.text, "’", "'"), "'s")
}

// isNamedLink reports whether the link that begins at a token has the name of a person
// for its words: what stands before it says who that is.
func (x *indexer) isNamedLink(tokens []token, i int) bool {
	end := i + 1
	for end < len(tokens) && end < i+5 && tokens[end-1].marks&linkEnd == 0 {
		end++
	}
	return end > i+1 && x.names.IsGiven(x.words[tokens[i].word].text) && x.names.Person(x.runText(tokens, i, end)) == names.Likely
}

func endsInStop(s string) bool { return strings.HasSuffix(s, ".") }

// joint returns the index behind small words that join two parts of a name, or at
// itself if none stand there: Council of People's Commissars, Voltairine de Cleyre.
func (x *indexer) joint(tokens []token, from, at int) int {
	j := at
	for j < len(tokens) && j < at+2 && tokens[j].marks&parted == 0 && isJoint(x.words[tokens[j].word].text) {
		j++
	}
	if x.joinsNouns(tokens, at) {
		return at + 1
	}
	if j == at || j >= len(tokens) || tokens[j].marks&parted != 0 || !x.words[tokens[j].word].capital || x.words[tokens[j].word].class.has(isFunction) {
		return at
	}
	if word := x.words[tokens[at].word].text; word == "of" || word == "for" || word == "the" {
		if word == "the" && j == at+1 && x.names.IsGiven(x.words[tokens[at-1].word].text) {
			return j // William the Conqueror
		}
		if word == "the" || !x.stems[x.words[tokens[at-1].word].stem].class.has(isBody|isEvent|isPlace|isWork|isIdea) && !(word == "of" && x.isPurpose(tokens, from, at)) {
			return at
		}
	}
	return j
}

// isPurpose reports whether the words before an of are what a body is for: the Society for
// the Study of Socialism.
func (x *indexer) isPurpose(tokens []token, from, at int) bool {
	for i := from + 1; i < at-1; i++ {
		if x.words[tokens[i].word].text == "for" && x.stems[x.words[tokens[i-1].word].stem].class.has(isBody) {
			return true
		}
	}
	return false
}

// joinsNouns reports whether an and stands between the last two nouns of what a body is
// of: the Council of Labor and Defense.
func (x *indexer) joinsNouns(tokens []token, at int) bool {
	if x.words[tokens[at].word].text != "and" || at < 3 || at+1 >= len(tokens) || tokens[at].marks&parted != 0 || tokens[at+1].marks&parted != 0 {
		return false
	}
	if !x.words[tokens[at-3].word].capital || x.words[tokens[at-1].word].acronym {
		return false
	}
	of, next := &x.words[tokens[at-2].word], &x.words[tokens[at+1].word]
	if of.text != "of" && of.text != "for" || !x.stems[x.words[tokens[at-3].word].stem].class.has(isBody) || !next.capital {
		return false
	}
	c, before := x.stems[next.stem].class|next.class, &x.words[tokens[at-1].word]
	return before.capital && c.has(isGeneral|isBroad) && !c.has(isFunction|isCountry)
}

func isJoint(word string) bool {
	switch word {
	case "of", "for", "the", "de", "del", "la", "las", "los", "le", "du", "des", "der", "von", "van", "di", "da", "do", "dos", "y", "i", "e", "al", "el", "bin", "ibn", "ben":
		return true
	}
	return false
}

// runText returns the words of a run.
func (x *indexer) runText(tokens []token, from, to int) string {
	words := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		words = append(words, withoutPossessive(x.words[tokens[i].word].text))
	}
	return strings.Join(words, " ")
}

// spanText returns words as they stand, without the ending of a possessive behind the
// last.
func (x *indexer) spanText(tokens []token, from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		w := x.words[tokens[i].word].text
		if i > from {
			b.WriteString([...]string{" ", "-"}[tokens[i].marks&hyphened/hyphened])
		}
		if i == to-1 {
			w = withoutPossessive(w)
		}
		b.WriteString(w)
	}
	return b.String()
}

func isPlacing(word string) bool {
	switch word {
	case "in", "near", "from", "at", "outside", "around":
		return true
	}
	return false
}

func isAnd(word string) bool { return word == "and" || word == "or" }

func (x *indexer) emit(tokens []token, from, to int, run nameRun, f func(nameRun)) {
	run.from, run.to = from, to
	var key, text strings.Builder
	for i := from; i < to; i++ {
		w := &x.words[tokens[i].word]
		if i > from {
			key.WriteByte(' ')
			if tokens[i].marks&hyphened != 0 {
				text.WriteByte('-')
			} else {
				text.WriteByte(' ')
			}
		}
		key.WriteString(x.stems[w.stem].text)
		word := w.text
		if i == to-1 {
			word = withoutPossessive(word)
		}
		text.WriteString(word)
	}
	run.key, run.text = key.String(), text.String()
	f(run)
}

func withoutPossessive(word string) string {
	for _, ending := range [...]string{"'s", "’s"} {
		if s, ok := strings.CutSuffix(word, ending); ok {
			return s
		}
	}
	return strings.TrimRight(word, "'’")
}
