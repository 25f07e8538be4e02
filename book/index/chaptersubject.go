package index

import (
	"cmp"
	"slices"
	"strings"

	"publish/book"
)

// ofSubject words a subentry by the subject of the chapter that its places are in.
func (x *indexer) ofSubject(t *term, c *chapter) wording {
	of := x.ofChapter[c]
	title := bareTitle(book.PlainText(c.Title))
	if text := x.relation(t, title); text != "" && (of == nil || !of.person) {
		return wording{text, saidOfTerm}
	}
	switch {
	case of == nil:
		return wording{}
	case of.person:
		return wording{"and " + x.shortName(of), shortSubject}
	case strings.Contains(title, "?"):
		return x.described(t, c, title)
	}
	if text := x.rest(t, title); text != "" {
		return wording{text, saidOfTerm}
	}
	title = x.withoutGeneric(title)
	if words := titleWords(title); of.isWork() && sameWords(title, of.title) && !x.stemClass(words[headOf(words)]).has(isEvent) {
		return wording{"and " + smallInside(title), shortSubject}
	}
	if text := x.setting(t, title); text != "" {
		return wording{text, settingOf}
	}
	named := x.subjectOf(of, title)
	if sameWords(title, of.title) && x.isTitleName(of) {
		named = x.written(of)
	}
	if named != "" && (!isDescription(named) || x.isTitleName(of)) {
		if sameWords(named, of.title) || sameWords(named, x.written(of)) {
			return wording{x.beside(t, of), shortSubject}
		}
		if words := titleWords(named); !x.stemClass(words[len(words)-1]).has(isEvent) {
			return wording{"and " + x.withArticle(of, x.sentence(words)), shortSubject}
		}
		return wording{cmp.Or(x.phrase(t, titleWords(named)), "and "+named), shortSubject}
	}
	return x.described(t, c, title)
}

// isTitleName reports whether a title is used as a name, though it may read as a
// description: that of a body, or of what goes by its initials.
func (x *indexer) isTitleName(t *term) bool {
	words := titleWords(t.title)
	says := func(w string) bool { return isPreposition(w) && !strings.EqualFold(w, "of") }
	if t.proper && t.upper > 1 && !slices.ContainsFunc(words, says) && !x.stemClass(words[headOf(words)]).has(isEmpty|isGenericSection|isWhole) {
		return true
	}
	return t.proper && (x.stemClass(lastWord(t.title)).has(isBody) || slices.ContainsFunc(t.forms, func(f *form) bool { return f.kind == shortForm }))
}

// rest words a subentry of a name by an event whose own name begins with it: of the
// rebellion at a town, during the rebellion.
func (x *indexer) rest(t *term, title string) string {
	words := wordsOf(title)
	from, to := x.spanOf(t, words)
	if from > 0 || to == 0 || to+1 != len(words) || !t.proper || t.person || !x.stemClass(words[to]).has(isEvent) {
		return ""
	}
	return "during the " + strings.ToLower(words[to])
}

// described words a subentry by a title that is a description: by what stands before
// its last preposition, or behind a first noun that any title may begin with; if that is
// long, by a heading of the index in it.
func (x *indexer) described(t *term, c *chapter, title string) wording {
	words := titleWords(title)
	for i := len(words) - 1; i > 1 && len(words) > longestHeading; i-- {
		if !isPreposition(words[i]) || strings.EqualFold(words[i], "of") || i == 2 && isPreposition(words[1]) {
			continue
		}
		if x.stemClass(words[headOf(words[:i])]).has(isGenericSection | isEmpty) {
			words = trimArticle(words[i+1:])
		} else {
			words = words[:i]
		}
		break
	}
	text := x.sentence(words)
	n := len(wordsOf(text))
	if strings.Contains(title, "?") {
		n = 0
	}
	if u := x.termIn(t, words); (n == 0 || n > longestHeading) && u != nil && (len(wordsOf(u.title)) > 1 || u.kind.has(isEvent)) {
		return wording{x.beside(t, u), longSubject}
	}
	if n == 0 || n > longestHeading+1 || n < len(wordsOf(t.title))+2 && x.repeats(t, text) {
		return wording{}
	}
	text = strings.TrimPrefix(text, "the ")
	if of := x.ofChapter[c]; sameWords(of.title, title) {
		text = x.withArticle(of, text)
	}
	return wording{"and " + text, longSubject}
}

// trimArticle takes an article from the front of words.
func trimArticle(words []string) []string {
	if len(words) > 1 && isArticle(strings.ToLower(words[0])) {
		return words[1:]
	}
	return words
}

// setting words a subentry by the event or place at the end of a chapter's title that
// says who, what or what side of it is in it: of Anarchists in the Russian Revolution,
// and of The Failures of the Russian Revolution, in the Russian Revolution.
func (x *indexer) setting(t *term, title string) string {
	words := titleWords(title)
	for i := len(words) - 2; i > 0; i-- {
		if w := strings.ToLower(words[i]); w != "in" && w != "of" && w != "during" {
			continue
		}
		rest := words[i+1:]
		name := strings.Join(rest, " ")
		u := x.bearing(keyOfTitle(name))
		event := x.stemClass(lastWord(name)).has(isEvent)
		if u == nil && !event || !isCapital(lastWord(name)) || isDescription(name) || x.repeats(t, name) {
			if event {
				return x.relation(t, name)
			}
			return ""
		}
		switch {
		case u.stands() && (event || x.isPlaceName(u)), u != nil && x.isPlaceName(u):
			return x.beside(t, u)
		case event:
			return x.phrase(t, rest)
		}
		return ""
	}
	return ""
}

// isDescription tells titles that say something of a subject and are no name for it.
func isDescription(title string) bool {
	words := strings.Fields(title)
	return len(words) > 7 || slices.ContainsFunc(words[min(1, len(words)):], isSmallWord)
}

// subjectOf writes the subject of a chapter as it stands in a sentence. Of Such an
// Event and Anarchy it is the event that places are in.
func (x *indexer) subjectOf(of *term, title string) string {
	if !isDescription(title) && (sameWords(of.title, title) || len(wordsOf(of.title)) == 1 && strings.Contains(strings.ToLower(title), strings.ToLower(of.title))) {
		return x.written(of)
	}
	words := titleWords(title)
	for i, w := range words {
		if i > 1 && isAnd(strings.ToLower(w)) && x.nameAt(words[:i], 0) == i {
			words = words[:i]
			break
		}
	}
	return strings.Join(words, " ")
}

// withoutYears takes a year, or the years from one to another, off the end of a title
// behind a comma.
func withoutYears(title string) string {
	if i := strings.LastIndex(title, ", "); i > 0 && strings.Trim(title[i+2:], "0123456789-–") == "" {
		return title[:i]
	}
	return title
}

// withoutGeneric takes words off the end of a title that say what sort of article it
// is: Overview, History.
func (x *indexer) withoutGeneric(title string) string {
	words := titleWords(title)
	if len(words) > 2 && strings.EqualFold(words[0], "list") && strings.EqualFold(words[1], "of") {
		words = words[2:]
	}
	for n := len(words); n > 0; n-- {
		switch strings.ToLower(words[n-1]) {
		case "overview", "introduction", "definition", "examples", "timeline", "faq", "glossary":
			continue
		}
		return strings.Join(words[:n], " ")
	}
	return title
}
