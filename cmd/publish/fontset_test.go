package main

import (
	"testing"

	"publish/book"
	"publish/fonts"
	"publish/output/validators"
)

// Lines in the faces that an EPUB embeds are as wide as in the whole faces: what was
// cut away took no kerning, ligature or figure with it. Only the text face has all
// the letters of the lines.
func TestEmbeddedWidths(t *testing.T) {
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	parts, err := fontFiles(&book.Book{}, family, &typefaces{})
	if err != nil {
		t.Fatal(err)
	}
	var versions []validators.FontVersions
	for _, face := range family.Faces() {
		for _, part := range parts {
			if part.Name == face.Name && face.Family == family.Faces()[0].Family {
				versions = append(versions, validators.FontVersions{Name: face.Name, Whole: face.Data(), Part: part.Data})
			}
		}
	}
	if len(versions) < 3 {
		t.Fatalf("%d faces are embedded", len(versions))
	}
	validators.SameWidths(t, versions, []string{
		"", "font-variant-caps: small-caps", "font-variant-caps: all-small-caps",
		"font-variant-numeric: oldstyle-nums proportional-nums", "font-variant-numeric: lining-nums tabular-nums",
		"font-variant-ligatures: none", "font-kerning: none",
	}, widthLines())
}

// widthLines has every pair of letters, figures and marks that a Latin text has, and
// words with what ligatures there are.
func widthLines() []string {
	lines := []string{
		"The quick brown fox jumps over the lazy dog; office, fjord, fluff, Thames, Qu, gy, st, ct.",
		"“AVOWAL” — To, Ta, Te, We, Yo, L’été, ‘f’, 1917–1921, (ff), [fi], f’s, Waffle…",
	}
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?-()“”‘’–—"
	all := []rune(letters)
	for _, a := range all {
		var line []rune
		for _, b := range all {
			line = append(line, a, b)
		}
		lines = append(lines, string(line))
	}
	return lines
}
