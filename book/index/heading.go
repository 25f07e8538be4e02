package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// name gives a term its heading.
func (x *indexer) name(t *term) string {
	if t.renamed != "" {
		return t.renamed
	}
	if t.person {
		return x.personHeading(t)
	}
	title, tail := x.ownTitle(t)
	if x.isAccount(t, title) {
		_, title = collation.Article(title)
		return x.sentence(strings.Fields(title))
	}
	title = x.caseOf(t, spans(title))
	title, tail = dated(title, tail)
	title = x.articleBehind(t, title)
	switch {
	case tail != "" && x.names.Person(tail) == names.Likely:
		tail = x.names.Parse(tail).Family
	case tail == "" && t.author != "":
		tail = t.author
	}
	if tail == "" || t.tail == tail && !x.tells(t) {
		return title
	}
	return title + " (" + tail + ")"
}

// personHeading returns the heading of a person.
func (x *indexer) personHeading(t *term) string {
	switch {
	case t.surname:
		return t.title
	case t.tail != "":
		return x.names.Parse(t.title).Inverted() + " (" + t.tail + ")"
	}
	return spacedInitials(x.names.Parse(t.title).Inverted())
}

// ownTitle returns the title of a term as the text writes it, or that of the chapter on it
// without its subtitle, with the qualifier.
func (x *indexer) ownTitle(t *term) (title, tail string) {
	title, tail = x.doctrine(x.written(t)), t.tail
	if t.chapter == nil || t.described {
		return title, tail
	}
	full := x.withoutGeneric(book.PlainText(t.chapter.Title))
	mononym := !strings.Contains(t.title, " ") && livedBy(t.topic.Categories) && strings.Contains(full, t.title)
	if !sameWords(t.title, full) && !mononym {
		title, tail = smallInside(full), ""
	}
	if main, _, ok := strings.Cut(title, ": "); ok && strings.Contains(main, " ") && x.byKey[keyOfTitle(main)] == nil {
		title = main
	}
	return title, tail
}

// dated puts the year or the years that a title begins or ends with behind it: nobody
// looks under the figure.
func dated(title, tail string) (string, string) {
	if tail != "" {
		return title, tail
	}
	if bare := withoutYears(title); bare != title {
		return bare, title[len(bare)+2:]
	}
	year, rest, ok := strings.Cut(title, " ")
	if !ok || !strings.Contains(rest, " ") && isYear(year) || len(year) < 4 || !isYear(year[:4]) || strings.Trim(year, "0123456789-–") != "" {
		return title, tail
	}
	if first, size := utf8.DecodeRuneInString(rest); !isSmall(rest) {
		rest = string(unicode.ToUpper(first)) + rest[size:]
	}
	return rest, year
}

// spans writes years from one to another without blanks (Chicago 18, 6.84).
func spans(title string) string {
	for _, dash := range [...]string{" – ", " - "} {
		i := strings.Index(title, dash)
		if i > 0 && isDigit(title[i-1]) && i+len(dash) < len(title) && isDigit(title[i+len(dash)]) {
			title = title[:i] + "–" + title[i+len(dash):]
		}
	}
	return title
}

// caseOf puts the first word of a title in small letters where it alone has a capital, and
// none elsewhere: what was met where a sentence opens.
func (x *indexer) caseOf(t *term, title string) string {
	words := strings.Fields(title)
	if len(words) < 2 || t.chapter != nil || t.topic != nil || !isCapital(words[0]) || slices.ContainsFunc(words[1:], isCapital) {
		return title
	}
	s := &x.stems[x.stem(stemOf(words[0]))]
	if s.lower > s.upper && !s.class.has(isDemonym|isCountry) && !isAcronym(words[0]) {
		words[0] = strings.ToLower(words[0])
	}
	return strings.Join(words, " ")
}

// articleBehind puts the article behind a title. Chapters on several persons or things
// lose it, since it is no part of their name.
func (x *indexer) articleBehind(t *term, title string) string {
	article, rest := collation.Article(title)
	if article == "" || strings.HasSuffix(article, "'") || strings.HasSuffix(article, "’") || rest == "" {
		return title
	}
	if strings.EqualFold(article, "the") && !t.isWork() && t.origin != fromWork && (t.chapter != nil && isPluralForm(rest) || !strings.Contains(rest, " ") && x.stemClass(rest).has(isBroad) && !isPluralForm(rest)) {
		if !strings.Contains(rest, " ") {
			rest = strings.ToLower(rest)
		}
		return rest
	}
	if t.proper {
		first, size := utf8.DecodeRuneInString(rest)
		rest, article = string(unicode.ToUpper(first))+rest[size:], strings.ToUpper(article[:1])+article[1:]
	}
	return rest + ", " + article
}

