package picture

import (
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/color/palette"
	"testing"

	"publish/book"
)

// FuzzPicture holds the reader to its promise: whatever a file holds, it ends in a
// message or in files that decode and fit their bounds.
func FuzzPicture(f *testing.F) {
	small := scene(20, 12)
	few := image.NewPaletted(small.Rect, palette.WebSafe)
	inks := image.NewCMYK(small.Rect)
	exif := append([]byte("Exif\x00\x00"), exifOf(binary.LittleEndian, 6)...)
	for _, seed := range [][]byte{
		nil, pngOf(f, small), jpegOf(f, small), gifOf(f, few), pngOf(f, few), pngOf(f, inks), pngHeader(100_000, 100_000),
		withSegment(jpegOf(f, small), markAPP1, exif), withChunk(pngOf(f, small), "eXIf", exif[6:]),
		riff([]byte("VP8L"), vp8l(20, 12, color.NRGBA{1, 2, 3, 255})),
		riff([]byte("VP8X"), make([]byte, 10), []byte("VP8L"), vp8l(1, 1, color.NRGBA{1, 2, 3, 4})),
		[]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><rect width="3" height="3"/></g><use href="#a" x="4"/></svg>`),
	} {
		f.Add(seed)
	}
	box := image.Pt(40, 40)
	f.Fuzz(func(t *testing.T, data []byte) {
		h, err := inspect(data)
		if err != nil || h.memory > 64<<20 {
			return
		}
		var p *book.Picture
		if h.format == svgFormat {
			p, _, err = drawn("x", data, Bounds{box, box}, nil)
		} else {
			p, err = render("x", data, &h, Bounds{box, box})
		}
		if err != nil {
			return
		}
		for _, file := range []book.PictureFile{p.Print, p.Screen} {
			if file.MIME == mimeSVG {
				continue
			}
			decoded(t, file)
			if file.Width > box.X || file.Height > box.Y {
				t.Errorf("%d × %d", file.Width, file.Height)
			}
		}
	})
}

// FuzzJPEGFile holds that a cleaned file decodes to the same pixels.
func FuzzJPEGFile(f *testing.F) {
	small := jpegOf(f, scene(20, 12))
	f.Add(small)
	f.Add(withSegment(small, markCOM, []byte("a note")))
	f.Add(withSegment(small, markAPP1, append([]byte("Exif\x00\x00"), exifOf(binary.BigEndian, 3)...)))
	f.Fuzz(func(t *testing.T, data []byte) {
		h, err := inspect(data)
		if err != nil || h.format != jpegFormat || h.memory > 16<<20 {
			return
		}
		before, err := decode(&h, data)
		clean := walkJPEG(data).clean
		if err != nil || clean == nil {
			return
		}
		after, err := decode(&h, clean)
		if err != nil {
			t.Fatal(errors.Join(errors.New("the cleaned file does not decode"), err))
		}
		if one, two := Shrink(before, before.Bounds().Size()), Shrink(after, after.Bounds().Size()); string(one.Pix) != string(two.Pix) {
			t.Error("the cleaned file has other pixels")
		}
	})
}
