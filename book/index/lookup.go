package index

// lookup finds the longest form that begins at a word, in time that does not depend
// on the number of forms: a trie over the stems of their words (Aho & Corasick 1975
// without failure links, since a form is tried at every word anyway).
type lookup struct {
	next map[uint64]int32 // state and stem to state; 0 is the root
	hits [][]hit          // of the forms that end in a state
}

// hit is a form of a term.
type hit struct {
	term *term
	form *form
}

// newLookup returns the forms of all terms.
func newLookup(terms []*term) *lookup {
	l := &lookup{next: make(map[uint64]int32, 4*len(terms)), hits: make([][]hit, 1, 2*len(terms)+1)}
	for _, t := range terms {
		for _, f := range t.forms {
			l.add(hit{t, f})
		}
	}
	return l
}

func (l *lookup) add(h hit) {
	state := int32(0)
	for _, s := range h.form.stems {
		key := edge(state, s)
		to, ok := l.next[key]
		if !ok {
			to = int32(len(l.hits))
			l.next[key] = to
			l.hits = append(l.hits, nil)
		}
		state = to
	}
	l.hits[state] = append(l.hits[state], h)
}

func edge(state int32, s stemID) uint64 { return uint64(state)<<32 | uint64(uint32(s)) }

// find returns the hit of the longest form at the beginning of the tokens that
// accept takes, and how many tokens it has; 0 if there is none.
func (l *lookup) find(tokens []token, words []word, accept func(h hit, n int) bool) (best hit, length int) {
	state := int32(0)
	for i := range tokens {
		if i > 0 && tokens[i].marks&parted != 0 && !endsInStop(words[tokens[i-1].word].text) && !inTitle(tokens[i-1:i+1]) {
			break
		}
		to, ok := l.next[edge(state, words[tokens[i].word].stem)]
		if !ok {
			break
		}
		state = to
		for _, h := range l.hits[state] {
			if h.form.fits(tokens[:i+1], words) && accept(h, i+1) {
				best, length = h, i+1
				break
			}
		}
	}
	return best, length
}

// inTitle reports whether only the colon before a subtitle, or a comma, parts two words.
func inTitle(tokens []token) bool {
	return tokens[0].marks&tokens[1].marks&italic != 0 && tokens[1].marks&(colon|comma) != 0
}

// fits reports whether the tokens have the capitals that the form needs. An
// abbreviation is no common word: IT is not it.
func (f *form) fits(tokens []token, words []word) bool {
	if f.italic && tokens[0].marks&italic == 0 {
		return false
	}
	for i, need := range f.capital {
		if i >= len(tokens) {
			break
		}
		w := &words[tokens[i].word]
		if need && (!w.capital || len(f.stems) == 1 && isAcronym(f.text) && !w.acronym) {
			return false
		}
	}
	return true
}
