package pdf

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"publish/fonts"
	"publish/layout"
	"publish/output/validators"
)

// TestValidators holds the sample to programs that are not ours, and to the
// standards that its metadata claims.
func TestValidators(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sample.pdf")
	data := sample(t).write(Options{Producer: "publish test"})
	if !strings.Contains(string(data), "<pdfaid:conformance>A<") {
		t.Error("the file does not claim PDF/A")
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Run("qpdf", func(t *testing.T) { validators.QPDF(t, path) })
	t.Run("mutool", func(t *testing.T) { validators.MuTool(t, path) })
	t.Run("renderers", func(t *testing.T) { validators.Alike(t, path, 1, 2, 3) })
	t.Run("pdftotext", func(t *testing.T) {
		text := validators.PDFText(t, path)
		for _, want := range []string{
			"The office of the first fjord was efficient: affix, flight, Theory. “Łódź” and",
			"Ελευθερία, ἐλευθερία, Кропоткин, 無政府主義", "small caps of words", "NATO ffi",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
	})
	for _, profile := range []validators.Profile{validators.PDFUA1, validators.PDFA2A} {
		t.Run(string(profile), func(t *testing.T) { validators.VeraPDF(t, profile, path) })
	}
}

// TestClaims checks that a document that cannot keep to the standards does not say
// that it does.
func TestClaims(t *testing.T) {
	tests := map[string]func(*composer){
		"no structure": func(c *composer) {
			c.doc.Root = nil
			c.doc.Pages[0].Items = nil
		},
		"no title":    func(c *composer) { c.doc.Meta.Title = "" },
		"no language": func(c *composer) { c.doc.Meta.Language = "" },
		"stray link": func(c *composer) {
			c.page.Items = append(c.page.Items, &layout.LinkArea{URI: "https://example.org/"})
		},
		"no glyph": func(c *composer) {
			c.paragraph("x", body)
			word := &c.line.Words[0]
			word.Run = &fonts.Run{Face: word.Run.Face, Text: "x", Glyphs: []fonts.Glyph{{ID: 0}}}
		},
	}
	for about, change := range tests {
		c := newComposer(t)
		c.newPage("1")
		c.paragraph("A page.", body)
		if !claims(c) {
			t.Error("a sound document does not claim the standards")
		}
		change(c)
		if claims(c) {
			t.Errorf("%s: the document claims the standards", about)
		}
	}
}

func claims(c *composer) bool {
	return strings.Contains(string(c.write(Options{})), "pdfuaid:part")
}
