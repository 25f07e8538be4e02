package entry

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordLists string

// wordSets are the lists of words.txt by their headings, in lower case.
type wordSets map[string]map[string]bool

func readWords() wordSets {
	sets := wordSets{}
	var set map[string]bool
	for _, l := range strings.Split(wordLists, "\n") {
		switch {
		case l == "" || strings.HasPrefix(l, "#"):
		case strings.HasPrefix(l, "= "):
			set = map[string]bool{}
			sets[l[2:]] = set
		default:
			for _, word := range strings.Split(l, ",") {
				set[strings.TrimSpace(word)] = true
			}
		}
	}
	return sets
}

// has reports whether a list holds a word or words, whatever their case.
func (w wordSets) has(list, words string) bool {
	return w[list][strings.ToLower(words)]
}

// hasAny reports whether one of the words is in a list.
func (w wordSets) hasAny(list, words string) bool {
	set := w[list]
	for _, word := range strings.Fields(strings.ToLower(words)) {
		if set[strings.Trim(word, ".,;:()[]“”\"'’")] {
			return true
		}
	}
	return false
}
