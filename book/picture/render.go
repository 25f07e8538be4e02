package picture

import (
	"crypto/sha256"
	"image"
	"slices"

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
	r := renderer{h, data, img, map[image.Point]*image.RGBA{}}
	onPaper, onScreen := Fit(size, bounds.Print), Fit(size, bounds.Screen)
	r.shrink(onPaper, onScreen)
	if p.Print, err = r.file(onPaper, printQuality); err != nil {
		return nil, err
	}
	if p.Print.MIME == mimePNG && onScreen == onPaper {
		p.Screen = p.Print // without loss, so the same
		return p, nil
	}
	p.Screen, err = r.file(onScreen, screenQuality)
	return p, err
}

// renderer makes files of one decoded picture.
type renderer struct {
	header *header
	data   []byte
	img    image.Image
	small  map[image.Point]*image.RGBA // the picture upright, by size
}

// shrink makes the picture in the sizes that files need; none for a file that is
// kept.
func (r *renderer) shrink(sizes ...image.Point) {
	var wanted, stored []image.Point
	for _, size := range sizes {
		if slices.Contains(wanted, size) || r.kept(size) != nil {
			continue
		}
		wanted = append(wanted, size)
		if r.header.turn.swaps() {
			size = image.Pt(size.Y, size.X)
		}
		stored = append(stored, size)
	}
	if len(wanted) == 0 {
		return
	}
	for i, img := range shrinkAll(r.img, stored) {
		r.small[wanted[i]] = turned(img, r.header.turn)
	}
}

// kept returns the file of a photograph as it is, without its metadata; nil if it
// is not to be shown in this size, or is none that every reader takes.
func (r *renderer) kept(size image.Point) []byte {
	if r.header.format != jpegFormat || !r.fits(size) {
		return nil
	}
	return r.cleanJPEG()
}

// fits reports whether the picture is shown as it is stored.
func (r *renderer) fits(size image.Point) bool {
	return size == r.header.upright() && r.header.turn == 1
}

// file makes a file of a size. The bytes of the picture are kept, without its
// metadata, if they fit as they are.
func (r *renderer) file(size image.Point, quality int) (book.PictureFile, error) {
	if clean := r.kept(size); clean != nil {
		return book.PictureFile{MIME: mimeJPEG, Data: clean, Width: size.X, Height: size.Y}, nil
	}
	small := r.small[size]
	if r.header.format == pngFormat && r.fits(size) && !looksPhotographed(small) {
		if clean := cleanPNG(r.data); clean != nil {
			return book.PictureFile{MIME: mimePNG, Data: clean, Width: size.X, Height: size.Y}, nil
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
