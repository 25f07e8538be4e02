package index

// eponym returns the index behind the name of a thing that is called after a person, of
// whom from..to is the possessive: Dunbar's number, Gall's Law, Nat
// Turner's rebellion. It returns to where none stands. What is just somebody's, an army or a
// critique, is no such thing.
func (x *indexer) eponym(tokens []token, from, to int) int {
	owner := &x.words[tokens[to-1].word]
	if !owner.possessive || !x.isEponymOwner(owner) {
		return to
	}
	if to == len(tokens) || tokens[to].marks&(parted|hyphened) != 0 || to+1 < len(tokens) && tokens[to+1].marks&hyphened != 0 {
		return to
	}
	w := &x.words[tokens[to].word]
	if !w.class.has(isEponym) || w.possessive || to-from > 1 && !w.class.has(isEvent) {
		return to // a theorem has no given name
	}
	return to + 1
}

// isEponymOwner reports whether a thing can be called after a name: not after a country or
// the word for a kind of thing.
func (x *indexer) isEponymOwner(owner *word) bool {
	c := owner.class | x.stems[owner.stem].class
	return owner.capital && !owner.acronym && x.isProper(owner.stem) && !c.has(isCountry|isDemonym|isKind|isBroad|isRole)
}

// eponymKind returns the kind of thing that is called after a person: an event, or what
// somebody found.
func (x *indexer) eponymKind(word wordID) class {
	if x.words[word].class.has(isEvent) {
		return isEvent
	}
	return isIdea
}
