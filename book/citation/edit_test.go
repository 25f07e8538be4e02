package citation

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"publish/book"
)

// workNames makes names of works, all at one place.
func workNames(texts ...string) (list []book.WorkName) {
	for _, text := range texts {
		list = append(list, book.WorkName{Pos: book.Pos{File: "book.yaml", Line: 1, Col: 1}, Text: text})
	}
	return list
}

// shelf is a small book for rules to change.
func shelf() *book.Book {
	one, two := &book.Chapter{ID: "one"}, &book.Chapter{ID: "two"}
	return &book.Book{Meta: book.Meta{Language: "en"}, Bibliography: &book.Bibliography{Entries: []*book.Entry{
		listed(one, "further reading", "Jane Porter, The Screw and the Lever"),
		listed(two, "further reading", "Porter, Jane. *Screws, Levers and Presses*. London: Galley Press, 1931."),
		listed(one, "further reading", "*A Lever* by Zoe Abbot"),
		listed(two, "external links", "[The Vat](https://press.example/vat), 1920"),
		listed(two, "further reading", "what the old vatman said to nobody"),
	}}}
}

// TestEdit holds what each rule makes of the list, named by key and by words.
func TestEdit(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits book.BibliographyEdits
		want  []string
	}{
		{"nothing", book.BibliographyEdits{}, []string{
			"Abbot, Zoe. A Lever. 1", "Porter, Jane. The Screw and the Lever. 1", "Porter, Jane. Screws, Levers and Presses. London: Galley Press, 1931. 1",
			"“The Vat.” press.example. 1920. 1", "what the old vatman said to nobody 1"}},
		{"exclude", book.BibliographyEdits{Exclude: workNames("abbot-lever", "old VATMAN")}, []string{
			"Porter, Jane. The Screw and the Lever. 1", "Porter, Jane. Screws, Levers and Presses. London: Galley Press, 1931. 1", "“The Vat.” press.example. 1920. 1"}},
		{"merge", book.BibliographyEdits{Merge: []book.WorkMerge{{WorkName: workNames("porter-screw-and-the-lever")[0], Others: workNames("Porter Presses")}}}, []string{
			"Abbot, Zoe. A Lever. 1", "Porter, Jane. The Screw and the Lever. London: Galley Press, 1931. 2", "“The Vat.” press.example. 1920. 1",
			"what the old vatman said to nobody 1"}},
		{"correct", book.BibliographyEdits{Correct: []book.WorkEdit{
			{WorkName: workNames("vat")[0], Fields: []book.WorkField{{Name: "authors", Value: "Roe, Richard; Doe, Jane"}, {Name: "year", Value: ""}, {Name: "kind", Value: "pamphlet"}}},
			{WorkName: workNames("old vatman nobody")[0], Fields: []book.WorkField{{Name: "title", Value: "What the Vatman Said"}, {Name: "year", Value: "1811"}}},
		}}, []string{
			"Abbot, Zoe. A Lever. 1", "Porter, Jane. The Screw and the Lever. 1", "Porter, Jane. Screws, Levers and Presses. London: Galley Press, 1931. 1",
			"Roe, Richard, and Jane Doe. The Vat. 1", "What the Vatman Said. 1811. 1"}},
	} {
		got, diags := edited(shelf(), test.edits)
		if !slices.Equal(got, test.want) || len(diags) > 0 {
			t.Errorf("%s: %v\n got %s\nwant %s", test.name, diags, strings.Join(got, "\n     "), strings.Join(test.want, "\n     "))
		}
	}
}

// edited gathers a bibliography under rules.
func edited(b *book.Book, edits book.BibliographyEdits) (got []string, diags book.Diags) {
	diags = Gather(b, book.BibliographySpec{Edits: edits})
	for _, e := range b.Bibliography.Entries {
		got = append(got, book.PlainText(e.Text)+" "+strconv.Itoa(len(e.In)))
	}
	return got, diags
}

// TestEditKeepsAccount holds that the words of an excluded work are accounted for.
func TestEditKeepsAccount(t *testing.T) {
	b := shelf()
	edited(b, book.BibliographyEdits{Exclude: workNames("vatman")})
	for _, d := range b.Dropped {
		if d.Text == "what the old vatman said to nobody" {
			return
		}
	}
	t.Errorf("dropped %+v", b.Dropped)
}

// TestEditUnmatched holds the messages for names that no work answers to, or several.
func TestEditUnmatched(t *testing.T) {
	_, diags := edited(shelf(), book.BibliographyEdits{Exclude: workNames("abbot-levers", "Jane Porter", "quoins")})
	var got []string
	for _, d := range diags {
		got = append(got, d.Text+" | "+strings.Join(d.Hints, " "))
	}
	want := []string{
		`the bibliography has no work "abbot-levers" | did you mean "abbot-lever"?`,
		`2 works of the bibliography have the words "Jane Porter" | write the key of one: porter-screw-and-the-lever, porter-screws-levers-and-presses`,
		`the bibliography has no work "quoins" | `,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestKeys holds that keys are unlike each other, readable, and those of the list before
// the rules.
func TestKeys(t *testing.T) {
	c := &book.Chapter{ID: "one"}
	b := &book.Book{Meta: book.Meta{Language: "en"}, Bibliography: &book.Bibliography{Entries: []*book.Entry{
		listed(c, "books", "Porter, Jane. *The Screw: A History*. Leeds: Forme, 1931."),
		listed(c, "books", "Porter, John. *The Screw*. Leeds: Galley Press, 1950."),
		listed(c, "books", "Porter, Ann. *The Screw*"),
		listed(c, "books", "«Винт и рычаг» А. Б. Портер"),
	}}}
	Gather(b, book.BibliographySpec{})
	var keys []string
	for _, e := range b.Bibliography.Entries {
		keys = append(keys, e.Key)
	}
	if want := []string{"porter-screw", "porter-screw-1931", "porter-screw-1950", "porter-vint-i-rychag"}; !slices.Equal(keys, want) {
		t.Errorf("keys %q, want %q", keys, want)
	}
}
