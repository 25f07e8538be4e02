package index

import (
	"maps"
	"slices"
	"strings"
)

// addParts gives names of three words and more the last two as a form, where these
// say no more than what kind of thing it is: in a chapter that has named the Spanish
// Civil War the civil war is that one. Such words are no heading by themselves.
func (x *indexer) addParts() {
	whole := map[string][]*term{}
	for _, t := range x.terms {
		if key := x.kindPart(t); key != "" {
			whole[key] = append(whole[key], t)
		}
	}
	for _, t := range x.terms {
		key := stemsText(t.title)
		if of := whole[key]; len(of) > 0 && t.topic == nil && t.tail == "" && t.chapter == nil {
			t.joined, t.dropped = ranked(of)[0], true
		}
	}
	x.clean()
	for _, key := range slices.Sorted(maps.Keys(whole)) {
		if t := x.byKey[key]; t != nil && !t.dropped {
			continue // a subject of its own
		}
		for _, t := range whole[key] {
			words := wordsOf(t.title)
			part := strings.Join(words[len(words)-2:], " ")
			if f := x.addForm(t, part, partForm); f != nil && f.kind == partForm && !x.stemClass(words[len(words)-1]).has(isEvent) {
				f.capital = []bool{true, true}
			}
		}
	}
}

// kindPart returns the stems of the last two words of a name of more, if they are of
// general English and say of what kind it is; "" for other titles.
func (x *indexer) kindPart(t *term) string {
	words := wordsOf(t.title)
	n := len(words)
	if n < 3 || t.person || t.dropped || !isCapital(words[n-1]) || !isCapital(words[n-2]) || !x.stemClass(words[n-1]).has(isEvent|isBody) {
		return ""
	}
	if c := x.stemClass(words[n-2]); !c.has(isGeneral|isKind|isBroad) && !isTelling(words[n-2]) || c.has(isFunction) {
		return ""
	}
	return stemsText(words[n-2] + " " + words[n-1])
}

// joinInitials gives bodies that have one name of so many words the abbreviation that
// is made of just their first letters, where the same chapter has both: of three words and
// more, or of two in the chapter on the body.
func (x *indexer) joinInitials() {
	full := map[string][]*term{}
	for _, t := range x.terms {
		if letters := initialsOf(t.title); (len(letters) > 2 || len(letters) == 2 && t.chapter != nil) && !t.person && !t.dropped && !hasDigit(t.tail) {
			full[letters] = append(full[letters], t)
		}
	}
	for _, t := range x.terms {
		if !isAcronym(t.title) || t.chapter != nil || t.origin == fromArticle || t.dropped {
			continue
		}
		letters := strings.ToUpper(strings.ReplaceAll(t.title, ".", ""))
		if into := x1(full[letters]); into != nil && into != t && (into.owns(t.first) || len(letters) > 2 && (into.first == t.first || into.first == nil && into.chapter == nil)) {
			for _, f := range t.forms {
				x.addForm(into, f.text, shortForm)
			}
			x.join(t, into)
		}
	}
	x.clean()
}

// initialsOf returns the first letters of the words with a capital of a name, "" for
// other titles.
func initialsOf(title string) string {
	var b strings.Builder
	words := wordsOf(title)
	if len(words) < 2 || isAcronym(words[0]) {
		return ""
	}
	for _, w := range words {
		if !isCapital(w) {
			if isJoint(w) || w == "and" {
				continue
			}
			return ""
		}
		b.WriteByte(w[0])
	}
	return b.String()
}
