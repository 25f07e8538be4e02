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
	in := l.familyIn(unaspirated(first))
	if l.twoPart(words) {
		return true
	}
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

// twoPart reports whether a name of two words ends with a given name as Chinese and
// Korean names are written that are not in pinyin: two syllables, the second behind a
// hyphen and small. Where the word in front is no name of the West, it is the family
// name, listed or not.
func (l *Lexicon) twoPart(words []string) bool {
	if len(words) != 2 {
		return false
	}
	first, second, ok := strings.Cut(unaspirated(fold(words[1])), "-")
	_, behind, _ := strings.Cut(words[1], "-")
	r, _ := utf8.DecodeRuneInString(behind)
	family := unaspirated(fold(words[0]))
	return ok && unicode.IsLower(r) && isSyllable(first) && isSyllable(second) && nameLike(words[0]) &&
		(isSyllable(family) || twoSyllables(family)) && (!l.IsGiven(words[0]) || l.familyIn(family).has(chinese|korean))
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
// name in front: the words are weighed as family names and as given names, by the
// lists and by their endings.
func (l *Lexicon) japaneseOrder(first, last string) bool {
	if !isJapanese(last) || !isJapanese(first) {
		return false
	}
	family, given := l.japaneseFamily(first), l.japaneseGiven(last)
	native, turned := family+given, l.japaneseGiven(first)+l.japaneseFamily(last)
	if l.IsGiven(first) && !l.givenIn(first).has(japanese) && family < 2 {
		return false
	}
	listed := family >= 2 || given >= 2 && l.givenIn(last).only(japanese)
	return (listed || family+given == 2) && (native > turned || native == turned && family >= 2)
}

// japaneseFamily weighs a word as a Japanese surname: 2 for a listed one, 1 for one
// that ends like most.
func (l *Lexicon) japaneseFamily(word string) int {
	if l.familyIn(word).has(japanese) {
		return 2
	}
	return ending(fold(word), "yama moto kawa gawa mura guchi saki zaki shima jima hashi bashi bayashi tani ishi uchi sawa zawa hara wara kura "+
		"naka oka mori buchi matsu numa hama tsuka zuka kubo nishi miya ike mizu waka")
}

// japaneseGiven is japaneseFamily for given names.
func (l *Lexicon) japaneseGiven(word string) int {
	if l.givenIn(word).has(japanese) {
		return 2
	}
	return ending(fold(word), "ko ro ichi kichi zo suke hiko hei taka yoshi nori hiro nobu mitsu masa shige kazu aki yuki tomo yasu nosuke emon hide michi ji")
}

// ending is 1 if a word of five letters or more has one of the endings.
func ending(word, endings string) int {
	if len(word) < 5 {
		return 0
	}
	for _, end := range strings.Fields(endings) {
		if strings.HasSuffix(word, end) && len(word) > len(end)+1 {
			return 1
		}
	}
	return 0
}
