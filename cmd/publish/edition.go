package main

import (
	"fmt"
	"image"
	"io"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"publish/book"
	"publish/book/account"
	"publish/book/picture"
	"publish/fonts"
	"publish/layout"
	"publish/output/cover"
	"publish/output/epub"
	"publish/output/pdf"
	"publish/output/references"
	"publish/output/wrap"
)

// The editions that manifests may name.
const (
	editionEPUB    = "epub"
	editionKobo    = "kepub"
	editionPDF     = "pdf"
	editionBooklet = "booklet"
	editionLarge   = "large-print"
	editionWrap    = "wrap-cover"
)

// fileName returns the name of an edition's file. Kobo's reader knows its own kind
// of EPUB by two extensions.
func fileName(meta book.Meta, edition string) string {
	switch edition {
	case editionKobo:
		return meta.Slug + ".kepub.epub"
	case editionLarge, editionWrap:
		return meta.Slug + "-" + edition + ".pdf"
	}
	return meta.Slug + "." + edition
}

// orderEditions puts the names of editions in order, each once.
func orderEditions(m *book.Manifest) {
	slices.Sort(m.Editions)
	m.Editions = slices.Compact(m.Editions)
}

// makes reports whether a manifest asks for one of some editions.
func makes(m *book.Manifest, editions ...string) bool {
	return slices.ContainsFunc(m.Editions, func(name string) bool { return slices.Contains(editions, name) })
}

// writer writes the editions of one book.
type writer struct {
	book   *book.Book
	doc    *layout.Document
	large  *layout.Document // the large-print pages, nil where they are not wanted
	wrap   *wrap.Sheet      // the cover around the printed book, likewise
	family *fonts.Family
	source *source
	jobs   int

	attached   []pdf.Attachment // to the PDFs
	reflowable []byte           // the EPUB, where it was made to be attached

	plainPages int // pages of the book if it were not compact; 0 where nobody asks

	account []account.Sheet // of every article, where it was asked for
}

// write writes all editions at once, each whole but not yet in its place.
func (w *writer) write(to *staging) error {
	var group errgroup.Group
	m := w.source.manifest
	if makes(m, editionPDF, editionLarge) {
		var err error
		if w.attached, err = w.attachments(); err != nil {
			return err
		}
	}
	if slices.Contains(m.Editions, editionEPUB) {
		group.Go(func() error { return to.write(fileName(m.Meta, editionEPUB), w.epub(false)) })
	}
	if slices.Contains(m.Editions, editionKobo) {
		group.Go(func() error { return to.write(fileName(m.Meta, editionKobo), w.epub(true)) })
	}
	if slices.Contains(m.Editions, editionPDF) {
		group.Go(func() error { return to.write(fileName(m.Meta, editionPDF), w.pdf(w.doc)) })
	}
	if w.large != nil {
		group.Go(func() error { return to.write(fileName(m.Meta, editionLarge), w.pdf(w.large)) })
	}
	if w.wrap != nil {
		group.Go(func() error { return to.write(fileName(m.Meta, editionWrap), w.wrapCover) })
	}
	if slices.Contains(m.Editions, editionBooklet) {
		if err := w.booklet(&group, to); err != nil {
			return err
		}
	}
	for _, form := range m.Bibliography.Export {
		group.Go(func() error { return to.write(exportName(m.Meta, form), w.export(form)) })
	}
	return group.Wait()
}

// exportName returns the name of the file of a bibliography for other programs.
func exportName(meta book.Meta, form string) string {
	if form == "bibtex" {
		return meta.Slug + ".bib"
	}
	return meta.Slug + ".csl.json"
}

// export returns what writes the bibliography in a form for other programs. A book
// without works has an empty list.
func (w *writer) export(form string) func(io.Writer) error {
	write := references.CSL
	if form == "bibtex" {
		write = references.BibTeX
	}
	return func(out io.Writer) error { return write(out, references.Works(w.book)) }
}

// pdf returns what writes the pages of a document.
func (w *writer) pdf(doc *layout.Document) func(io.Writer) error {
	return func(out io.Writer) error {
		return pdf.Write(out, doc, pdf.Options{Producer: generator(), Jobs: w.jobs, Attachments: w.attached})
	}
}

// epub returns what writes the EPUB, for readers in general or for Kobo's own.
func (w *writer) epub(kobo bool) func(io.Writer) error {
	return func(out io.Writer) error {
		if !kobo && w.reflowable != nil {
			_, err := out.Write(w.reflowable)
			return err
		}
		wanted := w.source.manifest.EPUB
		opt := epub.Options{Generator: generator(), Kobo: kobo, ConformsTo: wanted.ConformsTo, CertifiedBy: wanted.CertifiedBy}
		if wanted.Pages {
			opt.Folios, opt.Pages, opt.PageSource = folios(w.doc), w.doc.Starts, pageSource(w.book.Meta)
		}
		var err error
		if opt.Fonts, err = fontFiles(w.book, w.family, &w.source.faces); err != nil {
			return err
		}
		if opt.Cover, opt.CoverMIME, err = w.cover(); err != nil {
			return err
		}
		return epub.Write(out, w.book, opt)
	}
}

// The largest size of the cover's picture, in pixels: what shops ask for.
const coverWidth, coverHeight = 1600, 2560

// cover returns the picture of the cover: the manifest's, or one drawn.
func (w *writer) cover() (data []byte, mime string, err error) {
	if w.book.Meta.Cover == "" {
		data, err = cover.Draw(w.book.Meta, w.family)
		return data, "image/png", err
	}
	p, err := w.coverPicture(image.Pt(coverWidth, coverHeight))
	if err != nil {
		return nil, "", err
	}
	return p.Print.Data, p.Print.MIME, nil
}

// coverPicture returns the manifest's picture of the cover, no larger than most.
func (w *writer) coverPicture(most image.Point) (*book.Picture, error) {
	file := w.book.Meta.Cover
	folder, name := w.source.manifest.Inside(file)
	file = w.source.manifest.Path(file)
	opt := picture.Options{Fonts: fonts.Default, Bounds: picture.Bounds{Print: most}}
	pictures, diags, err := loadPictures(w.source.from, folder, []book.PictureCall{{Name: name}}, opt)
	if err != nil {
		return nil, err
	}
	p := pictures[name]
	if p == nil {
		problem := "no such picture"
		if len(diags) > 0 {
			problem = diags[0].Text
		}
		return nil, &hintedError{fmt.Errorf("%s: the cover: %s", file, problem), "the key cover of the manifest names it; without the key a cover is drawn"}
	}
	return p, nil
}

// folios returns the printed folio of every place of the book.
func folios(doc *layout.Document) map[string]string {
	out := make(map[string]string, len(doc.Places))
	for id, place := range doc.Places {
		out[id] = doc.Pages[place.Page].Folio
	}
	return out
}

// pageSource names the edition whose pages an EPUB marks.
func pageSource(meta book.Meta) string {
	return fmt.Sprintf("%s, PDF edition of %s (%s)", meta.Title, meta.Date.Format("2006-01-02"), fileName(meta, editionPDF))
}

// generator returns the name and version of the program, for colophons.
func generator() string { return strings.TrimSpace("publish " + version()) }
