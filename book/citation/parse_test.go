package citation

import (
	"encoding/json"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"publish/book"
)

// source reads one list item as an article has it: *italic*, [words](address) and
// <address>.
func source(raw string) []book.Inline {
	raw = regexp.MustCompile(`<a [^>]*>([^<]*)</a>`).ReplaceAllString(raw, "$1")
	raw = regexp.MustCompile(`\\(.)`).ReplaceAllString(raw, "$1")
	var out []book.Inline
	marks := regexp.MustCompile(`\*([^*]+)\*|\[([^\]]+)\]\((https?:[^)]*)\)|<(https?:[^>]*)>`)
	at := 0
	for _, m := range marks.FindAllStringSubmatchIndex(raw, -1) {
		if m[0] > at {
			out = append(out, &book.Text{Value: raw[at:m[0]]})
		}
		at = m[1]
		switch {
		case m[2] >= 0:
			out = append(out, &book.Emphasis{Inlines: []book.Inline{&book.Text{Value: raw[m[2]:m[3]]}}})
		case m[4] >= 0:
			out = append(out, &book.Link{URL: raw[m[6]:m[7]], Inlines: []book.Inline{&book.Text{Value: raw[m[4]:m[5]]}}})
		default:
			out = append(out, &book.Link{URL: raw[m[8]:m[9]], Bare: true, Inlines: []book.Inline{&book.Text{Value: raw[m[8]:m[9]]}}})
		}
	}
	if at < len(raw) {
		out = append(out, &book.Text{Value: raw[at:]})
	}
	return out
}

func TestSet(t *testing.T) {
	for _, test := range []struct{ raw, want string }{
		{"Jane Doe, The Screw and the Lever", "Doe, Jane. The Screw and the Lever."},
		{"Doe, Jane. *The Screw*. London: Galley Press, 1931.", "Doe, Jane. The Screw. London: Galley Press, 1931."},
		{"Doe, Jane, and John Roe. *The Screw* (1931), Galley Press.", "Doe, Jane, and John Roe. The Screw. Galley Press, 1931."},
		{"Doe, Jane; Roe, John. *The Screw*", "Doe, Jane, and John Roe. The Screw."},
		{"“The Screw” by Jane Doe <https://x.example/s> [PDF, 2MB, EN]", "Doe, Jane. “The Screw.” https://x.example/s"},
		{"[The Screw, Jane Doe, 1931](https://x.example/s)", "Doe, Jane. “The Screw.” 1931."},
		{"[Jane Doe - The Screw](https://x.example/s)", "Doe, Jane. “The Screw.”"},
		{"*The Screw*, ed. Jane Doe", "The Screw, ed. Jane Doe."},
		{"Doe, Jane, ed. *The Screw*. Leeds: Forme, 1931.", "Doe, Jane, ed. The Screw. Leeds: Forme, 1931."},
		{"Jane Doe, The Screw (diary 1920-1922)", "Doe, Jane. The Screw (diary 1920-1922)."},
		{"Doe, Jane (1931). The Screw. Galley Press.", "Doe, Jane. The Screw. Galley Press, 1931."},
		{"Something that nobody could parse", "Something that nobody could parse"},
		{"<https://x.example/s>", "https://x.example/s"},
	} {
		l, _ := flat(source(test.raw))
		c := newParser().parse(l, book.PersonName{})
		got := strings.TrimSpace(book.PlainText(source(test.raw)))
		if c.known {
			got = book.PlainText(set(c, l, book.Pos{}))
		}
		if got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.raw, got, test.want)
		}
	}
}

func TestGather(t *testing.T) {
	one, two := &book.Chapter{ID: "one"}, &book.Chapter{ID: "two"}
	entry := func(c *book.Chapter, section, raw string) *book.Entry {
		return &book.Entry{ID: "w" + strconv.Itoa(len(raw)), Section: section, Text: source(raw), In: []*book.Chapter{c}}
	}
	b := &book.Book{
		Topics: []*book.Topic{{Title: "Jane Doe", Chapter: two}},
		Bibliography: &book.Bibliography{Entries: []*book.Entry{
			entry(one, "further reading", "Jane Doe, The Screw"),
			entry(one, "further reading", "*A Lever* by Zoe Abbot"),
			entry(two, "works", "*The Forme* (1930)"),
			entry(two, "sources", "Doe, Jane. *The Screw: A History*. London: Galley Press, 1931."),
			entry(two, "sources", "The Screw, Richard Roe, 1999"),
		}},
	}
	Gather(b)
	var got []string
	for _, e := range b.Bibliography.Entries {
		got = append(got, book.PlainText(e.Text)+" "+strconv.Itoa(len(e.In)))
	}
	want := []string{"Abbot, Zoe. A Lever. 1", "Doe, Jane. The Forme. 1930. 1",
		"Doe, Jane. The Screw: A History. London: Galley Press, 1931. 2", "Roe, Richard. The Screw. 1999. 1"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(b.Dropped) != 2 {
		t.Errorf("dropped %v", b.Dropped)
	}
}

// TestGolden measures the parser on entries parsed by hand.
func TestGolden(t *testing.T) {
	src, err := os.ReadFile("../../../shared/golden/bibliography.json")
	if err != nil {
		t.Skip("the golden entries are not on this machine")
	}
	var golden struct {
		Entries []struct {
			Page, Section, Raw string
			Expected           struct {
				Authors []struct{ Family, Given, Literal string }
				Title   string
				Year    *int
			}
		}
	}
	if err := json.Unmarshal(src, &golden); err != nil {
		t.Fatal(err)
	}
	p := newParser()
	right := 0
	for _, e := range golden.Entries {
		l, _ := flat(source(e.Raw))
		subject := book.PersonName{}
		if isWorks(e.Section) {
			title := book.WikiTitle(e.Page)
			if n := p.names.Parse(title); p.names.Person(title) == 2 {
				subject = book.PersonName{Family: n.Family, Given: n.Given}
			}
		}
		c := p.parse(l, subject)
		family, want := "", ""
		if len(c.Authors) > 0 {
			family = c.Authors[0].Family
		}
		if a := e.Expected.Authors; len(a) > 0 {
			want = a[0].Family + a[0].Literal
		}
		year := ""
		if e.Expected.Year != nil {
			year = strconv.Itoa(*e.Expected.Year)
		}
		if family == want && strings.HasPrefix(e.Expected.Title, c.Title) && c.Title != "" && (c.Year == year || year == "") {
			right++
			continue
		}
		t.Logf("%s\n\tauthor %q title %q year %q rest %q\n\twant %q %q %s", e.Raw, family, c.Title, c.Year, c.rest, want, e.Expected.Title, year)
	}
	t.Logf("%d of %d entries right in first author, title and year", right, len(golden.Entries))
	if 100*right < 75*len(golden.Entries) {
		t.Errorf("only %d of %d entries are right", right, len(golden.Entries))
	}
}
