package pdf

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"

	"publish/book"
	"publish/layout"
)

// canvas is the part of gofpdf that this package draws with. Lengths are the
// layout's, y grows downwards. No other file imports gofpdf.
//
// gofpdf writes pages, content streams, pictures, fonts, links and the chain of
// the outline. What it writes of these is not final: see finish.
type canvas struct {
	pdf *gofpdf.Fpdf
}

// newCanvas starts a document without compression (the finishing pass compresses)
// and without anything that depends on the time or on the order of a map.
func newCanvas(width, height layout.Length, date time.Time) *canvas {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P",
		UnitStr:        "pt",
		Size:           gofpdf.SizeType{Wd: width.Points(), Ht: height.Points()},
	})
	pdf.SetCompression(false)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	return &canvas{pdf}
}

// addPage starts a page.
func (c *canvas) addPage(width, height layout.Length) {
	c.pdf.AddPageFormat("P", gofpdf.SizeType{Wd: width.Points(), Ht: height.Points()})
}

// content adds operators to the page.
func (c *canvas) content(operators []byte) {
	if len(operators) > 0 {
		c.pdf.RawWriteStr(string(bytes.TrimSuffix(operators, []byte("\n"))))
	}
}

// picture draws a picture. It must have passed checkPicture.
func (c *canvas) picture(pic book.PictureFile, p *layout.Picture) {
	options := gofpdf.ImageOptions{ImageType: "PNG", AllowNegativePosition: true}
	if pic.MIME == "image/jpeg" {
		options.ImageType = "JPG"
	}
	c.pdf.RegisterImageOptionsReader(p.Name, options, bytes.NewReader(pic.Data))
	c.pdf.ImageOptions(p.Name, p.X.Points(), p.Y.Points(), p.Width.Points(), p.Height.Points(),
		false, options, 0, "")
}

// linkURI makes an area of the page lead to an address.
func (c *canvas) linkURI(a *layout.LinkArea) {
	c.pdf.LinkString(a.X.Points(), a.Y.Points(), a.Width.Points(), a.Height.Points(), asciiURI(a.URI))
}

// linkPlace makes an area of the page lead to a place of the document. gofpdf
// knows the height of places only.
func (c *canvas) linkPlace(a *layout.LinkArea, to layout.Place) {
	id := c.pdf.AddLink()
	c.pdf.SetLink(id, to.Y.Points(), to.Page+1)
	c.pdf.Link(a.X.Points(), a.Y.Points(), a.Width.Points(), a.Height.Points(), id)
}

// bookmark adds a line to the outline. All pages are drawn by then.
func (c *canvas) bookmark(title string, level int, to layout.Place) {
	last := c.pdf.PageNo()
	c.pdf.SetPage(to.Page + 1)
	c.pdf.Bookmark(title, level, to.Y.Points())
	c.pdf.SetPage(last) // gofpdf writes no page after the current one
}

// font adds a TrueType font.
func (c *canvas) font(family string, trueType []byte) {
	c.pdf.AddUTF8FontFromBytes(family, "", trueType)
}

// output ends the document and writes it.
func (c *canvas) output(w io.Writer) error {
	if err := c.pdf.Output(w); err != nil {
		return fmt.Errorf("write pages: %w", err)
	}
	return nil
}
