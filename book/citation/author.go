package citation

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/book/names"
)

// parser holds the lists that tell names from titles.
type parser struct {
	names    *names.Lexicon
	patterns map[string]*regexp.Regexp
	sure     bool // that names are read where only names can stand: before a title in italic
}

func newParser() *parser {
	return &parser{names: names.New(), patterns: map[string]*regexp.Regexp{}}
}

// pattern returns the regular expression of a pattern, compiled once.
func (p *parser) pattern(s string) *regexp.Regexp {
	re := p.patterns[s]
	if re == nil {
		re = regexp.MustCompile(s)
		p.patterns[s] = re
	}
	return re
}

// authors reads the names before or behind a title: "Doe, Jane, and John Roe",
// "Jane Doe & John Roe", "Doe, Jane; Roe, John". Ok is false when the words do not
// look like names.
func (p *parser) authors(s string) (list []book.PersonName, editors bool, ok bool) {
	s, editors = p.trimRole(s)
	s = strings.Trim(s, " ,.:;–—-")
	if before, found := strings.CutSuffix(s, " et al"); found {
		s = before
	}
	if s == "" || len(s) > 160 || strings.ContainsAny(s, "\"“”«»?!") {
		return nil, editors, false
	}
	if strings.Contains(s, ";") {
		for _, part := range strings.Split(s, ";") {
			name, ok := p.inverted(strings.TrimSpace(part))
			if !ok {
				return nil, editors, false
			}
			list = append(list, name)
		}
		return list, editors, true
	}
	parts := splitNames(s)
	for i := 0; i < len(parts); i++ {
		part := parts[i]
		// A word, then words that cannot stand alone: Family, Given.
		if i == 0 && len(parts) > 1 && strings.HasPrefix(s, part+",") {
			if name, ok := p.inverted(part + ", " + parts[1]); ok {
				list = append(list, name)
				i++
				continue
			}
		}
		name, ok := p.natural(part)
		if !ok {
			return nil, editors, false
		}
		list = append(list, name)
	}
	return list, editors, len(list) > 0
}

// trimRole takes "ed.", "(eds.)" and the like off the end of names.
func (p *parser) trimRole(s string) (rest string, editors bool) {
	role := p.pattern(`(?i)[,\s]*\(?\b(eds?|hrsg|editors?)\b\.?\)?[\s.,:]*$`)
	if m := role.FindStringIndex(s); m != nil && m[0] > 0 {
		return s[:m[0]], true
	}
	return s, false
}

// splitNames parts names at commas and at "and".
func splitNames(s string) []string {
	for _, and := range []string{" and ", " & ", " und ", " et ", " y "} {
		s = strings.ReplaceAll(s, and, ", ")
	}
	var parts []string
	for _, part := range strings.Split(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// inverted reads "Family, Given".
func (p *parser) inverted(s string) (book.PersonName, bool) {
	family, given, ok := strings.Cut(s, ",")
	family, given = strings.TrimSpace(family), strings.TrimSpace(given)
	if !ok || family == "" || given == "" || strings.Contains(given, ",") || !isNamed(family) {
		return book.PersonName{}, false
	}
	words := strings.Fields(given)
	first := words[0]
	if len(words) > 4 || len(strings.Fields(family)) > 3 {
		return book.PersonName{}, false
	}
	// The given part begins with a given name or an initial, and the whole, put
	// straight, is a name; but "Jane Doe, John Roe" are two.
	straight := given + " " + family
	initial := strings.HasSuffix(first, ".") && utf8.RuneCountInString(first) <= 5
	if p.names.Person(family) == names.Likely && p.names.Person(given) == names.Likely {
		return book.PersonName{}, false
	}
	if initial || p.sure && isNamed(given) && len(strings.Fields(family)) == 1 || p.names.Person(straight) == names.Likely || p.names.Person(first+" "+family) == names.Likely {
		return book.PersonName{Family: family, Given: given}, true
	}
	return book.PersonName{}, false
}

// natural reads a name in the order in which it is spoken.
func (p *parser) natural(s string) (book.PersonName, bool) {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 6 || p.names.Person(s) != names.Likely && !hasInitials(words) &&
		!(p.sure && len(words) <= 4 && isNamed(s) && (p.names.Person(s) != names.No || hasMiddleInitial(words))) {
		return book.PersonName{}, false
	}
	if last := words[len(words)-1]; strings.HasSuffix(last, "'s") || strings.HasSuffix(last, "’s") {
		return book.PersonName{}, false
	}
	n := p.names.Parse(s)
	if n.Suffix != "" {
		n.Given += ", " + n.Suffix
	}
	return book.PersonName{Family: n.Family, Given: n.Given}, true
}

// hasInitials reports whether a name begins with initials, in any script.
func hasInitials(words []string) bool {
	first := words[0]
	r, size := utf8.DecodeRuneInString(first)
	last := words[len(words)-1]
	l, _ := utf8.DecodeRuneInString(last)
	return unicode.IsUpper(r) && strings.HasPrefix(first[size:], ".") && unicode.IsUpper(l)
}

func hasMiddleInitial(words []string) bool {
	for _, w := range words[1 : len(words)-1] {
		if len(w) == 2 && w[1] == '.' {
			return true
		}
	}
	return false
}

// isNamed reports whether every word begins as the words of names do.
func isNamed(s string) bool {
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !isParticle(w) {
			return false
		}
	}
	return true
}

func isParticle(w string) bool {
	switch w {
	case "de", "del", "la", "van", "von", "der", "den", "di", "da", "du", "i", "y", "al", "el", "le":
		return true
	}
	return false
}

// mononym reads a name of one word, such as a pseudonym.
func mononym(s string) (book.PersonName, bool) {
	s = strings.Trim(s, " ,.:;")
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" || strings.ContainsAny(s, " \"“”0123456789") || !unicode.IsUpper(r) || utf8.RuneCountInString(s) < 3 {
		return book.PersonName{}, false
	}
	return book.PersonName{Family: s}, true
}
