package index

import (
	"unicode"
	"unicode/utf8"
)

// lookup finds the longest form that begins at a word, in time that does not
// depend on the number of forms: a trie over the stems of their words.
type lookup struct {
	next map[string]*lookup
	hits []*hit
}

// hit is a form of a term.
type hit struct {
	term    *term
	form    string
	capital []bool // words that must begin with a capital
	family  bool   // the surname alone
}

func (l *lookup) add(words []string, h *hit) {
	at := l
	for _, w := range words {
		if at.next == nil {
			at.next = map[string]*lookup{}
		}
		child := at.next[w]
		if child == nil {
			child = &lookup{}
			at.next[w] = child
		}
		at = child
	}
	at.hits = append(at.hits, h)
}

// newLookup returns the forms of all terms.
func newLookup(terms []*term) *lookup {
	root := &lookup{}
	for _, t := range terms {
		for _, form := range t.forms {
			words := stems(form)
			if len(words) > 0 {
				root.add(words, &hit{term: t, form: form, capital: capitals(form, len(words), t.person)})
			}
		}
		if t.family != "" {
			words := stems(t.family)
			capital := make([]bool, len(words))
			capital[len(words)-1] = true
			root.add(words, &hit{term: t, form: t.family, capital: capital, family: true})
		}
	}
	return root
}

// capitals tells which words of a form need a capital in the text. In names it is
// all that have one. In other titles the first has one by the wiki's rule, and the
// others only where the author meant it.
func capitals(form string, n int, person bool) []bool {
	t := tokenizer{stems: map[string]string{}}
	t.words(form, true, true)
	out := make([]bool, n)
	for i, tok := range t.tokens {
		first, _ := utf8.DecodeRuneInString(tok.word)
		out[i] = unicode.IsUpper(first) && (person || isAcronym(tok.word))
	}
	return out
}

func isAcronym(word string) bool {
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

// find returns the hits of the longest form at the beginning of the words, and how
// many words it has.
func (l *lookup) find(tokens []token, accept func(*hit) bool) (best *hit, length int) {
	at := l
	for i := range tokens {
		if i > 0 && tokens[i].gap {
			break
		}
		if at = at.next[tokens[i].stem]; at == nil {
			break
		}
		for _, h := range at.hits {
			if h.fits(tokens[:i+1]) && accept(h) {
				best, length = h, i+1
				break
			}
		}
	}
	return best, length
}

func (h *hit) fits(tokens []token) bool {
	for i, need := range h.capital {
		first, _ := utf8.DecodeRuneInString(tokens[i].word)
		if need && !unicode.IsUpper(first) {
			return false
		}
		if need && isAcronym(h.form) && !isAcronym(tokens[i].word) && len(h.capital) == 1 && !h.family {
			return false
		}
	}
	return true
}
