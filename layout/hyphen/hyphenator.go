package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hyphenator divides the words of one language. It may be used by any number of
// goroutines at once.
type Hyphenator struct {
	lang     *language
	patterns *patterns
}

// New returns the hyphenator of a BCP 47 language, or of what remains of its tag
// after leaving out subtags from the end. ok is false if there are no patterns.
func New(lang string) (h *Hyphenator, ok bool) {
	l := lookUp(lang)
	if l == nil {
		return nil, false
	}
	return &Hyphenator{l, l.load()}, true
}

const softHyphen = "\u00AD"

// Points appends to dst the byte offsets at which word may be divided, ascending.
// Each is where the second part begins, or, in a word with soft hyphens, the place
// of one of those, which the caller drops. word may have quotation marks and the
// like at its ends. Points allocates only if dst is too short.
func (h *Hyphenator) Points(dst []int, word string) []int {
	if strings.Contains(word, softHyphen) {
		return softPoints(dst, word)
	}
	if !dividable(word) {
		return dst
	}
	var p part
	p.reset(false)
	given := len(dst)
	for at, r := range word {
		switch k := h.classify(r); k.class {
		case letter, apostrophe:
			p.add(k, at)
		case within:
		case hyphen:
			dst = h.divide(dst, &p, true)
			p.reset(true)
		case outside:
			dst = h.divide(dst, &p, false)
			p.reset(false)
		default:
			return dst[:given]
		}
	}
	return h.divide(dst, &p, false)
}

// softPoints appends the offsets of the soft hyphens inside word, of several in a
// row the first.
func softPoints(dst []int, word string) []int {
	last := 0 // end of the last thing that is not a soft hyphen
	for at, r := range word {
		if string(r) == softHyphen {
			continue
		}
		if at > last && last > 0 {
			dst = append(dst, last)
		}
		last = at + utf8.RuneLen(r)
	}
	return dst
}

// dividable reports whether word has neither digits nor, between other characters,
// any of those that make it an address, a file name or an abbreviation.
func dividable(word string) bool {
	core := strings.TrimFunc(word, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) })
	for _, r := range core {
		if r < utf8.RuneSelf {
			if '0' <= r && r <= '9' || strings.ContainsRune(`./\@:_=&+%#~?`, r) {
				return false
			}
		} else if unicode.IsNumber(r) {
			return false
		}
	}
	return true
}

// fewestBesideHyphen is how many letters stand at least between a division and a
// hyphen that the word has anyway; fewestCapitals how many an all-capital word has
// at least to be divided.
const (
	fewestBesideHyphen = 5
	fewestCapitals     = 7
)

// divide appends the points of the part p of a word, which a hyphen follows or not.
func (h *Hyphenator) divide(dst []int, p *part, hyphenAfter bool) []int {
	left, right := h.lang.left, h.lang.right
	if p.joined {
		left = max(left, fewestBesideHyphen)
	}
	if hyphenAfter {
		right = max(right, fewestBesideHyphen)
	}
	if p.long || p.letters < left+right || p.letters == p.capitals && p.letters < fewestCapitals {
		return dst
	}
	levels := h.levels(p)
	before, after := 0, p.letters // letters since the last apostrophe, and to the end
	for i := 1; i < p.size; i++ {
		if p.strokes[i] {
			before = 0
			continue
		}
		if levels[i]&1 == 1 && before >= left && after >= right {
			dst = append(dst, p.offsets[i])
		}
		before++
		after--
	}
	return dst
}

// levels returns the level of the place before each letter of p; at those that are
// odd the part may be divided.
func (h *Hyphenator) levels(p *part) []byte {
	codes := p.close()
	if levels, ok := h.patterns.exceptions[string(codes)]; ok {
		return levels
	}
	levels := p.levels[:len(codes)+1]
	clear(levels)
	h.patterns.trie.raise(levels, codes)
	return levels
}
