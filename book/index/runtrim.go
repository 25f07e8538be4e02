package index

import (
	"strings"

	"publish/book/names"
)

// trimmed calls f with the run from..to, without the words before and behind that are
// no part of the name, and with the kind noun behind it. It returns the index behind
// them all.
func (x *indexer) trimmed(tokens []token, from, to int, f func(nameRun)) int {
	run := nameRun{inner: tokens[from].marks&(opens|quoted) == 0 || to-from > 1 && x.isQuotedName(tokens, from)}
	x.behindWord(tokens, from, to, &run)
	for from < to && !x.opensName(tokens, from, to) {
		run.person = run.person || x.words[tokens[from].word].class.has(isRole)
		from++
	}
	if from >= to {
		return to
	}
	x.noteStanding(tokens, from, to, &run)
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
	if kind := x.kindBehind(tokens, from, to); kind != 0 && run.kind == 0 {
		run.kind, run.person = kind, false
		x.emit(tokens, from, to+1, run, f)
	}
	return to
}

// behindWord notes what the word before a run says of it.
func (x *indexer) behindWord(tokens []token, from, to int, run *nameRun) {
	if from == 0 || tokens[from].marks&parted != 0 {
		return
	}
	before := x.words[tokens[from-1].word]
	run.person = before.class.has(isRole) && !before.class.has(isDemonym) || before.class.has(isCalling) && !before.capital && to-from > 1
	run.place = isPlacing(before.text)
	run.article = strings.EqualFold(before.text, "the")
	run.before = before.text
}

// opensName reports whether the first word of a run from..to belongs to the name.
func (x *indexer) opensName(tokens []token, from, to int) bool {
	w := &x.words[tokens[from].word]
	if to-from == 2 && isTitled(w.text) && x.names.Listed(x.runText(tokens, from, to)) || to-from > 1 && isSaintly(w.text) {
		return true // Captain Swing, Saint Petersburg
	}
	return x.isParticle(tokens[:to], from) || isInitialed(w.text) && to-from > 1 || x.isSmallGiven(tokens[:to], from) || !w.class.has(isFunction) && !(isStyle(w.text) && to-from > 1) && !(w.class.has(isRole) && to-from > 1 && !x.stems[x.words[tokens[from+1].word].stem].class.has(isKind|isGeneral))
}

// noteStanding notes how a run from..to stands in its sentence, and its kind.
func (x *indexer) noteStanding(tokens []token, from, to int, run *nameRun) {
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
	if to-from > 1 {
		run.kind = x.kindOf(tokens[to-1].word)
	}
	for i := from + 1; i < to && run.kind == 0; i++ {
		if text := x.words[tokens[i].word].text; text == "of" || text == "for" {
			run.kind = x.kindOf(tokens[i-1].word)
		}
	}
}

// kindOf returns of what kind of event, body or place a word is the noun.
func (x *indexer) kindOf(w wordID) class {
	return x.stems[x.words[w].stem].class & (isEvent | isBody | isPlace)
}

// kindBehind returns the kind that a small noun behind a run from..to says it is of, 0
// for none: the Astrakhan massacre.
func (x *indexer) kindBehind(tokens []token, from, to int) class {
	if to >= len(tokens) || tokens[to].marks&parted != 0 || x.words[tokens[to-1].word].possessive {
		return 0
	}
	w := &x.words[tokens[to].word]
	joined := isPluralAcronym(x.words[tokens[to-1].word].text) || to+1 < len(tokens) && tokens[to+1].marks&hyphened != 0 || x.isBeforeNoun(tokens, to) // the co of co-founded
	kind := w.class & (isEvent | isBody | isPlace)
	if w.capital || w.possessive || joined || to-from > 1 && !kind.has(isEvent|isBody) {
		return 0
	}
	return kind
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
