package citation

import (
	"cmp"
	"slices"
	"strings"

	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// Gather makes the bibliography of b: entries understood, set in one style, those
// of the same work made one, and sorted. It changes b: its Bibliography, and its
// Dropped by what is left out.
func Gather(b *book.Book) {
	if b.Bibliography == nil {
		return
	}
	g := &gatherer{parser: newParser(), sorter: collation.New(b.Meta.Language)}
	var works []*work
	for _, e := range b.Bibliography.Entries {
		works = append(works, g.work(e, b))
	}
	works = merge(works, &b.Dropped)
	slices.SortStableFunc(works, func(a, b *work) int { return strings.Compare(a.entry.Sort, b.entry.Sort) })
	list := &book.Bibliography{}
	for _, w := range works {
		list.Entries = append(list.Entries, w.entry)
	}
	b.Bibliography = list
}

type gatherer struct {
	*parser
	sorter *collation.Sorter
}

// work is an entry with what was understood of it.
type work struct {
	entry *book.Entry
	citation
	plain string // the text of the source
}

// work parses an entry and makes the one that is to be printed.
func (g *gatherer) work(old *book.Entry, b *book.Book) *work {
	e := *old
	l, whole := flat(e.Text)
	w := &work{entry: &e, plain: l.plain()}
	w.citation = g.parse(l, g.subject(&e, b))
	e.Work = w.Work
	if whole && w.known && countItalics(l) <= 1 && oneLink(l) {
		e.Text = set(w.citation, l, e.Pos)
		if lost := strings.TrimSpace(lostWords(w.plain, words(e.Text))); lost != "" {
			b.Dropped = append(b.Dropped, book.Drop{Pos: e.Pos, Class: book.DropBibliogr, Text: lost})
		}
	}
	e.Sort = g.sortKey(w)
	return w
}

// words returns the text of an entry without its bare addresses.
func words(inlines []book.Inline) string {
	l, _ := flat(inlines)
	return l.plain()
}

// subject returns the person whose works an entry is one of: it stands on the page
// of a person, under a heading such as "Works".
func (g *gatherer) subject(e *book.Entry, b *book.Book) book.PersonName {
	if len(e.In) == 0 || !isWorks(e.Section) {
		return book.PersonName{}
	}
	for _, t := range b.Topics {
		if t.Chapter != e.In[0] {
			continue
		}
		title, _, _ := strings.Cut(t.Title, " (")
		if g.names.Person(title) != names.Likely {
			return book.PersonName{}
		}
		n := g.names.Parse(title)
		return book.PersonName{Family: n.Family, Given: n.Given}
	}
	return book.PersonName{}
}

// isWorks reports whether a heading stands over works of the person whom the page
// is on.
func isWorks(section string) bool {
	if strings.Contains(section, " about ") || strings.Contains(section, "further") || strings.Contains(section, "external") {
		return false
	}
	for _, word := range []string{"works", "writings", "books", "novels", "essays", "poetry", "poems", "fiction", "publications", "plays",
		"pamphlets", "articles", "bibliography", "sexuality", "texts"} {
		if strings.Contains(section, word) {
			return true
		}
	}
	return false
}

func countItalics(l line) int {
	n := 0
	for _, p := range l.pieces {
		if p.italic && strings.TrimSpace(p.text) != "" {
			n++
		}
	}
	return n
}

// oneLink reports whether at most one run of words is linked.
func oneLink(l line) bool {
	urls := map[string]bool{}
	for _, p := range l.pieces {
		if p.url != "" {
			urls[p.url] = true
		}
	}
	return len(urls) <= 1
}

// sortKey orders entries by their first author or editor, then by title.
func (g *gatherer) sortKey(w *work) string {
	title := w.Title
	if title == "" {
		title = w.plain
	}
	who := w.Authors
	if len(who) == 0 {
		who = w.Editors
	}
	if len(who) == 0 {
		return g.sorter.Key(title)
	}
	return g.sorter.NameKey(people(who, true)) + "\x00\x00" + g.sorter.Key(title)
}

// lostWords returns the words of the source that the set entry does not have, in
// order.
func lostWords(source, set string) string {
	have := map[string]int{}
	for _, w := range strings.FieldsFunc(set, isEdge) {
		have[w]++
	}
	var lost []string
	for _, w := range strings.FieldsFunc(source, isEdge) {
		if have[w] > 0 {
			have[w]--
		} else {
			lost = append(lost, w)
		}
	}
	return strings.Join(lost, " ")
}

func isEdge(r rune) bool {
	return strings.ContainsRune(" \u00a0.,;:()[]\"“”„«»'’–—-", r)
}

// merge makes one entry of those for the same work: of the same address, or of the
// same title by an author of the same family name.
func merge(works []*work, dropped *[]book.Drop) []*work {
	byKey := map[string]*work{}
	var kept []*work
	for _, w := range works {
		keys := w.keys()
		var same *work
		for _, k := range keys {
			if same = byKey[k]; same != nil {
				break
			}
		}
		if same == nil {
			same = w
			kept = append(kept, w)
		} else {
			same.absorb(w, dropped)
		}
		for _, k := range keys {
			if byKey[k] == nil {
				byKey[k] = same
			}
		}
	}
	return kept
}

// keys returns what tells that two entries are one work.
func (w *work) keys() []string {
	var keys []string
	if w.URL != "" {
		url := strings.TrimSuffix(strings.ToLower(w.URL), "/")
		url = strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "http://")
		keys = append(keys, "url "+strings.TrimPrefix(url, "www."))
	}
	who := append(slices.Clone(w.Authors), w.Editors...)
	if len(who) > 0 && w.Title != "" {
		title := book.Slug(collation.Plain(shortTitle(w.Title)))
		family := strings.TrimSuffix(book.Slug(who[0].Family), "e") // Volin, Voline
		if title != "" {
			keys = append(keys, "work "+family+"/"+title)
		}
	}
	return keys
}

// shortTitle returns a title without its subtitle, remarks and the years that it
// covers; but the number of a volume is part of it.
func shortTitle(s string) string {
	head, _, _ := strings.Cut(s, " (")
	if before, _, ok := strings.Cut(head, ": "); ok && !endsInFigure(before) {
		head = before
	}
	if i := strings.LastIndex(head, ", "); i > 0 && strings.Trim(head[i+2:], "0123456789-– ") == "" {
		head = head[:i]
	}
	return head
}

func endsInFigure(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// absorb takes another entry of the same work into w. The fuller of the two is
// printed.
func (w *work) absorb(other *work, dropped *[]book.Drop) {
	fuller, lesser := w, other
	if other.fields() > w.fields() {
		fuller, lesser = other, w
	}
	*dropped = append(*dropped, book.Drop{Pos: lesser.entry.Pos, Class: book.DropBibliogr, Text: book.PlainText(lesser.entry.Text)})
	e := *fuller.entry
	e.ID = w.entry.ID
	e.Merged = append(append(slices.Clone(w.entry.Merged), other.entry.Merged...), lesser.entry.Pos)
	e.In = slices.Clone(w.entry.In)
	for _, c := range other.entry.In {
		if !slices.Contains(e.In, c) {
			e.In = append(e.In, c)
		}
	}
	w.citation, w.plain = fuller.citation, fuller.plain
	w.entry = &e
}

// fields counts what is known of a work; length decides between equals.
func (w *work) fields() int {
	n := 0
	for _, f := range []string{w.Title, w.Place, w.Publisher, w.Year, w.Pages, w.URL, w.ISBN} {
		if f != "" {
			n += 1000
		}
	}
	return n + 1000*cmp.Compare(len(w.Authors), 0) + len(w.plain)
}
