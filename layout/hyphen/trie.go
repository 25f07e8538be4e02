package hyphen

import (
	"bytes"
	"math/bits"
	"slices"
)

// trie holds the patterns of a language. Letters are codes below 64, so that the
// children of a node are a set of bits and stand together in the order of their
// codes: a node of 16 bytes for each distinct beginning of a pattern.
type trie struct {
	nodes  []trieNode
	levels []byte // the levels of all distinct patterns, each after its length
}

type trieNode struct {
	children uint64 // codes that have a child
	first    int32  // index of the child of the lowest code
	levels   int32  // where the pattern that ends here has its levels; 0 for none
}

// pattern is a pattern in parts: ".hy3p" has the letters ". h y p" and the levels
// 0 0 0 3, for the places before each letter; those at the end that are 0 are left
// out.
type pattern struct {
	letters []byte
	levels  []byte
}

// newTrie puts patterns, which it sorts, into a trie.
func newTrie(list []pattern) *trie {
	slices.SortFunc(list, func(a, b pattern) int { return bytes.Compare(a.letters, b.letters) })
	t := &trie{nodes: make([]trieNode, 1, 4*len(list)), levels: []byte{0}}
	places := map[string]int32{}
	type span struct{ low, high, depth int } // patterns that share the node's beginning
	spans := []span{{0, len(list), 0}}
	for n := 0; n < len(t.nodes); n++ {
		s := spans[n]
		for s.low < s.high && len(list[s.low].letters) == s.depth {
			t.nodes[n].levels = t.place(list[s.low].levels, places)
			s.low++
		}
		t.nodes[n].first = int32(len(t.nodes))
		for low := s.low; low < s.high; {
			code := list[low].letters[s.depth]
			high := low + 1
			for high < s.high && list[high].letters[s.depth] == code {
				high++
			}
			t.nodes[n].children |= 1 << code
			t.nodes = append(t.nodes, trieNode{})
			spans = append(spans, span{low, high, s.depth + 1})
			low = high
		}
	}
	return t
}

// place returns where levels stand in t.levels, and appends them if they do not.
func (t *trie) place(levels []byte, places map[string]int32) int32 {
	at, ok := places[string(levels)]
	if !ok {
		at = int32(len(t.levels))
		places[string(levels)] = at
		t.levels = append(append(t.levels, byte(len(levels))), levels...)
	}
	return at
}

// raise lifts levels[i], the level of the place before letters[i], to the highest
// that any pattern found in letters has for it (Liang 1983, p. 26).
func (t *trie) raise(levels, letters []byte) {
	for start := range letters {
		n := &t.nodes[0]
		for _, code := range letters[start:] {
			bit := uint64(1) << code
			if n.children&bit == 0 {
				break
			}
			n = &t.nodes[int(n.first)+bits.OnesCount64(n.children&(bit-1))]
			if n.levels != 0 {
				size := int(t.levels[n.levels])
				for i, level := range t.levels[n.levels+1:][:size] {
					levels[start+i] = max(levels[start+i], level)
				}
			}
		}
	}
}
