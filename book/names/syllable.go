package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isJapanese reports whether a word is made of Japanese syllables in Latin letters:
// a vowel alone or after consonants that begin one, or n.
func isJapanese(word string) bool {
	word = fold(word)
	for word != "" {
		n := 0
		for n < len(word) && n < 3 && !strings.ContainsRune("aeiou", rune(word[n])) {
			n++
		}
		head := word[:n]
		switch head {
		case "", "k", "s", "t", "n", "h", "m", "y", "r", "w", "g", "z", "d", "b", "p", "j", "f", "sh", "ch", "ts",
			"ky", "ny", "hy", "my", "ry", "gy", "by", "py", "kk", "pp", "tt", "ss", "ssh", "tch", "nk", "ns", "nt", "nn",
			"nz", "nd", "nb", "ng", "nj", "nm", "nr", "nch", "nsh", "mp", "mb", "mm", "ry'":
		case "n'":
		default:
			return false
		}
		if n >= len(word) {
			return head == "n"
		}
		if !strings.ContainsRune("aeiou", rune(word[n])) {
			return head == "n" && n == len(word)
		}
		word = word[n+1:]
		if word == "n" {
			return true
		}
	}
	return true
}

// isSyllables reports whether a word could be a Chinese, Korean or Vietnamese given
// name: one or two syllables, each with at most a nasal or stop behind the vowels.
func isSyllables(word string) bool {
	if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
		return false
	}
	for _, part := range strings.Split(unaspirated(fold(word)), "-") {
		if part == "" || !isSyllable(part) && !twoSyllables(part) {
			return false
		}
	}
	return true
}

func twoSyllables(s string) bool {
	for i := 2; i < len(s)-1; i++ {
		if isSyllable(s[:i]) && isSyllable(s[i:]) {
			return true
		}
	}
	return false
}

// unaspirated takes the marks of aspiration out of a name: the apostrophes of
// Wade-Giles and of McCune-Reischauer.
func unaspirated(folded string) string { return strings.ReplaceAll(folded, "'", "") }

// isSyllable matches initial, vowels, final.
func isSyllable(s string) bool {
	i := strings.IndexAny(s, "aeiouy")
	if i < 0 {
		return false
	}
	switch s[:i] {
	case "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "z", "zh", "ch", "sh", "r", "c", "s", "w", "v",
		"ts", "tz", "hs", "tch", "kh", "th", "ph", "tr", "ng", "ngh", "nh", "gh", "chw", "jw", "kw", "hw", "gw", "sz", "tsz", "ss":
	default:
		return false
	}
	rest := strings.TrimLeft(s[i:], "aeiouyw")
	vowels := s[i : len(s)-len(rest)]
	if len(vowels) > 4 || vowels == "y" && rest != "" || strings.HasSuffix(vowels, "ey") {
		return false
	}
	switch rest {
	case "", "n", "ng", "m", "p", "t", "c", "ch", "ck", "nh", "k", "l", "h", "r":
		return rest != "r" || s == "er"
	}
	return false
}
