package index

import (
	"maps"
	"slices"
	"strings"

	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// indexer holds what the steps of one index share.
type indexer struct {
	*lexicon
	names      *names.Lexicon
	sorter     *collation.Sorter
	ids        idents
	chapters   []*chapter
	chapterOf  map[*book.Chapter]*chapter
	terms      []*term
	byKey      map[string]*term     // by the stems of their titles
	families   map[string][]*term   // persons by surname
	linked     map[*book.Text]*term // by the first text of a link
	linkLength map[*book.Text]int   // bytes of the link's words
	concepts   map[stemID]bool
	places     *anchors
	ofChapter  map[*chapter]*term // whose subject a chapter is
	calls      calls
	letters    map[string]string  // of names of persons, by their sort keys
	sections   int                // of the book
	size       int                // tokens of the book
	undivided  bool               // no entry has subentries
	called     map[string]bool    // words of links, by their stems
	heads      map[string]bool    // nouns that names are made with, by their stems
	named      map[string]bool    // words of names of several words, by their stems
	ties       ties               // between chapters
	company    map[int][]presence // entries that paragraphs speak of, by their order
	parts      map[string]int     // how many terms have a form of some of their words
	titles     map[string]int     // how many terms have a title, by its stems
	known      map[string]string  // full names that everybody knows, by the surname
	roots      map[string]bool    // of the titles of terms
	peoples    map[string]string  // names of peoples, by their stems
	authors    map[string]string  // surnames of the authors of works, by the stems of their titles
	endings    map[string]int     // how many titles end with two words, by their stems
	suffered   map[string]bool    // names in headings of a person's fate, by their stems
}

// Build makes the index of b and puts the anchors that it leads to into the text.
// A book whose manifest wants no index, or that gives no headings, gets none. It
// follows the editor's rules in spec, and reports those that change nothing.
func Build(b *book.Book, spec book.IndexSpec) book.Diags {
	b.Index = nil
	if spec.Omit {
		return nil
	}
	x := newIndexer(b)
	x.undivided = spec.Depth == 1
	e := x.newEditor(spec.Edits)
	x.topics(b)
	x.ties = x.tiesOf(b.Mentions)
	x.calls = callsOf(b)
	x.read(x.chapters, x.linkLength, x.calls)
	for _, c := range x.chapters {
		x.sections += len(c.sections)
		x.size += len(c.tokens)
	}
	x.authors = x.authorsOf(b)
	x.candidates(e)
	x.noteSubjects()
	x.scan(x.terms)
	merged := x.reword()
	merged = x.mergeRoots() || merged
	if e.change() || merged {
		x.scan(x.terms)
	}
	kept := x.choose()
	x.scan(kept)
	kept = x.thin(kept)
	if entries := e.references(x.entries(kept)); len(entries) > 0 {
		b.Index = &book.Index{Groups: x.groups(entries)}
	}
	x.places.put(x.chapters)
	return e.diags
}

func newIndexer(b *book.Book) *indexer {
	x := &indexer{
		lexicon: newLexicon(), names: names.New(), sorter: collation.New(b.Meta.Language), ids: idsOf(b),
		chapterOf: map[*book.Chapter]*chapter{}, byKey: map[string]*term{}, linked: map[*book.Text]*term{}, linkLength: map[*book.Text]int{},
		concepts: map[stemID]bool{}, letters: map[string]string{},
	}
	for i, c := range append(b.Body(), b.Back...) { // front matter has no place in an index (Chicago 18, 15.28)
		shell := &chapter{Chapter: c, number: i}
		x.chapters = append(x.chapters, shell)
		x.chapterOf[c] = shell
	}
	x.places = &anchors{ids: x.ids, cuts: map[*book.Text][]cut{}, changed: map[*chapter]bool{}}
	return x
}

// candidates adds what the text names to what the wiki does, and finds the persons
// whom a surname may stand for.
func (x *indexer) candidates(e *editor) {
	x.known, x.peoples = x.knownPersons(), peoples()
	x.findNames()
	x.joinQualified()
	x.findWorks()
	x.findConcepts()
	x.findHeadings()
	x.findSubjects()
	x.findPhrases()
	x.findAbbreviations()
	x.joinFactions()
	x.joinLinked()
	x.joinCalled()
	x.joinDemonyms()
	e.judge()
	x.joinDescribed()
	x.joinAliases()
	x.joinPersons()
	x.joinAlike()
	x.joinShortened()
	x.joinInitials()
	x.addParts()
	x.joinSurnames()
	x.addDerived()
	x.addKindred()
	x.clean()
	e.add()
}

// joinSurnames gives every person the surname as a form, and what is called by a
// surname alone to the only person of that name.
func (x *indexer) joinSurnames() {
	x.families = map[string][]*term{}
	for _, t := range x.terms {
		if t.family == "" {
			continue
		}
		x.families[t.family] = append(x.families[t.family], t)
		if f := x.addForm(t, t.family, familyForm); f != nil && f.kind == familyForm {
			f.capital = make([]bool, len(f.stems))
			f.capital[len(f.capital)-1] = true
		}
	}
	x.joinBorn()
	parts := x.unturned()
	x.terms = slices.DeleteFunc(x.terms, func(t *term) bool {
		if t.family != "" || t.chapter != nil || t.origin == fromArticle || t.tail != "" {
			return false
		}
		if first, kind, two := strings.Cut(t.title, " "); two {
			if of := x.families[stemsText(t.title)]; len(of) > 0 && t.origin.isName() {
				t.joined, t.dropped = best(of), true // Le Guin
				return true
			}
			of := x.families[stemOf(first)]
			if len(of) > 0 && !strings.Contains(kind, " ") && (isFateOf(kind) || !isCapital(kind) && (!t.kind.has(isEvent) && t.topic == nil || isPossessive(first))) {
				t.joined, t.dropped = best(of), true // the Allende government, McKinley's assassination
				return true
			}
			return false
		}
		of := x.families[stemOf(t.title)]
		if len(of) == 0 {
			of = parts[stemOf(t.title)]
		}
		if len(of) == 0 && x.known[stemOf(t.title)] != "" && t.kind == 0 {
			x.complete(t, x.known[stemOf(t.title)])
			t.placed = false
		}
		if len(of) == 0 || t.placed {
			return false
		}
		t.joined, t.dropped = best(of), true
		return true
	})
}

// unturned returns the persons whose names are not turned round, by each of their
// words: in many languages any of them may stand for the whole.
func (x *indexer) unturned() map[string][]*term {
	parts := map[string][]*term{}
	for _, t := range x.terms {
		words := wordsOf(t.title)
		if !t.person || t.surname || len(words) < 2 || len(words) > 4 {
			continue
		}
		for _, w := range words {
			if x.stemClass(w).has(isCountry) {
				continue // a king of Russia is not Russia
			}
			if t.family != "" && (x.names.IsGiven(w) || x.stemClass(w).has(isGeneral|isKind|isRole) || strings.Contains(t.family, stemOf(w))) {
				continue
			}
			if len(w) > 2 && isCapital(w) && (t.family == "" || !x.named[stemOf(w)]) {
				parts[stemOf(w)] = append(parts[stemOf(w)], t)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(parts)) {
		list := parts[key]
		if len(list) > 1 {
			list = slices.DeleteFunc(slices.Clone(list), func(t *term) bool { return t.chapter == nil })
			parts[key] = list // in the chapter on one of them it is that one
		}
		if len(list) != 1 {
			delete(parts, key)
		} else {
			x.addForm(list[0], key, partForm)
		}
	}
	return parts
}

// best returns of several persons of one surname the one with a chapter, with an
// article, or with most links.
func best(list []*term) *term {
	b := list[0]
	for _, t := range list[1:] {
		switch {
		case (t.chapter != nil) != (b.chapter != nil):
			if t.chapter != nil {
				b = t
			}
		case t.origin != b.origin:
			if t.origin < b.origin {
				b = t
			}
		case t.links > b.links:
			b = t
		}
	}
	return b
}
