package index

import (
	_ "embed"
	"slices"
	"strings"
)

var (
	//go:embed words/same.txt
	sameList string
	//go:embed words/kin.txt
	kinList string
)

// joinAlike makes one candidate of those that are one thing under names of its own:
// known everywhere by both, different in a word for the kind of event, in spelling,
// or in a year.
func (x *indexer) joinAlike() {
	x.joinSame()
	x.joinKin()
	x.joinMisspelled()
	x.joinTransliterated()
	x.joinPeoples()
	x.clean()
}

// joinSame joins what the list of names of one thing has.
func (x *indexer) joinSame() {
	by := x.sameKeys()
	for _, line := range lines(sameList) {
		names := strings.Split(line, " | ")
		if found := by.called(names); len(found) > 0 {
			x.joinNamesakes(names, found)
		}
	}
}

// sameKeys is candidates by their titles and what links call them, without marks, as the list of names of one
// thing compares them.
type sameKeys map[string][]*term

func (x *indexer) sameKeys() sameKeys {
	by := sameKeys{}
	for _, t := range x.terms {
		if !t.dropped && !t.person && !hasDigit(t.tail) {
			by.add(t.title, t)
			for _, f := range t.forms {
				own := x.byKey[keyOfTitle(f.text)]
				if f.kind == variantForm && (own == nil || own.dropped || own.joined != nil) && x.isReworded(f.text, t.title) {
					by.add(f.text, t)
				}
			}
		}
	}
	return by
}

func (by sameKeys) add(title string, t *term) {
	key := folded(keyOfTitle(title))
	by[key] = append(by[key], t)
}

// called returns the candidates that bear one of several names. Of several with a
// qualifier it takes none.
func (by sameKeys) called(names []string) []*term {
	var found []*term
	for _, name := range names {
		var plain, qualified []*term
		for _, t := range by[folded(keyOfTitle(name))] {
			switch {
			case t.dropped || isAcronym(t.title) != isAcronym(name) || slices.Contains(found, t):
			case t.tail == "":
				plain = append(plain, t)
			default:
				qualified = append(qualified, t)
			}
		}
		found = append(found, plain...)
		if t := x1(qualified); t != nil {
			found = append(found, t)
		}
	}
	return found
}

// joinNamesakes makes one candidate of those found under several names, and gives it the
// best known of these for its title, unless a chapter is on it.
func (x *indexer) joinNamesakes(names []string, found []*term) {
	into := found[0]
	for _, t := range found[1:] {
		if isSmall(names[0]) && into.chapter == nil && t.named > into.named {
			into = t // common nouns keep the book's own spelling
		}
		if t.chapter != nil && into.chapter == nil || t.origin == fromArticle && into.origin != fromArticle && into.chapter == nil {
			into = t
		}
	}
	for _, t := range found {
		x.join(t, into)
	}
	if into.chapter == nil && !isAcronym(names[0]) && !isSmall(names[0]) {
		into.title, into.tail = names[0], ""
		x.addForm(into, names[0], fullForm).kind = fullForm
	}
	for _, name := range names {
		kind := variantForm
		if isAcronym(name) {
			kind = shortForm
		}
		x.addForm(into, name, kind)
	}
}

// like is a candidate's name as it is compared with others.
type like struct {
	key  string // words in one spelling, without blanks, years and the word for the kind
	year string // "" for none
	tail string // qualifier that is no year
	base bool   // of a country's event, which recurs
}

// joinKin joins candidates that differ only in the word for the kind of event, in
// spelling or in a year that one of them does not give.
func (x *indexer) joinKin() {
	kin := kinWords()
	groups := map[string][]*term{}
	var order []string
	for _, t := range x.terms {
		if t.person || t.dropped || t.origin == fromWork {
			continue
		}
		l := x.likeOf(t, kin)
		if len(l.key) < 5 {
			continue
		}
		if groups[l.key] == nil {
			order = append(order, l.key)
		}
		groups[l.key] = append(groups[l.key], t)
	}
	for _, key := range order {
		list := ranked(groups[key])
		for i := len(list) - 1; i > 0; i-- {
			if into := x.kinOf(list[i], list, kin); into != nil {
				x.join(list[i], into)
			}
		}
	}
}

// kinOf returns the one of a list, the highest in rank first, that a term is to be joined
// to, nil for none: those that it may be must not contradict one another.
func (x *indexer) kinOf(t *term, list []*term, kin map[string]string) *term {
	var into *term
	is, behind := x.likeOf(t, kin), false
	for _, o := range list {
		if behind = behind || o == t; o == t || o.dropped {
			continue
		}
		l := x.likeOf(o, kin)
		if !is.agrees(l) {
			return nil
		}
		if into == nil && !behind {
			into = o
		}
	}
	return into
}

// agrees reports whether two names may be of one event.
func (l like) agrees(o like) bool {
	if l.tail != o.tail {
		return false
	}
	return l.year == o.year || (l.year == "" || o.year == "") && !l.base
}

