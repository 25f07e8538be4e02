package picture

import (
	"crypto/sha256"
	"image"

	"publish/book"
)

// PrintResolution is how many dots to the inch pictures have at most on paper, as
// printers ask; more is not seen.
const PrintResolution = 300

// Bounds are the greatest sizes, in pixels, of the files that are made. A side
// that is 0 does not bound.
type Bounds struct {
	// Print is what the type area takes at [PrintResolution].
	Print image.Point
	// Screen is zero for the bounds that fit the screens of readers.
	Screen image.Point
}

// screenWidth and screenHeight are the size that pictures get at most for screens: as wide and high as the
// display of a large tablet or the sharpest paper-like one, and under four million
// pixels, above which Apple's and older readers show nothing.
const (
	screenWidth  = 1600
	screenHeight = 2400
)

// render decodes a picture and makes its files.
func render(name string, data []byte, h *header, bounds Bounds) (*book.Picture, error) {
	img, err := decode(h, data)
	if err != nil {
		return nil, err
	}
	size := h.upright()
	p := &book.Picture{Name: name, Width: size.X, Height: size.Y, Sum: sha256.Sum256(data)}
	r := renderer{h, data, img}
	if p.Print, err = r.file(bounds.Print, printQuality); err != nil {
		return nil, err
	}
	if to := Fit(size, bounds.Screen); p.Print.MIME == mimePNG && to == image.Pt(p.Print.Width, p.Print.Height) {
		p.Screen = p.Print // without loss, so the same
		return p, nil
	}
	p.Screen, err = r.file(bounds.Screen, screenQuality)
	return p, err
}

// renderer makes files of one decoded picture.
type renderer struct {
	header *header
	data   []byte
	img    image.Image
}

// file makes a file that fits into a box. The bytes of the picture are kept, without
// its metadata, if they fit as they are.
func (r *renderer) file(box image.Point, quality int) (book.PictureFile, error) {
	size := r.header.upright()
	to := Fit(size, box)
	fits := to == size && r.header.turn == 1
	if fits && r.header.format == jpegFormat {
		if clean := r.cleanJPEG(); clean != nil {
			return book.PictureFile{MIME: mimeJPEG, Data: clean, Width: to.X, Height: to.Y}, nil
		}
	}
	stored := to
	if r.header.turn.swaps() {
		stored = image.Pt(to.Y, to.X)
	}
	small := turned(Shrink(r.img, stored), r.header.turn)
	if fits && r.header.format == pngFormat && !looksPhotographed(small) {
		if clean := cleanPNG(r.data); clean != nil {
			return book.PictureFile{MIME: mimePNG, Data: clean, Width: to.X, Height: to.Y}, nil
		}
	}
	return Encode(small, r.header.photo, quality)
}

// cleanJPEG returns the file without metadata; nil if its colours are not those
// that every reader takes for sRGB or grey without being told.
func (r *renderer) cleanJPEG() []byte {
	switch r.img.(type) {
	case *image.YCbCr, *image.Gray:
		return walkJPEG(r.data).clean
	}
	return nil
}
