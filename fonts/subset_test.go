package fonts

import (
	"bytes"
	"compress/flate"
	"slices"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// sampleText has Latin with ligatures and marks, figures, Greek and Cyrillic.
const sampleText = "The office of Łódź shuffled affine fjords, Nguyễn AVATAR “1921–1923” " +
	"ἐλευθερία Ελευθερία Кропоткин Ђорђе naïve cafe\u0301 ½ §¶†‡…—"

// subsetGlyphs returns the glyphs of the sample in one face, as shaped, each once.
func sampleGlyphs(t testing.TB, family *Family, face *Face, text string) []uint16 {
	t.Helper()
	var ids []uint16
	for _, run := range NewShaper(family).Shape(text, face.style(), Features{}, "en") {
		if run.Face != face {
			continue
		}
		for _, g := range run.Glyphs {
			if !slices.Contains(ids, g.ID) {
				ids = append(ids, g.ID)
			}
		}
	}
	if len(ids) == 0 {
		t.Fatalf("%s sets nothing of %q", face.Name, text)
	}
	return ids
}

// countUp returns n codes from 32.
func countUp(n int) []uint16 {
	codes := make([]uint16, n)
	for i := range codes {
		codes[i] = uint16(32 + i)
	}
	return codes
}

// TestSubsetPDF reads subsets of every bundled face with two other libraries and
// compares map, widths and outlines with the whole face.
func TestSubsetPDF(t *testing.T) {
	family := defaultFamily(t)
	texts := map[string]string{"DroidSansFallback": "無政府主義アナキズム", "NotoSerifHebrew-Regular": "שָׁלוֹם", "NotoNaskhArabic-Regular": "كِتاب", "NotoEmoji-Regular": "😀❤"}
	for _, face := range family.Faces() {
		text := texts[face.Name]
		glyphs := []uint16{0, 3, 3, uint16(face.NumGlyphs() - 1)}
		if text != "" {
			glyphs = append(glyphs, sampleGlyphs(t, family, face, text)...)
		} else {
			for _, r := range sampleText {
				if gid, ok := face.Glyph(r); ok {
					glyphs = append(glyphs, gid)
				}
			}
		}
		codes := countUp(len(glyphs))
		data, err := SubsetPDF(face, glyphs, codes)
		if err != nil {
			t.Fatal(err)
		}
		again, err := SubsetPDF(face, glyphs, codes)
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: two subsets differ (%v)", face.Name, err)
		}
		small, err := ParseFace(data)
		if err != nil {
			t.Fatal(err)
		}
		ids := SubsetGlyphs(glyphs)
		for i, gid := range glyphs {
			compareGlyph(t, face, gid, small, ids[i])
			if got, ok := small.Glyph(rune(codes[i])); ids[i] != 0 && (!ok || got != ids[i]) {
				t.Errorf("%s: code %d is glyph %d, want %d", face.Name, codes[i], got, ids[i])
			}
		}
		if small.Has(rune(32 + len(glyphs))) {
			t.Errorf("%s: a code that was not given has a glyph", face.Name)
		}
		compareWithSfnt(t, small)
		if small.Name != face.Name || small.Ascent != face.Ascent || small.UnitsPerEm != face.UnitsPerEm {
			t.Errorf("%s: names or lines changed", face.Name)
		}
	}
}

// compareGlyph checks that two glyphs have the same advance and outline.
func compareGlyph(t *testing.T, a *Face, aID uint16, b *Face, bID uint16) {
	t.Helper()
	if a.GlyphAdvance(aID) != b.GlyphAdvance(bID) {
		t.Errorf("%s: glyph %d is %d wide, in the subset %d", a.Name, aID, a.GlyphAdvance(aID), b.GlyphAdvance(bID))
	}
	if !slices.Equal(a.Outline(aID), b.Outline(bID)) {
		t.Errorf("%s: glyph %d has another outline in the subset", a.Name, aID)
	}
}

// compareWithSfnt reads a face with x/image and compares all advances and outlines
// with ours.
func compareWithSfnt(t *testing.T, face *Face) {
	t.Helper()
	other, err := sfnt.Parse(face.Data())
	if err != nil {
		t.Fatalf("%s: x/image: %v", face.Name, err)
	}
	var buf sfnt.Buffer
	ppem := fixed.Int26_6(face.UnitsPerEm << 6)
	for gid := range face.NumGlyphs() {
		advance, err := other.GlyphAdvance(&buf, sfnt.GlyphIndex(gid), ppem, font.HintingNone)
		if err != nil || advance.Round() != face.GlyphAdvance(uint16(gid)) {
			t.Errorf("%s: glyph %d: x/image says %v wide (%v), we %d", face.Name, gid, advance, err, face.GlyphAdvance(uint16(gid)))
		}
		segments, err := other.LoadGlyph(&buf, sfnt.GlyphIndex(gid), ppem, nil)
		if err != nil {
			t.Fatalf("%s: glyph %d: x/image: %v", face.Name, gid, err)
		}
		compareOutline(t, face, uint16(gid), segments)
	}
}

