package citation

import (
	"strings"

	"publish/book"
)

// sortKey orders works by their first author or editor, works of that one alone
// first, then by the others, then by title and year (Chicago 18, 13.71-13.75). A work
// without people stands under its title, a bare address under its host.
func (g *gatherer) sortKey(w *work) string {
	title := w.Title
	if !w.Known && title == "" || isAddress(title) {
		title = readableAddress(w.URL)
	}
	who := w.Authors
	if len(who) == 0 && w.Kind != book.ChapterWork {
		who = w.Editors
	}
	if len(who) == 0 || !w.Known {
		return g.sorter.Key(title)
	}
	key := g.sorter.NameKey(inverted(who[0])) + "\x00\x00"
	for _, n := range who[1:] {
		key += g.sorter.NameKey(n.Given+" "+n.Family) + "\x00"
	}
	return key + "\x00" + g.sorter.Key(title) + "\x00" + w.Year
}

func inverted(n book.PersonName) string {
	if n.Given == "" {
		return n.Family
	}
	return n.Family + ", " + n.Given
}

// isAddress reports whether a title is nothing but an address.
func isAddress(title string) bool {
	return strings.Contains(title, "://") && !strings.Contains(strings.TrimSpace(title), " ")
}

// readableAddress returns an address without what readers skip: the scheme and www.
func readableAddress(url string) string {
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	return strings.TrimSuffix(strings.TrimPrefix(url, "www."), "/")
}
