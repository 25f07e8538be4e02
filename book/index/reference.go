package index

import (
	"cmp"
	"slices"
	"strings"

	"publish/book"
)

// maxSeeAlso is the greatest number of see also references of an entry.
const maxSeeAlso = 4

// ties says how often the chapters link to one another, and which of them their See
// also lists name.
type ties map[*chapter]map[*chapter]int

// listedTie is what a See also list counts for beside single links.
const listedTie = 100

// maxLinked is how many of them may lead to what no See also list names.
const maxLinked = 2

// tiesOf counts the links between chapters.
func (x *indexer) tiesOf(mentions []book.Mention) ties {
	all := ties{}
	add := func(from, to *chapter, n int) {
		if from == nil || to == nil || from == to {
			return
		}
		if all[from] == nil {
			all[from] = map[*chapter]int{}
		}
		all[from][to] += n
	}
	for _, m := range mentions {
		if m.Note == nil && m.Topic.Chapter != nil {
			add(x.chapterOf[m.Chapter], x.chapterOf[m.Topic.Chapter], 1)
		}
	}
	byID := map[string]*chapter{}
	for _, c := range x.chapters {
		byID[c.ID] = c
	}
	for _, c := range x.chapters {
		for _, ref := range c.SeeAlso {
			add(c, byID[ref.Target], listedTie)
		}
	}
	return all
}

// related is an entry that another leads to, and how strongly.
type related struct {
	*term
	strength int
}

// seeAlso returns references to related entries: of chapters that the term's own
// names in its list, or that link to it as it does to them, of the article that the
// wiki sends readers to, and of narrower subjects.
func (x *indexer) seeAlso(t *term, all ties, narrower map[string][]*term) []book.IndexRef {
	var list []related
	if t.broad != nil && t.broad.entry != nil && t.broad != t {
		list = append(list, related{t.broad, 2 * listedTie})
	}
	for _, own := range append(t.also, t.chapter) {
		list = append(list, x.tied(t, own, all)...)
	}
	if !t.proper && !strings.Contains(t.title, " ") {
		for _, u := range narrower[stemsText(t.title)] {
			if u != t && u.entry != nil {
				list = append(list, related{u, 0})
			}
		}
	}
	for _, u := range x.namesake(t) {
		list = append(list, related{u, 1})
	}
	slices.SortStableFunc(list, func(a, b related) int { return cmp.Compare(b.strength, a.strength) })
	return x.refsTo(list)
}

// tied returns what a chapter on a term's subject refers to.
func (x *indexer) tied(t *term, own *chapter, all ties) []related {
	if own == nil {
		return nil
	}
	var list []related
	for _, c := range x.chapters {
		there, back := all[own][c], all[c][own]
		u := x.ofChapter[c]
		if u == nil || u == t || u.entry == nil || x.isSibling(t, u) {
			continue
		}
		if there >= listedTie || back >= listedTie && t.isEqual(u) || min(there, back) > 0 {
			list = append(list, related{u, there + back})
		}
	}
	return list
}

// isEqual reports whether two terms are of one kind: persons, doctrines or events.
func (t *term) isEqual(u *term) bool {
	if t.person || u.person {
		return t.person && u.person
	}
	return t.namesDoctrine() && u.namesDoctrine() || t.kind.has(isEvent) && u.kind.has(isEvent)
}

// isSibling reports whether two names end with one noun that has an entry of its own, from
// where a reader comes to both: two of the work-ins.
func (x *indexer) isSibling(t, u *term) bool {
	kind := kindOf(t.title)
	if !t.proper || !u.proper || kind != kindOf(u.title) {
		return false
	}
	whole := x.byKey[kind]
	return whole != nil && whole.entry != nil && whole != t && whole != u
}

// kindOf returns the stems of the last noun of a title, a compound with a hyphen whole.
func kindOf(title string) string {
	return stemsText(title[strings.LastIndexByte(title, ' ')+1:])
}

