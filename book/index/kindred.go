package index

import "strings"

// families is the endings of English words that are made of one another, those of the
// noun that an index lists first: who reads of bureaucracy reads of what is bureaucratic.
// Only nouns that indexes list have such kin (see [indexer.addKindred]); of most others
// it says little that they share a root.
var families = [...]struct{ noun, kin []string }{
	{[]string{"ization", "isation"}, []string{"ized", "ised", "ize", "ise", "izing", "ising"}},
	{[]string{"arianism"}, []string{"arian"}},
	{[]string{"ism"}, []string{"ist", "istic", "ic"}},
	{[]string{"ification"}, []string{"ify", "ified", "ifying"}},
	{[]string{"ness"}, []string{""}},
	{[]string{"cracy"}, []string{"crat", "cratic"}},
	{[]string{"archy"}, []string{"archical", "archic"}},
	{[]string{"nomy"}, []string{"nomous"}},
	{[]string{"ology"}, []string{"ological", "ologist"}},
	{[]string{"ation"}, []string{"ate", "ated", "ating", "ator", "ative", "ed", "ing"}},
	{[]string{"cution"}, []string{"cuted", "cuting", "cutor"}},
	{[]string{"ction"}, []string{"cted", "cting", "ctive", "ct"}},
	{[]string{"ssion"}, []string{"ssed", "ssing", "ssive"}},
	{[]string{"sion"}, []string{"sive", "ded", "ding"}},
	{[]string{"ment"}, []string{"ed", "ing"}},
	{[]string{"bility"}, []string{"ble"}},
	{[]string{"eity"}, []string{"eous"}},
	{[]string{"ity"}, []string{"", "e", "ous"}},
	{[]string{"ence"}, []string{"ent"}},
	{[]string{"ance"}, []string{"ant"}},
	{[]string{"tics"}, []string{"tic", "tical"}},
	{[]string{"e"}, []string{"ed", "ing"}},
	{[]string{"y"}, []string{"ic", "ical", "ied"}},
	{[]string{""}, []string{"ed", "ing"}},
}

// leastRoot is how many letters words of one family share.
const leastRoot = 5

// addKindred gives the common subjects of one word the other words of the text that are
// made of the same root and that no other term has.
func (x *indexer) addKindred() {
	for _, t := range x.terms {
		if word := stemsText(t.title); x.isCommonSubject(t) && !strings.Contains(word, " ") {
			for _, kin := range x.kindred(word) {
				if same := x.byKey[kin]; same != nil {
					x.join(same, t)
				}
				x.addForm(t, kin, derivedForm)
			}
		}
	}
}

// isCommonSubject reports whether a term is a common noun, or a phrase of them, that
// indexes list.
func (x *indexer) isCommonSubject(t *term) bool {
	return !t.dropped && !t.person && t.tail == "" && t.chapter == nil && !t.origin.isName() && x.vocabulary.isSubject[stemsText(t.title)]
}

// kindred returns the words of the book that are of the family of a noun.
func (x *indexer) kindred(noun string) []string {
	for _, f := range families {
		for _, ending := range f.noun {
			root, ok := strings.CutSuffix(noun, ending)
			if !ok || len(root) < leastRoot && len(root)+len(ending) < leastRoot+3 {
				continue
			}
			if list := x.kinsOf(root, f.kin); len(list) > 0 {
				return list
			}
		}
	}
	return nil
}

// kinsOf returns the words of the book made of a root and one of some endings, but for
// those of everyday English and those that are subjects themselves.
func (x *indexer) kinsOf(root string, endings []string) []string {
	var list []string
	for _, ending := range endings {
		word := root + ending
		if _, known := x.byStem[word]; !known || len(root) < 4 || !x.isFree(word) || x.vocabulary.classes[word].has(isGeneral) || x.vocabulary.isSubject[word] {
			continue
		}
		list = append(list, word)
	}
	return list
}

// isFree reports whether a word is no candidate, or one only because it recurs.
func (x *indexer) isFree(word string) bool {
	t := x.byKey[word]
	return t == nil || t.dropped || t.origin == fromPhrase && t.topic == nil
}
