package hyphen

import (
	"strings"
	"testing"
)

// slowLevels is Liang's algorithm as one would explain it: every pattern is looked
// for at every place. It returns the level of the place before each letter of word.
func slowLevels(patterns map[string][]int, word string) []int {
	letters := []rune("." + word + ".")
	levels := make([]int, len(letters)+1)
	for start := range letters {
		for end := start + 1; end <= len(letters); end++ {
			for i, level := range patterns[string(letters[start:end])] {
				levels[start+i] = max(levels[start+i], level)
			}
		}
	}
	return levels[1:]
}

func slowPatterns(file string) map[string][]int {
	list := map[string][]int{}
	for text := range strings.FieldsSeq(read(file + ".pat")) {
		var letters []rune
		levels := []int{0}
		for _, r := range text {
			if '0' <= r && r <= '9' {
				levels[len(levels)-1] = int(r - '0')
				continue
			}
			letters = append(letters, r)
			levels = append(levels, 0)
		}
		list[string(letters)] = levels
	}
	return list
}

// TestOracle holds the trie against a search without one, on words made of all the
// patterns of each language.
func TestOracle(t *testing.T) {
	for _, tag := range Languages() {
		h, slow := mustNew(t, tag), slowPatterns(mustNew(t, tag).lang.file)
		words := strings.Fields(read(h.lang.file + ".pat"))
		for i := 0; i+1 < len(words); i += 7 {
			word := strings.Map(func(r rune) rune {
				if r == '.' || '0' <= r && r <= '9' {
					return -1
				}
				return r
			}, words[i]+words[(i*31)%len(words)])
			codes := []byte{edge}
			for _, r := range word {
				codes = append(codes, h.patterns.codes[r])
			}
			codes = append(codes, edge)
			levels := make([]byte, len(codes)+1)
			h.patterns.trie.raise(levels, codes)
			for j, want := range slowLevels(slow, word)[:len(codes)-2] {
				if int(levels[j+1]) != want {
					t.Fatalf("%s: %s: level %d is %d, want %d", tag, word, j, levels[j+1], want)
				}
			}
		}
	}
}
