package notes

import (
	"strconv"

	"publish/book"
)

// chapter is the notes of a chapter, read.
type chapter struct {
	*book.Chapter
	notes  []*noted
	works  []*work // that the notes name, in order of the first citation
	labels map[string]*book.Note
	calls  []*book.Note // in the order of the text
	gaps   []book.Pos   // of notes that were empty
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
			if c.kind == full {
				ch.add(c, r.newWork(c.entry, c.title, c.text[c.from:c.to]))
			}
		}
	}
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

// numbered returns the note that had a number in the source.
func (ch *chapter) numbered(number int) *book.Note {
	if n := ch.labels[strconv.Itoa(number)]; n != nil {
		return n
	}
	for label := range ch.labels {
		if _, err := strconv.Atoi(label); err == nil {
			return nil
		}
	}
	if len(ch.gaps) == 0 && number > 0 && number <= len(ch.notes) {
		return ch.notes[number-1].Note
	}
	return nil
}
