package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Name is a person's name in the parts by which it is sorted. Given is empty for a
// name that is never turned round: a mononym, or one that begins with the family
// name as it is.
type Name struct {
	Family string // "Ferrer i Guardia", "Mao Zedong"
	Given  string // with the particles that follow the given name: "Ludwig von"
	Suffix string // Jr., III
}

// Inverted returns the name as a list gives it: Family, Given, Suffix.
func (n Name) Inverted() string {
	s := n.Family
	if n.Given != "" {
		s += ", " + n.Given
	}
	if n.Suffix != "" {
		s += ", " + n.Suffix
	}
	return s
}

// Parse finds the parts of a name given in the order in which it is spoken. It
// takes for granted that the words are the name of a person.
func (l *Lexicon) Parse(name string) Name {
	words := strings.Fields(strings.ReplaceAll(name, "_", " "))
	var n Name
	if last := len(words) - 1; last > 0 && isSuffix(words[last]) {
		n.Suffix = words[last]
		words = words[:last]
		words[last-1] = strings.TrimSuffix(words[last-1], ",")
	}
	at := l.familyStart(words)
	n.Family = strings.Join(words[at:], " ")
	n.Given = strings.Join(words[:at], " ")
	if at > 0 && at < len(words) && fold(words[at]) == "bin" {
		n.Family = "B" + n.Family[1:] // the first word of a heading that begins a name
	}
	return n
}

func isSuffix(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Jr", "Sr", "Jnr", "Snr":
		return true
	}
	return false
}

// familyStart returns the index of the word that the family name begins with; 0
// when the name is not to be turned round.
func (l *Lexicon) familyStart(words []string) int {
	last := len(words) - 1
	if last < 1 || stays(words) || l.familyFirst(words) {
		return 0
	}
	if i := pairStart(words); i > 0 {
		return i
	}
	if i := l.particleStart(words); i > 0 {
		return i
	}
	if last >= 2 && isSaint(words[last-1]) {
		return last - 1
	}
	if last >= 2 && l.family["iberian"][fold(words[last-1])] && !l.english(words[:last-1]) {
		return last - 1
	}
	return last
}

func isSaint(word string) bool { return word == "St." || word == "St" || word == "Saint" }

// stays tells the names that no list turns round: kings with their numbers, names
// that end in a letter, epithets, and Mother Jones.
func stays(words []string) bool {
	last := words[len(words)-1]
	if utf8.RuneCountInString(strings.Trim(last, ".")) == 1 || isNumeral(last) {
		return true
	}
	switch words[0] {
	case "Mother", "Father", "Brother", "Sister", "King", "Queen", "Princess", "Pope", "Emperor":
		return len(words) == 2
	}
	for _, w := range words[1:] {
		if w == "of" || w == "the" {
			return true
		}
	}
	return false
}

func isNumeral(word string) bool {
	for _, r := range word {
		if !strings.ContainsRune("IVXLC", r) {
			return false
		}
	}
	return word != ""
}

// pairStart finds two family names joined by a word: Ferrer i Guardia, Ortega y
// Gasset.
func pairStart(words []string) int {
	for i := 2; i < len(words)-1; i++ {
		if words[i] == "y" || words[i] == "i" || words[i] == "e" {
			return i - 1
		}
	}
	return 0
}

// particleStart finds a family name with a particle before or inside it.
func (l *Lexicon) particleStart(words []string) int {
	for i := 1; i < len(words)-1; i++ {
		switch words[i] {
		case "De", "Le", "La", "Du", "Des", "Del", "Della", "Di", "Da", "Dal", "Van", "Von", "Ver", "Ten", "Ter", "Mac", "Mc", "Ben", "Bin", "El", "Al":
			return i // part of the name for whoever writes it with a capital
		case "al", "el", "bin", "ibn", "ben", "bint", "abu", "ap", "ab":
			return i
		case "du", "des":
			return i
		case "von", "van", "zu", "zur", "zum", "ten", "ter", "vom", "der", "den", "af", "av", "da", "do", "dos", "das", "di", "della", "dei", "degli":
			return l.northern(words, i)
		case "de", "del", "d'", "de'", "dels":
			return l.romance(words, i)
		}
	}
	return 0
}

