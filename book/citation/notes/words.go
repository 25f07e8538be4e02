package notes

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed words.txt
var wordLists string

// words are the lists of words.txt by their headings, in lower case without accents.
type words struct {
	sets  map[string]map[string]bool
	heads map[string]map[rune][]string // the items of a list by their first letters
}

func readWords() words {
	w := words{map[string]map[string]bool{}, map[string]map[rune][]string{}}
	list := ""
	for l := range strings.Lines(wordLists) {
		l = strings.TrimSpace(l)
		switch {
		case l == "" || strings.HasPrefix(l, "#"):
		case strings.HasPrefix(l, "= "):
			list = l[2:]
			w.sets[list], w.heads[list] = map[string]bool{}, map[rune][]string{}
		default:
			for item := range strings.SplitSeq(l, ",") {
				w.sets[list][fold(strings.TrimSpace(item))] = true
			}
		}
	}
	for list, set := range w.sets {
		for _, item := range slices.Sorted(maps.Keys(set)) {
			first, _ := utf8.DecodeRuneInString(item)
			w.heads[list][first] = append(w.heads[list][first], item)
		}
	}
	return w
}

// has reports whether a list holds a word; a full stop behind it does not count.
func (w words) has(list, word string) bool {
	return w.sets[list][strings.TrimRight(fold(word), ".")]
}

// leading returns the length of the longest item of a list with which s begins, 0 for
// none. What follows must not go on with a word.
func (w words) leading(list, s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	if r < utf8.RuneSelf {
		r = unicode.ToLower(r)
	} else {
		r, _ = utf8.DecodeRuneInString(fold(string(r)))
	}
	longest := 0
	for _, item := range w.heads[list][r] {
		longest = max(longest, prefix(s, item))
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
