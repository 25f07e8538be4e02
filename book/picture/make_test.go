package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"publish/book"
)

// Pictures for the tests are made here, so that none is of another's hand.

// scene is a picture in which every corner has its colour: red, green, blue, black
// from the upper left clockwise; between them it changes smoothly.
func scene(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{A: 255}
			fx, fy := float64(x)/float64(max(w-1, 1)), float64(y)/float64(max(h-1, 1))
			c.R = uint8(255 * (1 - fx) * (1 - fy))
			c.G = uint8(255 * fx * (1 - fy))
			c.B = uint8(255 * fx * fy)
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

// corners names the colours of the corners of a picture, from the upper left
// clockwise.
func corners(img image.Image) string {
	b := img.Bounds()
	var s []byte
	for _, p := range []image.Point{{b.Min.X + 1, b.Min.Y + 1}, {b.Max.X - 2, b.Min.Y + 1}, {b.Max.X - 2, b.Max.Y - 2}, {b.Min.X + 1, b.Max.Y - 2}} {
		r, g, bl, _ := img.At(p.X, p.Y).RGBA()
		switch {
		case r > 0x9000 && g < 0x7000:
			s = append(s, 'R')
		case g > 0x9000 && r < 0x7000:
			s = append(s, 'G')
		case bl > 0x9000:
			s = append(s, 'B')
		default:
			s = append(s, 'k')
		}
	}
	return string(s)
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withSegment puts a segment after the first marker of a JPEG file.
func withSegment(data []byte, mark byte, body []byte) []byte {
	segment := []byte{0xFF, mark}
	segment = binary.BigEndian.AppendUint16(segment, uint16(len(body)+2))
	segment = append(segment, body...)
	return append(append(bytes.Clone(data[:2]), segment...), data[2:]...)
}

// exifOf returns Exif data with an orientation and a place.
func exifOf(order binary.AppendByteOrder, o uint16) []byte {
	b := []byte("II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		b = []byte("MM\x00*")
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 2)
	for _, entry := range [][2]uint16{{0x0112, o}, {0x0128, 2}} {
		b = order.AppendUint16(b, entry[0])
		b = order.AppendUint16(b, 3)
		b = order.AppendUint32(b, 1)
		b = order.AppendUint16(b, entry[1])
		b = order.AppendUint16(b, 0)
	}
	return append(order.AppendUint32(b, 0), "SECRET PLACE"...)
}

// withChunk puts a chunk after the first of a PNG file.
func withChunk(data []byte, kind string, body []byte) []byte {
	const head = 8 + 12 + 13
	return append(appendChunk(bytes.Clone(data[:head]), kind, body), data[head:]...)
}

// pngHeader returns the first chunk of a PNG of the given size.
func pngHeader(width, height uint32) []byte {
	chunk := []byte("IHDR")
	chunk = binary.BigEndian.AppendUint32(chunk, width)
	chunk = binary.BigEndian.AppendUint32(chunk, height)
	chunk = append(chunk, 8, 2, 0, 0, 0)
	data := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	data = append(data, chunk...)
	return binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(chunk))
}

// riff returns a WebP file of the given chunks, each a kind and its body.
func riff(chunks ...[]byte) []byte {
	var body []byte
	for i := 0; i+1 < len(chunks); i += 2 {
		body = append(body, chunks[i]...)
		body = binary.LittleEndian.AppendUint32(body, uint32(len(chunks[i+1])))
		body = append(body, chunks[i+1]...)
		if len(chunks[i+1])%2 == 1 {
			body = append(body, 0)
		}
	}
	out := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(4+len(body)))
	return append(append(out, "WEBP"...), body...)
}

// bits writes numbers from the lowest bit on, as lossless WebP has them.
type bits struct {
	out  []byte
	used int
}

func (b *bits) put(value uint32, n int) {
	for i := range n {
		if b.used%8 == 0 {
			b.out = append(b.out, 0)
		}
		b.out[b.used/8] |= uint8(value>>i&1) << (b.used % 8)
		b.used++
	}
}

