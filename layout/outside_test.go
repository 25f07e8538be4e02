package layout_test

import (
	"slices"
	"testing"

	"publish/book"
	"publish/layout"
)

// TestOutside holds the list of addresses to its numbers: each address stands behind its
// own, the call leads to it, and it leads back; a code stands beside it on request.
func TestOutside(t *testing.T) {
	const url = "https://press.example/vat"
	for _, coded := range []bool{false, true} {
		call := &book.NoteRef{ID: "_call", Note: "_address-1", Number: 1, Address: true}
		ch := &book.Chapter{ID: "one", Title: words("One"), Blocks: []book.Block{&book.Paragraph{
			Inlines: []book.Inline{&book.Link{URL: url, Inlines: words("vat")}, call}}}}
		b := &book.Book{Meta: book.Meta{Title: "Vats", Language: "en"}, Parts: []*book.Part{{Chapters: []*book.Chapter{ch}}}, AddressCodes: coded,
			Addresses: []*book.Address{{ID: "_address-1", Number: 1, URL: url, Calls: []book.AddressCall{{ID: "_call", Chapter: ch}},
				Inlines: []book.Inline{&book.Link{URL: url, Bare: true, Inlines: words("press.example/vat")}}}}}
		doc, _ := setBook(t, b, "a5", 1)
		codes, addresses := found(t, doc)
		if !slices.Equal(addresses, []string{"https://press.example/vat"}) || (len(codes) == 1) != coded {
			t.Errorf("coded %v: addresses %q, codes %q", coded, addresses, codes)
		}
		leads := map[string]bool{}
		var texts []string
		for _, page := range doc.Pages {
			for _, item := range page.Items {
				switch item := item.(type) {
				case *layout.LinkArea:
					leads[item.Target] = true
				case *layout.Line:
					for _, w := range item.Words {
						texts = append(texts, w.Run.Text)
					}
				}
			}
		}
		if !leads["_address-1"] || !leads["_call"] || !slices.Contains(texts, "[1]") || !slices.Contains(texts, "1.") {
			t.Errorf("the call and its address do not lead to one another: %v in %q", leads, texts)
		}
		if doc.Places["_address-1"].Page <= doc.Places["_call"].Page {
			t.Error("the list does not stand behind the text")
		}
	}
}
