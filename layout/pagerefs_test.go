package layout_test

import (
	"strconv"
	"strings"
	"testing"

	"publish/book"
	"publish/layout"
)

// pagesSaid returns the elements of the pages that links say. A call of a note is a
// Reference too, but it has no words of its own beside its link.
func pagesSaid(doc *layout.Document) map[*layout.Element]bool {
	said := map[*layout.Element]bool{}
	eachWord(doc, func(_ int, w *layout.Word) {
		if w.Element != nil && w.Element.Role == "Reference" && callOf(w.Element) != nil {
			said[w.Element] = true
		}
	})
	return said
}

// within reports whether an element is in one of some others.
func within(e *layout.Element, others map[*layout.Element]bool) bool {
	for ; e != nil; e = e.Parent {
		if others[e] {
			return true
		}
	}
	return false
}

// TestPagesSaid holds the pages that links say to where the links lead: each is that of
// its target, none stands in a title, a quotation or a note, and none is a page away or
// less. A book that wants none has none.
func TestPagesSaid(t *testing.T) {
	books := notedBooks(t)
	for name, b := range books {
		t.Run(name, func(t *testing.T) {
			doc, _ := setBook(t, b, "a5", 2)
			said := pagesSaid(doc)
			if len(said) == 0 {
				t.Fatal("no link says its page")
			}
			checkPagesSaid(t, doc, said)
			b.InsideLinks = book.InsideNone
			if doc, _ = setBook(t, b, "a5", 2); len(pagesSaid(doc)) > 0 {
				t.Error("pages are said that are not wanted")
			}
		})
	}
}

func checkPagesSaid(t *testing.T, doc *layout.Document, said map[*layout.Element]bool) {
	t.Helper()
	targets := map[*layout.Element]string{}
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			if area, ok := item.(*layout.LinkArea); ok {
				targets[area.Element] = area.Target
			}
		}
	}
	eachWord(doc, func(page int, w *layout.Word) {
		if w.Element == nil || w.Element.Role != "Link" || !said[w.Element.Parent] {
			return
		}
		to, ok := doc.Places[targets[w.Element]]
		if !ok || doc.Pages[to.Page].Folio != w.Run.Text {
			t.Errorf("page %d says %q, but %s is on page %s", page, w.Run.Text, targets[w.Element], doc.Pages[to.Page].Folio)
		}
		if _, err := strconv.Atoi(w.Run.Text); err == nil && to.Page-page <= 1 && page-to.Page <= 1 {
			t.Errorf("page %d says %s, which is in sight", page, w.Run.Text)
		}
		for e := w.Element; e != nil; e = e.Parent {
			if strings.HasPrefix(string(e.Role), "H") || e.Role == "BlockQuote" || e.Role == "Note" || e.Role == "TD" {
				t.Errorf("page %d says %s in a %s", page, w.Run.Text, e.Role)
			}
		}
	})
}

// TestWherePagesStand holds that a page stands behind the word that the link began and
// before what ends the sentence, in parentheses or behind a comma inside some, once for
// each chapter in a paragraph.
func TestWherePagesStand(t *testing.T) {
	link := func(text string) book.Inline {
		return &book.CrossRef{Target: "far", Inlines: words(text)}
	}
	tests := []struct {
		name string
		in   []book.Inline
		want string
	}{
		{"end", []book.Inline{&book.Text{Value: "Set in "}, link("type"), &book.Text{Value: "."}}, "Set in type (p. 7)."},
		{"rest of the word", []book.Inline{link("Press"), &book.Text{Value: "es” and more"}}, "Presses” (p. 7) and more"},
		{"twice", []book.Inline{link("Ink"), &book.Text{Value: " and "}, link("ink"), &book.Text{Value: "."}}, "Ink (p. 7) and ink."},
		{"in parentheses", []book.Inline{&book.Text{Value: "A way (see "}, link("type"), &book.Text{Value: ") to set."}}, "A way (see type, p. 7) to set."},
		{"last", []book.Inline{&book.Text{Value: "As in "}, link("type")}, "As in type (p. 7)"},
		{"before a call", []book.Inline{link("Type"), &book.NoteRef{ID: "r1", Note: "n1", Number: 1}, &book.Text{Value: " is cast"}}, "Type1 (p. 7) is cast"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := &book.Book{Meta: book.Meta{Title: "T", Language: "en"}, Parts: []*book.Part{{Chapters: []*book.Chapter{
				{ID: "near", Title: words("Near"), Number: 1, Blocks: []book.Block{&book.Paragraph{Inlines: test.in}}},
				{ID: "one", Title: words("One"), Number: 2}, {ID: "two", Title: words("Two"), Number: 3},
				{ID: "far", Title: words("Far"), Number: 4},
			}}}}
			doc, _ := setBook(t, b, "a5", 1)
			if got := paragraphText(doc, doc.Places["near"].Page); got != test.want {
				t.Errorf("the paragraph reads %q, want %q", got, test.want)
			}
		})
	}
}

// paragraphText returns what the paragraphs of a page read.
func paragraphText(doc *layout.Document, page int) string {
	var b strings.Builder
	eachWord(doc, func(at int, w *layout.Word) {
		if at != page || w.Element == nil || strings.HasPrefix(string(w.Element.Role), "H") {
			return
		}
		if w.Space {
			b.WriteByte(' ')
		}
		b.WriteString(w.Run.Text)
	})
	return b.String()
}
