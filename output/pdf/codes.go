package pdf

import "publish/fonts"

// lastCode is the greatest code of a font. gofpdf takes codes for characters of
// the BMP; its last ones are no characters.
const lastCode = 0xFFEF

// firstCode is the least code of a font: the word space, where the face has one.
const firstCode = 32

// codedFont is a face with codes for the glyphs that the document draws. Codes
// are two bytes and rise from 32 in the order of first use, so that the first
// byte of most is 0. Codes with a byte that would need an escape in a string are
// left out.
type codedFont struct {
	face     *fonts.Face
	index    int // in fontSet.fonts; the name of the resource is made of it
	hasSpace bool
	next     int // the next code
	byPair   map[pair]uint16

	codes  []uint16
	glyphs []uint16 // of each of codes
	texts  []string // that each of codes stands for

	file []byte // TrueType, made when all codes are known
}

// pair is a glyph and the text that it stands for. One glyph may have several
// texts: a small capital is drawn for a and for A.
type pair struct {
	glyph uint16
	text  string
}

// fontSet is the fonts of a document, in the order of first use. A face has a
// second font when the codes of the first are used up.
type fontSet struct {
	fonts  []*codedFont
	latest map[*fonts.Face]*codedFont
	runs   map[runKey]*codedRun
}

func newFontSet() *fontSet {
	return &fontSet{latest: map[*fonts.Face]*codedFont{}, runs: map[runKey]*codedRun{}}
}

// font returns the font of the face that has room for n more pairs.
func (s *fontSet) font(face *fonts.Face, n int) *codedFont {
	f := s.latest[face]
	if f == nil || !f.hasRoom(n) {
		f = newCodedFont(face, len(s.fonts))
		s.latest[face] = f
		s.fonts = append(s.fonts, f)
	}
	return f
}

func newCodedFont(face *fonts.Face, index int) *codedFont {
	f := &codedFont{face: face, index: index, byPair: map[pair]uint16{}, next: firstCode}
	space, ok := face.Glyph(' ')
	if ok {
		f.code(pair{space, " "})
	}
	f.hasSpace = ok
	return f
}

// hasRoom reports whether n new pairs surely fit, with the codes that are left
// out: 4 of each 256, and all 256 that begin with one of the 4.
func (f *codedFont) hasRoom(n int) bool { return f.next+n+n/32+2*256 <= lastCode }

// code returns the code of a pair, a new one if need be.
func (f *codedFont) code(p pair) uint16 {
	if c, ok := f.byPair[p]; ok {
		return c
	}
	for needsEscape(byte(f.next>>8)) || needsEscape(byte(f.next)) {
		f.next++
	}
	c := uint16(f.next)
	f.next++
	f.byPair[p] = c
	f.codes = append(f.codes, c)
	f.glyphs = append(f.glyphs, p.glyph)
	f.texts = append(f.texts, p.text)
	return c
}

// needsEscape reports whether c cannot stand for itself in a string.
func needsEscape(c byte) bool { return c == '(' || c == ')' || c == '\\' || c == '\r' }

// width returns the width of a glyph as the font dictionary states it, in
// thousandths of an em.
func (f *codedFont) width(glyph uint16) int64 { return f.milliEm(int64(f.face.GlyphAdvance(glyph))) }

// milliEm rounds design units to thousandths of an em.
func (f *codedFont) milliEm(units int64) int64 {
	return round(units*1000, int64(f.face.UnitsPerEm))
}

// spaceWidth is the width of the word space. Only a font with a space has one.
func (f *codedFont) spaceWidth() int64 { return f.width(f.glyphs[0]) }
