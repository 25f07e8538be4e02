package notes

import (
	"strconv"
	"strings"

	"publish/book"
	"publish/book/citation/entry"
)

// chapter is the notes of a chapter, read.
type chapter struct {
	*book.Chapter
	notes  []*noted
	works  []*work // that the notes name, in order of the first citation
	labels map[string]*book.Note
	calls  []*book.Note // in the order of the text
	gaps   []book.Pos   // of notes that were empty
	mapped bool
}

// noted is one note, read.
type noted struct {
	*book.Note
	passages  []*passage
	citations []*citation // in order, those inside others left out
	inside    []*citation
	own       bool // made for a link, not by an author
}

// readChapter reads the notes of a chapter.
func (r *reader) readChapter(c *book.Chapter) *chapter {
	ch := &chapter{Chapter: c}
	order := 0
	for _, n := range c.Notes {
		note := &noted{Note: n}
		ch.notes = append(ch.notes, note)
		book.WalkBlocks(n.Blocks, func(b book.Block) bool {
			if par, ok := b.(*book.Paragraph); ok {
				note.passages = append(note.passages, newPassage(n, par))
			}
			return true
		})
		for _, p := range note.passages {
			for _, at := range r.pieces(p) {
				c := r.cite(p, at)
				order++
				c.order, c.chapter = order, ch
				if at.inside {
					if c.kind != remark && c.kind != full {
						note.inside = append(note.inside, c)
					}
					continue
				}
				note.citations = append(note.citations, c)
			}
		}
	}
	ch.collect(r)
	return ch
}

// collect finds the works that the notes name at length.
func (ch *chapter) collect(r *reader) {
	for _, n := range ch.notes {
		for _, c := range n.citations {
			switch {
			case c.kind == full:
				w := r.newWork(c.entry, c.title, c.text[c.from:c.to])
				ch.add(c, w)
				ch.addHolder(c, r)
			case c.kind == remark:
				ch.addLoose(c)
			}
		}
	}
}

// addHolder enters what holds the work of a full citation, with its editors.
func (ch *chapter) addHolder(c *citation, r *reader) {
	e := c.entry
	if e.Container == "" || e.Kind != book.ChapterWork || e.Place+e.Publisher+e.Year == "" {
		return
	}
	held := *e
	held.Work = book.Work{Kind: book.BookWork, Authors: e.Editors, Title: e.Container, Place: e.Place, Publisher: e.Publisher, Year: e.Year}
	held.TitleLine, held.Part, held.Rest, held.Addresses = "", false, nil, nil
	w := r.newWork(&held, r.titleOf(e.Container, ""), "")
	w.part, w.chapter, w.full, w.cites = true, ch, c, []*citation{c}
	for _, have := range ch.works {
		if have.same(w) {
			return
		}
	}
	ch.works = append(ch.works, w)
}

// addLoose enters a citation that was not understood but begins with the name of a
// person and has a year: people and year can still lead to it.
func (ch *chapter) addLoose(c *citation) {
	text := c.text[c.from:c.to]
	end := strings.IndexAny(text, ".(“\"")
	family, given, ok := strings.Cut(text[:max(end, 0)], ", ")
	if !ok || len(strings.Fields(text)) < 6 || len(strings.Fields(family+" "+given)) > 5 || strings.Contains(given, ",") {
		return
	}
	w := &work{people: peopleOf([]book.PersonName{{Family: family, Given: given}}), entry: &entry.Entry{}, names: phrases(text)}
	for _, field := range fieldsOf(text) {
		if isYear(field) {
			w.years = append(w.years, field)
		}
	}
	if len(w.years) == 0 {
		return
	}
	w.entry.Title, w.entry.Year = strings.TrimSpace(text[end+1:]), w.years[0]
	w.title = title{words: fieldsOf(w.entry.Title)}
	w.loose = true
	c.title = w.title
	ch.add(c, w)
}

// add enters a citation under its work.
func (ch *chapter) add(c *citation, w *work) {
	for _, have := range ch.works {
		if have.same(w) {
			w = have
			break
		}
	}
	if w.cites == nil {
		w.chapter = ch
		ch.works = append(ch.works, w)
	}
	c.work = w
	w.cites = append(w.cites, c)
	if c.kind == full && w.full == nil {
		w.full = c
	}
}

// mapOnce calls mapCalls the first time that something needs it.
func (ch *chapter) mapOnce(dropped []book.Drop) {
	if !ch.mapped {
		ch.mapped = true
		ch.mapCalls(dropped)
	}
}

// mapCalls finds which note each call of the text and each label stands for.
func (ch *chapter) mapCalls(dropped []book.Drop) {
	ch.labels = map[string]*book.Note{}
	byID := map[string]*book.Note{}
	for _, n := range ch.Notes {
		byID[n.ID] = n
	}
	see := func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			if ref, ok := in.(*book.NoteRef); ok {
				ch.calls = append(ch.calls, byID[ref.Note])
				if ref.Label != "" {
					ch.labels[ref.Label] = byID[ref.Note]
				}
			}
			return true
		})
	}
	book.EachText(ch.Blocks, see)
	for _, n := range ch.Notes {
		book.EachText(n.Blocks, see)
	}
	for _, n := range ch.notes {
		n.own = true
		for _, labelled := range ch.labels {
			n.own = n.own && labelled != n.Note
		}
	}
	for _, d := range dropped {
		if d.Class == book.DropEmptyNote && d.File == ch.File {
			ch.gaps = append(ch.gaps, d.Pos)
		}
	}
}

// numbered returns the note that had a number in the source: the one with that label,
// or, where labels are words and no note is gone, the one in that place; nil for none.
func (ch *chapter) numbered(number int) *book.Note {
	if n := ch.labels[strconv.Itoa(number)]; n != nil || ch.byNumber() {
		return n
	}
	if len(ch.gaps) == 0 && number > 0 && number <= len(ch.notes) {
		return ch.notes[number-1].Note
	}
	return nil
}

// byNumber reports whether the source numbers its notes.
func (ch *chapter) byNumber() bool {
	for label := range ch.labels {
		if _, err := strconv.Atoi(label); err != nil {
			return false
		}
	}
	return len(ch.labels) > 0
}

// wasNumbered reports whether a number can be that of an empty note of the source.
func (ch *chapter) wasNumbered(number int) bool {
	return ch.byNumber() && number > 0 && number <= len(ch.labels)+len(ch.gaps) && len(ch.gaps) > 0
}
