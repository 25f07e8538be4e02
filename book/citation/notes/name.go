package notes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// person is a name as one citation gives it, folded.
type person struct {
	family string   // its letters; "" where the order of the words is not known
	given  []string // words
	words  []string // all, in the order of the citation
}

// peopleOf folds names that were understood.
func peopleOf(names []book.PersonName) []person {
	var list []person
	for _, n := range names {
		given := withoutSuffix(fieldsOf(n.Given))
		family := withoutSuffix(fieldsOf(n.Family))
		list = append(list, person{strings.Join(family, ""), given, append(slices.Clone(given), family...)})
	}
	return list
}

// withoutSuffix takes "Jr." and the like off the words of a name.
func withoutSuffix(words []string) []string {
	for len(words) > 1 && slices.Contains([]string{"jr", "sr", "ii", "iii", "iv", "ed", "eds", "editor", "editors"}, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// is reports whether a short citation's name can be that of a full one: the same
// family name, and given names that do not differ.
func (short person) is(full person) bool {
	if len(short.words) == 0 || len(full.words) == 0 {
		return false
	}
	all := strings.Join(short.words, "")
	if all == full.family || all == strings.Join(full.words, "") {
		return true
	}
	if short.family != "" {
		return short.family == full.family && agree(short.given, full.given)
	}
	for i := 1; i < len(short.words); i++ { // "Jane Doe", "Doe, Jane"
		if strings.Join(short.words[i:], "") == full.family && agree(short.words[:i], full.given) ||
			strings.Join(short.words[:i], "") == full.family && agree(short.words[i:], full.given) {
			return true
		}
	}
	return false
}

// agree reports whether given names can be those of one person: each of the fewer is
// among the others, or its initial is.
func agree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	at := 0
	for _, want := range a {
		for at < len(b) && !sameGiven(want, b[at]) {
			at++
		}
		if at == len(b) {
			return false
		}
		at++
	}
	return true
}

func sameGiven(a, b string) bool {
	if utf8.RuneCountInString(a) == 1 || utf8.RuneCountInString(b) == 1 {
		x, _ := utf8.DecodeRuneInString(a)
		y, _ := utf8.DecodeRuneInString(b)
		return x == y
	}
	return a == b
}

// naming is the people of a short citation. Several ways to read them are tried.
type naming struct {
	readings [][]person
	others   bool // "et al."
}

// of reports whether the people can be those of a work: all of them, the first and
// others, or the first alone.
func (n naming) of(full []person) bool {
	for _, people := range n.readings {
		switch {
		case len(people) == 0 || len(people) > len(full):
		case len(people) == len(full) || n.others:
			if matchAll(people, full) && (!n.others || len(full) > len(people)) {
				return true
			}
		case len(people) == 1 && people[0].is(full[0]):
			return true
		}
	}
	return false
}

// matchAll reports whether each of the people is another one of the full citation's.
func matchAll(people, full []person) bool {
	used := make([]bool, len(full))
	for _, who := range people {
		found := false
		for i := range full {
			if !used[i] && who.is(full[i]) {
				used[i], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// bare reports whether the citation gives family names only, as shortened citations
// do.
func (n naming) bare() bool {
	for _, who := range n.readings[0] {
		if len(who.given) > 0 || who.family == "" && len(who.words) > 2 {
			return false
		}
	}
	return true
}

// naming reads the names before a place or year; ok is false for words that are none.
func (w words) naming(s string) (n naming, ok bool) {
	s = strings.Trim(s, " ,.:;")
	for item := range w.sets["others"] {
		if i := strings.LastIndexByte(s, ' '); i < 0 || len(s) < len(item) {
			continue
		}
		for i := len(s) - len(item) - 2; i < len(s) && i > 0; i++ {
			if s[i] == ' ' && prefix(s[i+1:]+".", item) >= len(s)-i-1 && prefix(s[i+1:]+".", item) > 0 {
				s, n.others = strings.TrimRight(s[:i], " ,"), true
			}
		}
	}
	tokens := strings.Fields(s)
	if len(tokens) == 0 || len(tokens) > 9 || strings.ContainsAny(s, "0123456789:()[]“”\"!?/…") {
		return n, false
	}
	for i, t := range tokens {
		if !w.isNameWord(t, len(tokens) == 1) || i < len(tokens)-1 && len(t) > 4 && strings.HasSuffix(t, ".") {
			return n, false
		}
	}
	var inverted, listed []person
	for _, group := range w.groups(tokens) {
		parts := strings.Split(strings.Join(group, " "), ",")
		inverted = appendPerson(inverted, strings.Join(parts, " "))
		for _, part := range parts {
			listed = appendPerson(listed, part)
		}
	}
	n.readings = [][]person{inverted}
	if len(listed) != len(inverted) {
		n.readings = append(n.readings, listed)
	}
	return n, len(inverted) > 0
}

func appendPerson(list []person, name string) []person {
	if words := withoutSuffix(fieldsOf(name)); len(words) > 0 {
		return append(list, person{words: words})
	}
	return list
}

// groups parts the words of names at "and".
func (w words) groups(tokens []string) [][]string {
	var groups [][]string
	var group []string
	for i, t := range tokens {
		if (t == "&" || w.has("and", t)) && i > 0 && len(group) > 0 && i+1 < len(tokens) && !strings.HasSuffix(t, ".") {
			groups, group = append(groups, group), nil
			continue
		}
		group = append(group, t)
	}
	return append(groups, group)
}

// isNameWord reports whether a word can be part of a name. A name in small letters
// stands by itself.
func (w words) isNameWord(t string, alone bool) bool {
	t = strings.Trim(t, ",.;")
	r, _ := utf8.DecodeRuneInString(t)
	return t == "&" || unicode.IsUpper(r) || unicode.Is(unicode.Han, r) || alone && unicode.IsLetter(r) ||
		w.has("particle", t) || w.has("and", t)
}
