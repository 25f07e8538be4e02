package book

import (
	"reflect"
	"testing"
)

// TestBibliographyManifest holds what is read of the keys of the bibliography.
func TestBibliographyManifest(t *testing.T) {
	src := `title: T
chapters: [A]
bibliography:
  export: [bibtex, csl-json]
  addresses: qr
  exclude: doe-forme
  merge: {roe-vat: [the other vat, roe-vats]}
  correct:
    what the vatman: {title: The Vatman, authors: ["Doe, Jane", "Roe, Richard"], year: 1931, url: ""}
`
	m, diags := ReadManifest("book.yaml", []byte(src), ManifestOptions{})
	if len(diags) > 0 {
		t.Fatalf("messages: %v", diags)
	}
	name := func(line, col int, text string) WorkName { return WorkName{Pos{"book.yaml", line, col}, text} }
	want := BibliographySpec{Export: []string{"csl-json", "bibtex"}, Addresses: AddressesCoded, Edits: BibliographyEdits{
		Exclude: []WorkName{name(6, 12, "doe-forme")},
		Merge:   []WorkMerge{{name(7, 11, "roe-vat"), []WorkName{name(7, 21, "the other vat"), name(7, 36, "roe-vats")}}},
		Correct: []WorkEdit{{name(9, 5, "what the vatman"), []WorkField{{"title", "The Vatman"}, {"authors", "Doe, Jane; Roe, Richard"}, {"year", "1931"}, {"url", ""}}}},
	}}
	if !reflect.DeepEqual(m.Bibliography, want) {
		t.Errorf("got  %+v\nwant %+v", m.Bibliography, want)
	}
}

// TestBibliographyMessages holds what is said of values that cannot be.
func TestBibliographyMessages(t *testing.T) {
	for src, want := range map[string]string{
		"export: [ris]":                "3:25 manifest-value",
		"export: bibtex":               "3:24 manifest-type",
		"addresses: nowhere":           "3:27 manifest-value",
		"exclude: {a: b}":              "3:25 manifest-type",
		"merge: [a, b]":                "3:23 manifest-type",
		"correct: {a: {jear: 1931}}":   "3:30 manifest-key",
		"correct: {a: {kind: scroll}}": "3:36 manifest-value",
	} {
		_, diags := ReadManifest("book.yaml", []byte("title: T\nchapters: [A]\nbibliography: {"+src+"}\n"), ManifestOptions{})
		if len(diags) != 1 {
			t.Errorf("%s: messages %v", src, diags)
			continue
		}
		if got := diags[0].Pos.String()[len("book.yaml:"):] + " " + string(diags[0].Code); got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}
