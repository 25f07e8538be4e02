package epub

import (
	"slices"
	"strings"
	"testing"

	"publish/book"
)

func TestAddress(t *testing.T) {
	for raw, want := range map[string]string{
		"https://example.org/a b?q=ü[1]": "https://example.org/a%20b?q=%C3%BC%5B1%5D",
		"HTTP://Exämple.org/%41%zz#a#b":  "http://xn--exmple-cua.org/%41%25zz#a%23b",
		"https://example.org":            "https://example.org",
		"https://user@example.org:81/":   "https://user@example.org:81/",
		"mailto:a@example.org":           "mailto:a@example.org",
		"https://example.org/{x}|\\^`":   "https://example.org/%7Bx%7D%7C%5C%5E%60",
	} {
		if got := address(raw); got != want {
			t.Errorf("address(%q) = %q, want %q", raw, got, want)
		}
	}
}

func TestLeadWords(t *testing.T) {
	for _, test := range [][3]string{
		{"The press was a screw", "The press was", " a screw"},
		{"However, it went on", "However", ", it went on"},
		{"Incomprehensibilities of every kind", "Incomprehensibilities", " of every kind"},
		{"Word", "", "Word"}, {"“Quoted words stay whole” here", "“Quoted words stay", " whole” here"}, {"", "", ""}, {" begins with a blank", "", " begins with a blank"},
	} {
		lead, rest := leadWords(test[0])
		if lead != test[1] || rest != test[2] {
			t.Errorf("leadWords(%q) = %q, %q, want %q, %q", test[0], lead, rest, test[1], test[2])
		}
	}
}

func TestBreakable(t *testing.T) {
	var m markup
	breakable(&m, "https://example.org/a/b-c?d=e&f")
	const want = "https://<wbr/>example<wbr/>.org/<wbr/>a/<wbr/>b<wbr/>-c<wbr/>?d<wbr/>=e<wbr/>&amp;f"
	if got := string(m.buf); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestNames(t *testing.T) {
	n := make(names)
	var got []string
	for _, s := range []string{"Soviets", "soviets", "Mi'kmaq & Co.", "Ж", "../../etc/passwd", strings.Repeat("long ", 40)} {
		got = append(got, n.take(s, ".xhtml"))
	}
	want := []string{"soviets.xhtml", "soviets-2.xhtml", "mi-kmaq-co.xhtml", "file.xhtml", "etc-passwd.xhtml", strings.Repeat("long-", 11) + "long.xhtml"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Pages of the print edition: ranges, notes, the same page twice.
func TestFolioLabels(t *testing.T) {
	c := new(book.Chapter)
	e := newEdition(&book.Book{}, Options{Folios: map[string]string{"a": "112", "b": "115", "c": "112", "d": "iv", "e": "230"}})
	var shown []string
	for _, l := range e.folioLabels([]book.Locator{{From: "d", Chapter: c}, {From: "a", To: "b", Chapter: c}, {From: "a", Chapter: c}, {From: "c", Chapter: c, Principal: true}, {From: "e", Chapter: c, Note: 3}}) {
		shown = append(shown, l.shown)
	}
	if want := []string{"112", "iv", "112–15", "230n3"}; !slices.Equal(shown, want) {
		t.Errorf("got %q, want %q", shown, want)
	}
	if e.errs.failed() != nil {
		t.Error(e.errs.failed())
	}
}
