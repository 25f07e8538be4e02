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

// trimmed calls f with the run from..to, without the words before and behind that are
// no part of the name, and with the kind noun behind it. It returns the index behind
// them all.
func (x *indexer) trimmed(tokens []token, from, to int, f func(nameRun)) int {
	run := nameRun{inner: tokens[from].marks&(opens|quoted) == 0 || to-from > 1 && x.isQuotedName(tokens, from)}
	if from > 0 && tokens[from].marks&parted == 0 {
		before := x.words[tokens[from-1].word]
		run.person = before.class.has(isRole) && !before.class.has(isDemonym) || before.class.has(isCalling) && !before.capital && to-from > 1
		run.place = isPlacing(before.text)
		run.article = strings.EqualFold(before.text, "the")
		run.before = before.text
	}
	for from < to {
		w := &x.words[tokens[from].word]
		if to-from == 2 && isTitled(w.text) && x.names.Listed(x.runText(tokens, from, to)) || to-from > 1 && isSaintly(w.text) {
			break // Captain Swing, Saint Petersburg
		}
		if x.isParticle(tokens[:to], from) || isInitialed(w.text) && to-from > 1 || x.isSmallGiven(tokens[:to], from) || !w.class.has(isFunction) && !(isStyle(w.text) && to-from > 1) && !(w.class.has(isRole) && to-from > 1 && !x.stems[x.words[tokens[from+1].word].stem].class.has(isKind|isGeneral)) {
			break
		}
		run.person = run.person || w.class.has(isRole)
		from++
	}
	if from >= to {
		return to
	}
	if to < len(tokens) && tokens[to].marks&parted == 0 {
		run.after = x.words[tokens[to].word].text
		run.person = run.person || x.words[tokens[to].word].class.has(isSpeech)
	}
	run.italic = tokens[from].marks&tokens[to-1].marks&italic != 0 &&
		(from == 0 || tokens[from-1].marks&italic == 0) && (to == len(tokens) || tokens[to].marks&italic == 0) // by itself, not in a passage
	run.possessive = x.words[tokens[to-1].word].possessive
	run.place = run.place && !run.possessive // in Le Guin's novel
	run.aside = tokens[from].marks&bracket != 0 && tokens[to-1].marks&closes != 0
	run.listed = isListed(tokens, from, to, x)
	kind := x.stems[x.words[tokens[to-1].word].stem].class & (isEvent | isBody | isPlace)
	if to-from > 1 {
		run.kind = kind
	}
	for i := from + 1; i < to && run.kind == 0; i++ {
		if text := x.words[tokens[i].word].text; text == "of" || text == "for" {
			run.kind = x.stems[x.words[tokens[i-1].word].stem].class & (isEvent | isBody | isPlace)
		}
	}
	from = x.personIn(tokens, from, to, &run)
	if end := x.eponym(tokens, from, to); end > to {
		thing := nameRun{inner: run.inner, before: run.before, article: run.article, kind: x.eponymKind(tokens[end-1].word)}
		x.emit(tokens, from, end, thing, f)
		if to-from > 1 {
			x.emit(tokens, from, to, run, f)
		}
		return end
	}
	x.emit(tokens, from, to, run, f)
	if to < len(tokens) && tokens[to].marks&parted == 0 && !x.words[tokens[to-1].word].possessive && run.kind == 0 {
		w := &x.words[tokens[to].word]
		joined := isPluralAcronym(x.words[tokens[to-1].word].text) || to+1 < len(tokens) && tokens[to+1].marks&hyphened != 0 || x.isBeforeNoun(tokens, to) // the co of co-founded
		if kind := w.class & (isEvent | isBody | isPlace); kind != 0 && !w.capital && !w.possessive && !joined && (to-from == 1 || kind.has(isEvent|isBody)) {
			run.kind, run.person = kind, false
			x.emit(tokens, from, to+1, run, f)
		}
	}
	return to
}

// isPluralAcronym tells abbreviations in the plural, behind which a noun has a slip before
// it: the USSRs invasion.
func isPluralAcronym(word string) bool {
	return len(word) > 2 && strings.HasSuffix(word, "s") && isAcronym(word)
}

// isBeforeNoun reports whether a word that may be an adjective too stands before a noun:
// the international of an international purchasing group.
func (x *indexer) isBeforeNoun(tokens []token, at int) bool {
	switch x.words[tokens[at].word].text {
	case "international", "executive", "house", "force", "trust", "front", "press", "guard", "cell", "staff":
	default:
		return false
	}
	if at+1 >= len(tokens) || tokens[at+1].marks&parted != 0 {
		return false
	}
	next := &x.words[tokens[at+1].word]
	return !next.capital && !next.class.has(isFunction|isAdverb|isSpeech) && (!next.class.has(isVerb) || next.class.has(isNoun|isKind) || strings.HasSuffix(next.text, "ing"))
}

