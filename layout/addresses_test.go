package layout_test

import (
	"slices"
	"strings"
	"testing"

	"publish/book"
	"publish/layout"
)

// onlineBook is a book whose bibliography has works in print, works under a linked
// title, and a work whose address stands in its entry.
func onlineBook(place book.AddressPlace) *book.Book {
	ch := &book.Chapter{ID: "one", Title: words("One"), Blocks: []book.Block{&book.Paragraph{Inlines: words("A sheet of paper.")}}}
	entry := func(id, url string, bare bool) *book.Entry {
		title := "The Vat of " + id
		e := &book.Entry{ID: id, In: []*book.Chapter{ch}, Work: book.Work{Title: title, URL: url, Authors: []book.PersonName{{Family: "Doe", Given: "Jane"}}}}
		switch {
		case url == "":
			e.Text = words(title)
		case bare:
			e.Text = append(words(title+" "), &book.Link{URL: url, Bare: true, Inlines: words(url)})
		default:
			e.Text = []book.Inline{&book.Link{URL: url, Inlines: words(title)}}
		}
		return e
	}
	list := []*book.Entry{entry("w-print", "", false), entry("w-linked", "https://press.example/linked", false),
		entry("w-bare", "https://press.example/bare", true), entry("w-long", "https://press.example/"+strings.Repeat("long", 150), false)}
	return &book.Book{Meta: book.Meta{Title: "Vats", Language: "en"}, Parts: []*book.Part{{Chapters: []*book.Chapter{ch}}},
		Bibliography: &book.Bibliography{Entries: list, Addresses: place}}
}

func words(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }

// TestAddresses holds which addresses are listed, and which have codes, with words for
// those who cannot see them and inside the type area.
func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		place     book.AddressPlace
		addresses []string
		codes     []string
	}{
		{book.AddressesInEntries, []string{"https://press.example/bare"}, nil},
		{book.AddressesListed, []string{"https://press.example/bare", "https://press.example/linked"}, nil},
		{book.AddressesCoded, []string{"https://press.example/bare", "https://press.example/bare", "https://press.example/linked"},
			[]string{"QR code: https://press.example/linked", "QR code: https://press.example/bare"}},
	} {
		doc, _ := setBook(t, onlineBook(test.place), "a5", 1)
		codes, addresses := found(t, doc)
		if !slices.Equal(codes, test.codes) {
			t.Errorf("place %d: codes %q, want %q", test.place, codes, test.codes)
		}
		slices.Sort(addresses)
		if !slices.Equal(addresses, test.addresses) {
			t.Errorf("place %d: addresses %q, want %q", test.place, addresses, test.addresses)
		}
	}
}

// found returns what is said of the drawings of a document, and the short addresses that
// are printed.
func found(t *testing.T, doc *layout.Document) (codes, addresses []string) {
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			switch item := item.(type) {
			case *layout.Drawing:
				codes = append(codes, item.Element.Alt)
				if item.X < 0 || item.Y < 0 || item.X+item.Width > page.Width || item.Y+item.Height > page.Height || item.Element.Role != "Figure" {
					t.Errorf("a drawing at %s, %s, of role %s", item.X, item.Y, item.Element.Role)
				}
			case *layout.Line:
				for _, w := range item.Words {
					if strings.Contains(w.Run.Text, "press.example/") && !strings.Contains(w.Run.Text, "long") {
						addresses = append(addresses, "https://"+w.Run.Text[strings.Index(w.Run.Text, "press.example"):])
					}
				}
			}
		}
	}
	return codes, addresses
}
