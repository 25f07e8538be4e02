package fonts

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestBundled parses every bundled face fully, which Default puts off, and checks
// what is known of them and that each has its licence beside it.
func TestBundled(t *testing.T) {
	type facts struct {
		name                    string
		em, ascent, capital, xh int
		bold, italic            bool
	}
	want := []facts{
		{"EBGaramond-Regular", 1000, 1007, 650, 400, false, false},
		{"EBGaramond-Italic", 1000, 1007, 650, 400, false, true},
		{"EBGaramond-Bold", 1000, 1007, 650, 419, true, false},
		{"EBGaramond-BoldItalic", 1000, 1007, 650, 419, true, true},
		{"NotoSerif-Regular", 1000, 1069, 714, 536, false, false},
		{"NotoSerif-Italic", 1000, 1069, 714, 536, false, true},
		{"NotoSerif-Bold", 1000, 1069, 714, 536, true, false},
		{"NotoSerif-BoldItalic", 1000, 1069, 714, 536, true, true},
		{"NotoSerifHebrew-Regular", 1000, 896, 714, 536, false, false},
		{"NotoNaskhArabic-Regular", 1000, 1069, 0, 0, false, false},
		{"DroidSansFallback", 256, 267, 183, 137, false, false},
		{"NanumMyeongjo", 1024, 819, 755, 480, false, false},
		{"NotoEmoji-Regular", 2048, 1900, 1900, 0, false, false},
	}
	faces := defaultFamily(t).Faces()
	if len(faces) != len(want) {
		t.Fatalf("%d faces, want %d", len(faces), len(want))
	}
	for i, face := range faces {
		if _, err := ParseFace(face.Data()); err != nil {
			t.Errorf("%s: %v", face.Name, err)
		}
		got := facts{face.Name, face.UnitsPerEm, face.Ascent, face.CapHeight, face.XHeight, face.Bold, face.Italic}
		if got != want[i] {
			t.Errorf("face %d is %+v, want %+v", i, got, want[i])
		}
		if face.Italic != (face.ItalicAngle < 0) || face.Descent >= 0 {
			t.Errorf("%s: slant %d, descent %d", face.Name, face.ItalicAngle, face.Descent)
		}
	}
	large, err := LargePrint()
	if err != nil {
		t.Fatal(err)
	}
	for style, name := range []string{"EBGaramond-Medium", "EBGaramond-MediumItalic", "EBGaramond-Bold", "EBGaramond-BoldItalic"} {
		face := large.Text(Style(style))
		if face.Name != name || face.Bold != (style >= 2) || face.Italic != (style%2 == 1) || face.Weight <= faces[style%2].Weight {
			t.Errorf("large print is set in %s, weight %d; want %s", face.Name, face.Weight, name)
		}
	}
	files, err := filepath.Glob("ttf/*.ttf")
	if err != nil || len(files) != len(want)+2 {
		t.Fatalf("%d font files (%v), want %d", len(files), err, len(want)+2)
	}
	for prefix, licence := range map[string]string{
		"EBGaramond": "EBGaramond-OFL.txt", "NotoSerif": "NotoSerif-OFL.txt",
		"DroidSansFallback": "DroidSansFallback-Apache-2.0.txt", "NanumMyeongjo": "NanumMyeongjo-OFL.txt",
		"NotoNaskhArabic": "NotoNaskhArabic-OFL.txt", "NotoEmoji": "NotoEmoji-OFL.txt",
	} {
		text, err := os.ReadFile(filepath.Join("ttf", licence))
		if err != nil || len(text) < 4000 {
			t.Errorf("licence of %s: %d bytes, %v", prefix, len(text), err)
		}
		files = slices.DeleteFunc(files, func(name string) bool {
			return strings.HasPrefix(filepath.Base(name), prefix)
		})
	}
	if len(files) > 0 {
		t.Errorf("without a licence: %q", files)
	}
}

// TestOutlines compares the outlines and advances of whole faces with those that
// x/image reads.
func TestOutlines(t *testing.T) {
	for _, face := range defaultFamily(t).Faces() {
		if face.NumGlyphs() < 10000 {
			compareWithSfnt(t, face)
		}
	}
}

