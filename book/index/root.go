package index

import (
	"slices"
	"strings"
)

// derivations is the endings of words that are made of one root, by what they have in
// common: a doctrine and its followers, a process and what has gone through it, a rule
// and those who rule. Nationalism is no nationalization.
var derivations = [...][]string{
	{"ism", "ist", "ik", "istic"},
	{"ization", "isation", "ized", "ised"},
	{"cracy", "crat", "cratic"},
}

// rootOf returns what the name of a doctrine has in common with that of its
// followers: anarch of anarchism, anarchist, anarchists. It is "" for other words.
func rootOf(word string) string {
	root, _ := derivation(word)
	return root
}

// derivation returns the root of a word, and which of the derivations it is of.
func derivation(word string) (root string, of int) {
	word = stemOf(word)
	for i, endings := range derivations {
		for _, ending := range endings {
			if root, ok := strings.CutSuffix(word, ending); ok && len(root) > 3 {
				return root, i
			}
		}
	}
	return "", 0
}

// derivedKey returns a key that titles share whose words differ in the endings of one
// derivation alone; "" for a title whose last word is of none.
func derivedKey(title string) string {
	words := strings.Fields(stemsText(title))
	if n := len(words); n == 2 && words[1] == "movement" && strings.HasSuffix(words[0], "ist") {
		words = words[:1] // the Makhnovist movement is the Makhnovists
	}
	if len(words) == 0 {
		return ""
	}
	for i, w := range words {
		root, of := derivation(w)
		if whole := combined(w); whole != "" && i < len(words)-1 {
			root, of = whole, 0
		}
		if root != "" {
			words[i] = root + "/" + derivations[of][0]
		} else if i == len(words)-1 {
			return ""
		}
	}
	return strings.Join(words, " ")
}

// combined returns the root of the form of a doctrine's name that stands before another:
// anarch of anarcho-communism, which is anarchist communism. It is "" for other words.
func combined(word string) string {
	if root := strings.TrimRight(word, "ao"); len(root) == len(word)-1 && len(root) > 4 {
		return root
	}
	return ""
}

// addDerived gives terms the words of the text that are made of the same root and
// that no other term has: the Makhnovists are spoken of where Makhnovism is.
func (x *indexer) addDerived() {
	byRoot := map[string][]string{}
	for i := range x.stems {
		if key := derivedKey(x.stems[i].text); key != "" {
			byRoot[key] = append(byRoot[key], x.stems[i].text)
		}
	}
	for _, t := range x.terms {
		words := strings.Fields(stemsText(t.title))
		if t.dropped || t.person || t.tail != "" || len(words) == 0 || len(words) > 3 {
			continue
		}
		if len(words) == 1 {
			x.addForeign(t, words[0])
		}
		for _, f := range t.forms {
			if (f.kind == derivedForm || f.kind == variantForm) && len(f.stems) == 1 && len(words) == 1 && sharedRoot(f.text, t.title) {
				for _, word := range byRoot[derivedKey(f.text)] {
					if x.byKey[word] == nil {
						x.addForm(t, word, derivedForm)
					}
				}
			}
		}
		for _, word := range byRoot[derivedKey(words[len(words)-1])] {
			name := strings.Join(append(slices.Clone(words[:len(words)-1]), word), " ")
			if x.byKey[name] == nil {
				x.addForm(t, name, derivedForm)
			}
		}
	}
}

// mergeRoots makes one term of a doctrine and its followers, and reports whether there
// was anything to merge.
func (x *indexer) mergeRoots() bool {
	var groups termGroups
	for _, t := range x.terms {
		if t.dropped || t.person || t.tail != "" {
			continue
		}
		if root := derivedKey(t.title); root != "" {
			groups.add(root, t)
		}
	}
	groups.each(x.mergeRoot)
	n := len(x.terms)
	x.terms = slices.DeleteFunc(x.terms, func(t *term) bool { return t.dropped })
	return len(x.terms) < n
}

// addForeign gives a foreign word its singular or plural by the endings that English
// texts keep: kibbutz, kibbutzim; glavk, glavki.
func (x *indexer) addForeign(t *term, word string) {
	if len(word) < 4 || !x.vocabulary.isForeign(word) {
		return
	}
	for _, end := range [...]string{"im", "i", "y"} {
		other, ok := strings.CutSuffix(word, end)
		if !ok {
			other = word + end
		}
		if _, known := x.byStem[other]; !known || len(other) < 4 || x.vocabulary.of(other) != 0 {
			continue
		}
		same := x.byKey[other]
		if same != nil && ok && !same.dropped && same.topic == nil && same.chapter == nil && !same.person && (t.chapter != nil || !same.origin.isName()) {
			x.join(same, t)
		} else if same == nil {
			x.addForm(t, other, derivedForm)
		}
	}
}

func (x *indexer) mergeRoot(list []*term) {
	main := list[0]
	for _, t := range list[1:] {
		switch {
		case (t.chapter != nil) != (main.chapter != nil):
			if t.chapter != nil {
				main = t
			}
		case t.namesDoctrine() != main.namesDoctrine():
			if t.namesDoctrine() {
				main = t
			}
		case t.total > main.total:
			main = t
		}
	}
	for _, t := range list {
		if t == main || t.chapter != nil {
			continue
		}
		if t.namesDoctrine() && main.chapter == nil && t.named+t.total > main.named+main.total {
			main.title, t.title = t.title, main.title
		}
		t.joined, t.dropped = main, true
		main.links += t.links
		main.merged = append(main.merged, t)
		for _, f := range t.forms {
			x.addForm(main, f.text, derivedForm)
		}
	}
}

// namesDoctrine reports whether a title is the noun itself, not one of its followers
// or an adjective.
func (t *term) namesDoctrine() bool { return namesDoctrine(t.title) }

func namesDoctrine(title string) bool {
	_, of := derivation(title)
	return strings.HasSuffix(strings.ToLower(title), derivations[of][0])
}
