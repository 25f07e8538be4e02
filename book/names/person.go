package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Likelihood says how much words look like the name of a person.
type Likelihood uint8

// No: the words have another shape, or hold one that no name has. Maybe: the shape
// fits and no more is known. Likely: they begin with a given name, or with a family
// name of a language that puts it first.
const (
	No Likelihood = iota
	Maybe
	Likely
)

// Limits between the likelihoods, in per cent.
const (
	maybeFrom  = 15
	likelyFrom = 60
)

// Person tells whether a title is likely to be the name of a person. A qualifier in
// brackets, figures, and words such as Army or Revolution speak against it.
func (l *Lexicon) Person(title string) Likelihood { return l.PersonBy(title, Clues{}) }

// PersonBy is Person for a title of which the text tells more.
func (l *Lexicon) PersonBy(title string, clues Clues) Likelihood {
	switch chance := l.Chance(title, clues); {
	case chance >= likelyFrom:
		return Likely
	case chance >= maybeFrom:
		return Maybe
	}
	return No
}

// Chance returns how likely it is, in per cent, that a title is the name of one
// person. The clues count for a title that could be one by its shape; no clue makes
// a person of a title with a figure or a word such as Army in it.
func (l *Lexicon) Chance(title string, clues Clues) int {
	if _, person, known := l.judged(title); known {
		if person {
			return 100
		}
		return 0
	}
	name, qualifier := unqualified(title)
	words := parts(name)
	if qualifier != "" || len(words) == 0 {
		return 0
	}
	if len(words) > 2 {
		words, _ = l.cutSuffix(words)
	}
	if _, ok := l.exception(words); ok {
		return 98
	}
	if l.others[fold(strings.Join(words, " "))] {
		return 0
	}
	if len(words) == 1 {
		return clamp(l.single(words[0]) + clues.weight())
	}
	if closes(words[0]) != "" && len(words) == 2 && nameLike(words[1]) && !l.isCommon(words[1]) && !isAbstract(words[1]) {
		return clamp(likelyFrom + clues.weight()) // "Big Bill" Haywood
	}
	shape := l.shape(unquoted(words))
	if shape == 0 {
		return 0
	}
	return clamp(shape + clues.weight())
}

func clamp(chance int) int { return min(max(chance, 1), 99) }

// single is the chance of a mononym without clues: small, for most words are none.
func (l *Lexicon) single(word string) int {
	if !nameLike(word) || l.isCommon(word) || isAbstract(word) || strings.ContainsAny(word, "0123456789()!?&+/:;,") {
		return 0
	}
	return 5
}

// unquoted returns the words without nicknames.
func unquoted(words []string) []string {
	var out []string
	for _, w := range words {
		if closes(w) == "" || strings.HasPrefix(w, "‘") {
			out = append(out, w)
		}
	}
	return out
}

// shape is the chance of a title of several words by these alone; 0 for one that
// cannot be a name. The numbers were settled on titles of encyclopedias: they are
// the share of persons among titles of the same shape, roughly.
func (l *Lexicon) shape(words []string) int {
	titles := l.titleLength(words)
	rest := words[titles:]
	if len(words) < 2 || len(rest) > 6 || len(rest) == 0 {
		return 0
	}
	if titles > 0 && len(rest) == 1 {
		return l.titledChance(words[titles-1], rest[0])
	}
	if titles > 0 && l.byTerritory(words[titles-1], rest) {
		return 75
	}
	if titles > 0 && l.nameWords(rest) && !strings.HasPrefix(words[0], "San") {
		return 85
	}
	words, rest = rest, nil
	if titles > 0 || !l.nameWords(words) {
		return 0
	}
	return l.weigh(words)
}

// titledChance is the chance of a title and one word: Subcomandante Marcos is a
// person, Saint Helena and General Strike are not.
func (l *Lexicon) titledChance(title, word string) int {
	switch {
	case !nameLike(word) || l.isCommon(word) || isAbstract(word) || isPlural(word):
		return 0
	case isSaint(title) || isPlaceful(title):
		if l.IsGiven(word) && !isPlaceOfSaint(word) && title != "São" {
			return 65
		}
		return 5
	case isKin(title) || title == "General" || title == "Major" || title == "King" || title == "Private":
		if l.IsGiven(word) && !l.isWeak(word) || l.familyIn(word) != 0 || endsLikeSurname(word) {
			return 75
		}
		return 30
	}
	return 80
}

// isPlaceful tells the saints of places.
func isPlaceful(title string) bool {
	return title == "San" || title == "Santa" || title == "Santo" || title == "Sant" || title == "São"
}

// byTerritory reports whether words are a title with the place or the family that it
// is of: Duke of Wellington, Marquis de Sade. Kings of a country are left out, for
// titles of works name them as often.
func (l *Lexicon) byTerritory(title string, rest []string) bool {
	last := rest[len(rest)-1]
	if len(rest) < 2 || !nameLike(last) && elided(last) == 0 || l.isCommon(last) {
		return false
	}
	if rest[0] == "of" {
		return len(rest) == 2 && title != "King" && title != "Queen" && title != "Lord" && title != "Mother" && title != "Father" && title != "President" && title != "General"
	}
	for _, w := range rest[:len(rest)-1] {
		if !isArticle(w) {
			return false
		}
	}
	return true
}

func isPlural(word string) bool {
	return strings.HasSuffix(word, "s'") || strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "'s")
}

// isPlaceOfSaint tells saints whose names are above all those of places.
func isPlaceOfSaint(word string) bool {
	switch fold(word) {
	case "louis", "paul", "lucia", "helena", "vincent", "martin", "pierre", "thomas", "petersburg", "denis", "germain", "etienne", "antoine",
		"francisco", "diego", "jose", "juan", "antonio", "monica", "barbara", "maria", "marino", "cruz", "clara", "ana", "fe", "salvador", "sebastian",
		"domingo", "domingue", "croix", "kitts", "albans", "helens", "andrews", "ives", "moritz", "gallen", "catharines", "remo", "tome", "catarina":
		return true
	}
	return false
}

