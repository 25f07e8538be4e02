package fonts

import (
	"testing"
	"unicode"
)

// standIn returns a Latin letter that the text face lacks.
func standIn(t *testing.T, f *Family) rune {
	for r := rune(0x180); r < 0x2C80; r++ {
		if face := f.FaceFor(r, Roman); unicode.Is(unicode.Latin, r) && face != nil && face != f.Text(Roman) {
			return r
		}
	}
	t.Fatal("the text face has every Latin letter")
	return 0
}

// TestScale holds the letters of a stand-in to those of the text, by what the scripts
// are compared by.
func TestScale(t *testing.T) {
	family := defaultFamily(t)
	text := family.Text(Roman)
	shaper := NewShaper(family)
	set := func(r rune) *Run { return shaper.Shape(string(r), Roman, Features{}, "")[0] }
	small, capital := text.top('x', 0), text.top('H', 0)
	for _, test := range []struct {
		r, sample rune
		want      int64
	}{{standIn(t, family), 'x', small}, {'ש', 'ה', capital}, {'س', 'ا', capital}} {
		run := set(test.r)
		height := run.Face.top(test.sample, 0) * int64(run.Scale) / int64(run.Face.UnitsPerEm) // thousandths of an em of text
		if d := height - test.want; run.Face == text || d < -2 || d > 2 {
			t.Errorf("%q in %s, scaled to %d, is %d high, want %d", test.r, run.Face.Name, run.Scale, height, test.want)
		}
	}
	depth := text.top('d', 0) - text.bottom('p')
	for _, r := range "無あ가" {
		run := set(r)
		if side := run.Face.square() * int64(run.Scale) / int64(run.Face.UnitsPerEm); side < depth-3 || side > depth+3 {
			t.Errorf("%q stands in a square of %d, want %d", r, side, depth)
		}
	}
	for _, r := range "aжλ" {
		if run := set(r); run.Scale != 0 {
			t.Errorf("%q of the text face is scaled to %d", r, run.Scale)
		}
	}
}
