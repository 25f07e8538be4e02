package names

import (
	_ "embed"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed given.txt
var givenList string

//go:embed family.txt
var familyList string

// Lexicon is the lists of names that the rules consult. It is not changed once it
// is made, and may be used from several goroutines.
type Lexicon struct {
	given  map[string]bool
	family map[string]map[string]bool // by language
}

// New returns the lexicon of the lists that the program carries.
func New() *Lexicon {
	l := &Lexicon{given: make(map[string]bool, 2500), family: map[string]map[string]bool{}}
	for _, line := range lines(givenList) {
		for _, name := range strings.Fields(line) {
			l.given[name] = true
		}
	}
	for _, line := range lines(familyList) {
		language, surnames, _ := strings.Cut(line, ":")
		set := map[string]bool{}
		for _, name := range strings.Fields(surnames) {
			set[name] = true
		}
		l.family[language] = set
	}
	return l
}

// lines returns the lines of a list but for its comments.
func lines(list string) []string {
	var out []string
	for _, line := range strings.Split(list, "\n") {
		if line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// isGiven reports whether a word, or the first part of a double name, is a given
// name.
func (l *Lexicon) isGiven(word string) bool {
	word = fold(word)
	first, _, _ := strings.Cut(word, "-")
	return l.given[word] || l.given[first]
}

// fold returns a word in lower case without its marks.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
