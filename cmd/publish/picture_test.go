package main

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"path/filepath"
	"strings"
	"testing"

	"publish/output/validators"
)

// clouds is a picture that looks photographed: a gradient with grain.
func clouds(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	grain := uint32(1)
	for y := range h {
		for x := range w {
			grain = grain*1664525 + 1013904223
			img.SetNRGBA(x, y, color.NRGBA{uint8(x*200/w) + uint8(grain>>27), uint8(y * 200 / h), uint8(grain >> 26), 255})
		}
	}
	return img
}

// pictureFiles makes a picture of every kind, and some that cannot be used.
func pictureFiles(t *testing.T) map[string]string {
	t.Helper()
	photo := clouds(1600, 1000)
	inks, few, ring := image.NewCMYK(image.Rect(0, 0, 300, 200)), image.NewPaletted(image.Rect(0, 0, 300, 200), palette.WebSafe), image.NewNRGBA(image.Rect(0, 0, 300, 200))
	deep := image.NewNRGBA64(image.Rect(0, 0, 300, 200))
	for y := range 200 {
		for x := range 300 {
			inks.SetCMYK(x, y, color.CMYK{uint8(x), uint8(y), 40, 0})
			few.Set(x, y, photo.At(5*x, 5*y))
			deep.Set(x, y, photo.At(x, y))
			if d := (x-150)*(x-150) + (y-100)*(y-100); d > 80*80 && d < 90*90 {
				ring.SetNRGBA(x, y, color.NRGBA{0, 0, 0, 255})
			}
		}
	}
	files := map[string]string{
		"map.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" onload="alert(1)"><style>.a{fill:#369}</style><script>alert(1)</script>
			<defs><circle id="t" r="9" fill="url(#g)"/><linearGradient id="g"><stop stop-color="#c33"/><stop offset="1" stop-color="#fff"/></linearGradient></defs>
			<path class="a" d="M0 150Q200 50 400 150V200H0Z"/><use href="#t" x="100" y="90"/><text x="120" y="95">Harbour &amp; mill</text></svg>`,
		"star.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M10 0l3 7h7l-6 4 3 8-7-5-7 5 3-8-6-4h7z" fill="#c33"/></svg>`,
		"text.png": "no picture",
	}
	put := func(name string, encode func(b *bytes.Buffer) error) {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		files[name] = b.String()
	}
	put("photo.jpg", func(b *bytes.Buffer) error { return jpeg.Encode(b, photo, nil) })
	put("grey.jpg", func(b *bytes.Buffer) error { return jpeg.Encode(b, image.NewGray(few.Rect), nil) })
	put("inks.png", func(b *bytes.Buffer) error { return png.Encode(b, inks) })
	put("ring.png", func(b *bytes.Buffer) error { return png.Encode(b, ring) })
	put("deep.png", func(b *bytes.Buffer) error { return png.Encode(b, deep) })
	put("few.gif", func(b *bytes.Buffer) error { return gif.Encode(b, few, nil) })
	files["plain.webp"] = "RIFF\x2a\x00\x00\x00WEBPVP8L\x1e\x00\x00\x00" + oneColour(60, 40)
	press, err := base64.StdEncoding.DecodeString(pressPicture)
	if err != nil {
		t.Fatal(err)
	}
	files["press.jpg"] = string(press)
	profile := "ICC_PROFILE\x00\x01\x01 no profile at all"
	files["profile.jpg"] = files["photo.jpg"][:2] + "\xFF\xE2\x00" + string(rune(len(profile)+2)) + profile + files["photo.jpg"][2:]
	files["cut.jpg"] = files["photo.jpg"][:20_000]
	return files
}

// pressPicture is a JPEG in the four inks of a printing press, which Go cannot write:
// 24 × 16, red above and blue below.
const pressPicture = "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZM" +
	"TlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P" +
	"T09PT09PT09PT09P/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFBv/EABwQAAEEAwEAAAAA" +
	"AAAAAAAAAAABFWKhAhNRUv/EABUBAQEAAAAAAAAAAAAAAAAAAAAG/8QAFxEAAwEAAAAAAAAAAAAAAAAAAAMVFv/aAA4EAQAC" +
	"EQMRBAAAPwCzvTo3p0pN2HlA3YeUJ7RNJaC41T/Ow/zsMEKDBCibvToKTdh5QDRNEFwf52AwQoH/2Q=="

// oneColour returns 30 bytes of a lossless WebP bitstream: a picture of one colour,
// whose five codes have one symbol each (RFC 9649, §3).
func oneColour(w, h int) string {
	var out [30]byte
	at := 0
	put := func(v, n int) {
		for i := range n {
			out[at/8] |= byte(v>>i&1) << (at % 8)
			at++
		}
	}
	put(0x2F, 8)
	put(w-1, 14)
	put(h-1, 14)
	put(0, 7) // no alpha, version, transforms, cache or groups
	for _, symbol := range []int{120, 60, 200, 255, 0} {
		put(1, 1)
		put(0, 1)
		put(1, 1)
		put(symbol, 8)
	}
	return string(out[:])
}

// TestPictures builds a book with pictures of every kind, and has programs that are
// not ours look at both editions.
func TestPictures(t *testing.T) {
	dir := t.TempDir()
	article := "A line with a star ![a red star](star.svg) in it, and a photograph ![Clouds](photo.jpg) that stands apart.\n\n"
	files := pictureFiles(t)
	for _, name := range []string{"photo.jpg", "grey.jpg", "inks.png", "ring.png", "deep.png", "few.gif", "plain.webp", "map.svg", "press.jpg", "profile.jpg"} {
		article += "![The picture of " + strings.TrimSuffix(name, filepath.Ext(name)) + "](" + name + ")\n\nSome words.\n\n"
	}
	article += "![](ring.png)\n\n![The caption of what is cut](cut.jpg)\n\n![text.png](text.png)\n\n![File:gone.jpg](gone.jpg \"wikilink\")\n"
	putFiles(t, filepath.Join(dir, "images"), files)
	putFiles(t, dir, map[string]string{"One.md": article, "book.yaml": "title: Pictures\ndate: 2026-03-01\nchapters: [One]\n"})
	out := filepath.Join(dir, "out")
	_, messages, status := publishTest(t, "build", "--progress", "none", "-o", out, filepath.Join(dir, "book.yaml"))
	if status != 0 {
		t.Fatal(messages)
	}
	for code, n := range map[string]int{"picture-format": 2, "picture-missing": 1, "picture-alt": 1, "picture-large": 0, "picture-parts": 0} {
		if got := strings.Count(messages, "["+code+"]"); got != n {
			t.Errorf("%d messages of %s, want %d:\n%s", got, code, n, messages)
		}
	}
	print, screen := filepath.Join(out, "pictures.pdf"), filepath.Join(out, "pictures.epub")
	t.Run("EPUBCheck", func(t *testing.T) { validators.EPUBCheck(t, screen) })
	t.Run("QPDF", func(t *testing.T) { validators.QPDF(t, print) })
	t.Run("MuTool", func(t *testing.T) { validators.MuTool(t, print) })
	t.Run("PDFUA1", func(t *testing.T) { validators.VeraPDF(t, validators.PDFUA1, print) })
	t.Run("PDFA2A", func(t *testing.T) { validators.VeraPDF(t, validators.PDFA2A, print) })
	t.Run("text", func(t *testing.T) {
		text := validators.PDFText(t, print)
		for _, name := range []string{"gone.jpg", "text.png", "wikilink", "alert"} {
			if strings.Contains(text, name) {
				t.Errorf("the pages show %q", name)
			}
		}
		if !strings.Contains(text, "The caption of what is cut") {
			t.Error("the caption of the damaged picture is lost")
		}
	})
}
