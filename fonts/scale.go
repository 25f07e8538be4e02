package fonts

import "github.com/go-text/typesetting/language"

// A face that stands in for that of the text is set in a size at which its letters are
// as large as those of the text to the eye: faces fill their em very differently, the
// small letters of EB Garamond two fifths of it, those of Noto Serif more than half.
// What is compared depends on the script:
//
//   - small letters, where a script has two cases (as font-size-adjust does, CSS Fonts
//     4 §5.3.1);
//   - letters of Hebrew, which have one height, and alef in Arabic with capitals;
//   - the square of Han, Kana and Hangul with the depth from ascenders to descenders.

// Scale is the size of a stand-in, in thousandths of that of the text, within these
// bounds: a face beyond them is made for something else than text.
const (
	naturalScale = 1000
	leastScale   = 600
	greatestSize = 1500
)

// scale returns the size in which a face sets a script beside the family's text, in
// thousandths; 0 if it is to be left as it is.
func (f *Family) scale(face *Face, script language.Script) int32 {
	text := f.text[Roman]
	if face.Family == text.Family || f.isHeading(face) {
		return 0
	}
	own, want := compared(face, text, script)
	if own <= 0 || want <= 0 {
		return 0
	}
	s := (want*int64(face.UnitsPerEm)*naturalScale + own*int64(text.UnitsPerEm)/2) / (own * int64(text.UnitsPerEm))
	s = min(max(s, leastScale), greatestSize)
	if s == naturalScale {
		return 0
	}
	return int32(s)
}

// isHeading reports whether a face sets headings alone: it has the size that its maker
// gave it.
func (f *Family) isHeading(face *Face) bool {
	for style := range Style(textStyles) {
		if f.text[Heading|style] == face && f.text[style] != face {
			return true
		}
	}
	return false
}

// compared returns what is compared of a face and of that of the text, in units of
// each; 0 where nothing can be.
func compared(face, text *Face, script language.Script) (own, want int64) {
	small, capital := text.top('x', text.XHeight), text.top('H', text.CapHeight)
	switch script {
	case language.Han, language.Hiragana, language.Katakana, language.Hangul, language.Bopomofo:
		return face.square(), text.top('d', text.CapHeight) - text.bottom('p')
	case language.Hebrew:
		return face.top('ה', 0), capital
	case language.Arabic:
		return face.top('ا', 0), capital
	case language.Greek:
		return face.top('ν', 0), small
	case language.Cyrillic:
		return face.top('х', 0), small
	}
	return face.top('x', 0), small
}

// top returns the height of a letter above the baseline, other if the face lacks it.
func (f *Face) top(r rune, other int) int64 {
	if gid, ok := f.Glyph(r); ok {
		if b, drawn := f.box(gid); drawn {
			return int64(b.high)
		}
	}
	return int64(other)
}

// bottom returns where a letter of the face ends below the baseline.
func (f *Face) bottom(r rune) int64 {
	gid, _ := f.Glyph(r)
	b, _ := f.box(gid)
	return int64(b.low)
}

// square returns the side of the square that a character of Han, Kana or Hangul
// stands in, 0 if the face has none.
func (f *Face) square() int64 {
	for _, r := range "一あア가" {
		if gid, ok := f.Glyph(r); ok {
			return int64(f.GlyphAdvance(gid))
		}
	}
	return 0
}