// spacedInitials puts a blank between the initials of a name (Chicago 18, "Initials in
// personal names").
func spacedInitials(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 1 && name[i-1] == '.' && i+1 < len(name) && name[i+utf8.RuneLen(r)] == '.' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// tells reports whether the qualifier of a term tells a reader something: a year, a
// country, a person, a kind of work, a name that the text has, or which of two things
// of one title it is (ISO 999, 7.2.4).
func (x *indexer) tells(t *term) bool {
	if hasDigit(t.tail) || x.names.Person(t.tail) == names.Likely {
		return true
	}
	if strings.Contains(" "+stemsText(t.title)+" ", " "+stemsText(t.tail)+" ") {
		return false // said already
	}
	if x.titles == nil {
		x.titles = map[string]int{}
		for _, o := range x.terms {
			x.titles[stemsText(o.title)]++
		}
	}
	if !t.proper && x.titles[stemsText(t.title)] == 1 && !x.stemClass(t.tail).has(isCountry|isDemonym|isWork) {
		return false // a common noun that the wiki has in one sense
	}
	if words := wordsOf(t.tail); len(words) > 1 && x.stemClass(words[len(words)-1]).has(isEvent) {
		return x.titles[stemsText(t.title)] > 1 // the event that it belongs to
	}
	for _, w := range wordsOf(t.tail) {
		s := x.stem(stemOf(w))
		if c := x.stemClass(w); c.has(isCountry|isDemonym|isWork) || x.stems[s].upper > x.stems[s].lower {
			return true
		}
	}
	return x.titles[stemsText(t.title)] > 1
}

// smallInside puts the small words inside a title in small letters.
func smallInside(title string) string {
	words := strings.Fields(title)
	for i := 1; i < len(words); i++ {
		words[i] = plainSmall(words[i])
	}
	return strings.Join(words, " ")
}

// sameWords reports whether two titles differ in case, number or a leading article
// at most.
func sameWords(a, b string) bool {
	_, a = collation.Article(a)
	_, b = collation.Article(b)
	b, _ = qualifier(b)
	return strings.ReplaceAll(stemsText(a), ".", "") == strings.ReplaceAll(stemsText(b), ".", "")
}

// written returns the title with the capitals and in the number that the running
// text gives it.
func (x *indexer) written(t *term) string {
	if t.origin == fromWork && strings.Contains(t.title, ": ") {
		return t.title
	}
	if form := x.follower(t); form != "" && t.origin != fromWork {
		return form
	}
	if t.proper && (x.isSpelledOut(t) || t.topic != nil && x.isAbstraction(t)) {
		return x.lowered(t.title)
	}
	best, most := "", 0
	title := x.preferred(t)
	number := x.pluralOf(t, title)
	key := stemsText(title)
	for form, n := range t.surface {
		if stemsText(form) != key || isSmall(form) == t.proper && t.upper+t.lower > 0 || isShouted(form) && !isAcronym(title) {
			continue
		}
		if isPluralForm(title) && !isPluralForm(form) && t.chapter != nil || t.origin == fromWork && strings.Count(form, " ") != strings.Count(title, " ") {
			continue // what a chapter is on stands as its title has it, and so does a work
		}
		if number != 0 && isPluralForm(form) != (number > 0) && (!t.proper || number > 0) {
			continue
		}
		if !t.proper && form != strings.ToLower(form) && n < 3 {
			n = 0
		}
		if n > most || n == most && n > 0 && form < best {
			best, most = form, n
		}
	}
	if number > 0 && t.proper && best == "" && x.hasPlural(title) {
		return title + "s"
	}
	switch {
	case best != "" && (t.proper && t.topic == nil || !t.proper):
		return x.asNoun(best)
	case best != "" && len(best) >= len(title)-1 && !strings.HasSuffix(title, "?"):
		return x.asNoun(best)
	case t.proper:
		return title
	}
	return x.lowered(title)
}

// lowered returns a title in small letters but for the names in it.
func (x *indexer) lowered(title string) string {
	words := strings.Fields(title)
	for i, w := range words {
		if !x.keepsCapital(w, i == 0) {
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}

// isShouted tells forms in capitals throughout.
func isShouted(form string) bool { return len(form) > 5 && form == strings.ToUpper(form) }

// asNoun returns a form of a compound as the noun has it, without the hyphen that it has
// before another noun: working class (Chicago 18, 7.96).
func (x *indexer) asNoun(form string) string {
	first, second, ok := strings.Cut(form, "-")
	if !ok || strings.ContainsAny(second, "- ") || strings.Contains(first, " ") || !isSmall(form) {
		return form
	}
	if strings.HasSuffix(first, "ing") && x.vocabulary.of(second).has(isNoun|isGeneral|isBroad) || second == "class" || second == "scale" || second == "term" {
		return first + " " + second
	}
	return form
}

// pluralOf says whether a common noun stands in the index in the plural, as what can
// be counted does (ISO 999, 7.2.2): 1 for yes, -1 for no, 0 where the text does not
// tell. Title is what it is called.
func (x *indexer) pluralOf(t *term, title string) int {
	if t.people {
		return 1
	}
	one, many := 0, 0
	key := stemsText(title)
	if t.proper && (t.person || t.kind != 0 || t.chapter != nil || t.origin == fromArticle || strings.Contains(key, " ")) {
		return 0
	}
	for form, n := range t.surface {
		if isSmall(form) == t.proper || stemsText(form) != key {
			continue
		}
		if isPluralForm(form) {
			many += n
		} else {
			one += n
		}
	}
	switch {
	case t.proper && one > 0 && t.before > 0 && x.hasPlural(t.title):
		return 1
	case one+many == 0 || t.proper && many == 0:
		return 0
	case many > 0 && 4*many >= one:
		return 1 // Tatars and sailors
	}
	return -1
}

// hasPlural reports whether the book has a name in the plural, as it has those of peoples.
func (x *indexer) hasPlural(name string) bool {
	_, ok := x.byText[name+"s"]
	return ok && !isPluralForm(name) && !isAcronym(name)
}

// isPluralForm reports whether the last word of a form has the ending of a plural.
func isPluralForm(form string) bool {
	words := wordsOf(form)
	if len(words) == 0 {
		return false
	}
	last := strings.ToLower(words[len(words)-1])
	return last != stemOf(last) || last == "people" || last == "men" || last == "women"
}

func plainApostrophe(s string) string { return strings.ReplaceAll(s, "’", "'") }
