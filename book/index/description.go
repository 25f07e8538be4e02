package index

import (
	"slices"
	"strings"

	"publish/book"
	"publish/book/collation"
)

// joinDescribed gives chapters, and what links lead to, whose titles say something of a subject, as the Failures of
// the Russian Revolution or a Timeline of the Strike do, to the subject: a reader looks
// there. In a book of one chapter the subject is that of the book, and its places are
// worth more than the whole (Mulvany, "Indexing Books", on the metatopic).
func (x *indexer) joinDescribed() {
	for _, t := range x.terms {
		if t.topic == nil || t.person || t.dropped || t.renamed != "" || t.isWork() || t.chapter != nil && len(x.chapters) < 2 {
			continue
		}
		title := t.title
		if t.chapter != nil {
			title, _ = qualifier(book.PlainText(t.chapter.Title))
		}
		if subject, must := x.accountOf(title); subject != "" {
			x.describe(t, subject, must)
		}
	}
	x.clean()
}

// describe gives a chapter to the candidate of a title. Where there is none and the title
// must have one, the chapter's own is called so.
func (x *indexer) describe(t *term, subject string, must bool) {
	u := x.byKey[keyOfTitle(subject)]
	for u != nil && u.joined != nil {
		u = u.joined
	}
	switch {
	case u == t || u == nil && sameWords(t.title, subject):
	case u != nil && !u.dropped && u.tail == "" && (must || u.properTitle() || u.topic != nil):
		x.join(t, u)
		u.described = true
	case u == nil && must && t.chapter != nil:
		t.title, t.tail, t.described = subject, "", true
		x.addForm(t, subject, fullForm).kind = fullForm
		x.byKey[keyOfTitle(subject)] = t
	}
}

// accountOf returns what a title is about that gives an account of it, "" for other titles.
// The last result tells that the title says no more than what sort of account it is.
func (x *indexer) accountOf(title string) (subject string, must bool) {
	_, title = collation.Article(title)
	words := strings.Fields(title)
	n := len(words)
	class := func(i int) class { return x.vocabulary.of(strings.ToLower(words[i])) }
	is := func(i int, word string) bool { return strings.EqualFold(words[i], word) }
	broad := func(i int) bool { return x.stemClass(words[i]).has(isBroad) }
	switch {
	case n < 2 || strings.Contains(title, ":"):
		return "", false
	case n > 2 && class(0).has(isAccounting) && (is(1, "of") || is(1, "to")):
		return withoutArticle(words[2:]), true
	case class(n-1).has(isAccounting) && !isSmallWord(words[n-2]):
		return strings.Join(words[:n-1], " "), true
	case n > 3 && is(n-2, "and") && broad(n-1):
		return strings.Join(words[:n-2], " "), class(n - 3).has(isEvent | isBody)
	case n > 3 && broad(0) && (is(1, "in") || is(1, "and")) && isCapital(words[n-1]):
		return withoutArticle(words[2:]), class(n - 1).has(isEvent | isBody)
	case n > 3 && is(1, "of") && class(0).has(isWhole) && isCapital(words[n-1]):
		return withoutArticle(words[2:]), false
	}
	return "", false
}

func withoutArticle(words []string) string {
	_, rest := collation.Article(strings.Join(words, " "))
	return rest
}

// isAccount reports whether the title of a chapter is one that no rule gives to a subject
// and that is no name: it says of a thing what is told of it.
func (x *indexer) isAccount(t *term, title string) bool {
	words := strings.Fields(title)
	if t.chapter == nil || t.isWork() || len(words) < 4 || strings.Contains(title, ":") {
		return false
	}
	for i := 1; i < len(words)-1; i++ {
		before := x.vocabulary.of(strings.ToLower(words[i-1]))
		if leadsOn(words[i]) && (before.has(isWhole|isDoing|isDeed) || i == 1 && before.has(isBroad)) {
			return true
		}
	}
	return false
}

// isWork reports whether a term is the title of a work, as its categories say.
func (t *term) isWork() bool {
	return t.kind.has(isWork) || t.topic != nil && slices.ContainsFunc(t.topic.Categories, func(c string) bool {
		for _, end := range [...]string{"Books", "books", "Films", "films", "Songs", "songs", "Novels", "novels", "Albums", "Essays", "Publications"} {
			if strings.HasSuffix(c, end) {
				return true
			}
		}
		return false
	})
}

func leadsOn(word string) bool {
	switch strings.ToLower(word) {
	case "of", "to", "in", "on", "for", "against", "under", "by":
		return true
	}
	return false
}
