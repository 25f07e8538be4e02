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
			if checkFootRules(t, doc) == 0 {
				t.Error("no page has notes")
			}
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

// TestFootnoteSplits holds that a note too long for its page goes on at the foot of the
// next, below a rule there too, with its last line on the grid of the text.
func TestFootnoteSplits(t *testing.T) {
	text := func(words int) []book.Inline {
		return []book.Inline{&book.Text{Value: strings.TrimSpace(strings.Repeat("the sheet is folded twice and cut ", words/7))}}
	}
	call := &book.NoteRef{ID: "ref", Note: "note", Number: 1}
	chapter := &book.Chapter{ID: "one", Number: 1, Title: []book.Inline{&book.Text{Value: "One"}}, Short: "One",
		Blocks: []book.Block{&book.Paragraph{Inlines: append(text(200), call)}},
		Notes:  []*book.Note{{ID: "note", Number: 1, Refs: []string{"ref"}, Blocks: []book.Block{&book.Paragraph{Inlines: text(900)}}}}}
	for range 8 {
		chapter.Blocks = append(chapter.Blocks, &book.Paragraph{Inlines: text(120)})
	}
	b := &book.Book{Meta: book.Meta{Title: "A", Language: "en"}, Parts: []*book.Part{{Chapters: []*book.Chapter{chapter}}}, NotePlace: book.NotesFoot}
	doc, _ := setBook(t, b, "a5", 1)
	checkFootWords(t, doc, b)
	if pages := checkFootRules(t, doc); pages < 2 {
		t.Errorf("the note stands on %d pages", pages)
	}
}

// checkFootRules holds that a short rule stands above the notes of each page and that
// the last lines of notes are on one grid; it returns how many pages have notes.
func checkFootRules(t *testing.T, doc *layout.Document) int {
	t.Helper()
	spec, err := layout.SpecFor("a5")
	if err != nil {
		t.Fatal(err)
	}
	pages, bottom := 0, layout.Length(0)
	for _, page := range doc.Pages {
		first, last, rules := layout.Length(0), layout.Length(0), 0
		for _, item := range page.Items {
			if line, ok := item.(*layout.Line); ok && noteOf(line.Words[0].Element) != "" {
				if first == 0 {
					first = line.Y
				}
				last = line.Y
			}
		}
		if first == 0 {
			continue
		}
		for _, item := range page.Items {
			if rule, ok := item.(*layout.Rule); ok && rule.Width == spec.Measure()/5 && rule.Y < first && rule.Y > first-2*spec.Text.Leading {
				rules++
			}
		}
		if rules != 1 {
			t.Errorf("page %s: %d rules above its notes", page.Folio, rules)
		}
		if pages++; bottom == 0 {
			bottom = last
		}
		if (last-bottom)%spec.Text.Leading != 0 {
			t.Errorf("page %s: the last line of its notes is off the grid by %s", page.Folio, (last-bottom)%spec.Text.Leading)
		}
	}
	return pages
}
