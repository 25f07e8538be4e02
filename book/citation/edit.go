package citation

import (
	"slices"
	"strings"

	"publish/book"
)

// editor applies the editor's rules to a list of works that have keys.
type editor struct {
	*gatherer
	works []*work
	words map[*work]map[string]bool // of the set entries, folded
}

// edit merges, corrects and excludes works as the editor says, in this order, and
// returns those that are left. Works are named as the list has them without rules.
func (g *gatherer) edit(works []*work) []*work {
	rules := g.edits
	if len(rules.Exclude)+len(rules.Merge)+len(rules.Correct) == 0 {
		return works
	}
	e := &editor{gatherer: g, works: works, words: map[*work]map[string]bool{}}
	for _, w := range works {
		e.words[w] = map[string]bool{}
		for _, word := range words(book.PlainText(g.setter.Entry(w.Entry, w.entry.Pos))) {
			e.words[w][word] = true
		}
	}
	var excluded, merged []*work
	for _, name := range rules.Exclude {
		if w := e.find(name); w != nil {
			excluded = append(excluded, w)
		}
	}
	corrected := e.found(rules.Correct)
	for _, m := range rules.Merge {
		merged = append(merged, e.merge(m)...)
	}
	for i, edit := range rules.Correct {
		if w := corrected[i]; w != nil {
			w.correct(edit.Fields)
		}
	}
	return g.without(works, excluded, merged)
}

// found returns the works that corrections name, nil for one that none answers to.
// They must be looked for before other rules change the list.
func (e *editor) found(edits []book.WorkEdit) []*work {
	var list []*work
	for _, edit := range edits {
		list = append(list, e.find(edit.WorkName))
	}
	return list
}

// find returns the work with a key, or the only one whose entry has all the words; nil,
// with a message, for none.
func (e *editor) find(name book.WorkName) *work {
	var having []*work
	wanted := words(name.Text)
	for _, w := range e.works {
		if w.entry.Key == name.Text {
			return w
		}
		if len(wanted) > 0 && !slices.ContainsFunc(wanted, func(word string) bool { return !e.words[w][word] }) {
			having = append(having, w)
		}
	}
	switch len(having) {
	case 1:
		return having[0]
	case 0:
		e.unmatched(name)
	default:
		e.ambiguous(name, having)
	}
	return nil
}

// unmatched reports a name that no work answers to, with the nearest key or title.
func (e *editor) unmatched(name book.WorkName) {
	d := e.diags.Add(book.BibliographyUnmatched, name.Pos, "the bibliography has no work %q", name.Text)
	var known []string
	keys := map[string]string{}
	for _, w := range e.works {
		known = append(known, w.entry.Key, w.Title)
		keys[w.entry.Key], keys[w.Title] = w.entry.Key, w.entry.Key
	}
	if near := book.Nearest(name.Text, known, 1); near != nil {
		d.Hint("did you mean %q?", keys[near[0]])
	}
}

// shownKeys is the greatest number of keys that a hint lists.
const shownKeys = 5

// ambiguous reports words that several works have.
func (e *editor) ambiguous(name book.WorkName, having []*work) {
	var keys []string
	for _, w := range having[:min(shownKeys, len(having))] {
		keys = append(keys, w.entry.Key)
	}
	e.diags.Add(book.BibliographyUnmatched, name.Pos, "%d works of the bibliography have the words %q", len(having), name.Text).
		Hint("write the key of one: %s", strings.Join(keys, ", "))
}

// merge makes one of works that the rules did not take for the same, and returns those
// that were taken in. The first keeps what is known of it.
func (e *editor) merge(rule book.WorkMerge) []*work {
	into := e.find(rule.WorkName)
	var taken []*work
	for _, name := range rule.Others {
		if other := e.find(name); into != nil && other != nil && other != into && !slices.Contains(taken, other) {
			into.absorb(other)
			taken = append(taken, other)
		}
	}
	if len(taken) > 0 {
		into.fillFrom(taken)
	}
	return taken
}

// without returns the works that were neither excluded nor merged into others. The words
// of those that were excluded are recorded as dropped.
func (g *gatherer) without(works, excluded, merged []*work) []*work {
	for _, w := range excluded {
		for _, source := range w.sources {
			g.drop(source, map[string]int{})
		}
	}
	return slices.DeleteFunc(slices.Clone(works), func(w *work) bool {
		return slices.Contains(excluded, w) || slices.Contains(merged, w)
	})
}
