package citation

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"publish/book/collation"
)

// words returns what of a title tells works apart: its words without article, marks,
// case and punctuation, in one spelling.
func words(title string) []string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ReplaceAll(collation.Plain(strings.ReplaceAll(title, "&", " and ")), ",", " ")) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	list := strings.Fields(b.String())
	for i, w := range list {
		list[i] = spelling(w)
	}
	return list
}

// spelling makes American spelling of British in the endings in which they differ.
func spelling(w string) string {
	for _, pair := range [][2]string{{"isation", "ization"}, {"isations", "izations"}, {"ise", "ize"}, {"ising", "izing"}, {"ised", "ized"}, {"our", "or"}, {"ours", "ors"}, {"ourer", "orer"}, {"oured", "ored"}, {"tre", "ter"}} {
		if head, ok := strings.CutSuffix(w, pair[0]); ok && len(head) > 1 {
			return head + pair[1]
		}
	}
	return w
}

// heading is a title in its parts: the words before the subtitle and those of it.
type heading struct {
	main, sub string
	full      string
}

// headingOf parts a title. The years that a work covers count as a subtitle.
func headingOf(title string) heading {
	h := heading{full: strings.Join(words(title), " ")}
	main, sub := title, ""
	for _, sep := range []string{": ", " – ", " - ", "; ", "? ", "! ", ". ", "- "} {
		if before, after, ok := strings.Cut(main, sep); ok && strings.TrimSpace(before) != "" && (sep != ". " || len(strings.Fields(before)) > 1) {
			main, sub = before, after+" "+sub
		}
	}
	if before, after, ok := strings.Cut(main, " ("); ok && before != "" {
		main, sub = before, after+" "+sub
	}
	if i := strings.LastIndex(main, ", "); i > 0 && isYears(main[i+2:]) {
		main, sub = main[:i], main[i+2:]+" "+sub
	}
	h.main, h.sub = strings.Join(words(main), " "), strings.Join(words("x " + sub)[1:], " ")
	return h
}

// isYears reports whether words are years and nothing else.
func isYears(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789-–—/ ") == ""
}

// same reports whether two titles can be of one work: they are equal, or one has a
// subtitle that the other has not, or years for one.
func (a heading) same(b heading) bool {
	if a.full == "" || b.full == "" {
		return false
	}
	if a.full == b.full {
		return true
	}
	if a.main != b.main || a.main == "" {
		return longPrefix(a, b) || longPrefix(b, a)
	}
	return a.sub == "" || b.sub == "" || isYears(a.sub) || isYears(b.sub) || strings.HasPrefix(a.sub, b.sub+" ") || strings.HasPrefix(b.sub, a.sub+" ")
}

// longPrefix reports whether a title goes on with the subtitle of another without
// punctuation between: at least four words must agree.
func longPrefix(short, long heading) bool {
	return short.sub == "" && strings.Count(short.full, " ") >= 3 && strings.HasPrefix(long.full, short.full+" ")
}

// bucket is the beginning of a title, under which works that may be one are compared.
func (h heading) bucket() string {
	word, _, _ := strings.Cut(h.full, " ")
	return word
}
