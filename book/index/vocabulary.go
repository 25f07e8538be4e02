package index

import (
	_ "embed"
	"strings"
)

// What the package knows of English, as lists of words that were written for it.
var (
	//go:embed words/general.txt
	generalList string
	//go:embed words/broad.txt
	broadList string
	//go:embed words/countries.txt
	countryList string
	//go:embed words/kinds.txt
	kindList string
	//go:embed words/roles.txt
	roleList string
	//go:embed words/speech.txt
	speechList string
	//go:embed words/sections.txt
	sectionList string
	//go:embed words/wording.txt
	wordingList string
	//go:embed words/accounts.txt
	accountList string
	//go:embed words/subjects.txt
	subjectList string
)

// class is a set of the classes that a word belongs to.
type class uint32

const (
	isFunction class = 1 << iota // articles, pronouns, prepositions, numerals, months …
	isVerb                       // of general English, and so on
	isAdjective
	isAdverb
	isNoun
	isBroad   // a subject that is named everywhere
	isCountry // a country, continent or nation
	isDemonym // its people and ways
	isRole    // stands before a person's name
	isCalling // does so, small, before names of two words
	isSpeech  // a verb that persons are the subject of
	isEvent   // kinds of things with names
	isBody
	isPlace
	isWork
	isIdea
	isGenericSection
	isSourceSection
	isDoing // nouns that subentries are worded with
	isWhole
	isDeed
	isMutual     // what two persons or things are to each other
	isArticled   // the last word of names of countries that have the article
	isAccounting // tells what sort of text gives an account of a subject
	isEponymous  // a doctrine that is called after a person
	isVague      // an adjective that parts nothing from anything
	isEmpty      // says nothing of what sort of thing it is about
	isEponym     // a thing that is called after a person
)

// isGeneral marks the words of general English; isKind the nouns that say of what
// kind a name's bearer is.
const (
	isGeneral = isFunction | isVerb | isAdjective | isAdverb | isNoun
	isKind    = isEvent | isBody | isPlace | isWork | isIdea
)

func (c class) has(any class) bool { return c&any != 0 }

// vocabulary tells the classes of words and of short phrases with hyphens in the
// place of blanks.
type vocabulary struct {
	classes   map[string]class
	endings   map[string]bool // last two letters of general words
	subjects  []string        // that indexes list, by their stems
	isSubject map[string]bool
	isWide    map[string]bool // subjects that are named everywhere
}

// newVocabulary reads the lists that the program carries.
func newVocabulary() *vocabulary {
	v := &vocabulary{classes: make(map[string]class, 8000), endings: map[string]bool{}, isSubject: map[string]bool{}, isWide: map[string]bool{}}
	for _, list := range []struct {
		text    string
		classes map[string]class
	}{
		{generalList, map[string]class{"function": isFunction, "verb": isVerb, "adjective": isAdjective, "noun": isNoun}},
		{kindList, map[string]class{"event": isEvent, "body": isBody, "place": isPlace, "work": isWork, "idea": isIdea, "eponym": isEponym}},
		{sectionList, map[string]class{"generic": isGenericSection, "sources": isSourceSection}},
		{wordingList, map[string]class{"doer": isDoing, "whole": isWhole, "deed": isDeed, "mutual": isMutual, "articled": isArticled, "vague": isVague, "eponymous": isEponymous, "empty": isEmpty}},
		{broadList, map[string]class{"": isBroad}},
		{roleList, map[string]class{"": isRole, "calling": isCalling}},
		{accountList, map[string]class{"": isAccounting}},
		{speechList, map[string]class{"": isSpeech}},
	} {
		v.read(list.text, list.classes)
	}
	for _, line := range lines(countryList) {
		for i, word := range strings.Fields(strings.ToLower(line)) {
			if i == 0 {
				v.classes[word] |= isCountry
			} else {
				v.classes[word] |= isDemonym
			}
		}
	}
	wide := false
	for _, line := range lines(subjectList) {
		if wide = wide || line == "[wide]"; line == "[wide]" {
			continue
		}
		for _, phrase := range strings.Fields(line) {
			if wide {
				v.isWide[stemsText(phrase)] = true
			}
			v.addSubject(stemsText(phrase))
			if root, ok := strings.CutSuffix(phrase, "ism"); ok {
				v.addSubject(stemsText(root + "ist"))
			}
		}
	}
	return v
}

func (v *vocabulary) addSubject(key string) {
	if !v.isSubject[key] {
		v.isSubject[key] = true
		v.subjects = append(v.subjects, key)
	}
}

// read adds the words of one list, whose parts have their names in brackets.
func (v *vocabulary) read(list string, classes map[string]class) {
	at := classes[""]
	for _, line := range lines(list) {
		if name, ok := strings.CutPrefix(line, "["); ok {
			at = classes[strings.TrimSuffix(name, "]")]
			continue
		}
		for _, word := range strings.Fields(line) {
			v.classes[word] |= at
			if at.has(isGeneral) && len(word) > 2 {
				v.endings[word[len(word)-2:]] = true
			}
		}
	}
}

// lines returns the lines of a list but for its comments.
func lines(list string) []string {
	var out []string
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// of returns the classes of a word in small letters. What is not listed is looked
// up without the endings of the plural, of verbs and of adverbs.
func (v *vocabulary) of(word string) class {
	word = strings.TrimSuffix(strings.ReplaceAll(word, "’", "'"), "'s")
	c := v.classes[word]
	if c.has(isGeneral) {
		return c
	}
	return c | v.inflected(word)
}

// inflected returns the general classes of the word that this one is a form of.
func (v *vocabulary) inflected(word string) class {
	base := func(ending, with string) class {
		if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) > 1 {
			return v.classes[stem+with]
		}
		return 0
	}
	var c class
	for _, with := range [...]string{"", "e"} {
		c |= (base("ed", with) | base("ing", with)) & isVerb
	}
	if n := len(word); n > 5 {
		for _, ending := range [...]string{"ed", "ing"} { // planned, planning
			if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) > 2 && stem[len(stem)-1] == stem[len(stem)-2] {
				c |= v.classes[stem[:len(stem)-1]] & isVerb
			}
		}
	}
	c |= (base("ied", "y") | base("ying", "ie")) & isVerb
	c |= (base("s", "") | base("es", "") | base("ies", "y") | base("ves", "f") | base("men", "man")) & (isVerb | isNoun)
	c |= (base("er", "") | base("est", "") | base("er", "e") | base("est", "e")) & isAdjective
	if (base("ly", "") | base("ily", "y") | base("ally", "") | base("ly", "le") | base("ly", "e")).has(isAdjective | isVerb | isNoun) {
		c |= isAdverb
	}
	return c
}

// isForeign reports whether a word in small letters has an ending that no word of
// general English has, or a letter.
func (v *vocabulary) isForeign(word string) bool {
	n := len(word)
	if n < 4 {
		return false
	}
	for i := range n {
		if word[i] >= 0x80 {
			return true
		}
	}
	return !v.endings[word[n-2:]]
}

// sectionClass returns what is known of a section by its title.
func (v *vocabulary) sectionClass(title string) class {
	words := wordsOf(strings.ToLower(title))
	if len(words) > 0 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	return v.classes[strings.Join(words, "-")] & (isGenericSection | isSourceSection)
}
