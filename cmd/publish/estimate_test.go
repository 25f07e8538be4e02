package main

import (
	"testing"

	"publish/book"
	"publish/layout"
)

// TestCountSheets checks the weights of booklets whose paper is known: sixteen pages
// on four sheets of A4 of 80 grams a square metre weigh 20 grams.
func TestCountSheets(t *testing.T) {
	doc := &layout.Document{}
	for range 15 {
		doc.Pages = append(doc.Pages, &layout.Page{Width: layout.Millimetres(148_000), Height: layout.Millimetres(210_000), Folio: "1"})
	}
	m := &book.Manifest{PDF: book.PDFSpec{Trim: "a5"}, Booklet: book.BookletSpec{Paper: 100, Copies: 1}}
	b, err := newBooklet(m, doc)
	if err != nil {
		t.Fatal(err)
	}
	if got := countSheets(b); got.Count != 4 || got.Added != 1 || got.Grams != 19 || len(got.Signatures) != 1 || got.Scale != 1000 || got.Side != 2 || got.Sides != 2 {
		t.Errorf("15 pages take %+v", got)
	}
	for scheme, want := range map[book.BookletScheme]sheetCount{
		book.SchemeTwoUp:  {Scheme: "two-up", Count: 4, Side: 2, Sides: 2, Scale: 1000},
		book.SchemeFourUp: {Scheme: "four-up", Count: 2, Side: 4, Sides: 2, Scale: 707},
	} {
		m.Booklet.Scheme = scheme
		if b, err = newBooklet(m, doc); err != nil {
			t.Fatal(err)
		}
		got := countSheets(b)
		if got.Scheme != want.Scheme || got.Count != want.Count || got.Side != want.Side || got.Sides != want.Sides || max(got.Scale-want.Scale, want.Scale-got.Scale) > 3 {
			t.Errorf("15 pages %s take %+v", scheme, got)
		}
	}
	if got := countPages(doc, "a5", 100); got.Spine != 800 || got.Blank != 15 || got.Front != 0 {
		t.Errorf("15 pages count as %+v", got)
	}
	if got := signatureSizes([]int{4, 4, 4, 2}); got != "3 of 4 sheets, 1 of 2 sheets" {
		t.Errorf("signatures: %q", got)
	}
}