// likeOf returns the name of a term as it is compared.
func (x *indexer) likeOf(t *term, kin map[string]string) like {
	var l like
	var words []string
	last, first := "", ""
	all := wordsOf(t.title)
	for i, w := range all {
		if isYear(w) {
			l.year = w
			continue
		}
		s := strings.ToLower(plainApostrophe(w))
		if len(all) > 1 {
			s = folded(s) // alone they may be a firm and the town that it is called after
		}
		s = spelled(s)
		if i < len(all)-1 || !isCapital(w) || kin[stemOf(w)] != "" {
			s = spelled(folded(stemOf(w))) // May Days are not May Day
		}
		if first == "" {
			first = s
		}
		if k := kin[s]; k != "" {
			s = k
			last = s
		}
		words = append(words, s)
	}
	if last != "" && isSmall(t.title) && isPluralForm(t.title) {
		l.tail = "several"
	}
	if last != "" { // an event: word order and small words say nothing
		words = slices.DeleteFunc(words, func(w string) bool { return x.vocabulary.of(w).has(isFunction) })
		slices.Sort(words)
	}
	if isYear(t.tail) {
		l.year = t.tail
	} else if l.tail == "" {
		l.tail = strings.ToLower(t.tail)
	}
	l.base = x.stemClass(first).has(isDemonym | isCountry)
	l.key = strings.Join(words, "")
	if len(words) == 1 && last != "" {
		l.key = "" // a kind alone
	}
	return l
}

func isYear(s string) bool {
	return len(s) == 4 && (s[0] == '1' || s[0] == '2') && strings.Trim(s, "0123456789") == ""
}

// kinWords returns for each noun of an event the one that stands for its like.
func kinWords() map[string]string {
	kin := map[string]string{}
	for _, line := range lines(kinList) {
		words := strings.Fields(line)
		for _, w := range words {
			kin[stemOf(w)] = stemOf(words[0])
		}
	}
	return kin
}

// spelled returns a word in the American spelling where the British differs.
func spelled(word string) string {
	for _, w := range [...]string{"labour", "colour", "neighbour", "behaviour", "harbour", "honour", "armour", "favour"} {
		if rest, ok := strings.CutPrefix(word, w); ok {
			return w[:len(w)-2] + "r" + rest
		}
	}
	switch word {
	case "centre":
		return "center"
	case "theatre":
		return "theater"
	case "defence":
		return "defense"
	case "programme":
		return "program"
	}
	return strings.ReplaceAll(strings.ReplaceAll(word, "isation", "ization"), "ised", "ized")
}

// joinMisspelled joins titles that nobody has written an article on with those that
// differ in one letter left out, put in or exchanged with the next inside a long
// word.
func (x *indexer) joinMisspelled() {
	var with termGroups
	for _, t := range x.terms {
		words := strings.Fields(stemsText(t.title))
		if t.person || t.dropped || len(words) < 2 || len(words) > 4 || !t.properTitle() {
			continue
		}
		for i, w := range words {
			if len(w) < longWord {
				continue
			}
			rest := slices.Clone(words)
			rest[i] = w[:2] + "*"
			with.add(strings.Join(rest, " "), t)
		}
	}
	with.each(func(list []*term) {
		x.joinInto(list, func(t, into *term) bool {
			return !t.dropped && !into.dropped && (t.tail == "" || t.tail == into.tail) && isSlip(stemsText(t.title), stemsText(into.title))
		})
	})
}

// joinPeoples joins the names of peoples and their like that end in i with their plurals,
// which look like words of their own: Somalis.
func (x *indexer) joinPeoples() {
	for _, t := range x.terms {
		one, ok := strings.CutSuffix(t.title, "is")
		if !ok || t.dropped || t.person || t.chapter != nil || t.tail != "" || strings.Contains(one, " ") || len(one) < 3 {
			continue
		}
		if o := x.byKey[stemsText(one+"i")]; o != nil && o != t && !o.dropped && !o.person && o.tail == "" {
			if x.join(t, o); o.chapter == nil {
				o.title = t.title
				x.addForm(o, t.title, fullForm)
			}
		}
	}
}

// longWord is how many letters a word has at least of which one may be a slip.
const longWord = 7

// properTitle reports whether a title has a capital behind the first word.
func (t *term) properTitle() bool {
	words := strings.Fields(t.title)
	return len(words) > 1 && isCapital(words[len(words)-1])
}

// isSlip reports whether two keys differ in one letter left out or in two exchanged.
func isSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(b)-len(a) == 1 {
		return i < len(a)-1 && a[i:] == b[i+1:]
	}
	return len(a) == len(b) && i+2 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// joinTransliterated joins names of foreign places that differ in their vowels alone, as
// the transliterations of one do: Gulai-Polya, Gulyai-Polye. Shorter names than of eight
// letters, or of three consonants, tell too little.
func (x *indexer) joinTransliterated() {
	var groups termGroups
	for _, t := range x.terms {
		if key := x.consonants(t); key != "" {
			groups.add(key, t)
		}
	}
	groups.each(func(list []*term) {
		x.joinInto(list, func(t, into *term) bool {
			return !t.dropped && distance(folded(t.title), folded(into.title)) <= 3
		})
	})
}

// consonants returns the consonants of a foreign name of two parts with a hyphen, by
// their sounds and with the first letter; "" for other titles.
func (x *indexer) consonants(t *term) string {
	words := wordsOf(t.title)
	if t.dropped || t.tail != "" || !t.placedName() || len(words) != 2 || !strings.Contains(t.title, "-") || len(t.title) < 9 {
		return ""
	}
	for _, w := range words {
		if x.stemClass(w) != 0 || !isCapital(w) {
			return ""
		}
	}
	var b strings.Builder
	for i, r := range sound(t.title) {
		if i == 0 || !strings.ContainsRune("aeiouy", r) {
			b.WriteRune(r)
		}
	}
	if b.Len() < 4 {
		return ""
	}
	return b.String()
}

// placedName reports whether a term may be a place by its origin.
func (t *term) placedName() bool { return !t.person && t.chapter == nil && t.origin <= fromName }

// distance returns how many letters must be put in, left out or exchanged to make one
// word of another (Levenshtein 1966).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := before
			if a[i] != b[j] {
				cost++
			}
			before = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
