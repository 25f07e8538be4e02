package citation

import (
	"strconv"
	"strings"

	"publish/book"
	"publish/book/collation"
)

// keyWords is the greatest number of words of a title in a key. Four tell the works of
// one author apart, nearly always, and can still be typed.
const keyWords = 4

// assignKeys names every work of a sorted list. Of two with one key, the second gets
// its year too, or else a number.
func assignKeys(works []*work) {
	taken := map[string]bool{}
	for _, w := range works {
		key := keyOf(w)
		if taken[key] && w.Year != "" {
			key += "-" + book.Slug(w.Year)
		}
		stem := key
		for n := 2; taken[key]; n++ {
			key = stem + "-" + strconv.Itoa(n)
		}
		taken[key] = true
		w.entry.Key = key
	}
}

// keyOf returns the first author and the first words of the title, without subtitle and
// leading article, as a key; the words of the source for a work that was not understood.
func keyOf(w *work) string {
	title := w.Title
	if title == "" || isAddress(title) {
		title = readableAddress(w.URL)
	}
	main, _, _ := strings.Cut(title, ": ")
	parts := []string{}
	if who := w.heads(); len(who) > 0 {
		parts = append(parts, book.Slug(who[0].Family))
	}
	words := strings.Split(book.Slug(collation.Plain(main)), "-")
	parts = append(parts, words[:min(keyWords, len(words))]...)
	key := strings.Trim(strings.Join(parts, "-"), "-")
	if key == "" {
		return "work"
	}
	return key
}
