package fonts

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
)

// tableOf returns where a table of a font file begins.
func tableOf(t testing.TB, data []byte, tag string) []byte {
	t.Helper()
	for i := range int(be16(data[4:])) {
		if rec := data[12+16*i:]; string(rec[:4]) == tag {
			return data[be32(rec[8:]):]
		}
	}
	t.Fatalf("no table %q", tag)
	return nil
}

// bentFont returns a small font with a change.
func bentFont(t testing.TB, bend func(data []byte)) []byte {
	data := slices.Clone(smallFont(t))
	bend(data)
	return data
}

// ReadFace refuses what could not be set or embedded, and says why.
func TestBrokenFonts(t *testing.T) {
	put16 := func(tag string, at int, v uint16) []byte {
		return bentFont(t, func(data []byte) { binary.BigEndian.PutUint16(tableOf(t, data, tag)[at:], v) })
	}
	without := func(tag string) []byte {
		return bentFont(t, func(data []byte) {
			for i := range int(be16(data[4:])) {
				if rec := data[12+16*i:]; string(rec[:4]) == tag {
					rec[0] = 'x'
				}
			}
		})
	}
	whole := smallFont(t)
	tests := map[string]struct {
		data []byte
		want string
	}{
		"empty":            {nil, "truncated"},
		"a line of text":   {[]byte("A sheet is folded once."), "not a TrueType font"},
		"half":             {whole[:len(whole)/2], "truncated"},
		"no head":          {without("head"), "head"},
		"no map":           {without("cmap"), "cmap"},
		"no widths":        {without("hmtx"), "hmtx"},
		"no outlines":      {without("loca"), "no TrueType outlines"},
		"an em of nothing": {put16("head", 18, 0), "units per em"},
		"falling offsets":  {put16("loca", 2, 0xFFFF), "loca"},
		"a far table": {bentFont(t, func(data []byte) {
			binary.BigEndian.PutUint32(data[12+8:], 0xFFFFFF00)
		}), "truncated"},
		"a glyph of itself": {bentFont(t, func(data []byte) {
			copy(tableOf(t, data, "glyf"), []byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0, 0, 0, 0})
		}), "glyph 0"},
		"an endless glyph": {bentFont(t, func(data []byte) { binary.BigEndian.PutUint16(tableOf(t, data, "glyf"), 0x7FFF) }), "glyph 0"},
		"packed":           {append([]byte("wOF2"), whole...), "WOFF"},
		"empty collection": {append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x00"), whole...), "without fonts"},
		"far collection":   {append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\xFF\xFF\xFF\xFF"), whole...), "truncated"},
		"ring":             {append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00"), whole...), "collection"},
	}
	for name, test := range tests {
		if _, err := ReadFace(test.data, ""); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one about %q", name, err, test.want)
		}
	}
	if _, err := ReadFace(whole, ""); err != nil {
		t.Errorf("the font that all are made of: %v", err)
	}
}

// TestForbidden reads what fsType says: bits of use and, since version 2, those about
// parts of a font.
func TestForbidden(t *testing.T) {
	for bits, allowed := range map[uint16]bool{0: true, 2: false, 4: true, 8: true, 6: true, 0x100: false, 0x108: false, 0x200: false} {
		data := bentFont(t, func(data []byte) { binary.BigEndian.PutUint16(tableOf(t, data, "OS/2")[8:], bits) })
		if _, err := ReadFace(data, ""); errors.Is(err, ErrForbidden) == allowed {
			t.Errorf("fsType %#x: %v", bits, err)
		}
	}
}

// TestBentFonts changes bytes all over a font: what ReadFace still takes can be shaped
// and embedded.
func TestBentFonts(t *testing.T) {
	whole := smallFont(t)
	state, taken := uint32(1), 0
	for range 3000 {
		data := slices.Clone(whole)
		for range 4 {
			state = state*1664525 + 1013904223
			data[int(state>>8)%len(data)] = byte(state)
		}
		face, err := ReadFace(data, "")
		if err != nil {
			continue
		}
		taken++
		run := NewShaper(NewFamily(face, nil, nil, nil)).Shape("שָׁלוֹם 12", Roman, Features{}, "he")[0]
		var glyphs, codes []uint16
		for i, g := range run.Glyphs {
			if int(g.ID) < face.NumGlyphs() {
				glyphs, codes = append(glyphs, g.ID), append(codes, uint16(32+i))
			}
		}
		if _, err := SubsetPDF(face, glyphs, codes); err != nil {
			t.Errorf("a face that was taken cannot be embedded in a PDF: %v", err)
		}
		if _, err := SubsetEPUB(face, []rune("שָׁלוֹם 12")); err != nil {
			t.Errorf("a face that was taken cannot be embedded in an EPUB: %v", err)
		}
	}
	if taken < 100 {
		t.Errorf("only %d fonts were taken", taken)
	}
}

// collectionOf puts fonts into one file.
func collectionOf(fonts ...[]byte) []byte {
	head := []byte("ttcf\x00\x01\x00\x00")
	head = binary.BigEndian.AppendUint32(head, uint32(len(fonts)))
	at := len(head) + 4*len(fonts)
	var body []byte
	for _, font := range fonts {
		head = binary.BigEndian.AppendUint32(head, uint32(at+len(body)))
		moved := slices.Clone(font)
		for i := range int(be16(moved[4:])) {
			rec := moved[12+16*i:]
			binary.BigEndian.PutUint32(rec[8:], be32(rec[8:])+uint32(at+len(body)))
		}
		body = append(body, moved...)
	}
	return append(head, body...)
}

// TestCollection picks fonts of a collection by number and by name.
func TestCollection(t *testing.T) {
	latin, err := SubsetEPUB(defaultFamily(t).Text(Roman), []rune("AV"))
	if err != nil {
		t.Fatal(err)
	}
	data := collectionOf(smallFont(t), latin)
	for name, want := range map[string]string{
		"": "NotoSerifHebrew-Regular", "1": "NotoSerifHebrew-Regular", "2": "EBGaramond-Regular",
		"EBGaramond-Regular": "EBGaramond-Regular", "EB Garamond": "EBGaramond-Regular", "3": "", "0": "", "Caslon": "",
	} {
		face, err := ReadFace(data, name)
		switch {
		case want == "":
			if err == nil {
				t.Errorf("%q is taken for %s", name, face.Name)
			}
		case err != nil:
			t.Errorf("%q: %v", name, err)
		case face.Name != want:
			t.Errorf("%q is %s, want %s", name, face.Name, want)
		case !face.Has('A') && want == "EBGaramond-Regular":
			t.Errorf("%q has no A", name)
		}
	}
}

// TestWithFaces holds the order in which faces are asked for a character.
func TestWithFaces(t *testing.T) {
	base := defaultFamily(t)
	noto := base.FaceFor('Ɐ', Roman)
	hebrew, arabic := base.FaceFor('ש', Roman), base.FaceFor('س', Roman)
	f := base.WithFaces(Styles{noto}, Styles{}, Styles{arabic}, hebrew)
	for _, test := range []struct {
		r     rune
		style Style
		want  *Face
	}{
		{'a', Roman, noto}, {'a', Italic, base.Text(Italic)}, {'a', Heading | Bold, base.Text(Bold)},
		{'س', Mono, arabic}, {'ש', Roman, hebrew},
		{'無', Roman, base.FaceFor('無', Roman)},
	} {
		if got := f.FaceFor(test.r, test.style); got != test.want {
			t.Errorf("%q in style %d is set in %s, want %s", test.r, test.style, got.Name, test.want.Name)
		}
	}
	if f.Text(Heading) != noto || f.Text(Mono) != arabic || f.Text(Mono|Bold) != arabic {
		t.Error("headings are not set as text is, or verbatim text not in its own face")
	}
}
