package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hungarian finds the parts of a name in the order of Hungarian, family name first:
// Bartók Béla is listed as Bartók, Béla.
func (l *Lexicon) hungarian(words []string) (Name, bool) {
	first, last := words[0], words[len(words)-1]
	if len(words) > 3 || !l.givenIn(last).has(hungarian) {
		return Name{}, false
	}
	listed := l.familyIn(first).has(hungarian) && !l.givenIn(first).has(english)
	unknown := len(words) == 2 && !l.IsGiven(first) && !isInitial(first) && l.givenIn(last).only(hungarian)
	if !listed && !unknown {
		return Name{}, false
	}
	return Name{Family: first, Given: strings.Join(words[1:], " ")}, true
}

// familyFirst reports whether a name has the family name in front as it stands, as
// Chinese, Korean, Vietnamese, Khmer and Japanese names have.
func (l *Lexicon) familyFirst(words []string) bool {
	first, last := words[0], words[len(words)-1]
	if len(words) == 2 && l.japaneseOrder(first, last) {
		return true
	}
	in := l.familyIn(first)
	if !in.has(chinese|korean|vietnamese|khmer) || len(words) > 4 {
		return false
	}
	if in.only(khmer) && !l.IsGiven(first) {
		return true
	}
	if l.westernOrder(words, in) {
		return false
	}
	for _, w := range words[1:] {
		if !isSyllables(w) || !in.has(vietnamese) && strings.ContainsAny(w, "vV") {
			return false
		}
	}
	return true
}

// westernOrder tells a given name and a surname of the West that sound like an
// Eastern name: Lee Miller, Kim Gordon.
func (l *Lexicon) westernOrder(words []string, in languages) bool {
	first, last := words[0], words[len(words)-1]
	const west = english | german | french | spanish | slavic | african | hebrew
	eastern := l.familyIn(last).has(chinese|korean|vietnamese) || strings.Contains(last, "-")
	if l.givenIn(first).has(west) && (l.familyIn(last).has(english|iberian) || in.only(khmer)) && !eastern {
		return true
	}
	return false
}

// japaneseOrder reports whether a name of two words is Japanese with the family
// name in front.
func (l *Lexicon) japaneseOrder(first, last string) bool {
	if !isJapanese(last) || !isJapanese(first) {
		return false
	}
	count := func(is bool) int {
		if is {
			return 1
		}
		return 0
	}
	family, given := l.familyIn(first).has(japanese), l.givenIn(last).only(japanese)
	native := count(family) + count(given)
	turned := count(l.givenIn(first).has(japanese)) + count(l.familyIn(last).has(japanese))
	if l.IsGiven(first) && !l.givenIn(first).has(japanese) && !family {
		return false
	}
	return (family || given) && (native > turned || native == turned && family)
}

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
	for _, part := range strings.Split(fold(word), "-") {
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

// isSyllable matches initial, vowels, final.
func isSyllable(s string) bool {
	i := strings.IndexAny(s, "aeiouy")
	if i < 0 {
		return false
	}
	switch s[:i] {
	case "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "z", "zh", "ch", "sh", "r", "c", "s", "w", "v",
		"ts", "tz", "hs", "tch", "kh", "th", "ph", "tr", "ng", "ngh", "nh", "gh", "chw", "kw", "hw", "gw", "sz", "tsz", "ss":
	default:
		return false
	}
	rest := strings.TrimLeft(s[i:], "aeiouyw")
	if len(s)-len(rest)-i > 4 {
		return false
	}
	switch rest {
	case "", "n", "ng", "m", "p", "t", "c", "ch", "nh", "k", "l", "h", "r":
		return rest != "r" || s == "er"
	}
	return false
}
