package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isInitial reports whether a word is an initial, or several: J., J.-P., H.G.
func isInitial(word string) bool {
	if !strings.HasSuffix(word, ".") || utf8.RuneCountInString(word) > 8 {
		return false
	}
	for _, part := range strings.Split(strings.TrimSuffix(word, "."), ".") {
		part = strings.TrimPrefix(part, "-")
		if utf8.RuneCountInString(part) != 1 || !unicode.IsUpper([]rune(part)[0]) {
			return false
		}
	}
	return true
}

// nameLike reports whether a word is a capital and small letters, as family names
// are.
func nameLike(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && strings.IndexFunc(word[size:], unicode.IsLower) >= 0
}

// isDemonym tells adjectives of nations and creeds, and abstract nouns, by their
// endings.
func isDemonym(word string) bool {
	lower := fold(word)
	for _, ending := range []string{"ist", "ists", "ism", "isms", "ian", "ians", "ese", "ish", "tion", "tions", "ment", "ments", "ity", "ities",
		"ness", "ship", "ology", "cracy", "archy", "ianism", "ville", "istan", "burg"} {
		if strings.HasSuffix(lower, ending) {
			return true
		}
	}
	return false
}

// isAbstract is isDemonym without the endings that surnames have too: Kardashian,
// Cornish, Albanese.
func isAbstract(word string) bool {
	lower := fold(word)
	for _, ending := range []string{"ism", "isms", "ists", "ians", "tion", "tions", "ments", "ities", "ology", "cracy", "archy", "ianism", "istan"} {
		if strings.HasSuffix(lower, ending) {
			return true
		}
	}
	return false
}

// endsLikeSurname reports whether a word has an ending that surnames have and other
// words hardly ever.
func endsLikeSurname(word string) bool {
	lower := fold(word)
	if utf8.RuneCountInString(lower) < 5 || !nameLike(word) {
		return false
	}
	for _, ending := range []string{"sson", "ssen", "rsen", "nsen", "lsen", "ov", "ova", "eva", "off", "eff", "sky", "skaya", "skaia", "ski", "ska", "cki", "enko", "chuk", "vich", "vic", "vitch", "wicz", "wski",
		"yan", "dze", "shvili", "stein", "berg", "mann", "baum", "thal", "feld", "opoulos", "akis", "idis", "iadis", "escu", "oglu", "zadeh",
		"ez", "elli", "etti", "ini", "ucci", "azzi", "acci", "quist", "qvist", "strom", "gren", "lund", "dottir", "bhai", "wala", "ew", "ow", "uk"} {
		if strings.HasSuffix(lower, ending) {
			return true
		}
	}
	for _, beginning := range []string{"Mac", "Mc", "O'", "O’", "Fitz", "Ben-", "Abu-", "D'", "D’", "Saint-"} {
		if rest, ok := strings.CutPrefix(word, beginning); ok && rest != "" && unicode.IsUpper([]rune(rest)[0]) || ok && beginning == "Fitz" {
			return true
		}
	}
	return false
}

// isThings tells plurals by endings that surnames hardly have.
func isThings(word string) bool {
	for _, ending := range []string{"ings", "ones", "ers", "tors", "ions", "acts", "ines", "ides"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
