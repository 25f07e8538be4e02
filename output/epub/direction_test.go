package epub

import (
	"testing"

	"publish/book"
)

// TestDirect holds paragraphs to the direction of their first letter, where that is
// not the book's.
func TestDirect(t *testing.T) {
	text := func(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }
	for _, test := range []struct {
		lang    string
		inlines []book.Inline
		want    string
	}{
		{"en", text("A sheet, שלום"), ""},
		{"en", text("12: שלום, a sheet"), ` dir="rtl"`},
		{"en", []book.Inline{&book.Text{Value: "“"}, &book.Emphasis{Inlines: text("سلام")}}, ` dir="rtl"`},
		{"en", text("1905–21"), ""},
		{"en", text("Łódź"), ""},
		{"he", text("שלום"), ""},
		{"he", text("1905"), ""},
		{"ar", text("A sheet"), ` dir="ltr"`},
		{"ar", text("Ёж"), ` dir="ltr"`},
	} {
		e := &edition{Book: &book.Book{Meta: book.Meta{Language: test.lang}}}
		var m markup
		e.direct(&m, test.inlines)
		if string(m.buf) != test.want {
			t.Errorf("%s: %q has %q, want %q", test.lang, book.PlainText(test.inlines), m.buf, test.want)
		}
	}
}

// TestSpanDirection turns a passage from left to right around in a book that is read
// the other way.
func TestSpanDirection(t *testing.T) {
	e := &edition{Book: &book.Book{Meta: book.Meta{Language: "he"}}}
	var m markup
	e.inlines(&m, []book.Inline{&book.Span{Lang: "en", Inlines: []book.Inline{&book.Text{Value: "A sheet."}}}})
	if got, want := string(m.buf), `<span lang="en" xml:lang="en" dir="ltr">A sheet.</span>`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
