package main

import (
	"fmt"
	"strings"

	"publish/book"
	"publish/fonts"
	"publish/layout"
	"publish/layout/imposition"
)

// addTest puts the pages of the test sheet behind those of the book, if one is wanted.
func (b *booklet) addTest(family *fonts.Family, design book.PDFSpec) error {
	if !b.spec.TestSheet {
		return nil
	}
	spec, err := pageDesign(design, book.StudySpec{})
	if err != nil {
		return err
	}
	doc := *b.doc
	doc.Pages = append(doc.Pages[:len(doc.Pages):len(doc.Pages)],
		layout.Notice(family, spec, "Test sheet: front", b.howToPrint()),
		layout.Notice(family, spec, "Test sheet: back", b.howToCheck()))
	b.doc = &doc
	return nil
}

// howToPrint tells how to print and to fold the sheets.
func (b *booklet) howToPrint() []string {
	n := len(b.plan.Book())
	return []string{
		fmt.Sprintf("Print this sheet alone, then the other %s on %s paper.", count(n, "sheet"), strings.ToUpper(b.spec.Sheet[:1])+b.spec.Sheet[1:]),
		"Print at 100 % (“actual size”): nothing may be fitted to the page.",
		b.howToTurn(),
		b.howToFold(),
	}
}

// howToTurn tells how the sheets get their backs.
func (b *booklet) howToTurn() string {
	edge := "short"
	if b.plan.Flip == imposition.FlipLong {
		edge = "long"
	}
	switch {
	case b.spec.Scheme == book.SchemeZine:
		return "Print on one side."
	case b.spec.Flip == book.FlipSeparate:
		return "Print the file of fronts, put the stack back into the printer as it came out, turned over about the " + edge +
			" edge, and print the file of backs. Try it with this sheet: write a cross on the blank side, at the edge that goes in first."
	}
	return "Print on both sides, turned about the " + edge + " edge (“flip on " + edge + " edge”)."
}

// howToFold tells what becomes of the printed sheets.
func (b *booklet) howToFold() string {
	switch b.spec.Scheme {
	case book.SchemeSignatures:
		sizes := b.plan.Signatures
		return fmt.Sprintf("Fold the sheets as they come, %d at a time%s, lay the %s on one another and sew them through the folds.",
			sizes[0], lastSize(sizes), count(len(sizes), "signature"))
	case book.SchemeTwoUp, book.SchemeFourUp:
		return "The pages follow one another on each side; nothing is folded."
	case book.SchemeZine:
		return "Fold the sheet in half along its length and twice across. Open it, fold it once across, slit the fold from the middle to the next crease, open it, fold it along its length again, and push the ends together until the leaves stand out."
	}
	return "Lay the sheets on one another as they come, fold them in the middle, all together, and staple them through the fold."
}

// lastSize tells of signatures that are thinner than the first.
func lastSize(sizes []int) string {
	if last := sizes[len(sizes)-1]; last < sizes[0] {
		return fmt.Sprintf(" (the last ones %d)", last)
	}
	return ""
}

// howToCheck tells what a right back looks like.
func (b *booklet) howToCheck() []string {
	return []string{
		"Turn the sheet over as a leaf of a book. If these words stand upright, with their head where that of the front is, the printer is set right.",
		"If they stand on their head, choose the other edge in the dialogue of the printer.",
		"Hold the sheet against the light: the frames of both sides lie on one another. A difference of a millimetre or two is the printer’s and does no harm; of more, set the size of the paper right.",
	}
}

// count returns a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
