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
		x.sortedAs(t)
		t.entry.Locators = x.locators(t)
		if t.chapter != nil {
			byChapter[t.chapter.ID] = t
		}
		for _, c := range t.also {
			byChapter[c.ID] = t
		}
		all = append(all, t.entry)
	}
	x.noteSubjects()
	for _, t := range terms {
		if t.entry == nil {
			continue
		}
		x.divide(t)
		t.entry.SeeAlso = x.seeAlso(t, byChapter)
		all = append(all, x.seeReferences(t, taken)...)
	}
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
	for _, name := range x.otherNames(t) {
		person := x.names.Person(name) == names.Likely
		heading := name
		if person {
			heading = x.names.Parse(name).Inverted()
		} else if !isAcronym(name) && !x.spokenProper(name) {
			heading = strings.ToLower(name)
		}
		key := collation.Plain(heading)
		if taken[key] || beside(heading, t.heading) && !t.isMerged(name) {
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
	x, y := wordsOf(stemsText(a)), wordsOf(stemsText(b))
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

// isNamed reports whether the text calls a term by a form.
func (t *term) isNamed(name string) bool {
	return slices.ContainsFunc(t.forms, func(f *form) bool { return f.text == name && f.count > 0 })
}

// aliases returns the redirects of a term.
func (t *term) aliases() []string {
	if t.topic == nil {
		return nil
	}
	return t.topic.Aliases
}

// otherNames returns the names of a term that a reader may look for: those of
// redirects that the text uses, or that lead to a chapter, abbreviations and other
// words for it that the text has.
func (x *indexer) otherNames(t *term) []string {
	var list []string
	for _, alias := range t.aliases() {
		name, _ := qualifier(alias)
		if !x.isStopped(name) && !x.apart(t.title, alias) && (t.chapter != nil || t.isNamed(name)) {
			list = append(list, name)
		}
	}
	for _, f := range t.forms {
		if (f.kind == shortForm || f.kind == variantForm) && f.count > 0 && !slices.Contains(list, f.text) && !t.person {
			list = append(list, f.text)
		}
	}
	for _, m := range t.merged {
		if m.topic != nil && (m.namesDoctrine() || rootOf(m.title) == "") {
			list = append(list, m.title)
		}
	}
	return list
}

// spokenProper reports whether the text writes a phrase with capitals.
func (x *indexer) spokenProper(phrase string) bool {
	words := wordsOf(phrase)
	for i, w := range words {
		s := x.stem(stemOf(w))
		if isCapital(w) && x.isProper(s) && (i == 0 || x.stems[s].upper > 0) {
			return true
		}
	}
	return false
}

// isMerged reports whether a name is that of a term that this one took in.
func (t *term) isMerged(name string) bool {
	return slices.ContainsFunc(t.merged, func(m *term) bool { return m.title == name })
}
