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
	if got := countSheets(b); got.Count != 4 || got.Added != 1 || got.Grams != 19 || len(got.Signatures) != 1 {
		t.Errorf("15 pages take %+v", got)
	}
	if got := countPages(doc, "a5", 100); got.Spine != 800 || got.Blank != 15 || got.Front != 0 {
		t.Errorf("15 pages count as %+v", got)
	}
	if got := signatureSizes([]int{4, 4, 4, 2}); got != "3 of 4 sheets, 1 of 2 sheets" {
		t.Errorf("signatures: %q", got)
	}
}