// compareOutline checks the boxes around the points of each contour: x/image may
// start a contour at another point than we do.
func compareOutline(t *testing.T, face *Face, gid uint16, theirs sfnt.Segments) {
	t.Helper()
	var a, b []box
	for _, s := range face.Outline(gid) {
		n := map[Op]int{MoveTo: 1, LineTo: 1, QuadTo: 2}[s.Op]
		if s.Op == MoveTo {
			a = append(a, emptyBox())
		}
		for _, p := range s.Points[:n] {
			a[len(a)-1].add(p)
		}
	}
	for _, s := range theirs {
		n := map[sfnt.SegmentOp]int{sfnt.SegmentOpMoveTo: 1, sfnt.SegmentOpLineTo: 1, sfnt.SegmentOpQuadTo: 2}[s.Op]
		if s.Op == sfnt.SegmentOpMoveTo {
			b = append(b, emptyBox())
		}
		for _, p := range s.Args[:n] {
			b[len(b)-1].add(Point{int32(p.X.Round()), -int32(p.Y.Round())})
		}
	}
	b = slices.DeleteFunc(b, func(b box) bool { return b.min == b.max }) // a point draws nothing
	if len(a) != len(b) {
		t.Errorf("%s: glyph %d has %d contours, x/image finds %d", face.Name, gid, len(a), len(b))
		return
	}
	for i := range a {
		if !a[i].near(b[i]) {
			t.Errorf("%s: glyph %d contour %d lies in %v, for x/image in %v", face.Name, gid, i, a[i], b[i])
		}
	}
}

// box is the least box around points.
type box struct{ min, max Point }

func emptyBox() box { return box{Point{1 << 20, 1 << 20}, Point{-1 << 20, -1 << 20}} }

func (b *box) add(p Point) {
	b.min = Point{min(b.min.X, p.X), min(b.min.Y, p.Y)}
	b.max = Point{max(b.max.X, p.X), max(b.max.Y, p.Y)}
}

// near allows a unit for rounding.
func (b box) near(c box) bool {
	for _, d := range []int32{b.min.X - c.min.X, b.min.Y - c.min.Y, b.max.X - c.max.X, b.max.Y - c.max.Y} {
		if d < -1 || d > 1 {
			return false
		}
	}
	return true
}

// TestSubsetEPUB shapes texts with a subset and with the whole face: the glyphs,
// places and outlines must be the same. It logs the size.
func TestSubsetEPUB(t *testing.T) {
	family := defaultFamily(t)
	for _, face := range family.Faces()[:8] {
		data, err := SubsetEPUB(face, []rune(sampleText))
		if err != nil {
			t.Fatal(err)
		}
		backwards := []rune(sampleText)
		slices.Reverse(backwards)
		if again, err := SubsetEPUB(face, backwards); err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: another order of characters gives another font (%v)", face.Name, err)
		}
		small, err := ParseFace(data)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d bytes, %d deflated; whole %d", face.Name, len(data), deflated(t, data), len(face.Data()))
		compareShapes(t, face, small)
		compareWithSfnt(t, small)
		if small.Has('ж') || small.Has('@') {
			t.Errorf("%s: the subset has characters that were not asked for", face.Name)
		}
	}
}

// compareShapes shapes the sample with both faces in all styles of setting.
func compareShapes(t *testing.T, whole, small *Face) {
	t.Helper()
	a := NewShaper(NewFamily(whole, nil, nil, nil))
	b := NewShaper(NewFamily(small, nil, nil, nil))
	for _, feat := range []Features{
		{}, {SmallCaps: true}, {AllSmallCaps: true}, {NoLigatures: true},
		{Figures: OldStyle}, {Figures: TabularLining}, {Figures: Superior},
	} {
		for _, lang := range []string{"en", "tr", "sr", "de"} {
			for _, run := range a.Shape(sampleText, Roman, feat, lang) {
				if len(run.Missing) > 0 {
					continue
				}
				got := b.Shape(run.Text, Roman, feat, lang)
				want := a.Shape(run.Text, Roman, feat, lang)
				compareRuns(t, got, want)
			}
		}
	}
}

