package index

import (
	"encoding/binary"
	"slices"
	"strings"

	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// editor applies the editor's rules to the index while it is made: judgements on
// names before there are terms, changes of terms once the text has been read, and
// references when the entries stand. It gathers what the rules name and the index
// does not have.
type editor struct {
	*indexer
	edits *book.IndexEdits
	terms map[string]known // by the keys of headings, titles and forms
	heads []string         // all headings that there might be, for hints
	from  []redirect       // headings that lead to others
	used  map[book.Pos]bool
	byID  map[string]*book.IndexEntry
	holds map[string][]*term // those that have a form of these stems, while headings are added
	hints int                // headings that nearest ones were looked for
	diags book.Diags
}

// known is a term that a heading may mean. The lower the rank the more likely it is.
type known struct {
	term *term
	rank int
}

// redirect is a heading that leads to another.
type redirect struct {
	heading string
	to      []book.IndexWord
	term    *term // that the heading leads to; nil for headings by name
}

// newEditor returns the editor of an index; without rules it does nothing.
func (x *indexer) newEditor(edits *book.IndexEdits) *editor {
	if edits == nil {
		edits = &book.IndexEdits{}
	}
	e := &editor{indexer: x, edits: edits, used: map[book.Pos]bool{}}
	persons, others := map[string]names.Name{}, []string(nil)
	for _, p := range edits.People {
		switch {
		case !p.Person:
			others = append(others, p.Text)
		case p.Inverted != "":
			persons[p.Text] = names.Inverted(p.Inverted)
		default:
			persons[p.Text] = names.Name{}
		}
	}
	if len(edits.People) > 0 {
		x.names = x.names.With(persons, others)
	}
	return e
}

// headingKey is the form in which headings are compared.
func headingKey(heading string) string {
	plain := collation.Plain(heading)
	if slug := book.Slug(plain); slug != "" {
		return slug
	}
	return strings.ToLower(plain)
}

// judge makes persons of the candidates, or not, as the editor says. It must run
// before surnames are joined.
func (e *editor) judge() {
	if len(e.edits.People) == 0 {
		return
	}
	byKey := map[string][]*term{}
	for _, t := range e.indexer.terms {
		if t.tail == "" {
			byKey[headingKey(t.title)] = append(byKey[headingKey(t.title)], t)
		}
	}
	for _, p := range e.edits.People {
		for _, t := range byKey[headingKey(p.Text)] {
			e.used[p.Pos] = true
			t.person, t.surname, t.family = p.Person, false, ""
			if p.Person {
				t.family = e.familyOf(t.title)
			}
		}
	}
}

// add makes terms of the headings that the editor adds. It must run before the text
// is searched for terms.
func (e *editor) add() {
	if len(e.edits.Add) == 0 {
		return
	}
	e.holds = map[string][]*term{}
	for _, t := range e.indexer.terms {
		for _, f := range t.forms {
			e.holds[stemsKey(f.stems)] = append(e.holds[stemsKey(f.stems)], t)
		}
	}
	for _, edit := range e.edits.Add {
		t := e.byKey[keyOfTitle(edit.Text)]
		for t != nil && t.joined != nil {
			t = t.joined
		}
		if t == nil || t.dropped {
			t = &term{origin: fromEditor, title: edit.Text}
			e.indexer.terms = append(e.indexer.terms, t)
			e.byKey[keyOfTitle(edit.Text)] = t
		}
		t.wanted, t.renamed = true, edit.Text
		words := edit.Words
		if len(words) == 0 {
			words = []book.IndexWord{edit.IndexWord}
		}
		for _, w := range words {
			e.claim(t, w.Text)
		}
	}
}

// claim gives a term a form that it shares with no other.
func (e *editor) claim(t *term, text string) {
	stems := e.stemsOf(text)
	key := stemsKey(stems)
	for _, other := range e.holds[key] {
		if other != t {
			other.forms = slices.DeleteFunc(other.forms, func(f *form) bool { return slices.Equal(f.stems, stems) })
		}
	}
	switch {
	case len(stems) == 0 || len(stems) > maxForm:
		return
	case slices.Contains(e.holds[key], t):
		if isAcronym(text) { // IT is not it
			e.addForm(t, text, derivedForm)
		}
	default: // which it has not yet: a heading may have thousands
		t.forms = append(t.forms, e.newForm(t, text, derivedForm, stems))
	}
	e.holds[key] = []*term{t}
}

// stemsKey returns stems as the key of a map.
func stemsKey(stems []stemID) string {
	var key []byte
	for _, s := range stems {
		key = binary.AppendVarint(key, int64(s))
	}
	return string(key)
}

// change excludes, merges and renames terms, now that they have headings. It returns
// whether the text must be searched again.
func (e *editor) change() bool {
	if !e.changes() {
		return false
	}
	e.know()
	for _, w := range e.edits.Exclude {
		if t := e.find(w); t != nil {
			t.dropped = true
		}
	}
	for _, edit := range e.edits.Merge {
		into := e.find(edit.IndexWord)
		if into == nil {
			e.used[edit.Pos] = true // a heading of the editor's own
			into = e.heading(edit.Text)
		}
		into.wanted = true
		for _, w := range edit.Words {
			e.take(into, e.find(w))
		}
	}
	e.takeSees()
	for _, edit := range e.edits.Rename {
		if t := e.find(edit.IndexWord); t != nil {
			t.renamed, t.wanted = edit.Words[0].Text, true
			e.note(t.renamed, t, 0)
		}
	}
	for _, edit := range e.edits.SortAs {
		if t := e.find(edit.IndexWord); t != nil {
			t.sortAs, t.wanted = edit.Words[0].Text, true
		}
	}
	for _, edit := range e.edits.SeeAlso {
		if t := e.find(edit.IndexWord); t != nil {
			t.wanted = true
		}
	}
	e.indexer.terms = slices.DeleteFunc(e.indexer.terms, func(t *term) bool { return t.dropped })
	return true
}

// changes reports whether there are rules on terms.
func (e *editor) changes() bool {
	d := e.edits
	return len(d.Exclude)+len(d.Merge)+len(d.Rename)+len(d.SortAs)+len(d.See)+len(d.SeeAlso) > 0
}

// takeSees gives the places of a heading that is to lead to one other to that other.
func (e *editor) takeSees() {
	for _, edit := range e.edits.See {
		e.from = append(e.from, redirect{heading: edit.Text, to: edit.Words})
		from := e.terms[headingKey(edit.Text)].term
		if from == nil {
			continue
		}
		if to := e.find(edit.Words[0]); len(edit.Words) == 1 && to != nil && to != from {
			e.take(to, from)
			to.wanted = true
			e.from[len(e.from)-1].term = to
		} else if to != from {
			from.dropped = true
		}
	}
}

// heading makes a term of a heading that nothing calls yet.
func (e *editor) heading(text string) *term {
	t := &term{origin: fromEditor, title: text, renamed: text}
	e.indexer.terms = append(e.indexer.terms, t)
	e.note(text, t, 0)
	return t
}

// take gives a term all that another has, and leads readers from the other's heading
// to it.
func (e *editor) take(into, other *term) {
	if other == nil || other == into || other.dropped {
		return
	}
	e.from = append(e.from, redirect{heading: e.name(other), term: into})
	other.joined, other.dropped = into, true
	into.links += other.links
	for _, f := range other.forms {
		if added := e.addForm(into, f.text, derivedForm); added != nil {
			added.capital = f.capital
		}
	}
	for _, c := range append(other.also, other.chapter) {
		if c != nil && into.chapter == nil {
			into.chapter = c
		} else if c != nil {
			into.also = append(into.also, c)
		}
	}
	if into.topic == nil {
		into.topic = other.topic
	}
	if into.renamed == "" && into.chapter == other.chapter && other.chapter != nil {
		into.renamed = e.name(into) // not the title of the chapter that it took in
	}
}

// know notes by what names an editor may call the terms.
func (e *editor) know() {
	e.terms = map[string]known{}
	for _, t := range e.indexer.terms {
		heading := e.name(t)
		e.heads = append(e.heads, heading)
		e.note(heading, t, 0)
		title := t.title
		if t.tail != "" {
			title += " (" + t.tail + ")"
		}
		e.note(title, t, 1)
		e.note(e.names.Parse(t.title).Inverted(), t, 2)
		for _, f := range t.forms {
			e.note(f.text, t, 3+int(f.kind))
		}
		for _, m := range t.merged {
			e.note(m.title, t, 9)
		}
	}
}

// note keeps the best term for a heading: of two of one rank the one that the text
// names more often.
func (e *editor) note(heading string, t *term, rank int) {
	key := headingKey(heading)
	if has, ok := e.terms[key]; ok && (has.rank < rank || has.rank == rank && has.term.total >= t.total) {
		return
	}
	e.terms[key] = known{t, rank}
}

// find returns the term that a heading means, nil if there is none.
func (e *editor) find(w book.IndexWord) *term {
	t := e.terms[headingKey(w.Text)].term
	for t != nil && t.joined != nil {
		t = t.joined
	}
	if t != nil {
		e.used[w.Pos] = true
	}
	return t
}
