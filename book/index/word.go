package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// token is a word of a running text. Node and offset say where it begins.
type token struct {
	stem   string // in lower case, without the ending of a plural or possessive
	word   string
	node   int32 // index of the Text node in its paragraph
	offset int32 // in bytes
	start  bool  // it begins a sentence
	gap    bool  // more than a blank parts it from the word before
}

// tokenizer parts paragraphs into words, reusing its store.
type tokenizer struct {
	tokens []token
	nodes  []*book.Text
	stems  map[string]string // of the words met so far
}

// paragraph returns the words of one paragraph.
func (t *tokenizer) paragraph(inlines []book.Inline) []token {
	t.tokens, t.nodes = t.tokens[:0], t.nodes[:0]
	start, gap := true, true
	book.WalkInlines(inlines, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.Text:
			t.nodes = append(t.nodes, in)
			start, gap = t.words(in.Value, start, gap)
		case *book.CodeSpan, *book.Image, *book.LineBreak:
			gap = true
		case *book.Link:
			if in.Bare {
				gap = true
				return false
			}
		}
		return true
	})
	return t.tokens
}

// words appends the words of one node. Start and gap pass from node to node.
func (t *tokenizer) words(s string, start, gap bool) (bool, bool) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			switch {
			case r == '.' || r == '!' || r == '?' || r == ':' || r == '“' || r == '"':
				start, gap = true, true
			case r != ' ' && r != '\u00a0' && r != '-' && r != '’' && r != '\'':
				gap = true
			}
			i += size
			continue
		}
		end := wordEnd(s, i)
		if word := s[i:end]; len(word) > 1 || size == len(word) {
			t.tokens = append(t.tokens, token{t.stem(word), word, int32(len(t.nodes) - 1), int32(i), start, gap})
		}
		start, gap = false, false
		i = end
	}
	return start, gap
}

// wordEnd returns the end of the word at i. Apostrophes and hyphens inside belong
// to it, and so does the stop behind an initial.
func wordEnd(s string, i int) int {
	begin := i
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			i += size
			continue
		}
		if r == '\'' || r == '’' || r == '-' {
			next, _ := utf8.DecodeRuneInString(s[i+size:])
			if unicode.IsLetter(next) || unicode.IsDigit(next) {
				i += size
				continue
			}
		}
		if first, n := utf8.DecodeRuneInString(s[begin:]); r == '.' && i == begin+n && unicode.IsUpper(first) {
			i += size
		}
		break
	}
	return i
}

func (t *tokenizer) stem(word string) string {
	if s, ok := t.stems[word]; ok {
		return s
	}
	s := stem(word)
	t.stems[word] = s
	return s
}

// stem returns a word in the form in which its singular, plural and possessive are
// one.
func stem(word string) string {
	s := strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	if before, ok := strings.CutSuffix(s, "'s"); ok {
		s = before
	}
	s = strings.TrimRight(s, "'.")
	if n := len(s); n > 3 && s[n-1] == 's' {
		switch s[n-2] {
		case 's', 'u', 'i', '\'':
		default:
			if strings.HasSuffix(s, "ies") && n > 5 {
				return s[:n-3] + "y"
			}
			if strings.HasSuffix(s, "ches") || strings.HasSuffix(s, "shes") || strings.HasSuffix(s, "sses") || strings.HasSuffix(s, "xes") {
				return s[:n-2]
			}
			return s[:n-1]
		}
	}
	return s
}

// stems returns the stems of the words of a phrase.
func stems(phrase string) []string {
	t := tokenizer{stems: map[string]string{}}
	t.words(phrase, true, true)
	var out []string
	for _, tok := range t.tokens {
		out = append(out, tok.stem)
	}
	return out
}