// TestSubsetPairs sets every pair of the sample's characters with a subset and with
// the whole face: none may lose its kerning.
func TestSubsetPairs(t *testing.T) {
	chars := []rune(sampleText)
	slices.Sort(chars)
	chars = slices.Compact(chars)
	for _, whole := range defaultFamily(t).Faces()[:5] {
		data, err := SubsetEPUB(whole, chars)
		if err != nil {
			t.Fatal(err)
		}
		small, err := ParseFace(data)
		if err != nil {
			t.Fatal(err)
		}
		a := newWorker(NewFamily(whole, nil, nil, nil))
		b := newWorker(NewFamily(small, nil, nil, nil))
		kerned := 0
		for i, first := range chars {
			for _, second := range chars {
				text := string([]rune{first, second})
				feat := Features{SmallCaps: i%2 == 1}
				want := a.shape(text, Roman, feat, "en", ByText)
				if len(want) == 1 && len(want[0].Missing) == 0 {
					compareRuns(t, b.shape(text, Roman, feat, "en", ByText), want)
					kerned += isKerned(want[0])
				}
			}
		}
		if kerned < 100 {
			t.Errorf("%s: only %d pairs are kerned", whole.Name, kerned)
		}
	}
}

// isKerned returns 1 if the first glyph is closer or farther than its advance.
func isKerned(run *Run) int {
	if g := run.Glyphs[0]; int(g.Advance) != run.Face.GlyphAdvance(g.ID) {
		return 1
	}
	return 0
}

func compareRuns(t *testing.T, got, want []*Run) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%q: %d runs, want %d", want[0].Text, len(got), len(want))
		return
	}
	for i := range got {
		if !slices.Equal(got[i].Glyphs, want[i].Glyphs) || len(got[i].Missing) > 0 {
			t.Errorf("%q: the subset gives other glyphs; missing %q", want[i].Text, got[i].Missing)
		}
		for _, g := range want[i].Glyphs {
			compareGlyph(t, want[i].Face, g.ID, got[i].Face, g.ID)
		}
	}
}

func deflated(t testing.TB, data []byte) int {
	t.Helper()
	var buf bytes.Buffer
	w, err := flate.NewWriter(&buf, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Len()
}

// TestSubsetErrors checks what cannot be made into a subset.
func TestSubsetErrors(t *testing.T) {
	face := defaultFamily(t).Text(Roman)
	tests := []struct {
		name          string
		glyphs, codes []uint16
	}{
		{"glyph that does not exist", []uint16{60000}, []uint16{40}},
		{"one code, two glyphs", []uint16{5, 6}, []uint16{40, 40}},
		{"glyph without a code", []uint16{5, 6}, []uint16{40}},
		{"reserved code", []uint16{5}, []uint16{0xFFFF}},
	}
	for _, test := range tests {
		if _, err := SubsetPDF(face, test.glyphs, test.codes); err == nil {
			t.Errorf("%s: no error", test.name)
		}
	}
	if data, err := SubsetPDF(face, nil, nil); err != nil {
		t.Errorf("an empty subset: %v", err)
	} else if _, err := ParseFace(data); err != nil {
		t.Errorf("an empty subset cannot be read: %v", err)
	}
}

// TestChecksums adds up the tables of subsets: OpenType 1.9.1, "Calculating
// Checksums".
func TestChecksums(t *testing.T) {
	face := defaultFamily(t).Text(Italic)
	pdf, err := SubsetPDF(face, []uint16{5, 6, 7}, countUp(3))
	if err != nil {
		t.Fatal(err)
	}
	epub, err := SubsetEPUB(face, []rune(sampleText))
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{pdf, epub} {
		if len(data)%4 != 0 || checksum(data) != 0xB1B0AFBA {
			t.Errorf("the font of %d bytes adds up to %#x", len(data), checksum(data))
		}
		for i := range int(be16(data[4:])) {
			rec := data[12+16*i:]
			table := slices.Clone(data[be32(rec[8:]):][:padded(int(be32(rec[12:])))])
			if string(rec[:4]) == "head" {
				clear(table[8:12])
			}
			if checksum(table) != be32(rec[4:]) {
				t.Errorf("table %s adds up to %#x, not %#x", rec[:4], checksum(table), be32(rec[4:]))
			}
		}
	}
}

func BenchmarkSubsetPDF(b *testing.B) {
	family := defaultFamily(b)
	face := family.Text(Roman)
	glyphs := sampleGlyphs(b, family, face, sampleText)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := SubsetPDF(face, glyphs, countUp(len(glyphs))); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSubsetEPUB(b *testing.B) {
	face := defaultFamily(b).Text(Roman)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := SubsetEPUB(face, []rune(sampleText)); err != nil {
			b.Fatal(err)
		}
	}
}
