package names

import (
	_ "embed"
	"strings"
)

//go:embed given.txt
var givenList string

//go:embed family.txt
var familyList string

//go:embed common.txt
var commonList string

//go:embed others.txt
var othersList string

//go:embed irregular.txt
var irregularList string

// Lexicon is the lists of names that the rules consult. It is not changed once it
// is made, and may be used from several goroutines.
type Lexicon struct {
	given     map[string]languages
	family    map[string]languages
	common    map[string]bool // words that names of persons do not hold
	pairs     map[string]bool // surnames of two words, joined by a hyphen
	irregular map[string]Name // by their folded words
	others    map[string]bool // folded titles made like names that are none
	edited    map[string]Name // of an editor
	refused   map[string]bool // titles that an editor says are no persons
}

// New returns the lexicon of the lists that the program carries.
func New() *Lexicon {
	l := &Lexicon{
		given: byLanguage(givenList), family: byLanguage(familyList),
		common: map[string]bool{}, pairs: map[string]bool{}, irregular: map[string]Name{},
	}
	for _, line := range lines(commonList) {
		for _, word := range strings.Fields(line) {
			l.common[word] = true
		}
	}
	for _, line := range lines(familyList) {
		if language, names, _ := strings.Cut(line, ":"); language == "pairs" {
			for _, name := range strings.Fields(names) {
				l.pairs[name] = true
			}
		}
	}
	l.others = make(map[string]bool, 256)
	for _, line := range lines(othersList) {
		l.others[fold(line)] = true
	}
	for _, line := range lines(irregularList) {
		given, family, turned := strings.Cut(line, " | ")
		if !turned {
			given, family = "", line
		}
		l.irregular[fold(strings.TrimSpace(given+" "+family))] = Name{Family: family, Given: given}
	}
	return l
}

// byLanguage reads a list whose lines are a language and names of it.
func byLanguage(list string) map[string]languages {
	set := make(map[string]languages, 8000)
	for _, line := range lines(list) {
		name, names, _ := strings.Cut(line, ":")
		language := languageNamed(name)
		for name := range strings.FieldsSeq(names) {
			set[name] |= language
		}
	}
	return set
}

// lines returns the lines of a list but for its comments.
func lines(list string) []string {
	var out []string
	for _, line := range strings.Split(list, "\n") {
		if line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// givenIn returns the languages that have a word, or the first part of a double
// name, as a given name.
func (l *Lexicon) givenIn(word string) languages {
	word = fold(word)
	if in := l.given[word]; in != 0 {
		return in &^ (weak | anglo)
	}
	first, _, _ := strings.Cut(word, "-")
	return l.given[first] &^ (weak | anglo)
}

// IsGiven reports whether a word, or the first part of a double name, is a given
// name of some language.
func (l *Lexicon) IsGiven(word string) bool { return l.givenIn(word) != 0 }

// isWeak reports whether a given name is as often the name of something else.
func (l *Lexicon) isWeak(word string) bool { return l.given[fold(word)]&weak != 0 }

// isAnglo reports whether a given name, as it is spelled, is above all English.
func (l *Lexicon) isAnglo(word string) bool { return l.given[fold(word)]&anglo != 0 }

// familyIn returns the languages whose lists of surnames have a word, or whose
// patronymics end as it does.
func (l *Lexicon) familyIn(word string) languages {
	word = fold(word)
	if in := l.family[word]; in != 0 || len(word) < 5 || !strings.HasSuffix(word, "ez") || l.given[word] != 0 {
		return in
	}
	return iberian
}

// isCommon reports whether titles of other things hold a word.
func (l *Lexicon) isCommon(word string) bool { return l.common[fold(word)] }
