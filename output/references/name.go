package references

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// name is the name of a person or a body in its parts. A body, or a person of one name,
// has a Literal and nothing else.
type name struct {
	Family      string `json:"family,omitempty"`
	Given       string `json:"given,omitempty"`
	Dropping    string `json:"dropping-particle,omitempty"`     // von in Mises, Ludwig von
	NonDropping string `json:"non-dropping-particle,omitempty"` // de in de Cleyre, Voltairine
	Suffix      string `json:"suffix,omitempty"`                // Jr.
	Literal     string `json:"literal,omitempty"`
}

// nameOf parts a name as lists have it. Particles in small letters drop from the head of
// a list when they stand behind the given names, and stay when they stand before the
// family name.
func nameOf(n book.PersonName) name {
	if n.Given == "" {
		return name{Literal: n.Family}
	}
	given, suffix, _ := strings.Cut(n.Given, ", ")
	var parts name
	parts.Suffix = suffix
	parts.Given, parts.Dropping = cutParticles(strings.Fields(given))
	words := strings.Fields(n.Family)
	first := 0
	for first < len(words)-1 && startsSmall(words[first]) {
		first++
	}
	parts.NonDropping, parts.Family = strings.Join(words[:first], " "), strings.Join(words[first:], " ")
	return parts
}

// cutParticles parts given names from the particles behind them. Given names that are
// all in small letters are no particles.
func cutParticles(words []string) (given, particles string) {
	at := len(words)
	for at > 1 && startsSmall(words[at-1]) {
		at--
	}
	return strings.Join(words[:at], " "), strings.Join(words[at:], " ")
}

func startsSmall(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// names parts the names of a list. CSL has no word for others that are not named.
func names(list []book.PersonName) []name {
	var all []name
	for _, n := range list {
		if n.Family != book.EtAl {
			all = append(all, nameOf(n))
		}
	}
	return all
}

// bib returns the name in the form "von Last, Jr, First" of BibTeX. Braces hold together
// what BibTeX would take for a particle or for two names.
func (n name) bib() string {
	if n.Literal != "" {
		return "{" + escape(n.Literal) + "}"
	}
	family := escape(n.Family)
	if n.NonDropping != "" || hasSmall(n.Family) || strings.Contains(n.Family, ",") {
		family = "{" + strings.TrimSpace(escape(n.NonDropping+" "+n.Family)) + "}"
	}
	if n.Dropping != "" {
		family = escape(n.Dropping) + " " + family
	}
	list := []string{family}
	if n.Suffix != "" {
		list = append(list, escape(n.Suffix))
	}
	return strings.Join(append(list, escape(n.Given)), ", ")
}

func hasSmall(s string) bool {
	for _, w := range strings.Fields(s) {
		if startsSmall(w) {
			return true
		}
	}
	return false
}

// bibNames joins names for a field of BibTeX.
func bibNames(list []book.PersonName) string {
	var all []string
	for _, n := range names(list) {
		all = append(all, n.bib())
	}
	if len(all) < len(list) {
		all = append(all, "others")
	}
	return strings.Join(all, " and ")
}
