package typography

import (
	"testing"

	"publish/book"
)

// TestSafetyEmptyInline holds that what holds other inlines may hold none.
func TestSafetyEmptyInline(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		b := &book.Book{Meta: book.Meta{Language: language}, Parts: []*book.Part{{Chapters: []*book.Chapter{{Blocks: []book.Block{
			&book.Paragraph{Inlines: []book.Inline{&book.Emphasis{Inlines: []book.Inline{}}, &book.Span{Inlines: []book.Inline{}}, &book.Text{Value: "a"}}},
		}}}}}}
		Set(b)
		if got := book.PlainText(b.Parts[0].Chapters[0].Blocks[0].(*book.Paragraph).Inlines); got != "a" {
			t.Errorf("the text is %q", got)
		}
	}
}
