package citation

import (
	"strings"
	"unicode"

	"publish/book"
	"publish/book/citation/line"
)

// countWords counts the words of a text.
func countWords(text string) map[string]int {
	have := map[string]int{}
	for _, w := range strings.FieldsFunc(text, isEdge) {
		have[w]++
	}
	return have
}

// lostWords returns the words of a source that the set entry does not have, in order,
// and takes those that it has out of its count.
func lostWords(source *work, have map[string]int) string {
	var lost []string
	text := book.PlainText(line.Inlines(source.Source, source.Links, book.Pos{}))
	for _, w := range strings.FieldsFunc(text, isEdge) {
		if have[w] > 0 {
			have[w]--
		} else {
			lost = append(lost, w)
		}
	}
	return strings.Join(lost, " ")
}

// isEdge reports whether a character parts words.
func isEdge(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}