// isTitled tells the titles with which names that nobody bore are made.
func isTitled(word string) bool {
	return word == "Captain" || word == "General" || word == "King" || word == "Subcomandante" || word == "Comandante" || word == "Comandanta"
}

// isSaintly tells the words for a saint that names of places and feasts keep.
func isSaintly(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Saint", "St", "Ste", "Sainte", "SS":
		return true
	}
	return false
}

// isStyle tells the styles that never belong to a name.
func isStyle(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Mr", "Mrs", "Ms", "Dr", "Prof":
		return true
	}
	return false
}

// personIn returns where the name of a person begins in a run that has words before
// it which say who that is: Confederate General Albert Pike.
func (x *indexer) personIn(tokens []token, from, to int, run *nameRun) int {
	for i := from + 1; i+1 < to; i++ {
		before, w := &x.words[tokens[i-1].word], &x.words[tokens[i].word]
		c := x.stems[before.stem].class | before.class
		if tokens[i].marks&(parted|hyphened) != 0 || !x.names.IsGiven(w.text) || x.names.IsGiven(before.text) {
			continue
		}
		if !c.has(isRole|isDemonym|isKind|isGeneral) && !(before.acronym && !strings.Contains(before.text, ".")) && !x.isPeople(before.stem) {
			continue
		}
		if c.has(isWork) || run.kind != 0 || x.names.Person(x.runText(tokens, i, to)) != names.Likely {
			continue
		}
		run.person, run.inner, run.before = true, true, before.text
		return i
	}
	return from
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

// isListed reports whether a run stands among other names or terms, between commas:
// Tula, Kolomna, and other cities.
func isListed(tokens []token, from, to int, x *indexer) bool {
	before, behind := false, false
	if isSited(tokens, from, to, x) {
		return false
	}
	if !x.words[tokens[from].word].capital {
		return isEnumerated(tokens, from, to, x)
	}
	if tokens[from].marks&comma != 0 && from > 0 {
		before = x.words[tokens[from-1].word].capital
	} else if from > 1 && tokens[from].marks&parted == 0 && isAnd(x.words[tokens[from-1].word].text) {
		before = tokens[from-1].marks&comma != 0 && x.words[tokens[from-2].word].capital
	}
	if to+1 < len(tokens) && tokens[to].marks&comma != 0 {
		next := to
		if isAnd(x.words[tokens[to].word].text) {
			next++
		}
		behind = x.words[tokens[next].word].capital || next > to && !x.words[tokens[next].word].class.has(isFunction|isVerb)
	}
	return before || behind || isPaired(tokens, from, to, x)
}

// isEnumerated reports whether small words stand among others, with commas or an and on
// both sides.
func isEnumerated(tokens []token, from, to int, x *indexer) bool {
	before := from > 0 && (tokens[from].marks&comma != 0 || tokens[from].marks&parted == 0 && isAnd(x.words[tokens[from-1].word].text) && tokens[from-1].marks&comma != 0)
	behind := to < len(tokens) && tokens[to].marks&comma != 0
	return before && behind
}

// isSited reports whether a run is a place with the greater one that it lies in behind
// it, between commas: at Warner Creek, Oregon, they.
func isSited(tokens []token, from, to int, x *indexer) bool {
	if from == 0 || tokens[from].marks&parted != 0 || !isPlacing(x.words[tokens[from-1].word].text) || to >= len(tokens) || tokens[to].marks&comma == 0 {
		return false
	}
	end := to
	for end < len(tokens) && (end == to || tokens[end].marks&parted == 0) && x.words[tokens[end].word].capital {
		end++
	}
	if end == to || end < len(tokens) && tokens[end].marks&comma == 0 {
		return false
	}
	return end == len(tokens) || !x.words[tokens[end].word].capital && !isAnd(x.words[tokens[end].word].text)
}

// isPaired reports whether a run is one of two names with and between them.
func isPaired(tokens []token, from, to int, x *indexer) bool {
	if from > 1 && tokens[from].marks&parted == 0 && tokens[from-1].marks&parted == 0 && isAnd(x.words[tokens[from-1].word].text) && x.words[tokens[from-2].word].capital {
		return true
	}
	return to+1 < len(tokens) && tokens[to].marks&parted == 0 && tokens[to+1].marks&parted == 0 && isAnd(x.words[tokens[to].word].text) && x.words[tokens[to+1].word].capital
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
