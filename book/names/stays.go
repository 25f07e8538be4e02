package names

import (
	"strings"
	"unicode"
)

// stays reports whether a name is never turned round as it stands: kings with their
// numbers, epithets, names without a family name, and those that put it first
// (IFLA, "Names of Persons"; Chicago 18, ch. 15, "Personal names").
func (l *Lexicon) stays(words []string) bool {
	first, last := words[0], words[len(words)-1]
	switch {
	case isNumeral(last) || isLetter(last):
		return true
	case isRank(last):
		return true // Enver Pasha
	case first == "Tunku" || first == "Tengku":
		return true // Malay princes, by their given names
	case len(words) == 3 && isNumeral(words[1]) && !isLetter(words[1]) && l.IsGiven(first):
		return true // Philippe II Auguste
	case len(words) == 2 && (first == "Big" || first == "Little" || first == "Old" || first == "Abu" || first == "Umm" || first == "Te"):
		return true
	case first == "Ibn" || first == "Te" || first == "Al-" || isPatronymic(first) && first != "Ben":
		return true
	}
	for _, w := range words[1:] {
		if w == "of" || w == "the" || w == "wa" {
			return true
		}
	}
	return l.patronymic(words) || l.servant(words) || l.mononymous(words) || l.familyFirst(words)
}

// isRank tells titles that stand behind a name and belong to it.
func isRank(word string) bool {
	switch word {
	case "Pasha", "Paşa", "Bey", "Efendi", "Effendi", "Hanım", "Hanim", "Hatun", "Khatun", "Ağa", "Agha", "Rinpoche", "Maharaj", "Sahib", "Roshi", "Sensei", "Nyonya":
		return true
	}
	return false
}

// isPatronymic tells words for son and daughter.
func isPatronymic(word string) bool {
	switch strings.ToLower(word) {
	case "ibn", "bin", "ben", "bint", "binti", "binte", "bat", "bar", "ap", "ab", "ferch", "verch", "ould", "ag", "mab":
		return true
	}
	return false
}

// patronymic reports whether a name gives a father in place of a family: Umar ibn
// al-Khattab, Judah ben Samuel, Owain ap Gruffudd. Where a name of origin with al-
// ends it, that is its family name, and where no given name follows, the word has
// become part of a family name: Bin Laden.
func (l *Lexicon) patronymic(words []string) bool {
	last := len(words) - 1
	for i := 1; i < last; i++ {
		w := words[i]
		if !isPatronymic(w) || unicode.IsUpper([]rune(w)[0]) {
			continue
		}
		if i+1 < last && elided(words[last]) > 1 {
			return false
		}
		next := strings.ToLower(words[i+1])
		father := l.IsGiven(next) || w != "bin" && w != "ben" && w != "bar" || strings.HasPrefix(next, "abd") || strings.HasPrefix(next, "abi")
		return father
	}
	return false
}

// servant reports whether a name is one of the Arabic compounds alone: Abd
// al-Rahman, Abu al-Abbas.
func (l *Lexicon) servant(words []string) bool {
	return elided(words[len(words)-1]) > 1 && len(words) == 2 && isCompound(words[0])
}

// isCompound tells words that are one name with the word behind them.
func isCompound(word string) bool {
	switch fold(word) {
	case "abd", "abdul", "abdel", "abu", "umm", "dhu", "'abd", "abi":
		return true
	}
	return false
}

// mononymous reports whether a name is of a people that has given names only, with
// the father's behind or with none: Iceland, Ethiopia and Eritrea, Burma, Tibet,
// Thailand, where a family name is there but not what one is known by.
func (l *Lexicon) mononymous(words []string) bool {
	first, last := words[0], fold(words[len(words)-1])
	in := l.givenIn(first)
	switch {
	case isEthiopian(last) && !in.has(english):
		return true
	case strings.HasSuffix(last, "dottir"):
		return true
	case strings.HasSuffix(last, "son") && (in.only(icelandic) || in.has(icelandic) && written(strings.Join(words, " ")) == icelandic):
		return true
	case in.only(ethiopian) || in.has(ethiopian|other) && l.givenIn(last).only(ethiopian):
		return true
	case in.only(thai) || in.only(tibetan) || in.only(thai|tibetan):
		return true
	case strings.HasSuffix(last, "putri") || strings.HasSuffix(last, "poetri"):
		return true
	}
	return l.all(words, burmese)
}

// isEthiopian tells names made of a word of the creed with another: Gebremariam,
// Ghebreyesus, Haileselassie.
func isEthiopian(folded string) bool {
	for _, beginning := range []string{"gebre", "ghebre", "haile", "wolde", "tekle", "habte", "kidane"} {
		if rest, ok := strings.CutPrefix(folded, beginning); ok && len(rest) > 2 {
			return true
		}
	}
	return strings.HasSuffix(folded, "selassie")
}

// all reports whether every word is a given name of a language.
func (l *Lexicon) all(words []string, of languages) bool {
	for _, w := range words {
		if !l.givenIn(w).has(of) {
			return false
		}
	}
	return true
}
