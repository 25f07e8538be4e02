package index

import (
	_ "embed"
	"strings"
)

//go:embed words/peoples.txt
var peopleList string

// peoples returns the names of peoples that an index lists, by their stems.
func peoples() map[string]string {
	known := map[string]string{}
	for _, line := range lines(peopleList) {
		for _, name := range strings.Fields(line) {
			known[stemOf(name)] = name
		}
	}
	return known
}

// leastPeople is how often a text names a people of which it says something.
const leastPeople = 2

// people returns the name in the plural of a people that the text speaks of, "" for other
// names and for adjectives: Jews, Native Americans, not American.
func (x *indexer) people(words []string, f *found) string {
	last := words[len(words)-1]
	if f.count < leastPeople || f.kind != 0 || f.person {
		return ""
	}
	switch {
	case len(words) == 1 && x.peoples[stemOf(last)] != "":
		name := x.peoples[stemOf(last)]
		if f.plural == 0 && isPluralForm(name) {
			return "" // Catalan, Basque
		}
		return name
	case len(words) == 2 && f.plural > 0 && isOrigin(words[0], x.stemClass(words[0])) && x.stemClass(last).has(isDemonym) && !isInvariable(last):
		return words[0] + " " + strings.TrimSuffix(last, "s") + "s"
	}
	return ""
}

// isOrigin reports whether a word before the name of a nation says which part of it: the
// African Americans, the Volga Germans.
func isOrigin(word string, c class) bool {
	switch word {
	case "Native", "Black", "White", "Indigenous", "Aboriginal", "Volga", "Latin", "Afro":
		return true
	}
	return c.has(isDemonym)
}

// isInvariable tells adjectives of nations that make no plural: Japanese, English.
func isInvariable(word string) bool {
	for _, end := range [...]string{"ese", "ish", "ch"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
