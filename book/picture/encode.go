package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"maps"
	"slices"

	"publish/book"
)

// MIME types of the files that are made.
const (
	mimePNG  = "image/png"
	mimeJPEG = "image/jpeg"
	mimeSVG  = "image/svg+xml"
)

// Qualities of JPEG files. At 90 no loss is seen on paper at 300 dots to the inch;
// at 85 none on a screen, in two thirds of the bytes.
const (
	printQuality  = 90
	screenQuality = 85
)

// Encode makes a file of an opaque picture: a PNG, without loss, of what is drawn,
// and a JPEG of the given quality of what looks photographed. The bytes depend on
// the pixels only.
func Encode(img *image.RGBA, photo bool, quality int) (book.PictureFile, error) {
	f := book.PictureFile{Width: img.Rect.Dx(), Height: img.Rect.Dy()}
	var b bytes.Buffer
	var err error
	if photo || looksPhotographed(img) {
		f.MIME = mimeJPEG
		err = jpeg.Encode(&b, plainer(img), &jpeg.Options{Quality: quality})
	} else {
		f.MIME = mimePNG
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		err = encoder.Encode(&b, fewColours(img))
	}
	if err != nil {
		return f, fmt.Errorf("encode picture: %w", err)
	}
	f.Data = b.Bytes()
	return f, nil
}

// smallPicture is the number of pixels up to which a picture is kept without loss
// whatever it shows: icons of 100 × 100.
const smallPicture = 10_000

// looksPhotographed tells photographs from drawings. In a drawing, and in a picture
// of a screen, most pixels are like the one to their left; in a photograph few are,
// because of its grain.
func looksPhotographed(img *image.RGBA) bool {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if w*h <= smallPicture || coloursOf(img) != nil {
		return false
	}
	same := 0
	for y := range h {
		row := img.Pix[y*img.Stride:][:4*w]
		for x := 4; x < len(row); x += 4 {
			if row[x] == row[x-4] && row[x+1] == row[x-3] && row[x+2] == row[x-2] {
				same++
			}
		}
	}
	return 2*same < w*h
}

// plainer returns a picture without colour as grey.
func plainer(img *image.RGBA) image.Image {
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i] != img.Pix[i+1] || img.Pix[i] != img.Pix[i+2] {
			return img
		}
	}
	grey := image.NewGray(img.Rect)
	for i := range grey.Pix {
		grey.Pix[i] = img.Pix[4*i]
	}
	return grey
}

// fewColours returns a picture of at most 256 colours with a palette, which takes
// from one bit to eight a pixel; one without colour as grey; else img.
func fewColours(img *image.RGBA) image.Image {
	colours := coloursOf(img)
	plain := plainer(img)
	if _, grey := plain.(*image.Gray); colours == nil || grey && len(colours) > 16 {
		return plain
	}
	number := make(map[uint32]uint8, len(colours))
	p := image.NewPaletted(img.Rect, nil)
	for i, c := range colours {
		number[c] = uint8(i)
		p.Palette = append(p.Palette, color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 255})
	}
	for i := range p.Pix {
		p.Pix[i] = number[colourAt(img.Pix[4*i:])]
	}
	return p
}

// coloursOf returns the colours of a picture in their order; nil if there are more
// than 256.
func coloursOf(img *image.RGBA) []uint32 {
	seen := make(map[uint32]bool)
	last := uint32(1 << 24)
	for i := 0; i < len(img.Pix); i += 4 {
		c := colourAt(img.Pix[i:])
		if c == last {
			continue
		}
		last = c
		if !seen[c] {
			if len(seen) == 256 {
				return nil
			}
			seen[c] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

func colourAt(p []uint8) uint32 { return uint32(p[0])<<16 | uint32(p[1])<<8 | uint32(p[2]) }