// TestFamily checks the order of faces by style.
func TestFamily(t *testing.T) {
	family := defaultFamily(t)
	tests := []struct {
		char  rune
		style Style
		want  string // "" for none
	}{
		{'a', Roman, "EBGaramond-Regular"},
		{'a', Bold | Italic, "EBGaramond-BoldItalic"},
		{'ѡ', Roman, "NotoSerif-Regular"},
		{'ѡ', Italic, "NotoSerif-Italic"},
		{'ѡ', Bold, "NotoSerif-Bold"},
		{'ש', Italic, "NotoSerifHebrew-Regular"},
		{'無', Bold, "DroidSansFallback"},
		{'ك', Italic, "NotoNaskhArabic-Regular"},
		{0x1F98D, Roman, "NotoEmoji-Regular"},
		{0x12000, Roman, ""},
	}
	for _, test := range tests {
		name := ""
		if face := family.FaceFor(test.char, test.style); face != nil {
			name = face.Name
		}
		if name != test.want {
			t.Errorf("%c in style %d is set in %q, want %q", test.char, test.style, name, test.want)
		}
	}
	alone := NewFamily(family.Text(Roman), nil, family.Text(Bold), nil)
	if alone.Text(Italic) != alone.Text(Roman) || alone.Text(Bold|Italic) != alone.Text(Bold) {
		t.Error("a style without a face is not set in the nearest")
	}
	if n := len(alone.Faces()); n != 2 {
		t.Errorf("two faces are listed as %d", n)
	}
	more := alone.WithFallback(family.Text(Italic))
	if len(more.Faces()) != 3 || len(alone.Faces()) != 2 {
		t.Error("WithFallback does not make a new family")
	}
}

// TestSafetyBrokenFonts cuts and bends a font in all tables: an error or a face that can
// be used, never a panic.
func TestSafetyBrokenFonts(t *testing.T) {
	whole := smallFont(t)
	for n := range len(whole) {
		if n < 400 || n%37 == 0 {
			if _, err := ParseFace(whole[:n]); err == nil {
				t.Errorf("the first %d bytes of %d pass for a font", n, len(whole))
			}
		}
	}
	for at := 12; at < len(whole); at += 17 {
		data := slices.Clone(whole)
		data[at] ^= 0xFF
		useFont(data)
	}
}

// smallFont returns a font of a few kilobytes with all tables that are read.
func smallFont(t testing.TB) []byte {
	t.Helper()
	data, err := SubsetEPUB(defaultFamily(t).Faces()[8], []rune("שָׁלוֹם"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// useFont does with a font all that can be done. It must not panic.
func useFont(data []byte) {
	face, err := ParseFace(data)
	if err != nil {
		return
	}
	for gid := range min(face.NumGlyphs(), 200) {
		face.Outline(uint16(gid))
		face.GlyphAdvance(uint16(gid))
	}
	NewShaper(NewFamily(face, nil, nil, nil)).Shape("שָׁלוֹם AVfi 12", Roman, Features{SmallCaps: true}, "he")
	_, _ = SubsetPDF(face, []uint16{1, 2, 3, 40}, []uint16{32, 33, 34, 35})
	_, _ = SubsetEPUB(face, []rune("שָׁלוֹם a"))
}

// TestWrongKinds checks that files of other kinds are refused by name.
func TestWrongKinds(t *testing.T) {
	for tag, want := range map[string]string{
		"OTTO": "CFF", "ttcf": "collection", "wOFF": "WOFF", "wOF2": "WOFF", "%PDF": "not a TrueType font",
	} {
		_, err := ParseFace(append([]byte(tag), make([]byte, 100)...))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one about %q", tag, err, want)
		}
	}
	if _, err := ParseFace(nil); err == nil {
		t.Error("no data pass for a font")
	}
}

// FuzzParseFace looks for fonts that lead to a panic.
func FuzzParseFace(f *testing.F) {
	whole := smallFont(f)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte("OTTO"))
	f.Add([]byte{})
	loop := slices.Clone(whole) // a glyph composed of itself
	for i := range int(be16(loop[4:])) {
		if rec := loop[12+16*i:]; string(rec[:4]) == "glyf" {
			copy(loop[be32(rec[8:]):], []byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0, 0, 0, 0})
		}
	}
	f.Add(loop)
	for _, tag := range []string{"GSUB", "GPOS", "cmap", "loca"} {
		bent := slices.Clone(whole)
		for i := range int(be16(bent[4:])) {
			if rec := bent[12+16*i:]; string(rec[:4]) == tag {
				binary.BigEndian.PutUint16(bent[be32(rec[8:])+8:], 0xFFF0)
			}
		}
		f.Add(bent)
	}
	f.Fuzz(func(_ *testing.T, data []byte) { useFont(data) })
}

// FuzzShape looks for texts whose runs do not stand for the whole text.
func FuzzShape(f *testing.F) {
	for _, text := range []string{
		sampleText, "שלום, 12% (abc)", "e\u0301\u0323\u200D", "\u200B\u00ADfi\uFEFF", "\xff\xfeab", "無\u3099か\u3099", "\u202Eabc\u202C",
		"نص عربي", "नमस्ते", "\u0301", "🦍\uFE0F",
	} {
		f.Add(text, uint8(0))
	}
	family, err := Default()
	if err != nil {
		f.Fatal(err)
	}
	shaper := NewShaper(family)
	f.Fuzz(func(t *testing.T, text string, options uint8) {
		if len(text) > 200 {
			return
		}
		feat := Features{SmallCaps: options&4 != 0, Figures: Figures(options >> 3 & 3), NoLigatures: options&32 != 0}
		checkRuns(t, text, shaper.Shape(text, Style(options), feat, "en"))
	})
}
