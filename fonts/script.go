package fonts

import (
	"unicode"

	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/norm"

	"publish/fonts/bidi"
)

// item is a stretch of characters that is shaped at once: of one face, script
// and embedding level. start and end are indices into worker.chars.
type item struct {
	start, end int
	face       *Face
	script     language.Script
	level      bidi.Level
}

// char is one character to be shaped.
type char struct {
	at     int32 // byte offset in the text
	face   *Face
	script language.Script
	level  bidi.Level
}

// vanishes reports whether r shows nothing and has no say in how its neighbours
// are shaped: soft hyphen, zero-width space, word joiner, byte order mark and
// control characters other than the white ones. Joiners and variation selectors
// do have a say and are left to HarfBuzz.
func vanishes(r rune) bool {
	switch r {
	case 0xAD, 0x200B, 0x2060, 0xFEFF:
		return true
	case '\t', '\n', '\v', '\f', '\r', 0x85:
		return false
	}
	return r < 0x20 || 0x7F <= r && r < 0xA0
}

// asSpace returns the space for white control characters and for the line and
// paragraph separators, r itself otherwise.
func asSpace(r rune) rune {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return ' '
	}
	return r
}

// adapts reports whether r can be drawn by any face: HarfBuzz makes a space of
// the right width from the face's own space, and hides what is ignorable.
func adapts(r rune) bool {
	switch {
	case r == ' ', r == 0xA0, 0x2000 <= r && r <= 0x200F, r == 0x202F, r == 0x205F, r == 0x3000:
		return true
	case r == 0x2011: // drawn as U+2010 where it is missing
		return true
	case 0x202A <= r && r <= 0x202E, 0x2061 <= r && r <= 0x206F:
		return true
	case 0xFE00 <= r && r <= 0xFE0F, 0xE0100 <= r && r <= 0xE01EF, r == 0x34F, r == 0x61C:
		return true
	}
	return false
}

// extends reports whether r belongs to the character before it: a combining mark
// or a joiner (the part of UAX #29 GB9 that matters for choosing a face).
func extends(r rune) bool {
	return r >= 0x300 && (unicode.Is(unicode.M, r) || r == 0x200C || r == 0x200D)
}

// chooseFaces gives each character a face: base and marks together the first
// that has them all.
func (w *worker) chooseFaces(style Style) {
	search, known := w.family.search[style], &w.known[style]
	for i := 0; i < len(w.runes); {
		j := i + 1
		for j < len(w.runes) && extends(w.runes[j]) {
			j++
		}
		if j == i+1 && known.has(search[0], w.runes[i]) {
			w.chars[i].face = search[0]
		} else {
			w.chooseFace(search, i, j)
		}
		i = j
	}
}

// knownChars remembers which of the commonest characters a face has. Looking
// them up in the font each time took a fifth of the time of shaping.
type knownChars struct {
	asked, found [knownLimit / 64]uint64
}

// knownLimit is above Latin, Greek, Cyrillic and general punctuation.
const knownLimit = 0x2100

// has reports whether face has a glyph for r that needs no further thought. It
// must always be asked about the same face.
func (k *knownChars) has(face *Face, r rune) bool {
	if r >= knownLimit || adapts(r) {
		return false
	}
	word, bit := r/64, uint64(1)<<(r%64)
	if k.asked[word]&bit == 0 {
		k.asked[word] |= bit
		if face.Has(r) {
			k.found[word] |= bit
		}
	}
	return k.found[word]&bit != 0
}

// chooseFace gives the characters i to j, a base and its marks, their face.
func (w *worker) chooseFace(search []*Face, i, j int) {
	if j == i+1 && adapts(w.runes[i]) {
		w.chars[i].face = search[0]
		if i > 0 {
			w.chars[i].face = w.chars[i-1].face
		}
		return
	}
	if face := coveringFace(search, w.runes[i:j]); face != nil {
		for k := i; k < j; k++ {
			w.chars[k].face = face
		}
		return
	}
	for k := i; k < j; k++ {
		w.chooseAlone(search, k)
	}
}

// chooseAlone gives the character k a face without regard to its neighbours, and
// puts a visible substitute in its place if there is none.
func (w *worker) chooseAlone(search []*Face, k int) {
	if face := coveringFace(search, w.runes[k:k+1]); face != nil {
		w.chars[k].face = face
		return
	}
	w.chars[k].face = search[0]
	w.missing = append(w.missing, missing{k, w.runes[k]})
	for _, substitute := range []rune{0x25A1, 0xFFFD} { // white square, replacement character
		if face := coveringFace(search, []rune{substitute}); face != nil {
			w.chars[k].face, w.runes[k] = face, substitute
			return
		}
	}
	// The text face draws its glyph 0.
}

// missing is a character that no face has.
type missing struct {
	index int
	char  rune
}

// coveringFace returns the first face that can draw all of chars, nil if none.
func coveringFace(search []*Face, chars []rune) *Face {
	for _, face := range search {
		if covers(face, chars) {
			return face
		}
	}
	return nil
}

// covers reports whether the face can draw chars as they are, or composed, or
// taken apart; HarfBuzz goes from one of these forms to another.
func covers(face *Face, chars []rune) bool {
	if hasAll(face, chars) {
		return true
	}
	if len(chars) == 1 && chars[0] < 0xC0 {
		return false
	}
	text := string(chars)
	return hasAll(face, []rune(norm.NFC.String(text))) || hasAll(face, []rune(norm.NFD.String(text)))
}

func hasAll(face *Face, chars []rune) bool {
	for _, r := range chars {
		if !adapts(r) && (!face.Has(r) || face.leaves != nil && unicode.Is(face.leaves, r)) {
			return false
		}
	}
	return true
}

// chooseScripts gives each character its script. Characters common to several
// scripts take that of the letters before them, at the start of the text that of
// the letters after them, and without letters Latin (UAX #24, section 5.1).
func (w *worker) chooseScripts() {
	current := language.Script(0)
	for i, r := range w.runes {
		if s := language.LookupScript(r); s.Strong() && s != language.Unknown {
			if current == 0 {
				for k := range i {
					w.chars[k].script = s
				}
			}
			current = s
		}
		w.chars[i].script = current
	}
	if current == 0 {
		for i := range w.chars {
			w.chars[i].script = language.Latin
		}
	}
}

// itemize cuts the characters into items, in logical order.
func (w *worker) itemize() {
	w.items = w.items[:0]
	for i := range w.chars {
		c := &w.chars[i]
		if n := len(w.items); n > 0 {
			last := &w.items[n-1]
			if last.face == c.face && last.script == c.script && last.level == c.level {
				last.end = i + 1
				continue
			}
		}
		w.items = append(w.items, item{i, i + 1, c.face, c.script, c.level})
	}
}
