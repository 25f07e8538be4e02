package index

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed words/given.txt
var givenList string

// bearer is a person's name in parts, for comparing.
type bearer struct {
	*term
	given    []string
	suffix   string
	surnames surnames
}

// surnames remembers the surname of titles, and how it sounds: each bearer is compared
// with all others of the surname.
type surnames map[string]surname

type surname struct{ folded, sound string }

func (s surnames) of(title string) surname {
	name, ok := s[title]
	if !ok {
		family := surnameOf(title)
		name = surname{family, sound(family)}
		s[title] = name
	}
	return name
}

// mostBearers is how many persons of one surname are compared with each other: far
// more than any book has. Beyond it each keeps an entry.
const mostBearers = 1000

// givenForms is the lines of the list of given names that each name stands in: from
// 1, and below 0 where it is a short form.
type givenForms map[string][]int

func newGivenForms() givenForms {
	in := givenForms{}
	for i, line := range lines(givenList) {
		sign := 1
		for _, name := range strings.Fields(line) {
			if name == "|" {
				sign = -1
				continue
			}
			in[name] = append(in[name], sign*(i+1))
		}
	}
	return in
}

// joinPersons makes one candidate of the names by which the text and the wiki call
// one person: with a second name or an initial or without, in another language's
// form, in another spelling of the surname.
func (x *indexer) joinPersons() {
	same := newGivenForms()
	x.noteNamed()
	families, known := map[string][]bearer{}, surnames{}
	var order []string
	for _, t := range x.terms {
		if !t.person || t.surname {
			continue
		}
		if words := strings.Fields(t.title); t.topic == nil && len(words) > 2 && x.named[stemOf(words[0])] && !x.names.IsGiven(words[0]) && x.names.IsGiven(words[1]) {
			t.title = strings.Join(words[1:], " ") // Panther Elbert Howard
		}
		n := x.names.Parse(t.title)
		if n.Given == "" {
			continue
		}
		key := sound(n.Family)
		if families[key] == nil {
			order = append(order, key)
		}
		families[key] = append(families[key], bearer{t, givenNames(n.Given), n.Suffix, known})
	}
	for _, key := range order {
		x.joinBearers(families[key], same)
	}
	x.joinSlips()
	x.joinUnturned()
	x.clean()
}

// givenNames returns the given names of a person one by one, initials written together
// apart, and without the epithet before them: G.W.F., Big Bill.
func givenNames(given string) []string {
	given = folded(given)
	if strings.Count(given, ".") > 1 {
		given = strings.ReplaceAll(given, ".", ". ")
	}
	names := strings.Fields(strings.ReplaceAll(given, "-", " "))
	if len(names) == 2 && (names[0] == "big" || names[0] == "little") {
		names = names[1:]
	}
	return names
}

// joinSlips joins persons of one given name whose surnames differ by a slip of the pen
// with the one that more is known of.
func (x *indexer) joinSlips() {
	var groups termGroups
	for _, t := range x.terms {
		n := x.names.Parse(t.title)
		family := folded(n.Family)
		if !t.person || t.dropped || len(n.Given) < 3 || len(family) < longWord-1 {
			continue
		}
		groups.add(folded(n.Given)+" "+family[:1], t)
	}
	groups.each(func(list []*term) {
		x.joinInto(list, func(t, into *term) bool {
			one, other := surnameOf(t.title), surnameOf(into.title)
			return isSlip(folded(t.title), folded(into.title)) && (min(len(one), len(other)) >= longWord || len(one) > 2 && len(other) > 2 && one[:3] == other[:3])
		})
	})
}

// joinUnturned joins persons whose names are not turned round and differ in marks alone:
// Nguyen Van Tao. A surname of several words alone is that of the only one who bears it.
func (x *indexer) joinUnturned() {
	var whole termGroups
	bearing := map[string][]*term{}
	for _, t := range x.terms {
		if !t.person || t.dropped || t.tail != "" || !strings.Contains(t.title, " ") {
			continue
		}
		n := x.names.Parse(t.title)
		if n.Given == "" {
			whole.add(folded(t.title), t)
		} else if strings.Contains(n.Family, " ") {
			bearing[folded(n.Family)] = append(bearing[folded(n.Family)], t)
		}
	}
	whole.each(func(list []*term) {
		x.joinInto(list, func(t, into *term) bool { return !t.dropped })
	})
	for _, t := range x.terms {
		if into := x1(bearing[folded(t.title)]); into != nil && t.person && !t.dropped && t.origin == fromName && into != t {
			x.join(t, into)
		}
	}
}

