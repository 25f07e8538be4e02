package assembly

import (
	"strconv"

	"publish/book"
)

// call ties a call to its note; nil when the article has no such note, which the
// reader has reported.
func (w *writer) call(ref *book.NoteRef) *book.NoteRef {
	note := w.notes[ref.Label]
	if note == nil {
		def := w.defs[ref.Label]
		if def == nil || w.silent {
			return nil
		}
		note = &book.Note{Pos: def.Pos}
		w.notes[ref.Label] = note
		w.draft.Notes = append(w.draft.Notes, note)
		w.pending = append(w.pending, pendingNote{note, def.Blocks})
	}
	return w.calling(note, ref)
}

func (w *writer) calling(note *book.Note, ref *book.NoteRef) *book.NoteRef {
	call := &book.NoteRef{Pos: ref.Pos, Label: ref.Label}
	w.calls[note] = append(w.calls[note], call)
	return call
}

// writeNotes writes the notes that were called, in the order of their calls. A
// note may call others, which come after all that the text calls.
func (w *writer) writeNotes() {
	for len(w.pending) > 0 {
		next := w.pending[0]
		w.pending = w.pending[1:]
		w.note = next.note
		next.note.Blocks = w.blocks(withoutHeadings(w.draft.present(next.blocks, w.pictures)))
	}
	w.note = nil
}

// addressNote returns the call of a note with the address of a page that is not in
// the book; nothing when the address is not known, where a note would be out of
// place, and when the chapter has such a note already.
func (w *writer) addressNote(pos book.Pos, address string) []book.Inline {
	if address == "" || w.note != nil || w.linked || w.silent || w.noted[address] {
		return nil
	}
	w.noted[address] = true
	words := []book.Inline{&book.Text{Pos: pos, Value: address}}
	note := &book.Note{Pos: pos, Blocks: []book.Block{&book.Paragraph{Pos: pos, Inlines: []book.Inline{
		&book.Link{Pos: pos, URL: address, Bare: true, Inlines: words},
	}}}}
	w.draft.Notes = append(w.draft.Notes, note)
	return []book.Inline{w.calling(note, &book.NoteRef{Pos: pos})}
}

// dropUncalled records the words of notes that nothing calls.
func (d *draft) dropUncalled(called map[string]*book.Note) {
	for _, def := range d.article.Notes {
		if called[def.Label] != nil {
			continue
		}
		book.EachText(def.Blocks, func(inlines []book.Inline) {
			d.drop(def.Pos, book.DropRepeated, book.PlainText(inlines))
		})
	}
}

// numberNotes numbers the notes of all chapters and gives notes and calls their
// IDs.
func numberNotes(drafts []*draft, ids idents, numbering book.Numbering) {
	number := 0
	for _, d := range drafts {
		if numbering == book.ByChapter {
			number = 0
		}
		for i, note := range d.Notes {
			number++
			place := strconv.Itoa(i + 1)
			note.Number, note.ID = number, ids.take(d.ID+"-note-"+place)
			for _, call := range d.calls[note] {
				call.Note, call.Number = note.ID, number
				call.ID = ids.take(d.ID + "-ref-" + place)
				note.Refs = append(note.Refs, call.ID)
			}
		}
	}
}
