package picture

import (
	"crypto/sha256"
	"image"

	"publish/book"
	"publish/book/picture/svg"
	"publish/fonts"
)

// drawnPixels bounds the pixels in which a drawing is painted.
const drawnPixels = 8_000_000

// largestDrawing is the size up to which a drawing stays one for screens. Devices
// that show books take long to draw more, or give up.
const largestDrawing = 1 << 20

// parts are what a drawing has and an edition does not show.
type parts struct{ screen, print []string }

// drawn reads a drawing in SVG and makes its files: painted for paper, cleaned for
// screens.
func drawn(name string, data []byte, bounds Bounds, text *fonts.Shaper) (*book.Picture, parts, error) {
	d, err := svg.Read(data)
	if err != nil {
		return nil, parts{}, err
	}
	missing := parts{d.Missing(false), d.Missing(true)}
	w, h := d.Size()
	p := &book.Picture{Name: name, Width: w, Height: h, Vector: true, Sum: sha256.Sum256(data)}
	if p.Print, err = painted(d, bounds.Print, printQuality, text); err != nil {
		return nil, missing, err
	}
	if clean := d.Bytes(); len(clean) <= largestDrawing {
		p.Screen = book.PictureFile{MIME: mimeSVG, Data: clean, Width: w, Height: h}
		return p, missing, nil
	}
	p.Screen, err = painted(d, bounds.Screen, screenQuality, text)
	return p, missing, err
}

// painted paints a drawing as large as it means to be at the resolution of print,
// or smaller if that does not fit.
func painted(d *svg.Drawing, box image.Point, quality int, text *fonts.Shaper) (book.PictureFile, error) {
	const pixelsPerInch = 96 // of CSS
	w, h := d.Size()
	size := Fit(image.Pt(w*PrintResolution/pixelsPerInch, h*PrintResolution/pixelsPerInch), box)
	for size.X*size.Y > drawnPixels {
		size = image.Pt(max(1, size.X*3/4), max(1, size.Y*3/4))
	}
	img, err := d.Paint(size, text)
	if err != nil {
		return book.PictureFile{}, err
	}
	return Encode(img, false, quality)
}
