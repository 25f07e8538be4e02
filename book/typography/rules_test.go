package typography

import (
	"fmt"
	"strings"
	"testing"

	"publish/book"
)

// oneChapter returns a book of one paragraph.
func oneChapter(language string, rules book.Typography, inlines ...book.Inline) *book.Book {
	p := &book.Paragraph{Inlines: inlines}
	c := &book.Chapter{Blocks: []book.Block{p}}
	return &book.Book{Meta: book.Meta{Language: language}, Typography: rules, Parts: []*book.Part{{Chapters: []*book.Chapter{c}}}}
}

// shown returns the text of the book's paragraph, what is raised behind a caret.
func shown(b *book.Book) string {
	var s strings.Builder
	book.EachText(b.Chapters()[0].Blocks, func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			switch in := in.(type) {
			case *book.Superscript:
				s.WriteByte('^')
			case *book.Text:
				s.WriteString(in.Value)
			}
			return true
		})
	})
	return s.String()
}

func text(s string) book.Inline { return &book.Text{Value: s} }

// TestWithout turns off one refinement after another.
func TestWithout(t *testing.T) {
	const in = `"1/2" of pp. 3-4... the 19`
	for _, test := range []struct {
		without []book.Refinement
		want    string
	}{
		{nil, "“½” of pp.\u00a03–4… the 19th"},
		{[]book.Refinement{book.Quotes}, "\"½\" of pp.\u00a03–4… the 19th"},
		{[]book.Refinement{book.Dashes}, "“½” of pp.\u00a03-4… the 19th"},
		{[]book.Refinement{book.Ellipses}, "“½” of pp.\u00a03–4... the 19th"},
		{[]book.Refinement{book.Spaces}, "“½” of pp. 3–4… the 19th"},
		{[]book.Refinement{book.Fractions}, "“1/2” of pp.\u00a03–4… the 19th"},
		{[]book.Refinement{book.Ordinals}, "“½” of pp.\u00a03–4… the 19^th"},
		{[]book.Refinement{book.Quotes, book.Dashes, book.Ellipses, book.Spaces, book.Fractions, book.Ordinals}, in + "^th"},
	} {
		var rules book.Typography
		for _, r := range test.without {
			rules = rules.Without(r)
		}
		b := oneChapter("en", rules, text(in), &book.Superscript{Inlines: []book.Inline{text("th")}})
		Set(b)
		if got := shown(b); got != test.want {
			t.Errorf("without %v\n got %s\nwant %s", test.without, got, test.want)
		}
	}
}

// TestOrdinals raises the endings of French numbers and lowers those of English
// ones, words that look like them left alone.
func TestOrdinals(t *testing.T) {
	raised := func(s string) book.Inline { return &book.Superscript{Inlines: []book.Inline{text(s)}} }
	for _, test := range []struct {
		lang    string
		inlines []book.Inline
		want    string
	}{
		{"en", []book.Inline{text("the 1"), raised("st"), text(" and x"), raised("th")}, "the 1st and x^th"},
		{"en", []book.Inline{text("10"), raised("2"), text(" m")}, "10^2\u00a0m"},
		{"de", []book.Inline{text("19"), raised("th")}, "19^th"},
		{"fr", []book.Inline{text("Au XIXe siècle, le 1er mai, la 2e fois")}, "Au XIX^e siècle, le 1^er mai, la 2^e fois"},
		{"fr", []book.Inline{text("Les dix, Le Vers et Ces Ve et Ier")}, "Les dix, Le Vers et Ces V^e et I^er"},
		{"en", []book.Inline{text("at the XIXe and "), &book.Span{Lang: "fr", Inlines: []book.Inline{text("XIXe siècle!")}}, text(" so!")},
			"at the XIXe and XIX^e siècle\u202f! so!"},
		{"en", []book.Inline{&book.Span{Lang: "fr", Inlines: []book.Inline{text(`"Non!`)}}, text(`" he said.`)}, "“Non\u202f!” he said."},
		{"fr", []book.Inline{&book.Emphasis{Inlines: []book.Inline{text("la 3e")}}}, "la 3^e"},
	} {
		b := oneChapter(test.lang, book.Typography{}, test.inlines...)
		Set(b)
		if got := shown(b); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.lang, got, test.want)
		}
	}
}

// TestChanges holds the list of changes to what was set.
func TestChanges(t *testing.T) {
	pos := book.Pos{File: "a.md", Line: 3, Col: 1}
	b := oneChapter("en", book.Typography{}, &book.Text{Pos: pos, Value: `He said "so" on p. 5 -- or 6`})
	var got []string
	for _, c := range Changes(b) {
		got = append(got, fmt.Sprintf("%s %s %q %q", c.Pos, c.Rule, c.Before, c.After))
	}
	want := []string{
		`a.md:3:1 quotes "\"so\"" "“so\""`,
		`a.md:3:1 quotes "\"so\"" "\"so”"`,
		`a.md:3:1 spaces "p. 5" "p.\u00a05"`,
		`a.md:3:1 spaces "5 --" "5\u00a0--"`,
		`a.md:3:1 dashes "--" "–"`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