// nameWords reports whether every word may be part of a person's name.
func (l *Lexicon) nameWords(words []string) bool {
	for i := range words {
		if !l.namePart(words, i) {
			return false
		}
	}
	return true
}

// namePart reports whether a word may be part of a person's name where it stands.
func (l *Lexicon) namePart(words []string, i int) bool {
	w, last := words[i], len(words)-1
	strong := l.IsGiven(words[0]) && !l.isWeak(words[0]) || isInitial(words[0])
	switch {
	case !isNameWord(w, i == 0 || i == last):
		return false
	case w == "of" || w == "the":
		return l.epithet(words, i)
	case isArticle(w) || w == "y" || w == "i" || w == "e":
		return true
	case i > 1 && (words[i-1] == "of" || words[i-1] == "the" || isParticle(words[i-1])):
		return strong || !l.isCommon(w) // Catherine the Great, López de Santa Anna, but Santiago de Chile
	case l.native(words):
		return true
	case i == 0 && (l.IsGiven(w) && nameLike(w) || l.familyIn(w) != 0 && !l.isCommon(w)):
		return true
	case i == last && l.familyIn(w) != 0 && strong && !isAbstract(w):
		return last < 2 || !l.isCommon(w) || l.familyIn(words[i-1]) == 0 || l.IsGiven(words[i-1]) && !l.isWeak(words[i-1]) // but Rosa Parks Day
	case strong && i > 0 && i < last && l.given[fold(w)] != 0 && !l.isCommon(words[last]):
		return true // George Washington Carver
	case l.IsGiven(w) && !l.isWeak(w) && !l.isCommon(w):
		return true // Flora Tristan
	case l.isCommon(w) || isAbstract(w):
		return false
	}
	return !isDemonym(w) || strong && i == last || l.IsGiven(w) || l.familyIn(w) != 0
}

// native reports whether words are a name that is never turned round, of a language
// whose short syllables are words of others too.
func (l *Lexicon) native(words []string) bool {
	if l.all(words, burmese) {
		return true
	}
	last := words[len(words)-1]
	common := l.isCommon(words[0]) && (len(words) > 2 || !twoSyllables(fold(last))) // Song Qingling
	return l.familyFirst(words) && (!common && !l.isCommon(last) || strings.Contains(last, "-"))
}

// epithet reports whether of or the stands in a name: behind a given name alone, as
// in Joan of Arc and Ivan the Terrible.
func (l *Lexicon) epithet(words []string, i int) bool {
	return i == 1 && (l.IsGiven(words[0]) || words[i] == "the") && !l.isWeak(words[0]) && len(words) <= 4 || i == 2 && isNumeral(words[1])
}

// isNameWord reports whether a word has the form of a part of a name.
func isNameWord(word string, edge bool) bool {
	if strings.ContainsAny(word, "0123456789()!?&+/:;,\"“”") || isPlural(word) || strings.HasSuffix(word, "s’") {
		return false
	}
	switch word {
	case "y", "i", "e", "of", "the", "wa", "bin", "ibn", "ben", "bint", "ap", "abu", "und":
		return !edge
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "'‘ʻ"))
	return unicode.IsUpper(r) || isArticle(word) && !edge || elided(word) > 0
}

// weigh is the chance of words that all may be parts of a name.
func (l *Lexicon) weigh(words []string) int {
	first, last := words[0], words[len(words)-1]
	given, weakly := l.IsGiven(first), l.isWeak(first)
	surname := l.familyIn(last) != 0 && !l.isCommon(last) || endsLikeSurname(last)
	chance := 30
	switch {
	case given && !weakly:
		chance += 45
	case given:
		chance += 32
	case l.IsGiven(last) && l.givenIn(last).has(hungarian) && l.familyIn(first).has(hungarian):
		chance += 40
	}
	if surname {
		chance += 30
	}
	if l.familyIn(last).has(english) && l.isCommon(last) && given && !weakly {
		chance += 10
	}
	if isInitial(first) && nameLike(last) || hasInitial(words) {
		chance += 50
	}
	if l.familyFirst(words) || l.patronymic(words) || l.mononymous(words) || first == "Ibn" || first == "Abu" {
		chance += 40
	}
	if isRank(last) {
		chance += 40
	}
	if isNumeral(last) && given && len(words) <= 3 {
		chance += 20
	}
	if weakly && isPlacing(words[1]) {
		chance -= 30 // Cruz del Eje
	}
	for i, w := range words[1:] {
		switch w {
		case "von", "van", "bin", "ibn", "y", "al", "i", "zu", "af", "ter":
			chance += 30
		case "de", "da", "di", "del", "della", "dos", "do", "du", "des", "la":
			if !given && i < len(words)-2 {
				chance -= 15 // as often an organization
			}
		}
		if l.IsGiven(w) && i < len(words)-2 && !l.isWeak(w) {
			chance += 10
		}
	}
	if weakly && !surname && isThings(last) {
		chance -= 10
	}
	if !given && len(words) > 2 && !isInitial(first) && !surname {
		chance -= 10
	}
	if !given && len(words) > 3 && !isInitial(first) {
		chance -= 20
	}
	return min(chance, 95)
}

// isPlacing tells the particles with an article that stand in Spanish names of places
// behind a word which is a given name too.
func isPlacing(word string) bool { return word == "del" || word == "do" }

func hasInitial(words []string) bool {
	for _, w := range words[1 : len(words)-1] {
		if isInitial(w) {
			return true
		}
	}
	return false
}
