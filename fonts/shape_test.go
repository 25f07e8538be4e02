package fonts

import (
	"slices"
	"strings"
	"testing"
)

func defaultFamily(t testing.TB) *Family {
	t.Helper()
	family, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return family
}

// gids lists the glyphs of runs.
func gids(runs []*Run) []uint16 {
	var ids []uint16
	for _, run := range runs {
		for _, g := range run.Glyphs {
			ids = append(ids, g.ID)
		}
	}
	return ids
}

// checkRuns checks what must hold for every result of Shape.
func checkRuns(t *testing.T, text string, runs []*Run) {
	t.Helper()
	length := 0
	for _, run := range runs {
		length += len(run.Text)
		if run.Face == nil {
			t.Fatalf("%q: run without a face", text)
		}
		if !strings.Contains(text, run.Text) {
			t.Fatalf("%q: run text %q is not part of it", text, run.Text)
		}
		checkGlyphs(t, run)
	}
	if length != len(text) {
		t.Fatalf("%q: runs stand for %d bytes of %d", text, length, len(text))
	}
}

func checkGlyphs(t *testing.T, run *Run) {
	t.Helper()
	if len(run.Glyphs) == 0 {
		return
	}
	least, sum := run.Glyphs[0].Cluster, int32(0)
	for i, g := range run.Glyphs {
		least = min(least, g.Cluster)
		sum += g.Advance
		if int(g.Cluster) >= len(run.Text) {
			t.Fatalf("%q: glyph %d has cluster %d beyond the text", run.Text, i, g.Cluster)
		}
		if int(g.ID) >= run.Face.NumGlyphs() {
			t.Fatalf("%q: glyph %d is not in the face", run.Text, g.ID)
		}
		if i > 0 && g.Cluster != run.Glyphs[i-1].Cluster && g.Cluster < run.Glyphs[i-1].Cluster != run.RTL {
			t.Fatalf("%q: clusters are out of order at glyph %d", run.Text, i)
		}
	}
	if least != 0 {
		t.Fatalf("%q: least cluster is %d", run.Text, least)
	}
	if sum != run.Advance {
		t.Fatalf("%q: advance %d, glyphs sum to %d", run.Text, run.Advance, sum)
	}
}

// TestScripts shapes words of many scripts: no letter may be missing, and the
// faces are those of the family's order.
func TestScripts(t *testing.T) {
	tests := []struct {
		text  string
		style Style
		faces string // PostScript names, in visual order
	}{
		{"office", Roman, "EBGaramond-Regular"},
		{"affix", Italic, "EBGaramond-Italic"},
		{"The", Bold, "EBGaramond-Bold"},
		{"fjord", Bold | Italic, "EBGaramond-BoldItalic"},
		{"Ελευθερία", Roman, "EBGaramond-Regular"},
		{"ἐλευθερία", Roman, "EBGaramond-Regular"},
		{"Кропоткин", Roman, "EBGaramond-Regular"},
		{"Бакунин", Italic, "EBGaramond-Italic"},
		{"Łódź", Roman, "EBGaramond-Regular"},
		{"Nguyễn", Roman, "EBGaramond-Regular"},
		{"Nguye\u0302\u0303n", Roman, "EBGaramond-Regular"},
		{"無政府主義", Roman, "DroidSansFallback"},
		{"アナキズム", Roman, "DroidSansFallback"},
		{"אנרכיזם", Roman, "NotoSerifHebrew-Regular"},
		{"שָׁלוֹם", Roman, "NotoSerifHebrew-Regular"},
		{"كِتاب", Roman, "NotoNaskhArabic-Regular"},
		{"❤\uFE0F", Roman, "NotoEmoji-Regular"},
		{"1921–1923", Roman, "EBGaramond-Regular"},
		{"“’‘”…—", Roman, "EBGaramond-Regular"},
		{"ɪɡˈzæmpəl", Roman, "EBGaramond-Regular"},
		{"ɪɡzæmpəl", Italic, "NotoSerif-Italic EBGaramond-Italic"},
		{"Łódź無שלום", Roman, "EBGaramond-Regular DroidSansFallback NotoSerifHebrew-Regular"},
		{"p.\u202F12", Roman, "EBGaramond-Regular"},
	}
	shaper := NewShaper(defaultFamily(t))
	for _, test := range tests {
		runs := shaper.Shape(test.text, test.style, Features{}, "en")
		checkRuns(t, test.text, runs)
		var faces []string
		for _, run := range runs {
			if len(run.Missing) > 0 {
				t.Errorf("%q: missing %q", test.text, run.Missing)
			}
			if slices.Contains(gids([]*Run{run}), 0) {
				t.Errorf("%q: drawn with glyph 0 of %s", test.text, run.Face.Name)
			}
			if n := len(faces); n == 0 || faces[n-1] != run.Face.Name {
				faces = append(faces, run.Face.Name)
			}
		}
		if got := strings.Join(faces, " "); got != test.faces {
			t.Errorf("%q: set in %s, want %s", test.text, got, test.faces)
		}
	}
}