// namesake returns the events that have entries and are called after a place with one,
// and for such an event the place: Kronstadt, the Kronstadt Rebellion.
func (x *indexer) namesake(t *term) []*term {
	var list []*term
	words := strings.Fields(stemsText(t.title))
	if n := len(words); t.proper && !t.person && n > 1 && x.stemClass(words[n-1]).has(isEvent) {
		if place := x.byKey[strings.Join(words[:n-1], " ")]; place != nil && place != t && place.entry != nil && place.proper && !place.person && x.namedAfter(place) {
			list = append(list, place)
		}
		return list
	}
	if !t.proper || t.person || !x.namedAfter(t) {
		return nil
	}
	for _, event := range [...]string{"rebellion", "uprising", "revolt", "commune", "massacre", "strike", "general strike", "riot", "insurrection", "mutiny", "revolution"} {
		if u := x.byKey[stemsText(t.title)+" "+event]; u != nil && u != t && u.entry != nil && u.proper {
			list = append(list, u)
		}
	}
	return list
}

// namedAfter reports whether a term is a place of whose name events are made: no
// country, which has many.
func (x *indexer) namedAfter(t *term) bool {
	return len(wordsOf(t.title)) < 3 && !x.stemClass(lastWord(t.title)).has(isCountry|isDemonym|isGeneral)
}

// leastRelated is how many locators an entry has to which another leads, unless a chapter
// is on its subject.
const leastRelated = 2

// leadsFar reports whether an entry has enough for a reader to be sent there.
func (t *term) leadsFar() bool {
	n := len(t.entry.Locators)
	for _, sub := range t.entry.Sub {
		n += len(sub.Locators)
	}
	return t.chapter != nil || n >= leastRelated
}

// refsTo returns references to the first of a list, in the order of the index.
func (x *indexer) refsTo(list []related) []book.IndexRef {
	var refs []book.IndexRef
	linked := 0
	for _, r := range list {
		if r.strength > 1 && r.strength < listedTie {
			linked++
		}
		same := func(ref book.IndexRef) bool { return ref.Target == r.entry.ID }
		if len(refs) < maxSeeAlso && linked <= maxLinked && r.leadsFar() && !slices.ContainsFunc(refs, same) {
			refs = append(refs, book.IndexRef{Target: r.entry.ID, Heading: copied(r.heading)})
		}
	}
	slices.SortFunc(refs, func(a, b book.IndexRef) int {
		return cmp.Compare(x.sorter.Key(book.PlainText(a.Heading)), x.sorter.Key(book.PlainText(b.Heading)))
	})
	return refs
}

// narrowerOf returns terms of several common words by the last one's stem: general
// strike under strike.
func narrowerOf(terms []*term) map[string][]*term {
	by := map[string][]*term{}
	for _, t := range terms {
		words := strings.Fields(stemsText(t.title))
		if len(words) > 1 && !t.proper && !t.person && t.entry != nil {
			by[words[len(words)-1]] = append(by[words[len(words)-1]], t)
		}
	}
	return by
}

// withoutNeighbours takes out see also references between entries that stand next to each
// other under one letter, where a reader sees both.
func withoutNeighbours(entries []*book.IndexEntry) {
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, byPlace)
	for i, e := range sorted {
		e.SeeAlso = slices.DeleteFunc(e.SeeAlso, func(ref book.IndexRef) bool {
			return i > 0 && sorted[i-1].ID == ref.Target && isNextTo(sorted[i-1], e) || i+1 < len(sorted) && sorted[i+1].ID == ref.Target && isNextTo(e, sorted[i+1])
		})
	}
}

// isNextTo reports whether two entries that follow one another begin with one letter.
func isNextTo(a, b *book.IndexEntry) bool {
	one, other := folded(book.PlainText(a.Heading)), folded(book.PlainText(b.Heading))
	return one != "" && other != "" && one[0] == other[0]
}

// byPlace compares two entries by where they stand.
func byPlace(a, b *book.IndexEntry) int {
	return cmp.Or(strings.Compare(a.Sort, b.Sort), strings.Compare(a.ID, b.ID))
}
