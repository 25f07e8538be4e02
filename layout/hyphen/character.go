package hyphen

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// class says what a character is to the division of its word.
type class uint8

const (
	letter     class = iota // of the language
	apostrophe              // that the patterns know
	within                  // belongs to the letter before: a combining mark, a joiner
	hyphen                  // joins two words
	outside                 // ends a word: punctuation, an apostrophe strange to the patterns
	foreign                 // letter of another script
)

// character is what Points knows of one character.
type character struct {
	code    byte
	class   class
	capital bool
}

// classify says what r is to the language.
func (h *Hyphenator) classify(r rune) character {
	if r < utf8.RuneSelf && 'a' <= r && r <= 'z' {
		if code := h.patterns.ascii[r]; code > 0 {
			return character{code: code - 1}
		}
	}
	switch {
	case unicode.IsLetter(r):
		small := h.lang.lower(r)
		if code, ok := h.code(small); ok {
			return character{code: code, capital: small != r}
		}
		return character{class: foreign}
	case r == '\'' || r == '’' || r == 'ʼ':
		if code, ok := h.patterns.codes['\'']; ok {
			return character{code: code, class: apostrophe}
		}
		return character{class: outside}
	case r == '-' || r == '‐' || r == '‑':
		return character{class: hyphen}
	case unicode.IsMark(r) || r == '\u200C' || r == '\u200D' || r == '\u2060':
		return character{class: within}
	}
	return character{class: outside}
}

// code returns the code of a small letter, or of the letter that it is without its
// marks.
func (h *Hyphenator) code(r rune) (byte, bool) {
	if code, ok := h.patterns.codes[r]; ok {
		return code, true
	}
	var bytes [utf8.UTFMax]byte
	n := utf8.EncodeRune(bytes[:], r)
	if d := norm.NFD.Properties(bytes[:n]).Decomposition(); len(d) > 0 {
		r, _ = utf8.DecodeRune(d)
	}
	switch r {
	case 'ł':
		r = 'l'
	case 'ø':
		r = 'o'
	case 'đ':
		r = 'd'
	case 'ı':
		r = 'i'
	}
	code, ok := h.patterns.codes[r]
	return code, ok
}
