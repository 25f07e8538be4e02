package hyphen

// part is a stretch of letters of a word, with the edges that the patterns want.
// All slices run alike: entry 0 is the edge before the letters.
type part struct {
	codes   []byte
	marks   []bool // is an apostrophe
	offsets []int  // of the letter in the word
	levels  []byte // of the place before the letter, one more for the end

	letters, capitals int // apostrophes do not count
	hyphenBefore      bool
}

// roomy is the length up to which a part stays on the stack.
const roomy = 40

// reset empties p for the letters that follow.
func (p *part) reset(hyphenBefore bool) {
	p.codes = append(p.codes[:0], edge)
	p.marks = append(p.marks[:0], false)
	p.offsets = append(p.offsets[:0], 0)
	p.levels = p.levels[:0]
	p.letters, p.capitals, p.hyphenBefore = 0, 0, hyphenBefore
}

// add appends a letter or an apostrophe.
func (p *part) add(k character, at int) {
	p.codes = append(p.codes, k.code)
	p.marks = append(p.marks, k.class == apostrophe)
	p.offsets = append(p.offsets, at)
	if k.class == letter {
		p.letters++
	}
	if k.capital {
		p.capitals++
	}
}

// close appends the edge after the letters.
func (p *part) close() { p.codes = append(p.codes, edge) }
