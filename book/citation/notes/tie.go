package notes

import (
	"slices"
	"strings"

	"publish/book"
	"publish/book/citation/entry"
	"publish/book/citation/style"
)

// reader understands the citations of a book's notes.
type reader struct {
	words
	parser *entry.Parser
}

// tier ties the short citations of one book.
type tier struct {
	*reader
	book     *book.Book
	setter   *style.Setter
	chapters []*chapter
	listed   map[string][]*work // works of the bibliography by the family names of their people
	cited    map[string][]*work // works of the notes
	diags    book.Diags
	told     map[string]bool // what was reported of a chapter
}

// Tie ties the short citations in the notes of b to the full ones; see the package
// comment. It changes the notes, and records each change in their Ties. If cited is
// set it makes what the notes cite the list of works cited of b, its entries as the
// notes have them.
func Tie(b *book.Book, cited bool) book.Diags {
	t := &tier{reader: &reader{words: readWords(), parser: entry.New()}, book: b, setter: style.New(b.Meta.Language)}
	for _, c := range b.Chapters() {
		t.chapters = append(t.chapters, t.readChapter(c))
	}
	t.enterAll()
	for _, ch := range t.chapters {
		t.tieChapter(ch)
	}
	if cited {
		b.Cited = &book.Bibliography{Entries: t.works()}
	}
	for _, ch := range t.chapters {
		for _, n := range ch.notes {
			for _, p := range n.passages {
				p.apply()
			}
		}
	}
	return t.diags
}

// enterAll enters the works of all chapters and of the bibliography under the family
// names of their people.
func (t *tier) enterAll() {
	t.listed, t.cited = map[string][]*work{}, map[string][]*work{}
	enter := func(m map[string][]*work, w *work) {
		for _, who := range w.people {
			m[who.family] = append(m[who.family], w)
		}
	}
	for _, ch := range t.chapters {
		for _, w := range ch.works {
			enter(t.cited, w)
		}
	}
	if t.book.Bibliography == nil {
		return
	}
	for _, e := range t.book.Bibliography.Entries {
		parsed := &entry.Entry{Work: e.Work}
		if len(names(&e.Work)) == 0 || e.Work.Title == "" || !facts(parsed) {
			continue
		}
		w := t.newWork(parsed, t.titleOfWork(&e.Work), book.PlainText(e.Text))
		w.listed = e
		enter(t.listed, w)
	}
}

// tieChapter ties the short citations of one chapter, in order.
func (t *tier) tieChapter(ch *chapter) {
	t.told = map[string]bool{}
	t.tieNumbers(ch)
	for i, n := range ch.notes {
		for j, c := range n.citations {
			if c.kind == again || c.kind == earlier || c.kind == author {
				ch.mapOnce(t.book.Dropped)
				t.repeat(ch, c, i, j)
				continue
			}
			t.short(ch, c)
		}
		for _, c := range n.inside {
			if c.kind != again && c.kind != earlier && c.kind != author {
				t.short(ch, c)
			}
		}
	}
}

// short ties one short citation to the work that it names.
func (t *tier) short(ch *chapter, c *citation) {
	if c.kind != titled && c.kind != dated && c.kind != named {
		return
	}
	var known []*work
	for _, w := range ch.works {
		if w.isCited(c) && w.before(c, false) {
			known = append(known, w)
		}
	}
	if known = t.narrow(known, c); len(known) == 1 && known[0].tells(c) {
		t.link(c, known[0])
		return
	}
	if len(known) > 1 {
		t.ambiguous(ch, c, known)
		return
	}
	t.absent(ch, c, known)
}

// narrow leaves the works whose title is that of the citation in every word, where
// there are such.
func (t *tier) narrow(list []*work, c *citation) []*work {
	if len(list) < 2 || c.kind != titled {
		return list
	}
	var exact []*work
	for _, w := range list {
		if w.title.equals(c.title) && w.title.volume == c.title.volume {
			exact = append(exact, w)
		}
	}
	if len(exact) == 1 {
		return exact
	}
	return list
}

// absent gives the full form of a work that the chapter has not named in full before,
// or reports that there is none.
func (t *tier) absent(ch *chapter, c *citation, known []*work) {
	if c.kind == titled && (!c.family() || len(c.people.readings[0]) == 0) {
		t.keep(ch, c, known)
		return
	}
	for _, list := range [][]*work{t.later(ch, c), t.reading(ch, c), t.elsewhere(c)} {
		switch found := t.narrow(distinct(list), c); len(found) {
		case 0:
			continue
		case 1:
			t.expand(ch, c, found[0])
		default:
			t.ambiguous(ch, c, found)
			t.keep(ch, c, known)
		}
		return
	}
	if len(known) == 0 {
		t.unknown(ch, c)
	}
	t.keep(ch, c, known)
}

// keep leaves a citation as it stands. One that names the work serves those behind it.
func (t *tier) keep(ch *chapter, c *citation, known []*work) {
	switch {
	case len(known) == 1:
		c.work = known[0]
		known[0].cites = append(known[0].cites, c)
	case c.kind == titled && len(known) == 0:
		ch.add(c, t.newWork(c.entry, c.title, ""))
	}
}

// later returns the works that the chapter names in full behind a citation.
func (t *tier) later(ch *chapter, c *citation) []*work {
	return slices.DeleteFunc(slices.Clone(ch.works), func(w *work) bool {
		return w.full == nil || w.full.order <= c.order || !w.isCited(c) || !w.hasVolume(c) || !w.shortened(c)
	})
}

// reading returns the works that the chapter recommends.
func (t *tier) reading(ch *chapter, c *citation) []*work {
	return t.find(t.listed, c, func(w *work) bool { return slices.Contains(w.listed.In, ch.Chapter) })
}

// elsewhere returns the works that other chapters name in full or recommend. People
// alone, even with a year, do not tell a work of another chapter.
func (t *tier) elsewhere(c *citation) []*work {
	if c.kind != titled {
		return nil
	}
	all := func(*work) bool { return true }
	return append(t.find(t.cited, c, func(w *work) bool { return w.full != nil && w.chapter != c.chapter }), t.find(t.listed, c, all)...)
}

// find returns the works that a citation can mean, in order.
func (t *tier) find(m map[string][]*work, c *citation, fits func(*work) bool) []*work {
	var list []*work
	for _, people := range c.people.readings {
		if len(people) == 0 {
			continue
		}
		for _, family := range families(people[0]) {
			for _, w := range m[family] {
				if fits(w) && w.isCited(c) && w.hasVolume(c) && w.shortened(c) && !slices.Contains(list, w) {
					list = append(list, w)
				}
			}
		}
	}
	return list
}

// families returns what may be the family name among a person's words.
func families(who person) []string {
	if who.family != "" {
		return []string{who.family}
	}
	var list []string
	for i := range who.words {
		list = append(list, strings.Join(who.words[i:], ""), strings.Join(who.words[:i], ""))
	}
	return list
}

// link ties a citation to the note that gives the work.
func (t *tier) link(c *citation, w *work) {
	c.work = w
	target := w.first()
	w.cites = append(w.cites, c)
	if target.note == c.note {
		return
	}
	c.tie(edit{from: c.from, to: c.head, target: target.note.ID}, "")
}

// tie records a change to a note.
func (c *citation) tie(e edit, now string) {
	c.edits = append(c.edits, e)
	c.note.Ties = append(c.note.Ties, book.Tie{Was: strings.TrimRight(c.text[e.from:e.to], ", "), Now: now, Target: e.target})
}
