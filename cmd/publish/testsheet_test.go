package main

import (
	"os"
	"strings"
	"testing"

	"publish/book"
	"publish/fonts"
	"publish/layout"
	"publish/layout/imposition"
)

// TestTestSheet holds the test sheet to its pages in every language that the editions
// speak, on every page and for every way of printing: no line leaves the type area.
func TestTestSheet(t *testing.T) {
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir("../../book/terms/words")
	if err != nil || len(files) < 14 {
		t.Fatalf("%d languages: %v", len(files), err)
	}
	for _, file := range files {
		lang := strings.TrimSuffix(file.Name(), ".txt")
		for _, trim := range layout.Trims() {
			checkTestSheet(t, family, lang, trim)
		}
	}
}

func checkTestSheet(t *testing.T, family *fonts.Family, lang, trim string) {
	t.Helper()
	design := book.PDFSpec{Trim: trim}
	spec, err := pageDesign(design, book.StudySpec{})
	if err != nil {
		t.Fatal(err)
	}
	inner, outer := spec.Inner, spec.Outer
	if book.RightToLeft(lang) {
		inner, outer = outer, inner
	}
	for _, printed := range []book.BookletSpec{
		{Scheme: book.SchemeSignatures, Flip: book.FlipSeparate}, {Scheme: book.SchemeZine}, {Flip: book.FlipSeparate}, {Scheme: book.SchemeTwoUp},
	} {
		printed.TestSheet, printed.Sheet = true, "a4"
		doc := &layout.Document{Meta: book.Meta{Language: lang}}
		b := &booklet{doc, &imposition.Plan{Sheets: make([]imposition.Sheet, 75), Signatures: []int{4, 4, 4, 3}, Flip: imposition.FlipLong}, printed}
		if err := b.addTest(family, design); err != nil {
			t.Fatal(err)
		}
		for _, page := range b.doc.Pages {
			for _, item := range page.Items {
				line := item.(*layout.Line)
				left, right := line.Extent()
				if left < inner-layout.Point || right > spec.Width-outer+layout.Point || line.Y > spec.Head+spec.Depth() {
					t.Fatalf("%s on %s, scheme %s: a line from %s to %s at %s", lang, trim, printed.Scheme, left, right, line.Y)
				}
			}
		}
	}
}

// TestGroupSizes holds how signatures are told in any language.
func TestGroupSizes(t *testing.T) {
	for want, sheets := range map[string][]int{"4 (×3), 3 (×1)": {4, 4, 4, 3}, "5 (×1)": {5}, "": nil} {
		if got := groupSizes(sheets); got != want {
			t.Errorf("%v: %s", sheets, got)
		}
	}
}
