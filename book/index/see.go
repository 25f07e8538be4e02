package index

import (
	"slices"
	"strings"

	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// fewLocators is how many locators stand again under another name of a subject, where
// a reference would send the reader on for little (Chicago 18, 15.17).
const fewLocators = 3

// seeReferences returns the entries under other names of a term: they lead to its
// own, or have the same locators where it has few. A name that would stand beside the
// entry itself needs none.
func (x *indexer) seeReferences(t *term, taken map[string]bool) []*book.IndexEntry {
	var list []*book.IndexEntry
	said := map[string]bool{}
	for _, name := range x.otherNames(t) {
		if first := firstOf(name); x.isNoMore(name, t) || said[first] {
			continue // a second name behind the first would stand next to it
		}
		person := x.names.Person(name) == names.Likely
		heading := x.otherHeading(t, name, person)
		key := collation.Plain(heading)
		if taken[key] || beside(heading, t.heading) && !(t.isMerged(name) && namesDoctrine(name) && !strings.ContainsAny(name, " -")) {
			continue
		}
		if isAcronym(name) && x.isPlaceName(t) || strings.Contains(name, " and ") && x.names.IsGiven(wordsOf(name)[0]) || strings.Contains(name, ".") && isAcronym(name) && taken[strings.ReplaceAll(key, ".", "")] {
			continue // nobody looks for a country by its initials, or for two persons by a given name
		}
		taken[key], said[firstOf(name)] = true, true
		e := x.entry(heading, person)
		e.Why = []string{"another name for " + t.heading}
		if n := len(t.entry.Locators); n > 0 && n <= fewLocators && t.chapter == nil && len(t.entry.Sub)+len(t.entry.SeeAlso) == 0 {
			e.Locators = slices.Clone(t.entry.Locators)
			if full, _ := qualifier(t.heading); isAcronym(name) && !strings.Contains(name, "-") && !strings.ContainsAny(full, "(,") {
				e.Heading = copied(heading + " (" + full + ")") // Chicago 18, 15.57
			}
		} else {
			e.See = []book.IndexRef{{Target: t.entry.ID, Heading: copied(t.heading)}}
		}
		list = append(list, e)
	}
	return list
}

// firstOf returns by what a name sorts that another with the same would stand next to:
// the first word, or the first letters of an abbreviation.
func firstOf(name string) string {
	words := wordsOf(name)
	if len(words) == 0 {
		return ""
	}
	if isAcronym(words[0]) {
		return strings.ToLower(words[0][:min(2, len(words[0]))])
	}
	_, rest := collation.Article(strings.Join(words, " "))
	first, _, _ := strings.Cut(rest, " ")
	return stemOf(first)
}

// isNoMore reports whether another name of a term is its heading with a word in front
// that tells whose it is or of what country, an abbreviation that stands by itself with
// the noun for the kind, or only spelled or misspelt otherwise.
func (x *indexer) isNoMore(name string, t *term) bool {
	words := wordsOf(name)
	if len(words) == 2 && isAcronym(words[0]) && isOwnKind(words[1]) {
		return true
	}
	if subject, _ := x.accountOf(name); subject != "" && t.described || len(words) == 1 && rootOf(name) == "" && x.stemClass(name).has(isGenericSection|isSourceSection) {
		return true // an account of it is listed among the contents
	}
	if t.person && stemsText(name) == stemsText(t.title) || len(words) == 2 && isAcronym(words[1]) && x.stemClass(words[0]).has(isDemonym) {
		return true
	}
	one, other := folded(stemsText(name)), folded(stemsText(t.heading))
	if strings.ReplaceAll(one, " ", "") == strings.ReplaceAll(other, " ", "") || isSlip(one, other) {
		return true // spelled or misspelt otherwise
	}
	return len(words) > 2 && (x.leadsName(words) || x.stemClass(words[0]).has(isDemonym|isCountry)) && stemsText(strings.Join(words[1:], " ")) == stemsText(t.heading)
}

// numbered puts another name in the plural where the heading is and the book has it so.
func (x *indexer) numbered(name, heading string) string {
	if isPluralForm(heading) && !isPluralForm(name) {
		if _, known := x.byText[lastWord(name)+"s"]; known {
			return name + "s"
		}
	}
	return name
}

// otherHeading writes another name of a term as a heading.
func (x *indexer) otherHeading(t *term, name string, person bool) string {
	switch {
	case person:
		return x.names.Parse(name).Inverted()
	case isAcronym(name):
		return name
	case isSmall(t.heading) && rootOf(name) != "" && sharedRoot(strings.ToLower(name), strings.ToLower(t.heading)):
		name = strings.ToLower(name)
	case !t.proper && !x.spokenAlways(name):
		name = x.numbered(x.lowered(name), t.heading)
	case t.proper && isCapital(lastWord(name)) && rootOf(name) == "":
	case !x.spokenProper(name):
		name = x.numbered(strings.ToLower(name), t.heading)
	}
	if article, rest := collation.Article(name); article != "" && rest != "" && !strings.ContainsAny(article, "'’") {
		return rest + ", " + article
	}
	return name
}

// isNamed reports whether the text calls a term by a form.
func (t *term) isNamed(name string) bool {
	return slices.ContainsFunc(t.forms, func(f *form) bool { return f.text == name && f.count > 0 })
}

// aliases returns the redirects of a term.
func (t *term) aliases() []string {
	if t.topic == nil {
		return nil
	}
	return t.topic.Aliases
}

// otherNames returns the names of a term that a reader may look for: those of
// redirects that the text uses, or that lead to a chapter, abbreviations and other
// words for it that the text has.
func (x *indexer) otherNames(t *term) []string {
	var list []string
	for _, alias := range t.aliases() {
		name, _ := qualifier(alias)
		if !x.isStopped(name) && !x.apart(t.title, alias) && !x.stemClass(name).has(isGenericSection|isSourceSection) && (t.chapter != nil || t.isNamed(name)) {
			list = append(list, name)
		}
	}
	for _, f := range t.forms {
		if (f.kind == shortForm || f.kind == variantForm) && f.count > 0 && !slices.Contains(list, f.text) && !t.person {
			list = append(list, f.text)
		}
	}
	for _, f := range t.forms {
		if f.kind == partForm && f.count > 1 && x.parts[f.text] == 1 && !t.person && (!t.proper || x.stemClass(lastWord(f.text)).has(isEvent)) && !x.isOfSeveral(f.text) {
			list = append(list, strings.ToLower(f.text))
		}
	}
	if t.topic != nil && rootOf(t.title) != "" && stemsText(t.heading) != stemsText(t.title) && t.chapter == nil && t.tail == "" && t.isNamed(t.title) {
		list = append(list, t.title) // the doctrine, where its followers are the heading
	}
	for _, name := range t.born {
		if t.person && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	for _, m := range t.merged {
		if m.topic != nil && (m.namesDoctrine() || rootOf(m.title) == "") {
			list = append(list, m.title)
		}
	}
	return list
}

// spokenAlways reports whether the text writes all words of a name with capitals only.
func (x *indexer) spokenAlways(name string) bool {
	for _, w := range wordsOf(name) {
		if s := &x.stems[x.stem(stemOf(w))]; s.lower > 0 || s.upper == 0 {
			return false
		}
	}
	return true
}

// isOfSeveral reports whether the words that stand for a name in its chapter end others
// too: the civil war is the Spanish one in a book that knows no second.
func (x *indexer) isOfSeveral(part string) bool {
	if x.endings == nil {
		x.endings = map[string]int{}
		for _, t := range x.terms {
			if words := strings.Fields(stemsText(t.title)); len(words) > 2 {
				x.endings[strings.Join(words[len(words)-2:], " ")]++
			}
		}
	}
	return x.endings[stemsText(part)] > 1
}

// spokenProper reports whether the text writes a phrase with capitals.
func (x *indexer) spokenProper(phrase string) bool {
	words := wordsOf(phrase)
	for i, w := range words {
		s := x.stem(stemOf(w))
		if isCapital(w) && x.isProper(s) && (i == 0 || x.stems[s].upper > 0) {
			return true
		}
	}
	return false
}

// isMerged reports whether a name is that of a term that this one took in.
func (t *term) isMerged(name string) bool {
	return name == t.title || slices.ContainsFunc(t.merged, func(m *term) bool { return m.title == name })
}
