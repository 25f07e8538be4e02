package assembly

import (
	"slices"
	"testing"

	"publish/book"
)

// The IDs of chapters and sections stay the same when text, notes and sections are
// added elsewhere: links into a book from outside go on to lead there.
func TestStableIdentifiers(t *testing.T) {
	press := func(more ...book.Block) *book.Article {
		return article("Press", append(more, head(2, "The screw"), para(text("It turns.")), head(2, "The bed"), para(text("It lies still.")))...)
	}
	ids := func(m *book.Manifest, articles ...*book.Article) []string {
		b, _ := Assemble(m, articles, nil)
		for _, c := range b.Body() {
			if c.Article != "Press" {
				continue
			}
			list := []string{c.ID}
			for _, block := range c.Blocks {
				if h, ok := block.(*book.Heading); ok && book.PlainText(h.Inlines) != "Before" {
					list = append(list, h.ID)
				}
			}
			return list
		}
		t.Fatal("the chapter is not in the book")
		return nil
	}
	before := ids(plan("Press"), press())
	after := ids(plan("Ink", "Press"), article("Ink", head(2, "The screw"), para(text("Soot and oil."))),
		press(head(2, "Before"), para(text("Once, before all that.")), para(text("And then."))))
	if want := []string{"press", "press-the-screw", "press-the-bed"}; !slices.Equal(before, want) || !slices.Equal(after, want) {
		t.Errorf("got %q, and %q after more was added, want %q", before, after, want)
	}
}
