package index

import "strings"

// isCircular reports whether a subentry only says its heading again: all that the one
// says is in the other, or of the root of a word there. Nobody is helped by "capitalism:
// and state capitalism" or "Leninism: and Lenin".
func isCircular(heading, text string) bool {
	a, b := telling(heading), telling(text)
	return len(a) > 0 && len(b) > 0 && (within(a, b) || within(b, a))
}

// telling returns the stems of the words of a phrase that say something.
func telling(phrase string) []string {
	var list []string
	for _, w := range wordsOf(phrase) {
		if w = stemOf(w); !isSmallWord(w) && w != "the" && w != "a" {
			list = append(list, w)
		}
	}
	return list
}

// within reports whether each of some stems is like one of others.
func within(some, others []string) bool {
	for _, s := range some {
		found := false
		for _, o := range others {
			found = found || likeStem(s, o)
		}
		if !found {
			return false
		}
	}
	return true
}

// likeStem reports whether two stems are one, or a root and what is made of it.
func likeStem(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) > 4 && strings.HasPrefix(b, a)
}
