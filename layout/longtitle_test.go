package layout

import (
	"strings"
	"testing"

	"publish/book"
	"publish/fonts"
)

// TestSafetyLongTitle sets a chapter under titles of many lines, in a large size too:
// the text is there, and so are the contents.
func TestSafetyLongTitle(t *testing.T) {
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []Length{11 * Point, 36 * Point} {
		for _, title := range []string{strings.Repeat("Long ", 200), strings.Repeat("x", 1000)} {
			spec, err := SpecFor("a5")
			if err != nil {
				t.Fatal(err)
			}
			chapter := &book.Chapter{ID: "one", Number: 1, Title: plainText(title), Short: title,
				Blocks: []book.Block{&book.Paragraph{Inlines: plainText("The text of the chapter.")}}}
			b := &book.Book{Meta: book.Meta{Title: title, Language: "en"}, Parts: []*book.Part{{Title: title, Chapters: []*book.Chapter{chapter}}}}
			doc, _ := Layout(b, Options{Spec: spec.WithTextSize(size), Fonts: family})
			var all strings.Builder
			for _, p := range doc.Pages {
				for _, item := range p.Items {
					if l, ok := item.(*Line); ok {
						for _, w := range l.Words {
							all.WriteString(w.Run.Text)
						}
					}
				}
			}
			if !strings.Contains(all.String(), "text") || doc.Places["one"].Page == 0 {
				t.Errorf("%v: the chapter is not on the pages", size)
			}
		}
	}
}