// TestFeatures checks that each feature changes the glyphs it is for.
func TestFeatures(t *testing.T) {
	shaper := NewShaper(defaultFamily(t))
	shape := func(text string, feat Features) []uint16 {
		runs := shaper.Shape(text, Roman, feat, "en")
		checkRuns(t, text, runs)
		return gids(runs)
	}
	for text, want := range map[string]int{"ffi": 1, "fi": 1, "fl": 1, "office": 4} {
		if got := len(shape(text, Features{})); got != want {
			t.Errorf("%q has %d glyphs, want %d", text, got, want)
		}
		if got := len(shape(text, Features{NoLigatures: true})); got != len(text) {
			t.Errorf("%q without ligatures has %d glyphs", text, got)
		}
	}
	different := []struct {
		text string
		a, b Features
	}{
		{"nato", Features{}, Features{SmallCaps: true}},
		{"NATO", Features{}, Features{AllSmallCaps: true}},
		{"1921", Features{}, Features{Figures: OldStyle}},
		{"1921", Features{Figures: TabularLining}, Features{Figures: OldStyle}},
		{"12", Features{}, Features{Figures: Superior}},
	}
	for _, test := range different {
		if slices.Equal(shape(test.text, test.a), shape(test.text, test.b)) {
			t.Errorf("%q looks the same with %+v and %+v", test.text, test.a, test.b)
		}
	}
	if !slices.Equal(shape("NATO", Features{}), shape("NATO", Features{SmallCaps: true})) {
		t.Error("small caps change capitals")
	}
	if !slices.Equal(shape("nato", Features{AllSmallCaps: true}), shape("nato", Features{SmallCaps: true})) {
		t.Error("all small caps change the small caps of lower case")
	}
}

// TestTabularFigures checks that all lining figures for tables have one width. Bold
// italic is left out: the font's own 9 is two units wider there.
func TestTabularFigures(t *testing.T) {
	shaper := NewShaper(defaultFamily(t))
	for _, style := range []Style{Roman, Italic, Bold} {
		width := shaper.Shape("0", style, Features{Figures: TabularLining}, "")[0].Advance
		for _, digit := range "123456789" {
			if got := shaper.Shape(string(digit), style, Features{Figures: TabularLining}, "")[0].Advance; got != width {
				t.Errorf("style %d: %c is %d wide, 0 is %d", style, digit, got, width)
			}
		}
	}
}

// TestMissing checks that a character of no face is drawn as a box and reported.
func TestMissing(t *testing.T) {
	shaper := NewShaper(defaultFamily(t))
	runs := shaper.Shape("a\U00012000b\U00012000", Roman, Features{}, "en")
	checkRuns(t, "a\U00012000b\U00012000", runs)
	var missing []rune
	for _, run := range runs {
		missing = append(missing, run.Missing...)
	}
	if string(missing) != "\U00012000\U00012000" {
		t.Errorf("missing %q", missing)
	}
	face := runs[0].Face
	box, _ := face.Glyph(0x25A1)
	if ids := gids(runs); len(ids) != 4 || ids[1] != box || ids[3] != box || box == 0 {
		t.Errorf("glyphs %v, want the box %d in places 1 and 3", ids, box)
	}
}

