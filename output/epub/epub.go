package epub

import (
	"errors"
	"fmt"
	"io"
	"time"

	"publish/book"
)

// Options is what a book does not know of its EPUB edition. The zero value gives
// an edition without embedded faces and without a cover, dated as the book is.
type Options struct {
	// Modified is the time of dcterms:modified; zero means the book's date.
	Modified time.Time
	// Fonts are the embedded faces. The families are preferred in the order in
	// which they first occur, so that the face of the text comes first.
	Fonts []Font
	// Cover is a picture file, PNG or JPEG; nil for an edition without cover.
	Cover     []byte
	CoverMIME string
	// Folios gives the printed folio of every ID that a locator names. With it the
	// index shows the pages of the print edition; without it, chapters.
	Folios map[string]string
	// Pages are where the pages of the print edition begin, in their order; none for
	// an edition without a list of pages. PageSource names that print edition.
	Pages      []book.PageStart
	PageSource string
	// Kobo asks for the markup that Kobo's own reader looks for.
	Kobo bool
	// Generator is the name and version of the program, for the colophon.
	Generator string
	// ConformsTo is the accessibility standard that the publisher vouches for; ""
	// claims none. CertifiedBy is who vouches.
	ConformsTo, CertifiedBy string
}

// Font is one embedded face as the bytes of a TrueType or OpenType file, cut down
// by the caller to what the book needs.
type Font struct {
	Name    string // base name of the file, "EBGaramond-Italic"
	Family  string // "EB Garamond"
	Weight  int    // 400, 700
	Italic  bool
	Licence string // "SIL Open Font License 1.1", for the imprint
	Part    FontPart
	Data    []byte
}

// FontPart is what text a face is for.
type FontPart uint8

// A face sets the text, stands in there, or sets headings or verbatim text alone.
const (
	TextFont FontPart = iota
	HeadingFont
	MonoFont
)

// Write writes b to w. An error means that the book breaks a promise of its type
// (an ID that is not unique, a reference to nothing, a picture that is missing),
// or that w failed; nothing is written in the first case.
func Write(w io.Writer, b *book.Book, opt Options) error {
	files, err := build(b, opt)
	if err != nil {
		return fmt.Errorf("epub: %w", err)
	}
	if err := pack(w, files); err != nil {
		return fmt.Errorf("epub: %w", err)
	}
	return nil
}

// build returns the files of the publication in the order of the archive, the
// mimetype left out.
func build(b *book.Book, opt Options) ([]*file, error) {
	if opt.Modified.IsZero() {
		opt.Modified = b.Meta.Date
	}
	if opt.Modified.IsZero() {
		return nil, errors.New("the book has no date")
	}
	e := newEdition(b, opt)
	docs, err := e.documents()
	if err != nil {
		return nil, err
	}
	media := e.media()
	if err := collect(b.Meta.Title, docs, media); err != nil {
		return nil, err
	}
	if opt.Kobo {
		koboPages(docs)
	}
	return e.finish(docs, media)
}
