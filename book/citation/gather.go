package citation

import (
	"slices"
	"strconv"
	"strings"

	"publish/book"
	"publish/book/citation/entry"
	"publish/book/citation/line"
	"publish/book/citation/style"
	"publish/book/collation"
	"publish/book/names"
)

// Gather makes the bibliography of b: entries understood, set in one style, those
// of the same work made one, sorted, and changed as the editor says. It changes b: its
// Bibliography, and its Dropped by what is left out. The messages tell of works that the
// editor names and the list does not have.
func Gather(b *book.Book, spec book.BibliographySpec) book.Diags {
	if b.Bibliography == nil {
		return nil
	}
	g := newGatherer(b)
	g.edits = spec.Edits
	b.Bibliography = &book.Bibliography{Entries: g.set(g.bibliography()), Addresses: spec.Addresses}
	return g.diags
}

func newGatherer(b *book.Book) *gatherer {
	return &gatherer{book: b, parser: entry.New(), setter: style.New(b.Meta.Language), sorter: collation.New(b.Meta.Language)}
}

// gatherer makes the bibliography of one book.
type gatherer struct {
	book   *book.Book
	parser *entry.Parser
	setter *style.Setter
	sorter *collation.Sorter
	cited  bool // the list is that of works cited
	edits  book.BibliographyEdits
	diags  book.Diags
	listed map[section]bool // whether a section lists works of the person of its page
}

// section is one list of a chapter.
type section struct {
	chapter *book.Chapter
	name    string
}

// work is an entry with what was understood of it.
type work struct {
	*entry.Entry
	entry   *book.Entry
	sources []*work // the entries that were merged, the first one's own among them
	heading heading // of a source, for comparing
}

// bibliography makes the list of works that the chapters recommend.
func (g *gatherer) bibliography() []*work {
	var works []*work
	if g.book.Bibliography != nil {
		g.personal()
		for _, e := range g.book.Bibliography.Entries {
			works = append(works, g.understand(e)...)
		}
	}
	works = join(works)
	unify(works)
	return works
}

// understand parses an entry; one that lists several works becomes several.
func (g *gatherer) understand(old *book.Entry) []*work {
	hint := entry.Hint{Section: old.Section, Subject: g.subject(old)}
	var works []*work
	for i, parsed := range g.parser.ParseAll(old.Text, hint) {
		e := *old
		if i > 0 {
			e.ID += "-" + strconv.Itoa(i+1)
		}
		if !parsed.Whole {
			parsed.Known = false
		}
		w := &work{Entry: parsed, entry: &e}
		own := *w // w takes in what is merged
		own.heading = headingOf(w.Title)
		w.sources = []*work{&own}
		works = append(works, w)
	}
	return works
}

// set puts the finished list into the book.
func (g *gatherer) set(works []*work) []*book.Entry {
	g.sort(works)
	assignKeys(works)
	works = g.edit(works)
	g.sort(works)
	var list []*book.Entry
	for _, w := range works {
		g.print(w)
		list = append(list, w.entry)
	}
	return list
}

// sort puts works into the order of the list.
func (g *gatherer) sort(works []*work) {
	for _, w := range works {
		w.entry.Sort = g.sortKey(w)
	}
	slices.SortStableFunc(works, func(a, b *work) int { return strings.Compare(a.entry.Sort, b.entry.Sort) })
}

// print sets the text of a work and accounts for the words that its sources had and
// it has not.
func (g *gatherer) print(w *work) {
	if !w.Whole && len(w.sources) == 1 {
		w.entry.Work = w.Work
		return // code or pictures: as the source has it
	}
	w.entry.Work = w.Work
	w.entry.Work.Rest = restOf(w.Entry)
	w.entry.Text = g.setter.Entry(w.Entry, w.entry.Pos)
	if g.cited {
		return
	}
	have := countWords(book.PlainText(w.entry.Text))
	for _, source := range w.sources {
		g.drop(source, have)
	}
}

// drop records the words of a source that are not among those of a set entry.
func (g *gatherer) drop(source *work, have map[string]int) {
	if lost := lostWords(source, have); lost != "" {
		g.book.Dropped = append(g.book.Dropped, book.Drop{Pos: source.entry.Pos, Class: book.DropBibliogr, Text: lost})
	}
}

// restOf returns the words of an entry that no rule understands.
func restOf(e *entry.Entry) string {
	var list []string
	for _, r := range e.Rest {
		list = append(list, line.Plain(r))
	}
	return strings.Join(list, "; ")
}

// subject returns the person whose works an entry is one of, zero for none.
func (g *gatherer) subject(e *book.Entry) book.PersonName {
	if len(e.In) == 0 || !g.listed[section{e.In[0], e.Section}] {
		return book.PersonName{}
	}
	return g.personOf(e.In[0])
}

// personOf returns the person whom the page of a chapter is on, zero for none.
func (g *gatherer) personOf(c *book.Chapter) book.PersonName {
	for _, t := range g.book.Topics {
		if t.Chapter != c {
			continue
		}
		title, _, _ := strings.Cut(t.Title, " (")
		if g.parser.Names().Person(title) != names.Likely {
			return book.PersonName{}
		}
		n := g.parser.Names().Parse(title)
		return book.PersonName{Family: n.Family, Given: n.Given}
	}
	return book.PersonName{}
}

// personal finds the sections that list works of the person of their page: those that
// say so, and those named like any reading list in which nearly no entry names an
// author.
func (g *gatherer) personal() {
	g.listed = map[section]bool{}
	all, anonymous := map[section]int{}, map[section]int{}
	for _, e := range g.book.Bibliography.Entries {
		if len(e.In) == 0 || g.personOf(e.In[0]) == (book.PersonName{}) {
			continue
		}
		s := section{e.In[0], e.Section}
		switch {
		case isWorks(e.Section):
			g.listed[s] = true
		case e.Section == "bibliography" || e.Section == "books" || e.Section == "articles":
			all[s]++
			if parsed := g.parser.Parse(e.Text, entry.Hint{}); parsed.Known && len(parsed.Authors)+len(parsed.Editors) == 0 && parsed.Linked == nil {
				anonymous[s]++
			}
		}
	}
	for s, n := range all {
		g.listed[s] = 4*anonymous[s] >= 3*n
	}
}

// isWorks reports whether a heading stands over works of the person whom the page is
// on.
func isWorks(section string) bool {
	for _, word := range []string{" about ", " on ", "further", "external", "secondary", "sources"} {
		if strings.Contains(section, word) {
			return false
		}
	}
	for _, word := range []string{"works", "writings", "novels", "essays", "poetry", "poems", "fiction", "publications", "plays", "pamphlets", "texts",
		"short stories", "discography", "filmography", "sexuality", "memoirs", "œuvres", "obras", "werke", "schriften", "opere"} {
		if strings.Contains(section, word) {
			return true
		}
	}
	return false
}
