package entry

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"publish/book"
	"publish/book/citation/citationtest"
	"publish/book/names"
)

// expected is an entry parsed by hand.
type expected struct {
	Kind, Title, Container, Volume, Issue, Place, Publisher, Pages, URL, ISBN, Lang string
	Authors, Editors                                                                []struct{ Family, Given, Literal string }
	Year                                                                            *int
	Note                                                                            string `json:"title_note"`
}

// fields compares the fields that an entry parsed by hand has, and those that it has
// not and the parser found.
func (x expected) fields(w *book.Work) (right int, wrong []string) {
	year := ""
	if x.Year != nil {
		year = fmt.Sprint(*x.Year)
	}
	people := func(list []struct{ Family, Given, Literal string }) string {
		var out []string
		for _, n := range list {
			out = append(out, n.Literal+n.Family+", "+n.Given)
		}
		return strings.Join(out, "; ")
	}
	had := func(list []book.PersonName) string {
		var out []string
		for _, n := range list {
			out = append(out, n.Family+", "+n.Given)
		}
		return strings.Join(out, "; ")
	}
	for _, f := range []struct{ name, want, got string }{
		{"kind", x.Kind, w.Kind.String()}, {"authors", people(x.Authors), had(w.Authors)}, {"editors", people(x.Editors), had(w.Editors)},
		{"title", x.Title, w.Title}, {"container", x.Container, w.Container}, {"volume", x.Volume, w.Volume}, {"issue", x.Issue, w.Issue},
		{"place", x.Place, w.Place}, {"publisher", x.Publisher, w.Publisher}, {"year", year, w.Year}, {"pages", x.Pages, w.Pages},
		{"url", x.URL, w.URL}, {"isbn", x.ISBN, w.ISBN}, {"lang", x.Lang, w.Language}, {"note", x.Note, w.Remark},
	} {
		if f.want == f.got {
			if f.want != "" {
				right++
			}
			continue
		}
		wrong = append(wrong, fmt.Sprintf("%s: %q, want %q", f.name, f.got, f.want))
	}
	return right, wrong
}

// TestGolden holds the parser to entries parsed by hand: at least 95 of 100 fields
// must be right, a field found where there is none counting as wrong.
func TestGolden(t *testing.T) {
	src, err := os.ReadFile("../../../../shared/golden/bibliography.json")
	if err != nil {
		t.Skip("the entries parsed by hand are not on this machine")
	}
	var golden struct {
		Entries []struct {
			ID, Page, Section, Raw string
			Expected               expected
		}
	}
	if err := json.Unmarshal(src, &golden); err != nil {
		t.Fatal(err)
	}
	p := New()
	right, all := 0, 0
	for _, e := range golden.Entries {
		hint := Hint{Section: e.Section}
		if title := book.WikiTitle(e.Page); strings.Contains(e.Section, "works") && p.names.Person(title) == names.Likely {
			n := p.names.Parse(title)
			hint.Subject = book.PersonName{Family: n.Family, Given: n.Given}
		}
		got := p.Parse(citationtest.Inlines(e.Raw), hint)
		n, wrong := e.Expected.fields(&got.Work)
		right, all = right+n, all+n+len(wrong)
		if len(wrong) > 0 {
			t.Logf("%s %s\n\t%s\n\trest %q", e.ID, e.Raw, strings.Join(wrong, "\n\t"), got.Rest)
		}
	}
	t.Logf("%d of %d fields right", right, all)
	if len(golden.Entries) == 0 || 100*right < 95*all {
		t.Errorf("only %d of %d fields are right", right, all)
	}
}
