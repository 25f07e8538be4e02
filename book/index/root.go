package index

import (
	"slices"
	"strings"
)

// rootOf returns what the name of a doctrine has in common with that of its
// followers: anarch of anarchism, anarchist, anarchists. It is "" for other words.
func rootOf(word string) string {
	word = stemOf(word)
	for _, ending := range []string{"ism", "ist", "ik", "ization", "isation", "ized", "ised", "istic"} {
		if root, ok := strings.CutSuffix(word, ending); ok && len(root) > 3 {
			return root
		}
	}
	return ""
}

// mergeRoots makes one term of a doctrine and its followers, where the text speaks
// of one of them far more than of the other.
func (x *indexer) mergeRoots() {
	groups := map[string][]*term{}
	var order []string
	for _, t := range x.terms {
		if t.dropped || t.person || t.tail != "" {
			continue
		}
		root := rootOf(t.title)
		if words := wordsOf(t.title); len(words) > 2 || len(words) == 2 && !strings.Contains(t.title, "-") {
			continue
		}
		if root = strings.ReplaceAll(root, "-", " "); root == "" {
			continue
		}
		if groups[root] == nil {
			order = append(order, root)
		}
		groups[root] = append(groups[root], t)
	}
	for _, root := range order {
		x.mergeRoot(groups[root])
	}
	x.terms = slices.DeleteFunc(x.terms, func(t *term) bool { return t.dropped })
}

func (x *indexer) mergeRoot(list []*term) {
	main := list[0]
	for _, t := range list[1:] {
		if main.chapter == nil && (t.chapter != nil || t.total > main.total) {
			main = t
		}
	}
	for _, t := range list {
		if t == main || t.chapter != nil || t.origin != fromPhrase && main.total < 3*t.total && main.chapter == nil {
			continue
		}
		t.joined, t.dropped = main, true
		main.links += t.links
		main.merged = append(main.merged, t)
		for _, f := range t.forms {
			x.addForm(main, f.text, derivedForm)
		}
	}
}
