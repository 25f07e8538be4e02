package index

import (
	"slices"

	"publish/book"
	"publish/book/collation"
)

// entries makes the entries of the chosen terms, with their references.
func (x *indexer) entries(terms []*term) []*book.IndexEntry {
	var all []*book.IndexEntry
	taken := map[string]bool{}
	for _, accounts := range [...]bool{false, true} { // which use the headings of others
		for _, t := range terms {
			if (t.chapter != nil) == accounts {
				t.heading = x.calls.marked(x.name(t))
			}
		}
	}
	for _, t := range terms {
		if key := collation.Plain(t.heading); taken[key] && t.chapter == nil {
			continue
		} else {
			taken[key] = true
		}
		t.entry = x.entry(t.heading, t.person)
		if t.origin == fromWork && t.author != "" { // without one it may be a slogan
			t.entry.Heading = italicTitle(t.heading)
		}
		t.entry.Why = t.why()
		x.sortedAs(t)
		t.entry.Locators = x.locators(t)
		all = append(all, t.entry)
	}
	x.noteSubjects()
	x.company = companyOf(terms)
	narrower := narrowerOf(terms)
	x.parts = map[string]int{}
	for _, t := range terms {
		for _, f := range t.forms {
			if f.kind == partForm {
				x.parts[f.text]++
			}
		}
	}
	for _, t := range terms {
		if t.entry == nil {
			continue
		}
		x.divide(t)
		x.postOwn(t)
		t.entry.SeeAlso = x.seeAlso(t, x.ties, narrower)
		all = append(all, x.seeReferences(t, taken)...)
	}
	withoutNeighbours(all)
	return all
}

// noteSubjects notes which terms the chapters are on.
func (x *indexer) noteSubjects() {
	x.ofChapter = map[*chapter]*term{}
	for _, t := range x.terms {
		for _, c := range append(t.also, t.chapter) {
			if c != nil && !t.dropped {
				x.ofChapter[c] = t
			}
		}
	}
}

func (x *indexer) entry(heading string, person bool) *book.IndexEntry {
	key := x.sorter.Key(heading)
	if person {
		key = x.sorter.NameKey(heading)
		x.letters[key] = x.sorter.NameLetter(heading)
	}
	slug := book.Slug(heading)
	if slug == "" {
		slug = "entry"
	}
	return &book.IndexEntry{
		ID: x.ids.take("index-" + slug), Heading: []book.Inline{&book.Text{Value: heading}}, Sort: key,
	}
}

// locators returns the locators of a term in reading order, that of its own chapter
// among them.
func (x *indexer) locators(t *term) []book.Locator {
	var list []book.Locator
	owned := t.chapter == nil
	for _, s := range x.stretches(t) {
		if !owned && t.chapter.number < s.chapter.number {
			list = append(list, x.principal(t.chapter))
			owned = true
		}
		list = append(list, x.locator(&s))
	}
	if !owned {
		list = append(list, x.principal(t.chapter))
	}
	return x.owned(t, list)
}

// italicTitle writes the title of a work, which the text has in italic, without the author
// or year in brackets behind it (Chicago 18, 15.13).
func italicTitle(heading string) []book.Inline {
	title, tail := qualifier(heading)
	if title == heading {
		return []book.Inline{&book.Emphasis{Inlines: copied(title)}}
	}
	return []book.Inline{&book.Emphasis{Inlines: copied(title)}, &book.Text{Value: " (" + tail + ")"}}
}

func copied(heading string) []book.Inline { return []book.Inline{&book.Text{Value: heading}} }

// beside reports whether two headings stand near each other in the index: they
// begin with the same word, or nearly.
func beside(a, b string) bool {
	x, y := wordsOf(stemsText(a)), wordsOf(stemsText(b))
	if len(x) == 0 || len(y) == 0 {
		return true
	}
	n := min(len(x[0]), len(y[0]), 6)
	return x[0] == y[0] || n >= 5 && x[0][:n] == y[0][:n]
}

// groups sorts the entries and puts them under their letters.
func (x *indexer) groups(entries []*book.IndexEntry) []book.IndexGroup {
	slices.SortStableFunc(entries, byPlace)
	var list []book.IndexGroup
	for _, e := range entries {
		letter, person := x.letters[e.Sort]
		if !person {
			letter = x.sorter.Letter(book.PlainText(e.Heading))
		}
		if len(list) == 0 || list[len(list)-1].Letter != letter {
			list = append(list, book.IndexGroup{Letter: letter})
		}
		last := &list[len(list)-1]
		last.Entries = append(last.Entries, e)
	}
	return list
}
