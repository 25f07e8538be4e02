package hyphen

import (
	"strings"
	"unicode/utf8"
)

// edge is the code of the point that marks the beginning and the end of a word in
// patterns; letters follow it in the order in which the patterns bring them.
const edge = 0

// mostCodes is how many letters a trie can tell apart.
const mostCodes = 64

// patterns is all that a language knows of its words.
type patterns struct {
	codes      map[rune]byte
	ascii      [utf8.RuneSelf]byte // codes again, plus 1; 0 for none
	trie       *trie
	exceptions map[string][]byte // codes of a word to the levels of its places
}

// readPatterns reads the patterns and exceptions of a language.
func readPatterns(file string) *patterns {
	p := &patterns{codes: map[rune]byte{'.': edge}, exceptions: map[string][]byte{}}
	text := read(file + ".pat")
	list := make([]pattern, 0, strings.Count(text, "\n")+1)
	store := make([]byte, 0, 2*len(text)) // letters and levels of all patterns
	for line := range strings.Lines(text) {
		var one pattern
		one, store = p.parse(strings.TrimSpace(line), store)
		if len(one.letters) > 0 {
			list = append(list, one)
		}
	}
	p.trie = newTrie(list)
	for word := range strings.FieldsSeq(read(file+".hyp") + "\n" + read(file+".more")) {
		p.except(word)
	}
	for r, code := range p.codes {
		if r < utf8.RuneSelf && r != '.' {
			p.ascii[r] = code + 1
		}
	}
	return p
}

// parse reads a pattern such as ".hy3p"; its parts are cut from store, which is
// returned longer.
func (p *patterns) parse(text string, store []byte) (pattern, []byte) {
	start := len(store)
	for _, r := range text {
		if r < '0' || r > '9' {
			store = append(store, p.learn(r))
		}
	}
	middle := len(store)
	level, used := byte(0), middle
	for _, r := range text {
		if r >= '0' && r <= '9' {
			level = byte(r - '0')
			continue
		}
		store = append(store, level)
		if level > 0 {
			used = len(store)
		}
		level = 0
	}
	if store = append(store, level); level > 0 {
		used = len(store)
	}
	return pattern{store[start:middle:middle], store[middle:used:used]}, store[:used]
}

// learn returns the code of a letter, a new one if it has none.
func (p *patterns) learn(r rune) byte {
	code, ok := p.codes[r]
	if !ok {
		if len(p.codes) == mostCodes {
			panic("hyphen: more letters than a trie can tell apart")
		}
		code = byte(len(p.codes))
		p.codes[r] = code
	}
	return code
}

// except enters a word that is divided only where it has hyphens.
func (p *patterns) except(word string) {
	key, levels := []byte{edge}, []byte{0, 0}
	for _, r := range word {
		if r == '-' {
			levels[len(levels)-1] = 1
			continue
		}
		key = append(key, p.learn(r))
		levels = append(levels, 0)
	}
	p.exceptions[string(append(key, edge))] = append(levels, 0)
}
