package index

import (
	"strings"

	"publish/book/names"
)

// found is what the text says of a name that it uses.
type found struct {
	form    string // as it was met first
	count   int
	inner   int // in mid-sentence
	chapter *chapter
	person  bool // a role before it or a verb of saying behind it
	spread  bool // in two sections or more
	section *section
	listed  int   // times among others, between commas
	kind    class // of the noun that goes with it
	place   int   // times behind in, at, near
	article int   // times behind the
	italic  int
	aside   int      // times alone in brackets
	owner   int      // times as a possessive
	plural  int      // times with the ending of the plural
	before  []string // words next to the first mentions
	after   []string
}

// mostNeighbours is how many mentions of a name tell by the words around them.
const mostNeighbours = 12

// names finds the names that the text uses, linked or not, and adds those that may
// be worth a heading.
func (x *indexer) findNames() {
	all := map[string]*found{}
	var order []string
	note := func(key string, run nameRun, c *chapter, p *paragraph) {
		f := all[key]
		if f == nil {
			f = &found{form: run.text, chapter: c, section: p.section, kind: run.kind}
			all[key] = f
			order = append(order, key)
		}
		f.add(run, p)
	}
	x.eachProse(func(c *chapter, p *paragraph) {
		var last nameRun
		x.eachName(c, p, func(run nameRun) {
			if x.isAmongPersons(c, last, run) {
				run.person = true
			}
			note(run.key, run, c, p)
			if x.isAmongPersons(c, run, last) {
				all[last.key].person = true
			}
			last = run
		})
	})
	x.noteSuffered()
	x.judgePersons(all)
	for _, key := range order {
		x.addName(key, all[key], all)
	}
}

// isAmongPersons reports whether a name of two words that nothing is known of stands in
// a list beside that of a person: Dave Foreman, Mike Roselle, and Howie Wolke.
func (x *indexer) isAmongPersons(c *chapter, known, run nameRun) bool {
	if !run.listed || !known.listed || known.key == "" || run.kind != 0 {
		return false
	}
	first, second := known, run
	if run.from < known.from {
		first, second = run, known
	}
	between := second.from - first.to
	if between > 1 || between == 1 && !isAnd(x.words[c.tokens[first.to].word].text) || between == 0 && c.tokens[second.from].marks&comma == 0 {
		return false
	}
	words := wordsOf(run.text)
	return x.isUnknown(words) && x.names.Person(run.text) == names.Maybe && x.names.Person(known.text) == names.Likely
}

func (f *found) add(run nameRun, p *paragraph) {
	f.count++
	f.person = f.person || run.person
	f.spread = f.spread || f.section != p.section
	if run.inner {
		if f.inner == 0 {
			f.form = run.text
		}
		f.inner++
	}
	if run.listed {
		f.listed++
	}
	if run.place {
		f.place++
	}
	if run.article {
		f.article++
	}
	if run.italic {
		f.italic++
	}
	if run.aside {
		f.aside++
	}
	if isPluralForm(run.text) {
		f.plural++
	}
	if run.possessive {
		f.owner++
	}
	if len(f.before) < mostNeighbours {
		f.before = append(f.before, run.before)
		f.after = append(f.after, run.after)
	}
}

// addName makes a candidate of a name that the text uses.
func (x *indexer) addName(key string, f *found, all map[string]*found) {
	if x.byKey[key] != nil {
		t := x.byKey[key]
		if t.origin != fromArticle && f.kind != 0 {
			t.kind |= f.kind
		}
		t.named += f.count
		t.first = f.chapter
		return
	}
	words := wordsOf(f.form)
	t := &term{origin: fromName, title: f.form, kind: f.kind}
	people := x.people(words, f)
	switch {
	case people != "":
		t.title, t.people = people, true
	case x.isStopped(f.form) || len(words) > 7:
		return
	case len(words) == 1:
		if !x.isSingleName(key, words[0], f, all) {
			return
		}
		t.surname = f.person && f.kind == 0 && rootOf(words[0]) == "" && !x.stemClass(words[0]).has(isCountry)
		t.person = t.surname
	default:
		if t.person = x.isPersonName(words, f, all); t.person {
			t.kind = 0
			t.family = x.familyOf(f.form)
		} else if !x.isLongName(words, f, all) {
			return
		}
	}
	t.concept = f.kind == isIdea // what somebody found
	t.passing = f.count == 1 && f.article == 1 && len(words) == 1
	t.named, t.first = f.count, f.chapter
	t.listed, t.placed = f.listed == f.count, 3*f.place > f.count
	x.addForm(t, t.title, fullForm)
	x.enter(t)
}

