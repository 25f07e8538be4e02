package notes

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed words.txt
var wordLists string

// words are the lists of words.txt by their headings, in lower case without accents.
type words map[string]map[string]bool

func readWords() words {
	w := words{}
	var set map[string]bool
	for l := range strings.Lines(wordLists) {
		l = strings.TrimSpace(l)
		switch {
		case l == "" || strings.HasPrefix(l, "#"):
		case strings.HasPrefix(l, "= "):
			set = map[string]bool{}
			w[l[2:]] = set
		default:
			for item := range strings.SplitSeq(l, ",") {
				set[fold(strings.TrimSpace(item))] = true
			}
		}
	}
	return w
}

// has reports whether a list holds a word; a full stop behind it does not count.
func (w words) has(list, word string) bool {
	return w[list][strings.TrimRight(fold(word), ".")]
}

// leading returns the length of the longest item of a list with which s begins, 0 for
// none. What follows must not go on with a word.
func (w words) leading(list, s string) int {
	longest := 0
	for item := range w[list] {
		if n := prefix(s, item); n > longest {
			longest = n
		}
	}
	return longest
}

// prefix returns the length of the beginning of s that reads as item, whatever its
// case, its blanks and its accents; 0 if it does not.
func prefix(s, item string) int {
	i := 0
	for item != "" {
		if item[0] == ' ' { // "op.cit." is read as "op. cit."
			if r, size := utf8.DecodeRuneInString(s[i:]); r == ' ' || r == '\u00a0' {
				i += size
			}
			item = item[1:]
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		rest, ok := strings.CutPrefix(item, fold(string(r)))
		if !ok || i >= len(s) {
			return 0
		}
		item = rest
		i += size
	}
	if next, _ := utf8.DecodeRuneInString(s[i:]); i < len(s) && isWordRune(next) && isWordRune(previous(s, i)) {
		return 0
	}
	return i
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// fold returns words in lower case without accents.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// fieldsOf returns the words of a text, folded, without punctuation. An apostrophe
// stands for nothing, an ampersand for "and".
func fieldsOf(s string) []string {
	s = strings.NewReplacer("'", "", "’", "", "ʼ", "", "&", " and ").Replace(fold(s))
	return strings.FieldsFunc(s, func(r rune) bool { return !isWordRune(r) })
}

// joined returns the letters of a name, folded, so that "LeGuin" and "Le Guin" are
// the same.
func joined(s string) string { return strings.Join(fieldsOf(s), "") }
