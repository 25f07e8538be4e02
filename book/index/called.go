package index

import (
	"maps"
	"slices"
	"strings"

	"publish/book"
)

// calls is the names with an exclamation mark inside or behind them, by their last word
// before the mark: there it ends no sentence.
type calls map[string]string

// callsOf returns the names with such marks among the topics of a book.
func callsOf(b *book.Book) calls {
	in := calls{}
	for _, t := range b.Topics {
		title, _ := qualifier(t.Title)
		name, _, ok := strings.Cut(title, "!")
		words := wordsOf(name)
		if ok && len(words) > 0 && len(words) < 5 && isTitleCase(words) {
			in[words[len(words)-1]] = strings.Join(words, " ")
		}
	}
	return in
}

// has reports whether the words that end with the last of the tokens are such a name.
func (in calls) has(tokens []token, words []word) bool {
	n := len(tokens)
	if n == 0 {
		return false
	}
	name, ok := in[words[tokens[n-1].word].text]
	if !ok {
		return false
	}
	parts := strings.Fields(name)
	if len(parts) > n {
		return false
	}
	for i, part := range parts {
		if words[tokens[n-len(parts)+i].word].text != part {
			return false
		}
	}
	return true
}

// marked puts the exclamation marks of names into a heading, which was made of words.
func (in calls) marked(heading string) string {
	for _, name := range slices.Sorted(maps.Values(in)) {
		if i := strings.Index(heading, name); i >= 0 && (i == 0 || heading[i-1] == ' ') {
			end := i + len(name)
			if end == len(heading) || heading[end] == ' ' || heading[end] == ',' {
				heading = heading[:end] + "!" + heading[end:]
			}
		}
	}
	return heading
}