// isSingleName reports whether one word with a capital may be a heading.
func (x *indexer) isSingleName(key, word string, f *found, all map[string]*found) bool {
	s := &x.stems[x.byStem[key]]
	if s.class.has(isDemonym|isBroad|isRole|isKind|isFunction) || !isAcronym(word) && (s.class.has(isGeneral) || s.lower > 0 && s.lower*3 >= s.upper) {
		return false
	}
	if x.vocabulary.of(strings.ToLower(word)).has(isDemonym) || len([]rune(word)) < 3 && !isAcronym(word) {
		return false
	}
	if isAdjectival(word) && !f.person || hasDigit(word) {
		return false
	}
	if x.names.IsGiven(word) || isAcronym(word) && len(word) < 3 && f.listed == f.count { // a given name says not whose
		return false
	}
	if f.kind == 0 && f.count == 1 && (f.person || f.owner == 1) && !x.isIntroduced(f) && x.known[stemOf(word)] == "" {
		return false // whose surname it is, nobody can tell
	}
	return f.inner > 0 || f.person || f.count > 1 && !isNominal(strings.ToLower(word))
}

// isIntroduced reports whether a noun stands before a name that the text has once: the
// colonist Schwartz declared.
func (x *indexer) isIntroduced(f *found) bool {
	return f.person && f.before[0] != "" && !isCapital(f.before[0]) && !x.vocabulary.of(f.before[0]).has(isFunction)
}

// isNamedPlace reports whether a name holds that of a country, or has a direction in
// front: Latin America, Eastern Europe, American Bolshevik.
func (x *indexer) isNamedPlace(words []string) bool {
	switch words[0] {
	case "Latin", "Central", "Eastern", "Western", "Northern", "Southern", "North", "South", "East", "West", "New", "Imperial", "Soviet", "Nazi", "Great", "Greater":
		return true
	}
	first, last := x.stemClass(words[0]), x.stemClass(words[len(words)-1])
	return last.has(isCountry|isDemonym|isKind) && !(last.has(isPlace) && x.names.IsGiven(words[0])) ||
		first.has(isDemonym|isCountry|isBody|isWork) && !x.names.IsGiven(words[0])
}

// isLongName reports whether several words that are no person's name may be a
// heading.
func (x *indexer) isLongName(words []string, f *found, all map[string]*found) bool {
	telling := false
	for _, w := range words {
		c := x.vocabulary.of(strings.ToLower(w))
		telling = telling || !c.has(isGeneral|isKind|isDemonym)
	}
	last := x.vocabulary.of(strings.ToLower(words[len(words)-1]))
	demonym := x.vocabulary.of(strings.ToLower(words[0])).has(isDemonym)
	if f.kind == isIdea || f.kind == isEvent && last.has(isEponym) && isPossessive(words[len(words)-2]) {
		return true
	}
	if !isCapital(words[len(words)-1]) { // a name with a small kind noun
		if f.inner == 0 && x.stems[x.stem(stemOf(words[0]))].upper == 0 && !x.vocabulary.isForeign(strings.ToLower(words[0])) {
			return false // its capital is the sentence's: Civil committees met
		}
		if demonym && len(words) == 2 {
			return f.count > 2 && f.kind.has(isEvent|isBody)
		}
		alone := all[stemsText(strings.Join(words[:len(words)-1], " "))]
		return telling && (alone == nil || alone.count <= 2*f.count || f.kind.has(isEvent))
	}
	if last.has(isDemonym) || isAdjectival(words[len(words)-1]) {
		return false
	}
	if !telling && f.count < 4 && f.kind == 0 {
		return false
	}
	return f.inner > 0 && (telling || f.kind != 0 || f.count > 1)
}

// isAdjectival tells adjectives of places and doctrines by their endings.
func isAdjectival(word string) bool {
	for _, ending := range []string{"ian", "ese", "ist", "ish", "ians", "ists", "ican", "icans", "ized", "ean", "era"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
