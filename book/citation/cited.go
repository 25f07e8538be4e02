package citation

import (
	"strings"
	"unicode"

	"publish/book"
	"publish/book/citation/entry"
	"publish/book/citation/line"
)

// List makes the list of works cited of b as [Gather] makes its bibliography. Its
// entries are citations of notes, which keep their words: nothing counts as left out.
// The folios that a note cites are no part of the work; those of an article are kept
// where they can be those of all of it.
func List(b *book.Book) {
	if b.Cited == nil {
		return
	}
	g := newGatherer(b)
	g.cited = true
	var works []*work
	for _, e := range b.Cited.Entries {
		for _, w := range g.understand(e) {
			w.Entry = withoutFolios(w.Entry)
			w.sources[0].Entry = w.Entry
			if w.Known {
				works = append(works, w)
			}
		}
	}
	works = join(works)
	unify(works)
	b.Cited = &book.Bibliography{Entries: g.set(works)}
}

// withoutFolios returns an entry without the folios that a note cites.
func withoutFolios(e *entry.Entry) *entry.Entry {
	out := *e
	if e.Kind != book.ArticleWork || e.Volume == "" || !strings.ContainsAny(e.Pages, "-–") {
		out.Pages = ""
	}
	out.Rest = nil
	for _, rest := range e.Rest {
		if !isFolios(line.Words(rest)) {
			out.Rest = append(out.Rest, rest)
		}
	}
	return &out
}

// isFolios reports whether words are nothing but numbers, Roman ones among them, and
// words of two letters such as "pp" and "ch".
func isFolios(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), isEdge) {
		if strings.IndexFunc(w, unicode.IsDigit) < 0 && len(w) > 2 && strings.Trim(w, "ivxlc") != "" {
			return false
		}
	}
	return true
}
