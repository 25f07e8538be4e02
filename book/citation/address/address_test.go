package address

import (
	"slices"
	"testing"

	"publish/book"
)

// TestReadable holds how addresses are printed.
func TestReadable(t *testing.T) {
	for address, want := range map[string]string{
		"https://press.example/":                                 "press.example",
		"http://www.press.example/ink/":                          "www.press.example/ink/",
		"HTTPS://Press.example/Ink":                              "Press.example/Ink",
		"https://press.example/ink?utm_source=a&page=2&fbclid=x": "press.example/ink?page=2",
		"https://press.example/ink?utm_source=a#top":             "press.example/ink#top",
		"https://press.example/ink#:~:text=a%20forme":            "press.example/ink",
		"https://press.example/%D0%BF%D1%80%D0%B5%D1%81":         "press.example/прес",
		"https://press.example/a%20b":                            "press.example/a%20b",
		"https://press.example/a%2Fb":                            "press.example/a%2Fb",
		"https://press.example/%E1%83%95%E1%83%90":               "press.example/%E1%83%95%E1%83%90",
		"https://press.example/100%":                             "press.example/100%",
		"ftp://press.example/ink":                                "ftp://press.example/ink",
		"mailto:jane@press.example":                              "mailto:jane@press.example",
		"https://":                                               "https://",
	} {
		if got := Readable(address); got != want {
			t.Errorf("%s\n got %s\nwant %s", address, got, want)
		}
	}
}

// TestSet holds that an address gets a title where the source gives one, and that the
// link stays.
func TestSet(t *testing.T) {
	for _, test := range []struct{ before, address, after, want string }{
		{"", "https://press.example/ink", "", "press.example/ink"},
		{"", "https://en.wiki.example/wiki/Hand_press#The_bar", ".", "\"Hand press § The bar,\" en.wiki.example/wiki/Hand_press#The_bar."},
		{"Wiki – ", "https://en.wiki.example/wiki/Why_ink%3F", "", "Wiki – \"Why ink?\" en.wiki.example/wiki/Why_ink%3F"},
		{"", "https://en.wiki.example/wiki/File:Press.png", "", "en.wiki.example/wiki/File:Press.png"},
		{"", "http://known.example/a-page", "", "\"A Page on Quoins,\" known.example/a-page"},
		{"Jane Porter, \"Ink,\" ", "https://en.wiki.example/wiki/Ink", "", "Jane Porter, \"Ink,\" en.wiki.example/wiki/Ink"},
		{"A remark of several words, see ", "https://en.wiki.example/wiki/Ink", "", "A remark of several words, see en.wiki.example/wiki/Ink"},
	} {
		link := &book.Link{URL: test.address, Bare: true, Inlines: []book.Inline{&book.Text{Value: test.address}}}
		par := &book.Paragraph{Inlines: []book.Inline{&book.Text{Value: test.before}, link, &book.Text{Value: test.after}}}
		b := &book.Book{
			Meta:  book.Meta{Language: "en-GB"},
			Parts: []*book.Part{{Chapters: []*book.Chapter{{Notes: []*book.Note{{Blocks: []book.Block{par}}}}}}},
			Bibliography: &book.Bibliography{Entries: []*book.Entry{{
				Text: []book.Inline{link}, Work: book.Work{Title: "A Page on Quoins", URL: "https://www.known.example/a-page/"}}}},
		}
		Set(b)
		if got := book.PlainText(par.Inlines); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.address, got, test.want)
		}
		leads := func(in book.Inline) bool {
			l, ok := in.(*book.Link)
			return ok && l.URL == test.address && l.Bare
		}
		if !slices.ContainsFunc(par.Inlines, leads) {
			t.Errorf("%s: the link is gone", test.address)
		}
		if got := book.PlainText(b.Bibliography.Entries[0].Text); got != Readable(test.address) {
			t.Errorf("%s: the entry has %s", test.address, got)
		}
	}
}
