package citation

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"publish/book"
	"publish/book/citation/citationtest"
)

// gathered returns the entries that Gather makes of a chapter's list, with the
// number of chapters that recommend each.
func gathered(b *book.Book) []string {
	Gather(b, book.BibliographySpec{})
	var got []string
	for _, e := range b.Bibliography.Entries {
		got = append(got, book.PlainText(e.Text)+" "+strconv.Itoa(len(e.In)))
	}
	return got
}

func listed(c *book.Chapter, section, raw string) *book.Entry {
	return &book.Entry{ID: "w" + strconv.Itoa(len(raw)), Section: section, Text: citationtest.Inlines(raw), In: []*book.Chapter{c}}
}

// TestForm holds how entries of many forms are set.
func TestForm(t *testing.T) {
	for _, test := range []struct{ raw, want string }{
		{"Jane Porter, The Screw and the Lever", "Porter, Jane. The Screw and the Lever."},
		{"Porter, Jane. *The Screw*. London: Galley Press, 1931.", "Porter, Jane. The Screw. London: Galley Press, 1931."},
		{"Porter, Jane, and John Harris. *The Screw* (1931), Galley Press.", "Porter, Jane, and John Harris. The Screw. Galley Press, 1931."},
		{"Porter, Jane; Harris, John. *The Screw*", "Porter, Jane, and John Harris. The Screw."},
		{"Porter, Jane, ed. *The Screw*. Leeds: Forme, 1931.", "Porter, Jane, ed. The Screw. Leeds: Forme, 1931."},
		{"Porter, Jane (1931). *The Screw*. Galley Press.", "Porter, Jane. The Screw. Galley Press, 1931."},
		{"Something that nobody could parse", "Something that nobody could parse"},
		{"<https://x.example/s>", "https://x.example/s"},
	} {
		b := &book.Book{Meta: book.Meta{Language: "en"}, Bibliography: &book.Bibliography{
			Entries: []*book.Entry{listed(&book.Chapter{ID: "one"}, "further reading", test.raw)}}}
		if got := gathered(b); !slices.Equal(got, []string{test.want + " 1"}) {
			t.Errorf("%s\n got %s\nwant %s", test.raw, strings.Join(got, " | "), test.want)
		}
	}
}

// TestGather holds that one work named in several forms is one entry, in its
// fullest form, that others stay apart, and that the list is sorted.
func TestGather(t *testing.T) {
	one, two := &book.Chapter{ID: "one"}, &book.Chapter{ID: "two"}
	b := &book.Book{
		Meta:   book.Meta{Language: "en"},
		Topics: []*book.Topic{{Title: "Jane Porter", Chapter: two}},
		Bibliography: &book.Bibliography{Entries: []*book.Entry{
			listed(one, "further reading", "Jane Porter, The Screw and the Lever"),
			listed(one, "further reading", "*A Lever* by Zoe Abbot"),
			listed(two, "works", "*The Forme* (1930)"),
			listed(two, "sources", "Porter, Jane. *The Screw and the Lever: A History*. London: Galley Press, 1931."),
			listed(two, "sources", "The Screw and the Lever, Richard Lambert, 1999"),
		}},
	}
	want := []string{"Abbot, Zoe. A Lever. 1", "Lambert, Richard. The Screw and the Lever. 1999. 1",
		"Porter, Jane. The Forme. 1930. 1", "Porter, Jane. The Screw and the Lever: A History. London: Galley Press, 1931. 2"}
	if got := gathered(b); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
