package typography

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"publish/book"
)

func TestText(t *testing.T) {
	for _, test := range []struct{ lang, in, want string }{
		{"en", `He said "print it" and left.`, "He said “print it” and left."},
		{"en", `"Print," she said, "or be 'printed'."`, "“Print,” she said, “or be ‘printed’.”"},
		{"en", `("yes")`, "(“yes”)"},
		{"en", `"'Read,' he wrote," she said`, "“\u202f‘Read,’ he wrote,” she said"},
		{"en", `the workers' press`, "the workers’ press"},
		{"en", `workers' control and peasants' land`, "workers’ control and peasants’ land"},
		{"en", `in the '90s, rock 'n' roll, 'tis Mi'kmaq and Kom'boa`, "in the ’90s, rock ’n’ roll, ’tis Mi’kmaq and Kom’boa"},
		{"en", `'Twas said 'so be it' of old`, "’Twas said ‘so be it’ of old"},
		{"en", `a 12" record, 6'2 tall`, "a 12″ record, 6′2 tall"},
		{"en", `one -- two--three --- four`, "one\u00a0– two—three\u00a0— four"},
		{"en", `1917-1921, pp. 12-15, 1918-21`, "1917–1921, pp.\u00a012–15, 1918–21"},
		{"en", `2026-03-01 and ISBN 3-85791-369-X and COVID-19 and Jean-Luc`, "2026-03-01 and ISBN 3-85791-369-X and COVID-19 and Jean-Luc"},
		{"en", `Wait... what. . . and so on....`, "Wait… what… and so on…."},
		{"en", `see http://x.example/a--b'c"d... now`, "see http://x.example/a--b'c\"d... now"},
		{"en", `Dr. Guillotin, J. William Lloyd, p. 12, No. 5, World War II`, "Dr.\u00a0Guillotin, J.\u00a0William Lloyd, p.\u00a012, No.\u00a05, World War\u00a0II"},
		{"en", `5 million, but a - b`, "5\u00a0million, but a\u00a0– b"},
		{"en", `Plan A. The next`, "Plan A.\u00a0The next"},
		{"en", `already “curly” and ‘so’ — on`, "already “curly” and ‘so’\u00a0— on"},
		{"de", `Er sagte "nein, 'nie'" dazu`, "Er sagte „nein, ‚nie‘“ dazu"},
		{"de", `Wie geht's dir`, "Wie geht’s dir"},
		{"fr", `Il dit "non" ! Pourquoi ?`, "Il dit «\u202fnon\u202f»\u202f! Pourquoi\u202f?"},
		{"fr", `Non! «Oui» : 12:30, http://x.example/?a; c'est-à-dire 10 000 francs`,
			"Non\u202f! «\u202fOui\u202f»\u00a0: 12:30, http://x.example/?a; c’est-à-dire 10\u202f000 francs"},
		{"en", `"He said 'no'"`, "“He said ‘no’\u202f”"},
		{"en", `1/2 of it, 3/4, on 1/2/1905, 11/2 and 24/7`, "½ of it, ¾, on 1/2/1905, 11/2 and 24/7"},
		{"en", `in 1917 300 people and 10 000 more`, "in 1917 300 people and 10 000 more"},
		{"ru", `в 1917 году 10 000 человек`, "в 1917 году 10\u202f000 человек"},
		{"es", `Dijo "no"`, "Dijo «no»"},
		{"en-GB", `"so"`, "“so”"},
		{"sv", `"ja"`, "”ja”"},
	} {
		got := Text(test.in, test.lang)
		if got != test.want {
			t.Errorf("%s %s\n got %s\nwant %s", test.lang, test.in, got, test.want)
		}
		if again := Text(got, test.lang); again != got {
			t.Errorf("%s set twice: %s", got, again)
		}
	}
}

// TestInlines sets a paragraph whose marks stand at the edges of other inlines.
func TestInlines(t *testing.T) {
	text := func(s string) *book.Text { return &book.Text{Value: s} }
	for _, test := range []struct {
		inlines []book.Inline
		want    string
	}{
		{[]book.Inline{text(`He wrote "`), &book.Emphasis{Inlines: []book.Inline{text("The Press")}}, text(`" in 1800.`)},
			"He wrote “|The Press|” in 1800."},
		{[]book.Inline{&book.Strong{Inlines: []book.Inline{text("Soviets")}}, text("' power")}, "Soviets|’ power"},
		{[]book.Inline{text(`"so"`), &book.NoteRef{}, text(` and "on"`)}, "“so”| and “on”"},
		{[]book.Inline{text(`say `), &book.CodeSpan{Value: `"x"`}, text(`'s end`)}, "say |’s end"},
		{[]book.Inline{&book.Link{Bare: true, Inlines: []book.Inline{text("https://a--b")}}, text(" -- c")}, "https://a--b|\u00a0– c"},
		{[]book.Inline{text("p."), &book.Emphasis{Inlines: []book.Inline{text(" 12")}}}, "p.|\u00a012"},
	} {
		newSetter("en", book.Typography{}).inlines(test.inlines)
		var got []string
		book.WalkInlines(test.inlines, func(in book.Inline) bool {
			if t, ok := in.(*book.Text); ok {
				got = append(got, t.Value)
			}
			return true
		})
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("got %q, want %q", s, test.want)
		}
	}
}

// FuzzText holds the pass to its promise: letters and figures stay as they are.
func FuzzText(f *testing.F) {
	f.Add(`"It's" -- 'so' ... p. 5`)
	f.Add("'90s \"12\" http://x--y")
	f.Add("-s \"1/2")
	f.Fuzz(func(t *testing.T, in string) {
		words := func(s string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune("\"'-./⁄“”‘’–—… \u00a0\u202f′″", r) {
					return -1
				}
				return r
			}, norm.NFKC.String(s))
		}
		if got := Text(in, "en"); words(got) != words(in) {
			t.Errorf("%q became %q", in, got)
		}
	})
}

func BenchmarkText(b *testing.B) {
	line := strings.Repeat(`The workers' press, "so called" -- in 1917-1921 -- was Dr. Smith's, p. 12. `, 1000)
	b.SetBytes(int64(len(line)))
	s := newSetter("en", book.Typography{})
	for b.Loop() {
		s.text(line)
	}
}
