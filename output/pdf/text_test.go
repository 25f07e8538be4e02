package pdf

import (
	"testing"

	"publish/layout"
)

func TestAppendFixed(t *testing.T) {
	tests := []struct {
		n        int64
		decimals int
		want     string
	}{
		{0, 2, "0"}, {5, 2, ".05"}, {-5, 2, "-.05"}, {150, 2, "1.5"}, {-1100, 2, "-11"},
		{123456, 3, "123.456"}, {100_000, 3, "100"}, {7, 0, "7"},
	}
	for _, test := range tests {
		if got := string(appendFixed(nil, test.n, test.decimals)); got != test.want {
			t.Errorf("%d/10^%d is %s, want %s", test.n, test.decimals, got, test.want)
		}
	}
}

func TestASCIIURI(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.b/c?d=(e)#f":  "https://a.b/c?d=(e)#f",
		"https://a.b/%C5%81ódź’": "https://a.b/%C5%81%C3%B3d%C5%BA%E2%80%99",
	} {
		if got := asciiURI(address); got != want {
			t.Errorf("%s is %s, want %s", address, got, want)
		}
	}
}

func TestPenAt(t *testing.T) {
	for _, l := range []layout.Length{0, 1, 65535, 65536, -1, -65537, 1000*layout.Point + 12345} {
		// 1/65536 point is 10^11/65536 = 5^11/32 of the pen's unit.
		exact := int64(l)
		if got := penAt(l); got*32 > exact*48_828_125 || got*32 <= exact*48_828_125-32 {
			t.Errorf("%v is %d", l, got)
		}
	}
}

// TestManyGlyphs uses more pairs than a font has codes for.
func TestManyGlyphs(t *testing.T) {
	c := newComposer(t)
	run := c.shaper.Shape("office", 0, body.features, "en")[0]
	set := newFontSet()
	f := set.font(run.Face, 1)
	for n := 0; f.hasRoom(1); n++ {
		f.code(pair{uint16(n % 1000), string(rune(0x4E00 + n))})
	}
	for _, code := range f.codes {
		if needsEscape(byte(code>>8)) || needsEscape(byte(code)) || code > lastCode {
			t.Fatalf("code %04X", code)
		}
	}
	if n := len(f.codes); n < 61_000 {
		t.Errorf("a font has room for %d pairs only", n)
	}
	if second := set.run(run, false).font; second == f || second.index != 1 {
		t.Error("no second font for the face")
	}
}