// northern places German, Dutch, Portuguese and Italian particles: after the given
// name, but before the family name of those who bear it in English.
func (l *Lexicon) northern(words []string, i int) int {
	if l.english(words[:i]) {
		return i
	}
	return afterParticles(words, i)
}

// romance places de and its kin. Between two family names it joins them, as
// Spanish does. Otherwise French keeps an article with the family name and Spanish
// does not; both leave de behind the given name.
func (l *Lexicon) romance(words []string, i int) int {
	if l.anglicized(words[0]) {
		return i
	}
	spanish := words[i] == "del" || !l.french(words[0])
	if i >= 2 && spanish && !isParticle(words[i-1]) {
		return i - 1
	}
	if !spanish && i+2 < len(words) && (words[i+1] == "la" || words[i+1] == "La" || words[i+1] == "le") {
		return i + 1
	}
	return afterParticles(words, i)
}

func afterParticles(words []string, i int) int {
	for i < len(words)-1 && isParticle(words[i]) {
		i++
	}
	return i
}

func isParticle(word string) bool {
	switch strings.ToLower(word) {
	case "de", "del", "dels", "la", "las", "los", "le", "les", "el", "von", "van", "der", "den", "zu", "zur", "zum", "vom",
		"ten", "ter", "da", "do", "dos", "das", "di", "della", "dei", "degli", "af", "av", "d'", "de'":
		return true
	}
	return false
}

// english reports whether the first of the words is a given name of English alone,
// so that particles are part of the family name.
func (l *Lexicon) english(given []string) bool {
	switch fold(given[0]) {
	case "william", "henry", "john", "james", "george", "charles", "edward", "walter", "joseph", "martin", "thomas",
		"robert", "richard", "frank", "harry", "dick", "jack", "jim", "bill", "mary", "margaret", "dorothy", "andrew",
		"michael", "matthew", "stephen", "steven", "kevin", "brian", "mark", "rip", "gus", "jane", "susan", "nancy":
		return true
	}
	return false
}

// anglicized names those whose family name begins with de in English use.
func (l *Lexicon) anglicized(given string) bool {
	switch fold(given) {
	case "voltairine", "agnes", "eamon", "miriam", "brian", "gavin", "cecil":
		return true
	}
	return false
}

// french reports whether a given name is French rather than Spanish.
func (l *Lexicon) french(given string) bool {
	first, _, _ := strings.Cut(fold(given), "-")
	switch first {
	case "etienne", "henri", "jean", "jacques", "pierre", "louis", "charles", "francois", "guy", "simone", "alexis", "gerard",
		"honore", "michel", "philippe", "antoine", "joseph", "donatien", "marie", "anne", "olympe", "christine", "germaine",
		"madeleine", "guillaume", "georges", "bernard", "bertrand", "rene", "xavier", "yves", "paul", "alphonse", "gilles",
		"augustin", "maximilien", "camille", "claude", "sebastien", "victor", "bart", "ferdinand", "roger", "bernadette":
		return true
	}
	return false
}

// familyFirst reports whether a name has the family name in front as it stands, as
// Chinese, Korean, Vietnamese and Japanese names have.
func (l *Lexicon) familyFirst(words []string) bool {
	first := fold(words[0])
	if l.family["japanese"][first] && len(words) == 2 && isJapanese(words[1]) {
		return !l.given[first] || !l.family["japanese"][fold(words[1])]
	}
	for _, language := range []string{"chinese", "korean", "vietnamese"} {
		if !l.family[language][first] {
			continue
		}
		syllables := true
		for _, w := range words[1:] {
			syllables = syllables && isSyllables(w) && (language == "vietnamese" || !strings.ContainsAny(w, "vV"))
		}
		if syllables {
			return true
		}
	}
	return false
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
