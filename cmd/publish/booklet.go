package main

import (
	"fmt"
	"io"

	"golang.org/x/sync/errgroup"

	"publish/book"
	"publish/layout"
	"publish/layout/imposition"
	"publish/output/pdf"
)

// booklet is the pages of a document on sheets.
type booklet struct {
	doc  *layout.Document // with the pages of the test sheet, if there is one
	plan *imposition.Plan
	spec book.BookletSpec
}

// newBooklet lays the pages of a document on the sheets that a manifest asks for.
func newBooklet(m *book.Manifest, doc *layout.Document) (*booklet, error) {
	spec := m.Booklet
	if spec.Sheet == "" {
		spec.Sheet = sheetFor(m.PDF.Trim)
		spec.SheetWidth, spec.SheetHeight, _ = book.SheetSize(spec.Sheet)
	}
	first := doc.Pages[0]
	plan, err := imposition.New(len(doc.Pages), first.Width, first.Height, impositionOptions(spec))
	if err != nil {
		return nil, &hintedError{err, "the section booklet of the manifest says how the booklet is made"}
	}
	return &booklet{doc, plan, spec}, nil
}

// sheetFor returns the sheet out of which pages of a trim size are folded.
func sheetFor(trim string) string {
	switch trim {
	case "a4":
		return "a3"
	case "half-letter":
		return "letter"
	case "letter", "6x9":
		return "tabloid"
	case "a6":
		return "a5"
	}
	return "a4"
}

// impositionOptions turns what a manifest says into what an imposition asks for.
func impositionOptions(spec book.BookletSpec) imposition.Options {
	opt := imposition.Options{
		SheetWidth: layout.Millimetres(spec.SheetWidth), SheetHeight: layout.Millimetres(spec.SheetHeight),
		Signature: spec.Signature, Copies: spec.Copies, RightToLeft: spec.SpineRight, TestSheet: spec.TestSheet,
		Thickness: layout.Millimetres(spec.Paper), Binding: layout.Millimetres(spec.Binding),
	}
	opt.Scheme = [...]imposition.Scheme{imposition.Booklet, imposition.Signatures, imposition.TwoUp, imposition.FourUp, imposition.Zine}[spec.Scheme]
	switch spec.Flip {
	case book.FlipShort:
		opt.Flip = imposition.FlipShort
	case book.FlipLong:
		opt.Flip = imposition.FlipLong
	}
	for _, mark := range spec.Marks {
		switch mark {
		case "crop":
			opt.Marks.Crop = true
		case "fold":
			opt.Marks.Fold = true
		case "collation":
			opt.Marks.Collation = true
		case "sewing":
			opt.Marks.Sewing = true
		}
	}
	return opt
}

// bookletNames returns the names of the files of a booklet.
func bookletNames(m *book.Manifest) []string {
	base := m.Meta.Slug + "-" + editionBooklet
	if m.Booklet.Flip == book.FlipSeparate && m.Booklet.Scheme != book.SchemeZine {
		return []string{base + "-fronts.pdf", base + "-backs.pdf"}
	}
	return []string{base + ".pdf"}
}

// sides returns the sides that the file of this number has, in the order of printing.
func (b *booklet) sides(file int) []imposition.Side {
	var list []imposition.Side
	for _, sheet := range b.plan.Sheets {
		switch {
		case b.spec.Scheme == book.SchemeZine:
			list = append(list, sheet.Front)
		case b.spec.Flip != book.FlipSeparate:
			list = append(list, sheet.Front, sheet.Back)
		case file == 0:
			list = append(list, sheet.Front)
		default:
			list = append(list, sheet.Back)
		}
	}
	return list
}

// booklet writes the files of the booklet.
func (w *writer) booklet(group *errgroup.Group, to *staging) error {
	b, err := newBooklet(w.source.manifest, w.doc)
	if err != nil {
		return err
	}
	if err := b.addTest(w.family, w.source.manifest.PDF); err != nil {
		return err
	}
	for i, name := range bookletNames(w.source.manifest) {
		group.Go(func() error {
			return to.write(name, func(out io.Writer) error {
				return pdf.WriteSheets(out, b.doc, b.sides(i), pdf.Options{Producer: generator(), Jobs: w.jobs})
			})
		})
	}
	return nil
}

// checkBooklet reports what will not come out well on the sheets.
func (p *program) checkBooklet(m *book.Manifest, doc *layout.Document) error {
	if !makes(m, editionBooklet) {
		return nil
	}
	b, err := newBooklet(m, doc)
	if err != nil && p.flags.estimate {
		return nil // the estimate tells why there is none
	}
	if err != nil {
		return err
	}
	var diags book.Diags
	b.checkThickness(m, &diags)
	b.checkScale(m, &diags)
	return p.report(diags)
}

// mostStapled is how many sheets inside one another a stapler goes through and a fold
// holds.
const mostStapled = 25

// checkThickness reports a booklet of more sheets than can be stapled.
func (b *booklet) checkThickness(m *book.Manifest, diags *book.Diags) {
	if n := len(b.plan.Book()); b.spec.Scheme == book.SchemeBooklet && n > mostStapled {
		diags.Add(book.BookletThick, m.Place("editions", editionBooklet), "the booklet has %d sheets inside one another, more than can be folded and stapled", n).
			Hint("write booklet: {scheme: signatures}, which are sewn, or make a booklet of fewer chapters")
	}
}

// checkScale reports pages that the sheets have no room for.
func (b *booklet) checkScale(m *book.Manifest, diags *book.Diags) {
	if b.plan.Scale == 1000 || b.spec.Scheme == book.SchemeTwoUp || b.spec.Scheme == book.SchemeFourUp {
		return
	}
	diags.Add(book.BookletShrunk, m.Place("editions", editionBooklet), "the pages of the booklet are printed at %s of their size, since the sheet %s has no room for more", percent(b.plan.Scale), b.spec.Sheet).
		Hint("choose a larger booklet.sheet, or a smaller pdf.trim")
}

func percent(thousandths int64) string {
	return fmt.Sprintf("%d.%d %%", thousandths/10, thousandths%10)
}
