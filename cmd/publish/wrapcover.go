package main

import (
	"image"
	"io"
	"slices"

	"publish/book"
	"publish/book/picture"
	"publish/layout"
	"publish/layout/imposition"
	"publish/output/pdf"
	"publish/output/wrap"
)

// layWrapCover lays out the cover around the printed book and reports what an editor
// should know of it.
func (p *program) layWrapCover(w *writer) error {
	m := w.source.manifest
	opt, err := w.wrapOptions()
	if err != nil {
		return err
	}
	if w.book.Meta.Cover != "" {
		// Twice the size of the front has all the dots of any picture that fills it.
		wide, high := (opt.Width + opt.Bleed).Dots(picture.PrintResolution), (opt.Height + 2*opt.Bleed).Dots(picture.PrintResolution)
		if opt.Picture, err = w.coverPicture(image.Pt(2*wide, 2*high)); err != nil {
			return err
		}
	}
	w.wrap = wrap.New(w.book.Meta, opt)
	return p.report(checkWrapCover(m, w.wrap, opt))
}

// wrapOptions returns what the manifest and the pages of the book ask of its cover.
func (w *writer) wrapOptions() (wrap.Options, error) {
	m := w.source.manifest
	design, err := pageDesign(m.PDF, m.Study)
	if err != nil {
		return wrap.Options{}, err
	}
	spec := &m.WrapCover
	opt := wrap.Options{
		Width: design.Width, Height: design.Height, Spine: layout.Millimetres(wrapSpine(m, len(w.doc.Pages))), Bleed: layout.Millimetres(spec.Bleed),
		Crop: slices.Contains(spec.Marks, "crop"), Fold: slices.Contains(spec.Marks, "fold"),
		RightToLeft: m.Booklet.SpineRight, ISBN: m.CoverISBN(), AddOn: spec.AddOn, Text: spec.Text, Family: w.family,
	}
	opt.Upwards = spec.SpineTitle == book.SpineUp || spec.SpineTitle == book.SpineByLanguage && wrap.ReadsUpwards(m.Meta.Language)
	if c := spec.Colour; c != nil {
		opt.Ground = &layout.Ink{R: c[0], G: c[1], B: c[2]}
	}
	return opt, nil
}

// wrapSpine returns the width of the spine in thousandths of a millimetre: the leaves,
// and the cover itself on both sides.
func wrapSpine(m *book.Manifest, pages int) int64 {
	if m.WrapCover.Spine >= 0 {
		return m.WrapCover.Spine
	}
	return int64(pages+1)/2*m.WrapCover.Paper + 2*m.WrapCover.Stock
}

// Limits of a picture on a cover.
const (
	// leastDots is the resolution below which a picture looks soft: one and a half dots
	// for every line of the screen of 150 lines to the inch that books are printed with.
	leastDots = 225
	leastSeen = 90 // per cent of the picture
)

// checkWrapCover tells of a picture that is too small or has other proportions, of a
// description that was cut, and of a spine without a title.
func checkWrapCover(m *book.Manifest, s *wrap.Sheet, opt wrap.Options) book.Diags {
	var diags book.Diags
	at, edition := m.Place("cover", m.Meta.Cover), m.Place("editions", editionWrap)
	if s.Dots > 0 && s.Dots < leastDots {
		wide, high := (opt.Width + opt.Bleed).Dots(picture.PrintResolution), (opt.Height + 2*opt.Bleed).Dots(picture.PrintResolution)
		diags.Add(book.CoverResolution, at, "the picture of the cover has %d dots to the inch on the wrap cover, and looks soft in print below %d", s.Dots, leastDots).
			Hint("%d × %d pixels are %d dots to the inch", wide, high, picture.PrintResolution)
	}
	if s.Dots > 0 && s.Shown < leastSeen {
		diags.Add(book.CoverCropped, at, "the wrap cover shows only %d %% of its picture, which has other proportions than the page", s.Shown).
			Hint("make the picture as high and as wide as the page with its bleed, which is cut away")
	}
	if s.Cut {
		diags.Add(book.CoverText, edition, "the text is too long for the back of the wrap cover, and ends with an ellipsis there").
			Hint("shorten the description, or write a shorter text for the back: wrap-cover: {text: […]}")
	}
	if s.Bare {
		diags.Add(book.SpineBare, edition, "the spine is %s mm wide: too thin for a title", tenths(micrometres(opt.Spine)))
	}
	return diags
}

// wrapCover writes the wrap cover.
func (w *writer) wrapCover(out io.Writer) error {
	return pdf.WriteSheets(out, w.wrap.Document, []imposition.Side{w.wrap.Side}, pdf.Options{Producer: generator(), Jobs: w.jobs})
}
