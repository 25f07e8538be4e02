package entry

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

func isSuffix(s string) bool {
	switch strings.TrimSuffix(s, ".") {
	case "Jr", "Sr", "II", "III", "IV", "Jnr", "Snr", "PhD", "Ph.D", "MD", "M.D":
		return true
	}
	return false
}

// isInitial reports whether a word is an initial or several: "J.", "J.R.", "J.-P.".
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && (strings.HasPrefix(word[size:], ".") || size == len(word)) && utf8.RuneCountInString(word) <= 8
}

func allInitials(s string) bool {
	for _, w := range strings.Fields(s) {
		if !isInitial(w) && !isParticle(w) {
			return false
		}
	}
	return s != "" && !isParticle(s)
}

func hasInitial(words []string) bool {
	for _, w := range words {
		if isInitial(w) && strings.HasSuffix(w, ".") {
			return true
		}
	}
	return false
}

// behindInitials reports whether initials stand behind a family name, as Slavic
// lists have them: "Данилов В. П.".
func behindInitials(words []string) bool {
	last := words[len(words)-1]
	return strings.Contains(last, ".") && isInitial(last) && !isInitial(words[0]) && utf8.RuneCountInString(words[0]) > 2 &&
		allInitials(strings.Join(words[1:], " "))
}

func initialsLast(words []string) book.PersonName {
	return book.PersonName{Family: words[0], Given: strings.Join(words[1:], " ")}
}

// spaced returns given names with their full stops as they are.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

func isUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.Is(unicode.Han, r)
}

func possessive(word string) bool {
	return strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s")
}

// isNamed reports whether every word begins as the words of names do.
func isNamed(s string) bool {
	for _, w := range strings.Fields(s) {
		if !isUpper(strings.TrimLeft(w, "'’‘-")) && !isParticle(w) && !strings.HasPrefix(w, "al-") && !strings.HasPrefix(w, "d'") && !strings.HasPrefix(w, "d’") {
			return false
		}
	}
	return s != ""
}

// isLower reports whether a name of two or three words is written small throughout,
// as some write their own.
func isLower(words []string) bool {
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLower(r) || isParticle(w) {
			return false
		}
	}
	return len(words) == 2 || len(words) == 3
}

func startsWithParticle(s string) bool {
	w := strings.ToLower(firstWord(s))
	return isParticle(w)
}

func isParticle(w string) bool {
	switch w {
	case "de", "del", "la", "van", "von", "der", "den", "di", "da", "du", "dos", "i", "y", "al", "el", "le", "bin", "ibn", "ter", "zu", "zur", "af", "av", "della", "des", "d'", "las", "los":
		return true
	}
	return false
}

// isTitleLike reports whether every word but articles, conjunctions and prepositions
// begins with a capital, as those of names of bodies and periodicals do.
func isTitleLike(s string) bool {
	for i, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’‘([“\"-"))
		if unicode.IsLower(r) && (i == 0 || !isSmallWord(w)) {
			return false
		}
	}
	return s != ""
}

func isSmallWord(w string) bool {
	switch strings.Trim(w, ".,:") {
	case "of", "the", "and", "for", "in", "on", "at", "to", "a", "an", "as", "with", "from", "into", "or", "und", "für", "der", "die", "das", "des", "zur",
		"et", "ou", "in:", "du", "aux", "en", "el", "los", "las", "lo", "per", "i", "ed", "nel", "dei", "da", "do", "dos", "e", "van", "het", "op", "auf",
		"im", "zum", "am", "y", "de", "del", "la", "le", "les", "von", "di", "della", "und/oder", "para", "por", "con", "pour", "sur", "aan", "в", "и", "на", "о":
		return true
	}
	return false
}
