package references

import (
	"strings"

	"publish/book"
)

// Works returns the entries of a book's lists, each once, in their order.
func Works(b *book.Book) []*book.Entry {
	var works []*book.Entry
	seen := map[string]bool{}
	for _, list := range b.WorkLists() {
		for _, e := range list.Entries {
			if !seen[e.Key] {
				seen[e.Key] = true
				works = append(works, e)
			}
		}
	}
	return works
}

// noteOf returns what is said of a work and has no field of its own.
func noteOf(w *book.Work) string {
	if w.Remark == "" || w.Rest == "" {
		return w.Remark + w.Rest
	}
	return w.Remark + "; " + w.Rest
}

// titleOf returns the title of a work; of one that was not understood, the words of
// the source.
func titleOf(e *book.Entry) string {
	if e.Work.Title != "" {
		return e.Work.Title
	}
	return strings.TrimSpace(book.PlainText(e.Text))
}
