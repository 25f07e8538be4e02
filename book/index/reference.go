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

// fewLocators is how many locators stand again under another name of a subject, where
// a reference would send the reader on for little (Chicago 18, 15.17).
const fewLocators = 3

// ties says how often the chapters link to one another, and which of them their See
// also lists name.
type ties map[*chapter]map[*chapter]int

// listedTie is what a See also list counts for beside single links.
const listedTie = 100

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
	if t.chapter != nil {
		for _, c := range x.chapters {
			there, back := all[t.chapter][c], all[c][t.chapter]
			if u := x.ofChapter[c]; u != nil && u != t && u.entry != nil && (there >= listedTie || there > 0 && back > 0) {
				list = append(list, related{u, there + back})
			}
		}
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

// refsTo returns references to the first of a list, in the order of the index.
func (x *indexer) refsTo(list []related) []book.IndexRef {
	var refs []book.IndexRef
	for _, r := range list {
		same := func(ref book.IndexRef) bool { return ref.Target == r.entry.ID }
		if len(refs) < maxSeeAlso && !slices.ContainsFunc(refs, same) {
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

// seeReferences returns the entries under other names of a term: they lead to its
// own, or have the same locators where it has few. A name that would stand beside the
// entry itself needs none.
func (x *indexer) seeReferences(t *term, taken map[string]bool) []*book.IndexEntry {
	var list []*book.IndexEntry
	for _, name := range x.otherNames(t) {
		if x.isNoMore(name, t) {
			continue
		}
		person := x.names.Person(name) == names.Likely
		heading := x.otherHeading(t, name, person)
		key := collation.Plain(heading)
		if taken[key] || beside(heading, t.heading) && !(t.isMerged(name) && !strings.ContainsAny(name, " -")) {
			continue
		}
		if isAcronym(name) && x.isPlaceName(t) || strings.Contains(name, " and ") && x.names.IsGiven(wordsOf(name)[0]) || strings.Contains(name, ".") && isAcronym(name) && taken[strings.ReplaceAll(key, ".", "")] {
			continue // nobody looks for a country by its initials, or for two persons by a given name
		}
		taken[key] = true
		e := x.entry(heading, person)
		e.Why = []string{"another name for " + t.heading}
		if n := len(t.entry.Locators); n > 0 && n <= fewLocators && t.chapter == nil && len(t.entry.Sub)+len(t.entry.SeeAlso) == 0 {
			e.Locators = slices.Clone(t.entry.Locators)
			if isAcronym(name) && !strings.Contains(name, "-") && !strings.ContainsAny(t.heading, "(,") {
				e.Heading = copied(heading + " (" + t.heading + ")") // Chicago 18, 15.57
			}
		} else {
			e.See = []book.IndexRef{{Target: t.entry.ID, Heading: copied(t.heading)}}
		}
		list = append(list, e)
	}
	return list
}

// isNoMore reports whether another name of a term is its heading with a word in front
// that tells whose it is or of what country, an abbreviation that stands by itself with
// the noun for the kind, or only spelled or misspelt otherwise.
func (x *indexer) isNoMore(name string, t *term) bool {
	words := wordsOf(name)
	if len(words) == 2 && isAcronym(words[0]) && isOwnKind(words[1]) {
		return true
	}
	one, other := folded(stemsText(name)), folded(stemsText(t.heading))
	if strings.ReplaceAll(one, " ", "") == strings.ReplaceAll(other, " ", "") || isSlip(one, other) {
		return true // spelled or misspelt otherwise
	}
	return len(words) > 2 && (x.leadsName(words) || x.stemClass(words[0]).has(isDemonym|isCountry)) && stemsText(strings.Join(words[1:], " ")) == stemsText(t.heading)
}

// otherHeading writes another name of a term as a heading.
func (x *indexer) otherHeading(t *term, name string, person bool) string {
	switch {
	case person:
		return x.names.Parse(name).Inverted()
	case isAcronym(name):
		return name
	case t.proper && isCapital(lastWord(name)):
	case !x.spokenProper(name):
		name = strings.ToLower(name)
	}
	if article, rest := collation.Article(name); article != "" && rest != "" && !strings.ContainsAny(article, "'’") {
		return rest + ", " + article
	}
	return name
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
	for _, f := range t.forms {
		if f.kind == partForm && f.count > 1 && x.parts[f.text] == 1 && !t.person && (!t.proper || x.stemClass(lastWord(f.text)).has(isEvent)) {
			list = append(list, f.text)
		}
	}
	if t.topic != nil && rootOf(t.title) != "" && stemsText(t.heading) != stemsText(t.title) && t.chapter == nil && t.tail == "" && t.isNamed(t.title) {
		list = append(list, t.title) // the doctrine, where its followers are the heading
	}
	for _, name := range t.born {
		if t.person && !slices.Contains(list, name) {
			list = append(list, name)
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
	return name == t.title || slices.ContainsFunc(t.merged, func(m *term) bool { return m.title == name })
}
