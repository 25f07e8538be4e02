package layout_test

import (
	"strings"
	"testing"

	"publish/book"
	"publish/layout"
)

// hebrewBook returns a book in Hebrew with a long paragraph, a list and a table.
func hebrewBook() *book.Book {
	text := func(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }
	cell := func(s string) book.Cell {
		return book.Cell{Blocks: []book.Block{&book.Paragraph{Inlines: text(s)}}}
	}
	ch := &book.Chapter{ID: "one", Number: 1, Title: text("סדר"), Short: "סדר", Blocks: []book.Block{
		&book.Paragraph{Inlines: text(strings.Repeat("הסדר מניח אות אחר אות בשורה, מימין לשמאל, 12 פעמים (two words) ביום. ", 60))},
		&book.Paragraph{Inlines: text("An English paragraph runs from the left.")},
		&book.List{Items: []book.Item{{Blocks: []book.Block{&book.Paragraph{Inlines: text("אות אחת")}}}}},
		&book.Table{Body: []book.Row{{Cells: []book.Cell{cell("ראשון"), cell("שני")}}}},
	}}
	return &book.Book{Meta: book.Meta{Title: "הדפוס", Language: "he"}, Parts: []*book.Part{{Chapters: []*book.Chapter{ch}}}}
}

// TestMirroredBook sets a Hebrew book: its lines begin at the right, its margins, its
// folios, lists and tables are those of a book in English seen in a mirror.
func TestMirroredBook(t *testing.T) {
	doc, diags := setBook(t, hebrewBook(), "a5", 2)
	if diags != nil {
		t.Error(diags)
	}
	spec, _ := layout.SpecFor("a5")
	if !doc.RightToLeft {
		t.Error("the document does not say that it is read from right to left")
	}
	full := 0
	for i, page := range doc.Pages {
		first := spec.Width - spec.Inner // of a recto
		if i%2 == 1 {
			first = spec.Width - spec.Outer
		}
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok || len(line.Words) == 0 || line.Words[0].Element == nil {
				continue
			}
			left, right := line.Extent()
			if right > first+spec.Text.Size || left < first-spec.Measure()-spec.Text.Size {
				t.Errorf("page %d: a line from %s to %s", i+1, left, right)
			}
			if right-left > spec.Measure()*9/10 {
				full++
				if word := line.Words[0]; word.Run.RTL && word.X < first-spec.Measure()/2 {
					t.Errorf("page %d: the first word of a line, %q, stands at %s", i+1, word.Run.Text, word.X)
				}
			}
		}
	}
	if full < 40 {
		t.Errorf("%d full lines", full)
	}
	at := map[string]layout.Length{} // where some words stand
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			if line, ok := item.(*layout.Line); ok {
				for _, w := range line.Words {
					at[w.Run.Text] = w.X
				}
			}
		}
	}
	if at["•"] < at["אחת"] || at["ראשון"] < at["שני"] {
		t.Errorf("the list or the table begins at the left: %v", at)
	}
	if at["An"] > at["left."] || at["An"] > spec.Outer+spec.Inner {
		t.Errorf("the English paragraph runs from %s to %s", at["An"], at["left."])
	}
}

// TestMirroredContents looks for the folios of the contents at the left.
func TestMirroredContents(t *testing.T) {
	doc, _ := setBook(t, hebrewBook(), "a5", 1)
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok || len(line.Words) < 2 || line.Words[0].Run.Text != "1" || line.Words[1].Run.Text != "סדר" {
				continue
			}
			if last := line.Words[len(line.Words)-1]; last.Run.Text != "1" || last.X > line.Words[1].X || line.Words[1].X > line.Words[0].X {
				t.Errorf("an entry of the contents reads %v", line.Words)
			}
			return
		}
	}
	t.Error("the contents have no entry for the chapter")
}
