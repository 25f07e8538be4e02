package index

import (
	"strings"
	"testing"

	"publish/book"
	"publish/book/names"
)

func TestStemOf(t *testing.T) {
	for word, want := range map[string]string{
		"Strikes": "strike", "strike": "strike", "workers'": "worker", "Workers’": "worker", "Lenin's": "lenin", "parties": "party",
		"press": "press", "presses": "press", "basis": "basis", "Mi'kmaq": "mi'kmaq", "branches": "branch", "USA": "usa", "J.": "j",
		"Ukraine": "ukraine", "SRs": "sr", "women's": "women", "series": "series",
	} {
		if got := stemOf(word); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

func TestTokens(t *testing.T) {
	x := &reader{lexicon: newLexicon(), chapter: &chapter{}, section: &section{}}
	x.paragraph([]book.Inline{
		&book.Text{Value: "The hand-press, "}, &book.Emphasis{Inlines: []book.Inline{&book.Text{Value: "J. Smith's"}}}, &book.Text{Value: " own (old). It U.S. 1,000"},
	})
	var got []string
	for _, tk := range x.tokens {
		marks := ""
		for _, m := range []struct {
			mark mark
			sign string
		}{{opens, "^"}, {parted, "|"}, {hyphened, "-"}, {comma, ","}, {bracket, "("}, {closes, ")"}, {italic, "/"}} {
			if tk.marks&m.mark != 0 {
				marks += m.sign
			}
		}
		got = append(got, marks+x.words[tk.word].text)
	}
	if s, want := strings.Join(got, " "), "^|The hand -press |,/J. /Smith's own |()old ^|It U.S. 1,000"; s != want {
		t.Errorf("got %q, want %q", s, want)
	}
}

func TestApart(t *testing.T) {
	x := &indexer{names: names.New()}
	for _, test := range []struct {
		title, alias string
		want         bool
	}{
		{"Marxism", "Karl Marx", true},
		{"Police Abolition", "Police", true},
		{"Class", "Working Class", true},
		{"Kronstadt rebellion", "Kronstadt Rebellion", false},
		{"Revolutionary Ukraine", "Makhnovshchina", false},
		{"Nestor Makhno", "Nestor Ivanovich Makhno", false},
		{"Dual power", "Dual power", false},
	} {
		if got := x.apart(test.title, test.alias); got != test.want {
			t.Errorf("%s / %s: %v", test.title, test.alias, got)
		}
	}
}