// vp8l returns a lossless WebP bitstream (RFC 9649, §3) of one colour: five codes
// of one symbol each, so that the pixels take no bits at all.
func vp8l(w, h int, c color.NRGBA) []byte {
	b := &bits{}
	b.put(0x2F, 8)
	b.put(uint32(w-1), 14)
	b.put(uint32(h-1), 14)
	b.put(1, 1) // alpha is used
	b.put(0, 3) // version
	b.put(0, 1) // no transform
	b.put(0, 1) // no cache of colours
	b.put(0, 1) // one group of codes
	for _, symbol := range []uint8{c.G, c.R, c.B, c.A, 0} {
		b.put(1, 1) // a simple code
		b.put(0, 1) // of one symbol
		b.put(1, 1) // in eight bits
		b.put(uint32(symbol), 8)
	}
	b.put(0, 16)
	return b.out
}

// inkJPEG returns a JPEG file of 8 × 8 pixels of one colour in four inks. Its codes
// are two for steps of lightness, 0 and of seven bits, and one for the end of a block.
func inkJPEG(transform byte, stored [4]int) []byte {
	segment := func(mark byte, body ...byte) []byte {
		return append([]byte{0xFF, mark, 0, byte(len(body) + 2)}, body...)
	}
	quantum := append([]byte{0}, bytes.Repeat([]byte{8}, 64)...)
	steps := append([]byte{0x00, 1, 1}, append(make([]byte, 14), 0, 7)...)
	ends := append([]byte{0x10, 1}, append(make([]byte, 15), 0)...)
	data := []byte{0xFF, markSOI}
	data = append(data, segment(markAdobe, append([]byte("Adobe\x00\x64\x00\x00\x00\x00"), transform)...)...)
	data = append(data, segment(0xDB, quantum...)...)
	data = append(data, segment(markSOF0, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0)...)
	data = append(data, segment(0xC4, steps...)...)
	data = append(data, segment(0xC4, ends...)...)
	data = append(data, segment(markSOS, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0)...)
	var code []byte // of zeros and ones
	for _, v := range stored {
		if v == 0 {
			code = append(code, 0, 0)
			continue
		}
		code = append(code, 1, 0)
		if v < 0 {
			v += 127
		}
		for bit := 6; bit >= 0; bit-- {
			code = append(code, byte(v>>bit&1))
		}
		code = append(code, 0)
	}
	for len(code)%8 != 0 {
		code = append(code, 1)
	}
	for i := 0; i < len(code); i += 8 {
		var b byte
		for _, bit := range code[i : i+8] {
			b = b<<1 | bit
		}
		data = append(data, b)
		if b == 0xFF {
			data = append(data, 0)
		}
	}
	return append(data, 0xFF, markEOI)
}

// load loads one picture from a folder of its own.
func load(t testing.TB, name string, data []byte) (*book.Picture, book.Diags) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
		t.Fatal(err)
	}
	opt := Options{Bounds: Bounds{Print: image.Pt(120, 160), Screen: image.Pt(100, 100)}}
	calls := []book.PictureCall{{Pos: book.Pos{File: "a.md", Line: 3, Col: 1}, Name: name}}
	pictures, diags := Load(dir, calls, opt)
	return pictures[name], diags
}

// loadWhole loads a picture that must be sound and returns it with its files decoded.
func loadWhole(t testing.TB, name string, data []byte) (p *book.Picture, print, screen image.Image) {
	t.Helper()
	p, diags := load(t, name, data)
	if p == nil {
		t.Fatalf("%s: %v", name, diags)
	}
	return p, decoded(t, p.Print), decoded(t, p.Screen)
}

// decoded decodes a file and holds it to the promises of its type.
func decoded(t testing.TB, f book.PictureFile) image.Image {
	t.Helper()
	img, kind, err := image.Decode(bytes.NewReader(f.Data))
	if err != nil {
		t.Fatal(err)
	}
	if "image/"+kind != f.MIME || img.Bounds().Size() != image.Pt(f.Width, f.Height) {
		t.Errorf("%s %d × %d is called %s, %d × %d", kind, img.Bounds().Dx(), img.Bounds().Dy(), f.MIME, f.Width, f.Height)
	}
	switch img.(type) {
	case *image.Gray, *image.YCbCr, *image.RGBA, *image.Paletted:
	default:
		t.Errorf("the file holds %T", img)
	}
	if o, ok := img.(interface{ Opaque() bool }); ok && !o.Opaque() {
		t.Error("the file is transparent")
	}
	return img
}
