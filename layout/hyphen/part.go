package hyphen

// mostLetters is the greatest length of a part, so that one fits on the stack; what
// is longer is no word.
const mostLetters = 100

// part is a stretch of letters of a word between the edges that the patterns want.
// Entry 0 of each array is the edge before the letters.
type part struct {
	size     int                   // entries in use
	codes    [mostLetters + 2]byte // of the letters and edges
	strokes  [mostLetters + 2]bool // is an apostrophe
	offsets  [mostLetters + 2]int  // of the letter in the word
	levels   [mostLetters + 3]byte // of the place before the letter, and of the end
	letters  int                   // apostrophes do not count
	capitals int
	joined   bool // a hyphen stands before
	long     bool // there are more than mostLetters
}

// reset empties p for the letters that follow.
func (p *part) reset(joined bool) {
	p.codes[0], p.size = edge, 1
	p.letters, p.capitals = 0, 0
	p.joined, p.long = joined, false
}

// add appends a letter or an apostrophe.
func (p *part) add(k character, at int) {
	if p.size > mostLetters {
		p.long = true
		return
	}
	p.codes[p.size], p.offsets[p.size] = k.code, at
	p.strokes[p.size] = k.class == apostrophe
	p.size++
	if k.class == letter {
		p.letters++
	}
	if k.capital {
		p.capitals++
	}
}

// close adds the edge after the letters and returns the codes from edge to edge.
func (p *part) close() []byte {
	p.codes[p.size] = edge
	return p.codes[:p.size+1]
}
