package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"

	"publish/book"
	"publish/book/picture"
	"publish/layout"
)

// checkPicture returns a picture that gofpdf can embed and that PDF/A allows: a
// grey, RGB or palette image without transparency, of no more dots than fill a
// width at the resolution of print. It returns f itself where that is so, else f
// drawn anew. It fails if the file is broken: gofpdf panics on some such files, and
// embeds others.
func checkPicture(f book.PictureFile, width layout.Length) (book.PictureFile, error) {
	var img image.Image
	var err error
	plain := false
	switch f.MIME {
	case "image/png":
		img, err = png.Decode(bytes.NewReader(f.Data))
		plain = err == nil && isPlainPNG(f.Data)
	case "image/jpeg":
		img, err = jpeg.Decode(bytes.NewReader(f.Data))
		switch img.(type) {
		case *image.YCbCr, *image.Gray:
			plain = true
		}
	default:
		err = fmt.Errorf("type %q is neither PNG nor JPEG", f.MIME)
	}
	if err != nil {
		return f, err
	}
	size := img.Bounds().Size()
	most := picture.Fit(size, image.Pt(width.Dots(picture.PrintResolution), 0))
	if plain && size.X*tolerance <= most.X*(tolerance+1) {
		return f, nil
	}
	return picture.Encode(picture.Shrink(img, most), f.MIME == "image/jpeg", printQuality)
}

// printQuality is the quality of JPEG files that are made anew.
const printQuality = 90

// tolerance is the part by which a picture may have too many dots: an eighth. To
// shrink it by so little would blur it and save nothing.
const tolerance = 8

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

// widths returns the greatest width at which each picture is set.
func widths(pages []*layout.Page) map[string]layout.Length {
	list := map[string]layout.Length{}
	for _, page := range pages {
		for _, item := range page.Items {
			if p, ok := item.(*layout.Picture); ok {
				list[p.Name] = max(list[p.Name], p.Width)
			}
		}
	}
	return list
}

// picture returns the picture of this name, fit for the canvas. Each is checked
// once.
func (d *drawer) picture(name string) (book.PictureFile, error) {
	if f, ok := d.pictures[name]; ok {
		return f, nil
	}
	p := d.doc.Pictures[name]
	if p == nil {
		return book.PictureFile{}, fmt.Errorf("no picture %q", name)
	}
	f, err := checkPicture(p.Print, d.widths[name])
	if err != nil {
		return f, fmt.Errorf("picture %q: %w", name, err)
	}
	d.pictures[name] = f
	return f, nil
}