// noteNamed notes the words of names of several words that are no persons'.
func (x *indexer) noteNamed() {
	x.named = map[string]bool{}
	for _, t := range x.terms {
		words := wordsOf(t.title)
		if t.person || len(words) < 2 {
			continue
		}
		for _, w := range words {
			if isCapital(w) {
				x.named[stemOf(w)] = true
			}
		}
	}
}

// joinBearers joins those of one surname, the lowest in rank first.
func (x *indexer) joinBearers(list []bearer, same givenForms) {
	if len(list) < 2 || len(list) > mostBearers {
		return
	}
	terms := make([]*term, len(list))
	parts := map[*term]bearer{}
	for i, b := range list {
		terms[i], parts[b.term] = b.term, b
	}
	terms = ranked(terms)
	for i := len(terms) - 1; i >= 0; i-- {
		var like []bearer
		before := false // one that goes before it
		for j, t := range terms {
			if j != i && !t.dropped && parts[t].isLike(parts[terms[i]], same) {
				before = before || j < i
				like = append(like, parts[t])
			}
		}
		if before && agree(like, same) {
			into := like[0].term
			if !into.outranks(terms[i]) && strings.Contains(terms[i].title, ". ") && !strings.Contains(into.title, ". ") {
				into.title = terms[i].title // the fuller of two that are worth the same
			}
			x.join(terms[i], into)
		}
	}
}

// agree reports whether all of several bearers may be one person.
func agree(list []bearer, same givenForms) bool {
	for i := range list {
		for j := range i {
			if !list[i].isLike(list[j], same) {
				return false
			}
		}
	}
	return true
}

// isLike reports whether two bearers of a surname may be one person: the first given
// names agree, and what one has more than the other is a name between.
func (b bearer) isLike(o bearer, same givenForms) bool {
	if b.suffix != o.suffix && b.suffix != "" && o.suffix != "" || len(b.given) == 0 || len(o.given) == 0 {
		return false
	}
	short, long := b.given, o.given
	if len(short) > len(long) {
		short, long = long, short
	}
	if own, other := b.surnames.of(b.title), b.surnames.of(o.title); own.sound != other.sound || own.folded != other.folded && isInitial(short[0]) {
		return false
	}
	if len(short) == 1 && len(long) > 1 && b.isWith(o) && slices.Contains(long[1:], short[0]) {
		return true // called by the second name
	}
	if !same.agree(short[0], long[0], b.isWith(o)) {
		return false
	}
	if isInitial(short[0]) != isInitial(long[0]) && isInitial(long[0]) && len(long) > len(short) {
		return false // what the other initials mean is not known
	}
	at := 1
	for _, name := range short[1:] {
		for at < len(long) && !same.agree(name, long[at], true) {
			at++
		}
		if at == len(long) {
			return false
		}
		at++
	}
	return true
}

// isWith reports whether one chapter has both names, and the wiki does not tell the
// bearers apart.
func (b bearer) isWith(o bearer) bool {
	return b.first != nil && b.first == o.first && (b.topic == nil || o.topic == nil)
}

func surnameOf(title string) string {
	title = folded(title)
	return title[strings.LastIndexByte(title, ' ')+1:]
}

// agree reports whether two given names may stand for one: they are equal but for
// marks, one is the initial of the other, they are forms of one name, or long and differ by
// a slip of the pen. A short form
// does for the whole where the same chapter has both: Tom Mann was not Thomas Mann.
func (same givenForms) agree(a, b string, together bool) bool {
	if a == b {
		return true
	}
	if isInitial(a) || isInitial(b) {
		return a != "" && b != "" && a[0] == b[0]
	}
	if min(len(a), len(b)) >= longWord && isSlip(a, b) {
		return true
	}
	for _, i := range same[a] {
		for _, j := range same[b] {
			if i == j && i > 0 || together && (i == j || i == -j) {
				return true
			}
		}
	}
	return false
}

func isInitial(name string) bool {
	return utf8.RuneCountInString(strings.TrimRight(name, ".")) == 1
}

// folded returns a name in small letters without marks, stops and quotation marks.
func folded(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '"' || r == '“' || r == '”' || r == '\'' || r == '’':
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// sound returns a surname in a spelling that its transliterations share: Shapiro and
// Schapiro, Trotsky and Trotskii, Voline and Volin.
func sound(family string) string {
	s := folded(family)
	s = strings.NewReplacer("tsch", "ch", "sch", "sh", "tch", "ch", "cz", "ch", "kh", "h", "ph", "f", "ck", "k", "w", "v", "j", "i", "y", "i", "ou", "u", "x", "ks").Replace(s)
	if stem, ok := strings.CutSuffix(s, "ff"); ok {
		s = stem + "v"
	}
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	s = b.String()
	if len(s) > 4 {
		s = strings.TrimSuffix(s, "e")
	}
	return s
}
