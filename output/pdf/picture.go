package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"publish/book"
)

// checkPicture returns a picture that gofpdf can embed and that PDF/A allows: a
// grey, RGB or palette image without transparency. It returns p itself where that
// is so, else p drawn anew. It fails if the file is broken: gofpdf panics on some
// such files, and embeds others.
//
// A profile in the picture is not kept: its colours are taken for sRGB.
func checkPicture(p *book.Picture) (*book.Picture, error) {
	var checked *book.Picture
	var err error
	switch p.MIME {
	case "image/png":
		checked, err = checkPNG(p)
	case "image/jpeg":
		checked, err = checkJPEG(p)
	default:
		err = fmt.Errorf("type %q is neither PNG nor JPEG", p.MIME)
	}
	if err != nil {
		return nil, fmt.Errorf("picture %q: %w", p.Name, err)
	}
	return checked, nil
}

func checkPNG(p *book.Picture) (*book.Picture, error) {
	img, err := png.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return nil, err
	}
	if isPlainPNG(p.Data) {
		return p, nil
	}
	var b bytes.Buffer
	if err := png.Encode(&b, flatten8(img)); err != nil {
		return nil, err
	}
	return replaced(p, "image/png", b.Bytes()), nil
}

// isPlainPNG reports whether a whole PNG file has at most 8 bits a sample, no
// transparency and no interlacing (PNG, third edition, §11.2 and §11.3.1).
func isPlainPNG(data []byte) bool {
	const signature, head = 8, 8 + 8 + 13
	if len(data) < head {
		return false
	}
	depth, kind, interlaced := data[24], data[25], data[28]
	if depth > 8 || kind == 4 || kind == 6 || interlaced != 0 {
		return false
	}
	for at := signature; at+8 <= len(data); {
		length := int(data[at])<<24 | int(data[at+1])<<16 | int(data[at+2])<<8 | int(data[at+3])
		tag := string(data[at+4 : at+8])
		if tag == "IEND" {
			return true
		}
		// gofpdf stops at an empty chunk and stumbles over these two.
		if length == 0 || tag == "tRNS" || tag == "pHYs" && length != 9 {
			return false
		}
		at += 12 + length
	}
	return false
}

func checkJPEG(p *book.Picture) (*book.Picture, error) {
	img, err := jpeg.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return nil, err
	}
	switch img.(type) {
	case *image.YCbCr, *image.Gray:
		return p, nil
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, flatten8(img), &jpeg.Options{Quality: 92}); err != nil {
		return nil, err
	}
	return replaced(p, "image/jpeg", b.Bytes()), nil
}

// flatten8 draws img on white paper, with 8 bits a sample.
func flatten8(img image.Image) image.Image {
	bounds := img.Bounds()
	var out draw.Image
	switch img.ColorModel() {
	case color.GrayModel, color.Gray16Model:
		out = image.NewGray(bounds)
	default:
		out = image.NewRGBA(bounds)
	}
	draw.Draw(out, bounds, image.White, image.Point{}, draw.Src)
	draw.Draw(out, bounds, img, bounds.Min, draw.Over)
	return out
}

func replaced(p *book.Picture, mime string, data []byte) *book.Picture {
	c := *p
	c.MIME, c.Data = mime, data
	return &c
}

// picture returns the picture of this name, fit for the canvas. Each is checked
// once.
func (d *drawer) picture(name string) (*book.Picture, error) {
	if p := d.pictures[name]; p != nil {
		return p, nil
	}
	p := d.doc.Pictures[name]
	if p == nil {
		return nil, fmt.Errorf("no picture %q", name)
	}
	checked, err := checkPicture(p)
	if err != nil {
		return nil, err
	}
	d.pictures[name] = checked
	return checked, nil
}
