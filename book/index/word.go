package index

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordID and stemID number the words and the stems of one book from 0.
type (
	wordID int32
	stemID int32
)

// word is a form that occurs in the book.
type word struct {
	text       string
	stem       stemID
	class      class
	capital    bool // begins with a capital
	acronym    bool // two capitals or more and no small letter but a plural's s
	number     bool
	possessive bool
}

// stem is what the forms of one noun have in common, with how often they stand
// inside sentences where a capital means something.
type stem struct {
	text         string
	class        class
	lower, upper int32 // in mid-sentence, small and with a capital
	plural       int32 // of lower, with the ending of the plural
}

// lexicon numbers the words of a book.
type lexicon struct {
	vocabulary *vocabulary
	words      []word
	stems      []stem
	byText     map[string]wordID
	byStem     map[string]stemID
}

func newLexicon() *lexicon {
	return &lexicon{vocabulary: newVocabulary(), byText: make(map[string]wordID, 1<<13), byStem: make(map[string]stemID, 1<<13)}
}

// word returns the number of a word.
func (l *lexicon) word(text string) wordID {
	if id, ok := l.byText[text]; ok {
		return id
	}
	id := wordID(len(l.words))
	text = strings.Clone(text)
	first, _ := utf8.DecodeRuneInString(text)
	lower := strings.ToLower(text)
	l.words = append(l.words, word{
		text: text, stem: l.stem(stemOf(text)), class: l.vocabulary.of(strings.TrimRight(lower, ".")),
		capital: unicode.IsUpper(first) || unicode.IsTitle(first), acronym: isAcronym(text), number: unicode.IsDigit(first),
		possessive: isPossessive(text),
	})
	l.byText[text] = id
	return id
}

func (l *lexicon) stem(text string) stemID {
	if id, ok := l.byStem[text]; ok {
		return id
	}
	id := stemID(len(l.stems))
	l.stems = append(l.stems, stem{text: text, class: l.vocabulary.of(text)})
	l.byStem[text] = id
	return id
}

// stemsOf returns the stems of the words of a phrase.
func (l *lexicon) stemsOf(phrase string) []stemID {
	var out []stemID
	for _, w := range wordsOf(phrase) {
		out = append(out, l.words[l.word(w)].stem)
	}
	return out
}

// isProper reports whether the text writes a stem with a capital as a rule. One
// that never stands in mid-sentence is a name unless general English has it.
func (l *lexicon) isProper(s stemID) bool {
	st := &l.stems[s]
	if st.upper+st.lower == 0 {
		return !st.class.has(isGeneral | isKind | isBroad)
	}
	return st.upper > st.lower
}

// wordsOf parts a phrase into words as the text is parted.
func wordsOf(phrase string) []string {
	var out []string
	for i := 0; i < len(phrase); {
		r, size := utf8.DecodeRuneInString(phrase[i:])
		if !isWordRune(r) {
			i += size
			continue
		}
		end := wordEnd(phrase, i)
		out = append(out, phrase[i:end])
		i = end
	}
	return out
}

// stemsText is the stems of a phrase as one string, which two phrases share that
// differ in case, number or hyphens alone.
func stemsText(phrase string) string {
	words := wordsOf(phrase)
	for i, w := range words {
		words[i] = stemOf(w)
	}
	return strings.Join(words, " ")
}

// isScience tells names of sciences and arts that look like plurals: economics.
func isScience(word string) bool {
	for _, end := range [...]string{"nomics", "litics", "ethics", "hysics", "matics", "istics", "netics", "thetics", "nautics"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordEnd returns the end of the word at i. Apostrophes inside belong to it, and so
// do that behind a plural's s, the stop behind an initial, and stops and commas
// inside a number.
func wordEnd(s string, i int) int {
	begin := i
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if isWordRune(r) || unicode.Is(unicode.Mn, r) {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[min(i+size, len(s)):])
		switch {
		case (r == '\'' || r == '’') && isWordRune(next) && next != utf8.RuneError:
			i += size
			continue
		case (r == '\'' || r == '’') && s[i-1] == 's' && i-begin > 1:
			return i + size
		case (r == '.' || r == ',') && isDigit(s[begin]) && i+size < len(s) && isDigit(s[i+size]):
			i += size
			continue
		case r == '.' && isTitleShort(s[begin:i]):
			return i + size
		case r == '.' && endsInInitial(s[begin:i]):
			i += size
			if i < len(s) && unicode.IsUpper(rune(s[i])) {
				continue // U.S.
			}
		}
		break
	}
	return i
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// endsInInitial reports whether a word so far is an initial, or several with stops
// between them.
func endsInInitial(s string) bool {
	if i := strings.LastIndexByte(s, '.'); i >= 0 {
		s = s[i+1:]
	}
	first, size := utf8.DecodeRuneInString(s)
	return size == len(s) && unicode.IsUpper(first)
}

// isTitleShort reports whether a word is a short form that stands in names before
// another word: St. Petersburg.
func isTitleShort(word string) bool {
	switch word {
	case "St", "Ste", "Mt", "Dr", "Mr", "Mrs", "Ms", "Prof", "Gen", "Col", "Lt", "Capt", "Sgt", "Rev", "Hon", "Jr", "Sr":
		return true
	}
	return false
}

func isPossessive(word string) bool {
	return strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "s'") || strings.HasSuffix(word, "s’")
}

// stemOf returns a word in the form in which its singular, plural and possessive
// are one.
func stemOf(word string) string {
	s := strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	s = strings.TrimSuffix(s, "'s")
	s = strings.TrimRight(s, "'.")
	switch s {
	case "men", "women", "people", "children", "series", "species", "news":
		return s
	case "st", "ste":
		return "saint"
	}
	n := len(s)
	if n <= 3 {
		if n == 3 && s[2] == 's' && isAcronym(word) {
			return s[:2] // SRs
		}
		return s
	}
	if s[n-1] != 's' {
		return s
	}
	switch s[n-2] {
	case 's', 'u', 'i', '\'':
		return s
	}
	if isScience(s) {
		return s
	}
	switch {
	case strings.HasSuffix(s, "ies") && n > 5:
		return s[:n-3] + "y"
	case strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"), strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "xes"):
		return s[:n-2]
	}
	return s[:n-1]
}

// isAcronym tells words of capitals: two or more, with at most the s of a plural or
// possessive in small.
func isAcronym(word string) bool {
	word = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(word, "’", "'"), "'s"), "s")
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}