// TestInvisible checks that soft hyphens and zero-width spaces shape to nothing
// and leave the glyphs of the word as they are.
func TestInvisible(t *testing.T) {
	shaper := NewShaper(defaultFamily(t))
	plain := gids(shaper.Shape("official", Roman, Features{}, "en"))
	for _, text := range []string{"of\u00ADfi\u00ADcial", "\u200Bofficial", "official\uFEFF", "off\u2060icial", "of\u0000ficial"} {
		runs := shaper.Shape(text, Roman, Features{}, "en")
		checkRuns(t, text, runs)
		if !slices.Equal(gids(runs), plain) {
			t.Errorf("%q has glyphs %v, want %v", text, gids(runs), plain)
		}
	}
	for _, text := range []string{"\u00AD", "\u200B\u200B", "\u200D"} {
		runs := shaper.Shape(text, Roman, Features{}, "en")
		checkRuns(t, text, runs)
		if len(gids(runs)) != 0 || runs[0].Advance != 0 {
			t.Errorf("%q is drawn with %v", text, gids(runs))
		}
	}
	if shaper.Shape("", Roman, Features{}, "en") != nil {
		t.Error("an empty text has runs")
	}
}

// TestSpaces checks the width of spaces, also of those that the face lacks.
func TestSpaces(t *testing.T) {
	shaper := NewShaper(defaultFamily(t))
	width := func(r rune) int32 {
		runs := shaper.Shape(string(r), Roman, Features{}, "en")
		if len(runs) != 1 || len(runs[0].Missing) != 0 || runs[0].Face.Name != "EBGaramond-Regular" {
			t.Fatalf("%U is not a space of the text face", r)
		}
		return runs[0].Advance
	}
	space := width(' ')
	if width(0xA0) != space || width('\t') != space || width('\n') != space {
		t.Error("a no-break space or a tab is not as wide as a space")
	}
	if thin := width(0x202F); thin <= 0 || thin >= space {
		t.Errorf("narrow no-break space is %d wide, space %d", thin, space)
	}
	if width(0x205F) != 1000*4/18 {
		t.Errorf("mathematical space is %d wide, not 4/18 em", width(0x205F))
	}
	if width(0x3000) != 1000 {
		t.Errorf("ideographic space is %d wide, not an em", width(0x3000))
	}
}

// TestVisualOrder checks the order of runs of both directions, each read from
// left to right as drawn.
func TestVisualOrder(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"אב", []string{"אב"}},
		{"ab אב", []string{"ab ", "אב"}},
		{"אב ab", []string{"אב", " ab"}},
		{"(אב)", []string{"(", "אב", ")"}},
		{"אב 12 ab", []string{"12", "אב ", " ab"}},
		{"אב 1,200% גד", []string{" גד", "1,200%", "אב "}},
		{"12 אב", []string{"12 ", "אב"}},
	}
	shaper := NewShaper(defaultFamily(t))
	for _, test := range tests {
		runs := shaper.Shape(test.text, Roman, Features{}, "en")
		checkRuns(t, test.text, runs)
		var got []string
		for i, run := range runs { // those that differ only in the face are joined
			switch n := len(got) - 1; {
			case i > 0 && !run.RTL && !runs[i-1].RTL && strings.Contains(test.text, got[n]+run.Text):
				got[n] += run.Text
			case i > 0 && run.RTL && runs[i-1].RTL && strings.Contains(test.text, run.Text+got[n]):
				got[n] = run.Text + got[n]
			default:
				got = append(got, run.Text)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q is drawn as %q, want %q", test.text, got, test.want)
		}
	}
}

// TestJoining holds that Arabic letters take the forms of their places in the word,
// and that a lam and an alef are one.
func TestJoining(t *testing.T) {
	shaper := NewShaper(defaultFamily(t))
	shape := func(text string) []uint16 {
		runs := shaper.Shape(text, Roman, Features{}, "ar")
		if len(runs) != 1 || !runs[0].RTL {
			t.Fatalf("%q: %d runs", text, len(runs))
		}
		return gids(runs)
	}
	alone, three := shape("ع"), shape("ععع")
	if len(three) != 3 || three[0] == three[1] || three[1] == three[2] || three[0] == three[2] || slices.Contains(three, alone[0]) {
		t.Errorf("three letters in a row are drawn with %v, one with %v", three, alone)
	}
	lam, alef, both := shape("ل"), shape("ا"), shape("لا")
	if slices.Contains(both, lam[0]) || slices.Contains(both, alef[0]) {
		t.Errorf("lam and alef are drawn apart: %v", both)
	}
	directed := shaper.ShapeDirected("ععع", Roman, Features{}, "ar", RightToLeft)
	if got := gids(directed); !slices.Equal(got, three) {
		t.Errorf("of known direction: %v, want %v", got, three)
	}
}
