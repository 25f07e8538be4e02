package book

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Nearest returns up to limit of the known words that are like word, for a hint
// after a slip of the pen: nearest first, equals in the order of known, nil when
// none is like it. Case does not count. A word is like another when a third of its
// letters, at most, differ, or when one is the beginning of the other.
func Nearest(word string, known []string, limit int) []string {
	type candidate struct {
		word     string
		distance int
	}
	folded := strings.ToLower(word)
	var found []candidate
	for _, k := range known {
		lower := strings.ToLower(k)
		if apart := len(lower) - len(folded); len(folded) >= 4 && (strings.HasPrefix(lower, folded) || len(lower) >= 4 && strings.HasPrefix(folded, lower)) {
			found = append(found, candidate{k, 1 + min(2, max(apart, -apart)/6)})
			continue
		} else if max(apart, -apart) > len(folded)/3+1 {
			continue
		}
		if d := levenshtein.ComputeDistance(folded, lower); d <= max(1, len([]rune(folded))/3) {
			found = append(found, candidate{k, d})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.distance - b.distance })
	var words []string
	for _, f := range found[:min(limit, len(found))] {
		words = append(words, f.word)
	}
	return words
}
