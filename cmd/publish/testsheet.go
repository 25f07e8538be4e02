package main

import (
	"fmt"
	"strings"

	"publish/book"
	"publish/book/terms"
	"publish/fonts"
	"publish/layout"
	"publish/layout/imposition"
)

// addTest puts the pages of the test sheet behind those of the book, if one is wanted. It
// speaks the language of the book.
func (b *booklet) addTest(family *fonts.Family, design book.PDFSpec) error {
	if !b.spec.TestSheet {
		return nil
	}
	spec, err := pageDesign(design, book.StudySpec{})
	if err != nil {
		return err
	}
	doc, w := *b.doc, terms.For(b.doc.Meta.Language)
	lang := w.Language()
	doc.Pages = append(doc.Pages[:len(doc.Pages):len(doc.Pages)],
		layout.Notice(family, spec, lang, w.Word(terms.TestFront), b.howToPrint(w)),
		layout.Notice(family, spec, lang, w.Word(terms.TestBack), howToCheck(w)))
	b.doc = &doc
	return nil
}

// howToPrint tells how to print and to fold the sheets.
func (b *booklet) howToPrint(w *terms.Terms) []string {
	paper := strings.ToUpper(b.spec.Sheet[:1]) + b.spec.Sheet[1:]
	return []string{
		w.Phrase(terms.TestPrint, "count", w.Number(len(b.plan.Book())), "paper", paper),
		w.Word(terms.TestScale),
		w.Word(b.howToTurn()),
		w.Phrase(b.howToFold(), "sheets", groupSizes(b.plan.Signatures)),
	}
}

// howToTurn tells how the sheets get their backs.
func (b *booklet) howToTurn() terms.Key {
	long, apart := b.plan.Flip == imposition.FlipLong, b.spec.Flip == book.FlipSeparate
	switch {
	case b.spec.Scheme == book.SchemeZine:
		return terms.TestOnce
	case apart && long:
		return terms.TestApartLong
	case apart:
		return terms.TestApartShort
	case long:
		return terms.TestLong
	}
	return terms.TestShort
}

// howToFold tells what becomes of the printed sheets.
func (b *booklet) howToFold() terms.Key {
	switch b.spec.Scheme {
	case book.SchemeSignatures:
		return terms.TestSew
	case book.SchemeTwoUp, book.SchemeFourUp:
		return terms.TestOrder
	case book.SchemeZine:
		return terms.TestZine
	}
	return terms.TestStaple
}

// groupSizes returns the sheets of signatures in their order, such as 4 (×12), 3 (×2).
func groupSizes(sheets []int) string {
	var parts []string
	for i := 0; i < len(sheets); {
		n := 1
		for i+n < len(sheets) && sheets[i+n] == sheets[i] {
			n++
		}
		parts = append(parts, fmt.Sprintf("%d (×%d)", sheets[i], n))
		i += n
	}
	return strings.Join(parts, ", ")
}

// howToCheck tells what a right back looks like.
func howToCheck(w *terms.Terms) []string {
	return []string{w.Word(terms.TestUpright), w.Word(terms.TestHeadDown), w.Word(terms.TestLight)}
}
