package layout_test

import (
	"path/filepath"
	"strings"
	"testing"

	"publish/book"
	"publish/layout"
)

// notedBooks returns the sample and one real book, where it is there, for tests of
// notes.
func notedBooks(t *testing.T) map[string]*book.Book {
	books := map[string]*book.Book{"sample": sampleBook(t)}
	if names := realBooks(t); len(names) > 0 && !testing.Short() {
		books[filepath.Base(names[0])] = readBook(t, names[0])
	}
	return books
}

// TestNotes holds, wherever notes stand, that call and note lead to each other, that no
// call is parted from the word before it, and that in the endnotes the running heads
// give the pages of the calls.
func TestNotes(t *testing.T) {
	for name, b := range notedBooks(t) {
		for place, word := range map[book.NotePlace]string{book.NotesBook: "book", book.NotesChapter: "chapter", book.NotesFoot: "foot"} {
			t.Run(name+"/"+word, func(t *testing.T) {
				b.NotePlace = place
				doc, _ := setBook(t, b, "a5", 2)
				checkNoteLinks(t, doc, b)
				checkCalls(t, doc, b)
				if heads := checkNoteHeads(t, doc, b); (heads > 0) != (place == book.NotesBook) {
					t.Errorf("%d pages have heads of notes", heads)
				}
			})
		}
	}
}

// checkNoteLinks holds that each call leads to its note and each note to its first
// call, from the pages on which they stand.
func checkNoteLinks(t *testing.T, doc *layout.Document, b *book.Book) {
	t.Helper()
	leads := map[string]map[int]bool{}
	for i, page := range doc.Pages {
		for _, item := range page.Items {
			if area, ok := item.(*layout.LinkArea); ok && area.Target != "" {
				if leads[area.Target] == nil {
					leads[area.Target] = map[int]bool{}
				}
				leads[area.Target][i] = true
			}
		}
	}
	for _, ch := range b.Chapters() {
		for _, n := range ch.Notes {
			at, ok := doc.Places[n.ID]
			if !ok {
				t.Errorf("note %s has no place", n.ID)
				continue
			}
			if !leads[n.Refs[0]][at.Page] {
				t.Errorf("note %s does not lead back to %s", n.ID, n.Refs[0])
			}
			for _, ref := range n.Refs {
				if call, ok := doc.Places[ref]; !ok || !leads[n.ID][call.Page] {
					t.Errorf("the call %s does not lead to its note", ref)
				}
			}
		}
	}
}

// checkCalls holds that no line begins with a call, but for paragraphs that do.
func checkCalls(t *testing.T, doc *layout.Document, b *book.Book) {
	t.Helper()
	seen, said := map[*layout.Element]bool{}, pagesSaid(doc)
	calls := 0
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok || len(line.Words) == 0 {
				continue
			}
			if e := callOf(line.Words[0].Element); e != nil && seen[e.Parent] && !said[e] {
				t.Errorf("page %s: a line begins with call %s", page.Folio, line.Words[0].Run.Text)
			}
			for i, w := range line.Words {
				if w.Element == nil {
					continue
				}
				if e := callOf(w.Element); e != nil && !said[e] {
					calls++
					if i > 0 && w.Space {
						t.Errorf("page %s: a blank before call %s", page.Folio, w.Run.Text)
					}
					continue
				}
				for e := w.Element; e != nil; e = e.Parent {
					seen[e] = true
				}
			}
		}
	}
	if calls == 0 {
		t.Error("no calls on the pages")
	}
}

// callOf returns the Reference of a paragraph that an element is in, nil for none: the
// lists of the book's own have References too.
func callOf(e *layout.Element) *layout.Element {
	var call *layout.Element
	for ; e != nil; e = e.Parent {
		switch e.Role {
		case "Reference":
			call = e
		case "TOC", "Index", "BibEntry":
			return nil
		}
	}
	return call
}

// checkNoteHeads works out the running heads of the endnotes from the lines on their
// pages and from the places of the calls, and returns how many there are.
func checkNoteHeads(t *testing.T, doc *layout.Document, b *book.Book) int {
	t.Helper()
	call := map[string]string{}
	for _, ch := range b.Chapters() {
		for _, n := range ch.Notes {
			call[n.ID] = doc.Pages[doc.Places[n.Refs[0]].Page].Folio
		}
	}
	heads := 0
	for _, page := range doc.Pages {
		var head strings.Builder
		var folios []string
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok {
				continue
			}
			for _, w := range line.Words {
				if w.Element == nil {
					if w.Space {
						head.WriteByte(' ')
					}
					head.WriteString(w.Run.Text)
				}
			}
			if id := noteOf(line.Words[0].Element); id != "" {
				folios = append(folios, call[id])
			}
		}
		_, rest, ok := strings.Cut(strings.ToLower(head.String()), "notes to page")
		if !ok {
			continue
		}
		heads++
		want := " " + folios[0]
		if last := folios[len(folios)-1]; last != folios[0] {
			want = "s " + folios[0] + "–" + last
		}
		if !strings.HasPrefix(rest, want) {
			t.Errorf("page %s is headed %q, its notes belong to %q", page.Folio, head.String(), want)
		}
	}
	return heads
}
