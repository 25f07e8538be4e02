package layout_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"publish/book"
	"publish/layout"
)

// TestFootnotes holds that each note starts on the page that calls it, that every
// word is set, and that no line stands in another.
func TestFootnotes(t *testing.T) {
	books := map[string]*book.Book{"sample": sampleBook(t)}
	if !testing.Short() {
		for _, name := range realBooks(t) {
			books[filepath.Base(name)] = readBook(t, name)
		}
	}
	for name, b := range books {
		t.Run(name, func(t *testing.T) {
			b.NotePlace = book.NotesFoot
			doc, _ := setBook(t, b, "a5", 2)
			for _, ch := range b.Chapters() {
				for _, n := range ch.Notes {
					if note, call := doc.Places[n.ID].Page, doc.Places[n.Refs[0]].Page; note != call {
						t.Errorf("note %d of %q is called on page %d and stands on page %d", n.Number, ch.Short, call, note)
					}
				}
			}
			checkOverlap(t, doc)
			checkFootWords(t, doc, b)
		})
	}
}

// checkOverlap holds that two lines of a page that start one above the other are a
// line of notes apart at least.
func checkOverlap(t *testing.T, doc *layout.Document) {
	t.Helper()
	for _, page := range doc.Pages {
		var at []layout.Length
		for _, item := range page.Items {
			if line, ok := item.(*layout.Line); ok && !inTable(line.Words[0].Element) {
				at = append(at, line.Y)
			}
		}
		slices.Sort(at)
		for i := 1; i < len(at); i++ {
			if d := at[i] - at[i-1]; d > layout.Point && d < 8*layout.Point {
				t.Errorf("page %s: two lines are only %s apart", page.Folio, d)
			}
		}
	}
}

// inTable reports whether an element is in a table, whose columns have baselines of
// their own.
func inTable(e *layout.Element) bool {
	for ; e != nil; e = e.Parent {
		if e.Role == "Table" {
			return true
		}
	}
	return false
}

// textOfNotes is the letters of each note, by its ID, from all pages that it stands
// on.
func textOfNotes(doc *layout.Document) map[string]string {
	notes := map[string]string{}
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok {
				continue
			}
			for _, w := range line.Words {
				if id := noteOf(w.Element); id != "" {
					text := w.Run.Text
					if w.SoftHyphen {
						text = strings.TrimSuffix(text, "-")
					}
					notes[id] += letters(text)
				}
			}
		}
	}
	return notes
}

func noteOf(e *layout.Element) string {
	for ; e != nil; e = e.Parent {
		if e.Role == "Note" {
			return e.ID
		}
	}
	return ""
}

// checkFootWords holds that the words of each note are on the pages in their order.
func checkFootWords(t *testing.T, doc *layout.Document, b *book.Book) {
	t.Helper()
	got := textOfNotes(doc)
	for _, ch := range b.Chapters() {
		for _, n := range ch.Notes {
			book.EachText(n.Blocks, func(inlines []book.Inline) {
				if want := letters(textWithCalls(inlines)); !strings.Contains(got[n.ID], want) {
					t.Errorf("%s: not on the pages: %.80q", inlines[0].Position(), want)
				}
			})
		}
	}
}
