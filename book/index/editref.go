package index

import (
	"cmp"
	"slices"

	"publish/book"
)

// references puts the editor's references into the entries, takes out those that the
// editor excludes, and reports the rules that nothing in the index answers to.
func (e *editor) references(entries []*book.IndexEntry) []*book.IndexEntry {
	excluded := map[string][]book.Pos{}
	for _, w := range e.edits.Exclude {
		key := headingKey(w.Text)
		excluded[key] = append(excluded[key], w.Pos)
	}
	entries = slices.DeleteFunc(entries, func(entry *book.IndexEntry) bool {
		key := headingKey(book.PlainText(entry.Heading))
		if len(entry.See) == 0 || excluded[key] == nil {
			return false
		}
		for _, pos := range excluded[key] {
			e.used[pos] = true
		}
		return true
	})
	byHeading := map[string]*book.IndexEntry{}
	e.byID = map[string]*book.IndexEntry{}
	for _, entry := range entries {
		byHeading[headingKey(book.PlainText(entry.Heading))] = entry
		e.byID[entry.ID] = entry
	}
	for _, r := range e.from {
		if excluded[headingKey(r.heading)] == nil {
			entries = e.lead(entries, byHeading, r)
		}
	}
	for _, edit := range e.edits.SeeAlso {
		e.relate(byHeading, edit)
	}
	e.report(entries, byHeading)
	return entries
}

// lead adds an entry that only leads to others.
func (e *editor) lead(entries []*book.IndexEntry, byHeading map[string]*book.IndexEntry, r redirect) []*book.IndexEntry {
	var refs []book.IndexRef
	if len(r.to) == 0 && r.term.entry != nil && !beside(r.heading, r.term.heading) {
		refs = append(refs, refTo(r.term.entry))
	}
	for _, w := range r.to {
		if to := e.target(byHeading, w); to != nil {
			refs = append(refs, refTo(to))
		}
	}
	key := headingKey(r.heading)
	has := byHeading[key]
	switch {
	case len(refs) == 0 || has != nil && len(has.See) == 0:
		return entries
	case has != nil:
		has.See = refs
		return entries
	}
	entry := e.entry(r.heading, e.names.Parse(r.heading).Given != "")
	entry.See, entry.Why = refs, []string{"the editor"}
	byHeading[key] = entry
	return append(entries, entry)
}

// target returns the entry that a rule leads to. One that only leads elsewhere is
// followed.
func (e *editor) target(byHeading map[string]*book.IndexEntry, w book.IndexWord) *book.IndexEntry {
	to := byHeading[headingKey(w.Text)]
	if to == nil {
		if t := e.find(w); t != nil {
			to = t.entry
		}
	}
	if to != nil && len(to.See) == 1 {
		if other := e.byID[to.See[0].Target]; other != nil {
			to = other
		}
	}
	e.used[w.Pos] = to != nil
	if to == nil || len(to.See) > 0 {
		e.used[w.Pos] = false
		return nil
	}
	return to
}

func refTo(entry *book.IndexEntry) book.IndexRef {
	return book.IndexRef{Target: entry.ID, Heading: copied(book.PlainText(entry.Heading))}
}

// relate adds see also references to an entry.
func (e *editor) relate(byHeading map[string]*book.IndexEntry, edit book.IndexEdit) {
	from := e.target(byHeading, edit.IndexWord)
	for _, w := range edit.Words {
		to := e.target(byHeading, w)
		if from == nil || to == nil || to == from || slices.ContainsFunc(from.SeeAlso, func(r book.IndexRef) bool { return r.Target == to.ID }) {
			continue
		}
		from.SeeAlso = append(from.SeeAlso, refTo(to))
	}
	if from != nil {
		slices.SortStableFunc(from.SeeAlso, func(a, b book.IndexRef) int {
			return cmp.Compare(e.sorter.Key(book.PlainText(a.Heading)), e.sorter.Key(book.PlainText(b.Heading)))
		})
	}
}

// report names the rules that changed nothing.
func (e *editor) report(entries []*book.IndexEntry, byHeading map[string]*book.IndexEntry) {
	for _, entry := range entries {
		e.heads = append(e.heads, book.PlainText(entry.Heading))
	}
	slices.Sort(e.heads)
	e.heads = slices.Compact(e.heads)
	e.missing(e.edits.Exclude, "the index has no heading %q")
	for _, list := range [][]book.IndexEdit{e.edits.Rename, e.edits.SortAs} {
		for _, edit := range list {
			if t := e.find(edit.IndexWord); t == nil || t.entry == nil {
				e.used[edit.Pos] = false
			}
			e.missing([]book.IndexWord{edit.IndexWord}, "the index has no heading %q")
		}
	}
	for _, edit := range e.edits.Merge {
		e.missing(edit.Words, "the index has no heading %q")
	}
	for _, edit := range e.edits.See {
		e.missing(edit.Words, "the index has no heading %q")
	}
	for _, edit := range e.edits.SeeAlso {
		e.missing(append([]book.IndexWord{edit.IndexWord}, edit.Words...), "the index has no heading %q")
	}
	for _, edit := range e.edits.Add {
		if byHeading[headingKey(edit.Text)] == nil {
			e.diags.Add(book.IndexUnmatched, edit.Pos, "the text has no word that calls the heading %q", edit.Text)
		}
	}
	for _, p := range e.edits.People {
		e.missing([]book.IndexWord{p.IndexWord}, "the book has no name %q")
	}
	e.diags.Sort()
}

// maxHints is for how many words the nearest headings are looked for, which costs a
// look at all of them. Rules that miss more often were written for another book.
const maxHints = 200

// missing reports the words that no rule has used, with the nearest headings.
func (e *editor) missing(words []book.IndexWord, text string) {
	for _, w := range words {
		if e.used[w.Pos] {
			continue
		}
		d := e.diags.Add(book.IndexUnmatched, w.Pos, text, w.Text)
		if e.hints++; e.hints > maxHints {
			continue
		}
		for _, near := range book.Nearest(w.Text, e.heads, 2) {
			if headingKey(near) != headingKey(w.Text) {
				d.Hint("did you mean %q?", near)
			}
		}
	}
}

// owned puts the locators of the further chapters on a term's subject among the
// others, in reading order.
func (x *indexer) owned(t *term, list []book.Locator) []book.Locator {
	if len(t.also) == 0 {
		return list
	}
	for _, c := range t.also {
		list = slices.DeleteFunc(list, func(l book.Locator) bool { return l.Chapter == c.Chapter })
		list = append(list, x.principal(c))
	}
	slices.SortStableFunc(list, func(a, b book.Locator) int {
		return cmp.Compare(x.chapterOf[a.Chapter].number, x.chapterOf[b.Chapter].number)
	})
	return list
}

// sortedAs gives an entry the place that the editor wants.
func (x *indexer) sortedAs(t *term) {
	if t.sortAs == "" {
		return
	}
	t.entry.Sort = x.sorter.NameKey(t.sortAs)
	x.letters[t.entry.Sort] = x.sorter.NameLetter(t.sortAs)
}
