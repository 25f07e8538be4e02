package line

import (
	"testing"

	"publish/book"
)

func text(s string) book.Inline { return &book.Text{Value: s} }

func italic(s string) book.Inline { return &book.Emphasis{Inlines: []book.Inline{text(s)}} }

// shown writes inlines with their marks: /italic/, [linked], <bare address>.
func shown(list []book.Inline) string {
	s := ""
	for _, in := range list {
		switch in := in.(type) {
		case *book.Emphasis:
			s += "/" + shown(in.Inlines) + "/"
		case *book.Link:
			if in.Bare {
				s += "<" + in.URL + ">"
			} else {
				s += "[" + shown(in.Inlines) + "]"
			}
		default:
			s += book.PlainText([]book.Inline{in})
		}
	}
	return s
}

// TestFlat holds what is laid flat and made into inlines again.
func TestFlat(t *testing.T) {
	link := &book.Link{URL: "https://press.example/a", Inlines: []book.Inline{italic("The Forme"), text(", 1931")}}
	bare := &book.Link{URL: "https://press.example/b", Bare: true, Inlines: []book.Inline{text("https://press.example/b")}}
	for _, test := range []struct {
		name    string
		inlines []book.Inline
		want    string
		whole   bool
	}{
		{"words", []book.Inline{text("Doe,  Jane.\nThe Forme")}, "Doe, Jane. The Forme", true},
		{"italic", []book.Inline{text("Doe."), italic(" The Forme "), text(". 1931")}, "Doe. /The Forme/ . 1931", true},
		{"italic in italic", []book.Inline{&book.Emphasis{Inlines: []book.Inline{text("On "), italic("Ink"), text(" again")}}}, "/On Ink again/", true},
		{"bold is lost", []book.Inline{&book.Strong{Inlines: []book.Inline{text("Doe")}}}, "Doe", true},
		{"linked", []book.Inline{link, text(" Press")}, "[/The Forme/, 1931] Press", true},
		{"bare", []book.Inline{text("See"), bare, text("now")}, "See <https://press.example/b> now", true},
		{"quotation", []book.Inline{text(`Doe, "On Ink," 12`)}, "Doe, “On Ink,” 12", true},
		{"mixed marks", []book.Inline{text("“On Ink“ by Doe")}, "“On Ink” by Doe", true},
		{"wiki italic", []book.Inline{text("''The Forme'', 1931")}, "/The Forme/, 1931", true},
		{"code", []book.Inline{text("x "), &book.CodeSpan{Value: "y"}}, "x", false},
		{"characters of marks", []book.Inline{text("a\x01b\x05c")}, "a b c", true},
	} {
		l, links, whole := Flat(test.inlines)
		if got := shown(Inlines(l, links, book.Pos{})); got != test.want || whole != test.whole {
			t.Errorf("%s: %q, whole %v; want %q, %v", test.name, got, whole, test.want, test.whole)
		}
	}
}

// TestQuotations holds which marks are those of a quotation.
func TestQuotations(t *testing.T) {
	for raw, want := range map[string]string{
		`"On Ink" by Doe`:                "\x03On Ink\x04 by Doe",
		"«Лист» Доу":                     "\x03Лист\x04 Доу",
		"张《纸》李":                          "张\x03纸\x04李",
		"Doe's ink, Roe's vat":           "Doe's ink, Roe's vat",
		"the '20s and the '30s":          "the '20s and the '30s",
		`a 12" rule`:                     `a 12" rule`,
		"“The “New” Press” by Doe":       "\x03The “New” Press\x04 by Doe",
		`“Why "old" presses” by Doe`:     "\x03Why \"old\" presses\x04 by Doe",
		"“Is it „alt“ or new?” by Doe":   "\x03Is it „alt“ or new?\x04 by Doe",
		"“Torn at its end by Doe":        "“Torn at its end by Doe",
		"rock'n'roll and 'On Ink' again": "rock'n'roll and \x03On Ink\x04 again",
	} {
		if got := quoted(raw); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
}

// TestCut holds that a line can be cut anywhere: marks without a partner end with the
// piece, and links keep leading where they led.
func TestCut(t *testing.T) {
	l, links, _ := Flat([]book.Inline{text("Doe. "), italic("The Forme"), text(", "),
		&book.Link{URL: "https://press.example/a", Inlines: []book.Inline{text("Press Library")}}, text(" 1931")})
	for from := range l {
		for to := from; to <= len(l); to++ {
			piece := l[from:to]
			words := Words(Balanced(l, from, to))
			if got := book.PlainText(Inlines(piece, links, book.Pos{})); Plain(got) != got {
				t.Errorf("marks are left in %q", got)
			}
			if IsMark([]rune(words + "x")[0]) {
				t.Errorf("a mark is left in %q", words)
			}
		}
	}
	if got := shown(Inlines(Balanced(l, len(l)-len("Library\x06 1931"), len(l)), links, book.Pos{})); got != "[Library] 1931" {
		t.Errorf("the end of a link: %q", got)
	}
}

// TestPlain holds the two forms of a line without marks.
func TestPlain(t *testing.T) {
	l := "\x01The \x03New\x04 Press\x02 \x0e\U000F0000"
	if got := Plain(l); got != "The “New” Press" {
		t.Errorf("plain %q", got)
	}
	if got := Words(l); got != "The New Press" {
		t.Errorf("words %q", got)
	}
}
