package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"

	"publish/book"
	"publish/layout"
)

// Options is what a document does not say by itself. The zero value is useful.
type Options struct {
	Producer string // name and version of the program
	Level    int    // of compression, 1 to 9; 0 for the default
	Jobs     int    // streams compressed at once; 0 for one per processor
	// Attachments are the files that the PDF carries. With any it is PDF/A-3 instead of
	// PDF/A-2, which allows none but PDF/A. Sheets carry none.
	Attachments []Attachment
}

// defaultLevel is the level of compression. Level 9 makes a page of prose 58 bytes
// smaller of 2,339, in nearly twice the time of the whole writer.
const defaultLevel = 6

// Write writes the document as a PDF 1.7 file. The bytes depend on d and on
// opt.Producer, opt.Level and opt.Attachments only. d is not changed.
//
// It fails if a picture is broken, if an item refers to a place, picture or
// element that the document does not have, and if w fails; then what w got is no
// whole file.
func Write(w io.Writer, d *layout.Document, opt Options) error {
	if opt.Jobs <= 0 {
		opt.Jobs = runtime.GOMAXPROCS(0)
	}
	if opt.Level == 0 {
		opt.Level = defaultLevel
	}
	if len(d.Pages) == 0 {
		return errors.New("write PDF: the document has no pages")
	}
	if err := checkAttachments(opt.Attachments); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	f, err := drawDocument(d)
	if err == nil {
		f.opt = opt
		err = f.finish(w)
	}
	if err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// drawDocument has gofpdf write the document and returns what the finishing pass needs.
func drawDocument(doc *layout.Document) (f *finisher, err error) {
	// gofpdf panics on some broken fonts and pictures. Both are checked before; a
	// panic that happens all the same must not end the program.
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("gofpdf: %v", r)
		}
	}()
	d := &drawer{doc: doc, fonts: newFontSet(), pictures: map[string]book.PictureFile{}, widths: widths(doc.Pages)}
	if doc.Root != nil {
		if d.tags, err = newTagTree(doc.Root, len(doc.Pages)); err != nil {
			return nil, err
		}
	}
	d.canvas = newCanvas(doc.Pages[0].Width, doc.Pages[0].Height, doc.Meta.Date)
	for i, page := range doc.Pages {
		if err := d.drawPage(i, page); err != nil {
			return nil, err
		}
	}
	titles := chainable(doc.Outline)
	if err := d.addOutline(titles); err != nil {
		return nil, err
	}
	if err := d.addFonts(); err != nil {
		return nil, err
	}
	src, err := d.canvas.read()
	if err != nil {
		return nil, err
	}
	return &finisher{src: src, doc: doc, fonts: d.fonts, tags: d.tags, links: d.links, titles: titles}, nil
}

// addOutline gives the outline to gofpdf.
func (d *drawer) addOutline(titles []layout.OutlineItem) error {
	for _, title := range titles {
		place, ok := d.doc.Places[title.Target]
		if !ok {
			return fmt.Errorf("outline leads to unknown place %q", title.Target)
		}
		d.canvas.bookmark(title.Title, title.Level, place)
	}
	return nil
}

// addFonts gives the fonts to gofpdf, now that it is known which glyphs they need.
func (d *drawer) addFonts() error {
	for _, font := range d.fonts.fonts {
		data, err := font.trueType()
		if err != nil {
			return err
		}
		font.file = data
		d.canvas.font(font.family(), data)
	}
	return nil
}

// read ends gofpdf's file and reads it.
func (c *canvas) read() (*source, error) {
	var b bytes.Buffer
	if err := c.output(&b); err != nil {
		return nil, err
	}
	return readSource(b.Bytes())
}
