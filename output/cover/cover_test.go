package cover

import (
	"bytes"
	"image/color"
	"image/png"
	"math"
	"runtime"
	"testing"

	"publish/book"
	"publish/fonts"
)

func family(t testing.TB) *fonts.Family {
	t.Helper()
	fam, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	return fam
}

func titled(title, subtitle string) book.Meta {
	return book.Meta{Title: title, Subtitle: subtitle, Language: "en", Publisher: "The Press",
		Authors: []book.Contributor{{Name: "Ada Printer"}, {Name: "Bo Setter", Role: "edt"}}}
}

// Titles of one word, of many, too long for any size, in other scripts, with a
// word wider than the cover, and none at all.
func titles() []book.Meta {
	long := "A Very Long Title about the History of the Workers’ Councils in Russia, Germany and Hungary, "
	return []book.Meta{
		titled("Anarchism", ""), titled("The Unknown Revolution", "Russia and Ukraine, 1905–1921"),
		titled(long, long), titled(long+long+long, long+long+long), titled("Революция и анархия", "Хрестоматия"),
		titled("דפוס", ""), titled("印刷史", ""),
		titled("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", ""),
		titled("", ""), titled("Soviets", ""), titled("Mutual Aid", "A Factor of Evolution"), titled("Ink & Paper", ""),
	}
}

// Every cover has the right size, is small, and stays off its edges with its
// text.
func TestDraw(t *testing.T) {
	const largest = 120_000
	fam := family(t)
	for _, meta := range titles() {
		data, err := Draw(meta, fam)
		if err != nil {
			t.Fatal(err)
		}
		im, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if im.Bounds().Dx() != Width || im.Bounds().Dy() != Height {
			t.Errorf("%q: size %v", meta.Title, im.Bounds())
		}
		if len(data) > largest {
			t.Errorf("%q: %d bytes, want at most %d", meta.Title, len(data), largest)
		}
		paper := newDice(meta).colours().Paper
		inked := 0
		for y := Height/2 + 40; y < Height; y++ {
			for x := range Width {
				if im.At(x, y) == color.Color(paper) {
					continue
				}
				inked++
				if x < margin/2 || x > Width-margin/2 || y > Height-margin/2 {
					t.Fatalf("%q: ink at %d, %d, in the margin", meta.Title, x, y)
				}
			}
		}
		if inked < 5_000 {
			t.Errorf("%q: %d inked pixels, want some lettering", meta.Title, inked)
		}
	}
}

// Text stands at the left, and at the right in books that are read from there.
func TestFlush(t *testing.T) {
	meta := titled("דפוס", "")
	for lang, right := range map[string]bool{"en": false, "he": true} {
		meta.Language = lang
		for _, text := range Front(meta, family(t), Height, 0).Texts {
			if text.Size > 84 && (text.At.X == margin) == right { // the title
				t.Errorf("%s: the title begins at %v", lang, text.At.X)
			}
			if text.At.X < margin || text.end() > Width-margin+1 {
				t.Errorf("%s: text from %v to %v", lang, text.At.X, text.end())
			}
		}
	}
}

// The same book has the same cover on any number of cores; different books have
// different ones.
func TestSameCover(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	seen := make(map[string]string)
	for _, meta := range titles()[:5] {
		var last []byte
		for _, cores := range []int{1, 3} {
			runtime.GOMAXPROCS(cores)
			data, err := Draw(meta, family(t))
			if err != nil {
				t.Fatal(err)
			}
			if last != nil && !bytes.Equal(last, data) {
				t.Errorf("%q: two drawings differ", meta.Title)
			}
			last = data
		}
		if other, twice := seen[string(last)]; twice {
			t.Errorf("%q and %q have the same cover", meta.Title, other)
		}
		seen[string(last)] = meta.Title
	}
}

// The devices differ: fifty titles use all colour schemes and every device.
func TestDevices(t *testing.T) {
	grounds := make(map[color.RGBA]bool)
	shapes := make(map[int]bool)
	for i := range 50 {
		meta := titled("Book "+string(rune('a'+i)), "")
		dice := newDice(meta)
		grounds[dice.colours().Ground] = true
		shapes[dice.throw(5)] = true
	}
	if len(grounds) != 8 || len(shapes) != 5 {
		t.Errorf("50 titles use %d of 8 grounds and %d of 5 devices", len(grounds), len(shapes))
	}
}

// Ink stands off paper by 7:1, accent and tint off the ground by 3:1 (WCAG 2.2
// §1.4.6, §1.4.11).
func TestContrast(t *testing.T) {
	for i := range 50 {
		c := newDice(titled("Book "+string(rune('a'+i)), "")).colours()
		if got := contrast(c.Ink, c.Paper); got < 7 {
			t.Errorf("ink on paper: %.1f", got)
		}
		for _, upper := range []color.RGBA{c.Accent, c.Tint} {
			if got := contrast(upper, c.Ground); got < 3 {
				t.Errorf("%v on %v: %.1f", upper, c.Ground, got)
			}
		}
	}
}

// contrast is the ratio of WCAG 2.2.
func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func BenchmarkDraw(b *testing.B) {
	fam := family(b)
	for b.Loop() {
		if _, err := Draw(titled("The Unknown Revolution", "Russia and Ukraine, 1905–1921"), fam); err != nil {
			b.Fatal(err)
		}
	}
}
