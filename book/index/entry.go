package index

import (
	"cmp"
	"slices"
	"strings"

	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// maxSeeAlso is the greatest number of see also references of an entry.
const maxSeeAlso = 4

// entries makes the entries of the chosen terms, with their references.
func (x *indexer) entries(terms []*term) []*book.IndexEntry {
	var all []*book.IndexEntry
	taken := map[string]bool{}
	byChapter := map[string]*term{}
	for _, t := range terms {
		t.heading = x.name(t)
		if key := collation.Plain(t.heading); taken[key] && t.chapter == nil {
			continue
		} else {
			taken[key] = true
		}
		t.entry = x.entry(t.heading, t.person)
		t.entry.Locators = x.locators(t)
		if t.chapter != nil {
			byChapter[t.chapter.ID] = t
		}
		all = append(all, t.entry)
	}
	for _, t := range terms {
		if t.entry == nil {
			continue
		}
		t.entry.SeeAlso = x.seeAlso(t, byChapter)
		all = append(all, x.seeReferences(t, taken)...)
	}
	return all
}

func (x *indexer) entry(heading string, person bool) *book.IndexEntry {
	key := x.sorter.Key(heading)
	if person {
		key = x.sorter.NameKey(heading)
		x.letters[key] = collation.NameLetter(heading)
	}
	slug := book.Slug(heading)
	if slug == "" {
		slug = "entry"
	}
	return &book.IndexEntry{
		ID: x.ids.take("index-" + slug), Heading: []book.Inline{&book.Text{Value: heading}}, Sort: key,
	}
}

// locators returns the locators of a term in reading order: sections that follow
// one another as a range, the term's own chapter as the principal one.
func (x *indexer) locators(t *term) []book.Locator {
	var list []book.Locator
	own := func() {
		list = append(list, book.Locator{From: t.chapter.ID, To: x.end(t.chapter), Chapter: t.chapter, Principal: true})
	}
	owned := t.chapter == nil
	for i := 0; i < len(t.places); {
		p := t.places[i]
		if !owned && x.orderOf[t.chapter] < x.orderOf[p.chapter] {
			own()
			owned = true
		}
		end := i + 1
		for end < len(t.places) && t.places[end].order == t.places[end-1].order+1 {
			end++
		}
		if end-i >= 3 || end-i == 2 && p.count > 1 && t.places[i+1].count > 1 {
			list = append(list, book.Locator{From: p.anchor, To: t.places[end-1].anchor, Chapter: p.chapter})
			i = end
			continue
		}
		list = append(list, book.Locator{From: p.anchor, Chapter: p.chapter})
		i++
	}
	if !owned {
		own()
	}
	return list
}

// seeAlso returns references to the entries of the chapters that the term's own
// chapter names as related.
func (x *indexer) seeAlso(t *term, byChapter map[string]*term) []book.IndexRef {
	var refs []book.IndexRef
	if t.broad != nil && t.broad.entry != nil {
		refs = append(refs, book.IndexRef{Target: t.broad.entry.ID, Heading: copied(t.broad.heading)})
	}
	if t.chapter == nil {
		return refs
	}
	for _, ref := range t.chapter.SeeAlso {
		if other := byChapter[ref.Target]; other != nil && other != t && len(refs) < maxSeeAlso {
			refs = append(refs, book.IndexRef{Target: other.entry.ID, Heading: copied(other.heading)})
		}
	}
	slices.SortFunc(refs, func(a, b book.IndexRef) int {
		return cmp.Compare(x.sorter.Key(book.PlainText(a.Heading)), x.sorter.Key(book.PlainText(b.Heading)))
	})
	return refs
}

func copied(heading string) []book.Inline { return []book.Inline{&book.Text{Value: heading}} }

// seeReferences returns the entries that lead from other names of a term to its
// own: redirects that the text uses, or that lead to a chapter. A name that would
// stand beside the entry itself needs none.
func (x *indexer) seeReferences(t *term, taken map[string]bool) []*book.IndexEntry {
	var list []*book.IndexEntry
	for _, alias := range t.topic.Aliases {
		name, _ := qualifier(alias)
		person := x.names.Person(name) == names.Likely
		if isStopped(name) || x.apart(t.topic.Title, alias) || t.chapter == nil && !t.named[name] {
			continue
		}
		heading := name
		if person {
			heading = x.names.Parse(name).Inverted()
		} else if !t.proper && !isAcronym(name) {
			heading = strings.ToLower(name)
		}
		key := collation.Plain(heading)
		if taken[key] || beside(heading, t.heading) {
			continue
		}
		taken[key] = true
		e := x.entry(heading, person)
		e.See = []book.IndexRef{{Target: t.entry.ID, Heading: copied(t.heading)}}
		list = append(list, e)
	}
	return list
}

// beside reports whether two headings stand near each other in the index: they
// begin with the same word, or nearly.
func beside(a, b string) bool {
	x, y := stems(a), stems(b)
	if len(x) == 0 || len(y) == 0 {
		return true
	}
	n := min(len(x[0]), len(y[0]), 6)
	return x[0] == y[0] || n >= 5 && x[0][:n] == y[0][:n]
}

// groups sorts the entries and puts them under their letters.
func (x *indexer) groups(entries []*book.IndexEntry) []book.IndexGroup {
	slices.SortStableFunc(entries, func(a, b *book.IndexEntry) int {
		return cmp.Or(strings.Compare(a.Sort, b.Sort), strings.Compare(a.ID, b.ID))
	})
	var list []book.IndexGroup
	for _, e := range entries {
		letter, person := x.letters[e.Sort]
		if !person {
			letter = collation.Letter(book.PlainText(e.Heading))
		}
		if len(list) == 0 || list[len(list)-1].Letter != letter {
			list = append(list, book.IndexGroup{Letter: letter})
		}
		last := &list[len(list)-1]
		last.Entries = append(last.Entries, e)
	}
	return list
}
