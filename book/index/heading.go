package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// name gives a term its heading.
func (x *indexer) name(t *term) string {
	if t.person {
		return x.names.Parse(t.title).Inverted()
	}
	title := t.written()
	if t.chapter != nil {
		full := book.PlainText(t.chapter.Title)
		mononym := !strings.Contains(title, " ") && livedBy(t.topic.Categories) && strings.Contains(full, title)
		if !sameWords(title, full) && !mononym {
			title, t.tail = full, ""
		}
	}
	article, rest := collation.Article(title)
	if article != "" && !strings.HasSuffix(article, "'") && !strings.HasSuffix(article, "’") && rest != "" {
		first, size := utf8.DecodeRuneInString(rest)
		if t.proper {
			rest, article = string(unicode.ToUpper(first))+rest[size:], strings.ToUpper(article[:1])+article[1:]
		}
		title = rest + ", " + article
	}
	if t.tail == "" {
		return title
	}
	tail := t.tail
	if x.names.Person(tail) == names.Likely {
		tail = x.names.Parse(tail).Family
	}
	return title + " (" + tail + ")"
}

// sameWords reports whether two titles differ in case, number or a leading article
// at most.
func sameWords(a, b string) bool {
	_, a = collation.Article(a)
	_, b = collation.Article(b)
	b, _ = qualifier(b)
	return strings.Join(stems(a), " ") == strings.Join(stems(b), " ")
}

// written returns the title with the capitals that the running text gives it: those
// of the form that it has most often in mid-sentence.
func (t *term) written() string {
	best, most := "", 0
	for form, n := range t.surface {
		if !strings.EqualFold(plainApostrophe(form), plainApostrophe(t.title)) {
			continue
		}
		if isSmall(form) == t.proper {
			continue
		}
		if n > most || n == most && form < best {
			best, most = form, n
		}
	}
	switch {
	case best != "":
		return best
	case t.proper:
		return t.title
	}
	words := strings.Fields(t.title)
	for i, w := range words {
		if !isAcronym(w) {
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}

func plainApostrophe(s string) string { return strings.ReplaceAll(s, "’", "'") }
