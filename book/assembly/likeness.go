package assembly

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"publish/book"
)

// likeness finds the article that the author of a link is likely to have meant whose
// title is no article's: one that has the same letters but for articles, plurals,
// accents and punctuation, or that is one letter apart.
//
// It looks titles up and compares none, since a wiki has thousands of links that lead
// nowhere. Titles one letter apart share a form with one letter cut out (Mor and
// Fraenkel, "A hash code method for detecting and correcting spelling errors", CACM
// 25, 1982).
type likeness struct {
	byLetters map[string]string // title by its letters
	byCut     map[string]string // title by its letters with one cut out
}

// leastLetters is the length from which titles may differ by a letter: in shorter
// ones that is another word as often as a slip.
const leastLetters = 8

func newLikeness(names []string) *likeness {
	l := &likeness{map[string]string{}, map[string]string{}}
	for _, name := range names {
		title := book.WikiTitle(name)
		letters := lettersOf(title)
		if l.byLetters[letters] != "" {
			continue
		}
		l.byLetters[letters] = title
		if utf8.RuneCountInString(letters) < leastLetters {
			continue
		}
		for cut := range cuts(letters) {
			if l.byCut[cut] == "" {
				l.byCut[cut] = title
			}
		}
	}
	return l
}

// like returns the title that is most like one that does not exist, "" for none.
func (l *likeness) like(title string) string {
	letters := lettersOf(title)
	if found := l.byLetters[letters]; found != "" {
		return found
	}
	if bare, _, ok := strings.Cut(title, " ("); ok {
		if found := l.byLetters[lettersOf(bare)]; found != "" {
			return found
		}
	}
	if utf8.RuneCountInString(letters) < leastLetters {
		return ""
	}
	candidates := []string{l.byCut[letters]}
	for cut := range cuts(letters) {
		candidates = append(candidates, l.byLetters[cut], l.byCut[cut])
	}
	for _, found := range candidates {
		if found != "" && numerals(found) == numerals(title) && oneApart(letters, lettersOf(found)) {
			return found
		}
	}
	return ""
}

// lettersOf returns the letters and digits of a title by which it is compared: in
// lower case and without accents, short words that titles begin with, and the s of
// plurals.
func lettersOf(title string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(strings.ToLower(title), unicode.IsSpace) {
		if w == "the" || w == "a" || w == "an" || w == "of" || w == "and" || w == "in" || w == "&" {
			continue
		}
		w = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, norm.NFD.String(w))
		if len(w) > 3 {
			w = strings.TrimSuffix(w, "s")
		}
		b.WriteString(w)
	}
	return b.String()
}

// cuts yields s with each of its letters but the first cut out, which slips of the
// pen seldom change.
func cuts(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i, r := range s {
			if i > 0 && !yield(s[:i]+s[i+utf8.RuneLen(r):]) {
				return
			}
		}
	}
}

// oneApart reports whether a becomes b by one letter put in, left out or changed.
func oneApart(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	rest := x[i:]
	if len(x) == len(y) && len(rest) > 0 {
		rest = rest[1:]
	}
	return len(y)-len(x) <= 1 && i+1 <= len(y) && string(rest) == string(y[i+1:])
}

// numerals returns the digits and the Roman figures of a title: by them titles are
// told apart that are otherwise alike.
func numerals(title string) string {
	var b strings.Builder
	for _, w := range strings.Fields(title) {
		if strings.Trim(w, "IVXLCDM") == "" || strings.ContainsAny(w, "0123456789") {
			b.WriteString(w + " ")
		}
	}
	return b.String()
}
