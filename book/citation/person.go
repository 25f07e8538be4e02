package citation

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"publish/book"
)

// samePerson reports whether two names, of people with works of one title, are those
// of one person: spellings of a family name in other alphabets or without marks, given
// names as initials or left out.
func samePerson(a, b book.PersonName) bool {
	if a == b {
		return true
	}
	fa, fb := foldName(a.Family), foldName(b.Family)
	if a.Given == "" && b.Given == "" && (strings.HasPrefix(fa, fb+" ") || strings.HasPrefix(fb, fa+" ")) {
		return true // Ngo Van, Ngô Văn Xuyết
	}
	if fa != fb && !near(transliterated(fa), transliterated(fb)) {
		return false
	}
	return sameGiven(foldName(a.Given), foldName(b.Given))
}

// sameGiven reports whether given names can be of one person.
func sameGiven(a, b string) bool {
	wa, wb := strings.Fields(a), strings.Fields(b)
	for i := 0; i < min(len(wa), len(wb)); i++ {
		x, y := wa[i], wb[i]
		if x == y || len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y) || near(transliterated(x), transliterated(y)) {
			continue
		}
		return false
	}
	return true
}

// foldName returns a name in small letters without marks, its initials parted.
func foldName(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.IsLetter(r):
			b.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// transliterated puts the spellings that romanizations of Russian and its neighbours
// give one name into one (ISO 9, BGN/PCGN, French and German custom).
func transliterated(s string) string {
	return strings.NewReplacer("kh", "h", "tch", "ch", "tsch", "ch", "sch", "sh", "ph", "f", "ks", "x", "ii", "i", "iy", "i", "yi", "i", "ij", "i", "ie", "e",
		"y", "i", "j", "i", "w", "v", "ff", "v", "z", "s", "c", "k", "ou", "u").Replace(strings.TrimSuffix(s, "e"))
}

// near reports whether two words differ by one letter at most, two in long ones.
func near(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	n := max(len(ra), len(rb))
	if a == b {
		return true
	}
	if n < 3 || len(ra)-len(rb) > 2 || len(rb)-len(ra) > 2 {
		return false
	}
	limit := 1
	if n >= 9 {
		limit = 2
	}
	return n >= 5 && distance(ra, rb) <= limit || n >= 3 && len(ra) == len(rb) && ra[0] == rb[0] && ra[n-1] == rb[n-1] && distance(ra, rb) <= 1
}

// distance is the least number of letters to change, put in or take out (Levenshtein
// 1966).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// heads returns the people under whom a work stands.
func (w *work) heads() []book.PersonName {
	if len(w.Authors) > 0 {
		return w.Authors
	}
	return w.Editors
}

// named returns the people of a list that are named.
func named(list []book.PersonName) []book.PersonName {
	if n := len(list); n > 1 && list[n-1].Family == book.EtAl {
		return list[:n-1]
	}
	return list
}

// samePeople reports whether the people of one work are among those of another.
func samePeople(a, b []book.PersonName) bool {
	a, b = named(a), named(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, n := range a {
		found := false
		for _, m := range b {
			found = found || samePerson(n, m)
		}
		if !found {
			return false
		}
	}
	return len(a) > 0
}

// unify gives each person one form of name in all works, so that they stand together:
// the most frequent, or the fullest of those. Initials that fit two persons stay.
func unify(works []*work) {
	forms := map[string][]book.PersonName{}
	count := map[book.PersonName]int{}
	each(works, func(n *book.PersonName) {
		if count[*n]++; count[*n] == 1 {
			key := foldName(n.Family)
			forms[key] = append(forms[key], *n)
		}
	})
	each(works, func(n *book.PersonName) {
		list := forms[foldName(n.Family)]
		if len(list) < 2 {
			return
		}
		if n.Given == "" {
			*n = onlyBearer(list, *n)
			return
		}
		best := *n
		for _, other := range list {
			if other.Given == "" || !strictlyGiven(foldName(n.Given), foldName(other.Given)) {
				continue
			}
			if !allFit(list, other) {
				return
			}
			if c, d := count[other], count[best]; c > d && len(other.Given) >= len(best.Given) || len(other.Given) > len(best.Given) && len(best.Given) <= len(other.Given) {
				best = other
			}
		}
		*n = best
	})
}

// onlyBearer returns the full name of the only person with a family name that stands
// alone: Proudhon, in a list that has no other than Proudhon, Pierre-Joseph.
func onlyBearer(list []book.PersonName, n book.PersonName) book.PersonName {
	if strings.Contains(n.Family, " ") {
		return n // a body, or a name of several words
	}
	best := n
	for _, other := range list {
		switch {
		case other.Given == "":
		case !strictlyGiven(foldName(best.Given), foldName(other.Given)):
			return n // two persons
		case len(other.Given) > len(best.Given):
			best = other
		}
	}
	return best
}

// strictlyGiven is sameGiven without tolerance for other spellings.
func strictlyGiven(a, b string) bool {
	wa, wb := strings.Fields(a), strings.Fields(b)
	for i := 0; i < min(len(wa), len(wb)); i++ {
		x, y := wa[i], wb[i]
		if x != y && !(len(x) == 1 && strings.HasPrefix(y, x)) && !(len(y) == 1 && strings.HasPrefix(x, y)) {
			return false
		}
	}
	return true
}

// allFit reports whether every form that shares a first letter with a name could be
// that person's.
func allFit(list []book.PersonName, n book.PersonName) bool {
	given := foldName(n.Given)
	for _, other := range list {
		o := foldName(other.Given)
		if o != "" && given != "" && o[0] == given[0] && !strictlyGiven(o, given) {
			return false
		}
	}
	return true
}

// each calls f for the names of all works.
func each(works []*work, f func(*book.PersonName)) {
	for _, w := range works {
		for _, list := range [][]book.PersonName{w.Authors, w.Editors, w.Translators} {
			for i := range list {
				f(&list[i])
			}
		}
	}
}
