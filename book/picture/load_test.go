package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/color/palette"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"publish/book"
)

// Every kind of picture comes out upright, opaque and within the bounds of its
// edition.
func TestKinds(t *testing.T) {
	wide := scene(240, 80)
	grey := image.NewGray16(wide.Rect)
	deep := image.NewNRGBA64(wide.Rect)
	inks := image.NewCMYK(wide.Rect)
	few := image.NewPaletted(wide.Rect, palette.Plan9)
	for y := range 80 {
		for x := range 240 {
			for _, img := range []interface{ Set(x, y int, c color.Color) }{grey, deep, inks, few} {
				img.Set(x, y, wide.At(x, y))
			}
		}
	}
	tests := map[string]struct {
		data []byte
		mime string
	}{
		"plain.png": {pngOf(t, wide), mimePNG},
		"grey.png":  {pngOf(t, grey), ""},
		"deep.png":  {pngOf(t, deep), mimePNG},
		"few.png":   {pngOf(t, few), ""},
		"photo.jpg": {jpegOf(t, wide), mimeJPEG},
		"few.gif":   {gifOf(t, few), ""},
		"one.webp":  {riff([]byte("VP8L"), vp8l(240, 80, color.NRGBA{255, 0, 0, 255})), mimePNG},
	}
	for name, test := range tests {
		p, print, screen := loadWhole(t, name, test.data)
		if p.Width != 240 || p.Height != 80 || print.Bounds().Size() != image.Pt(120, 40) || screen.Bounds().Size() != image.Pt(100, 33) {
			t.Errorf("%s: %d × %d, on paper %v, on screens %v", name, p.Width, p.Height, print.Bounds(), screen.Bounds())
		}
		if test.mime != "" && p.Print.MIME != test.mime {
			t.Errorf("%s becomes %s", name, p.Print.MIME)
		}
		want := "RGBk"
		switch name {
		case "grey.png":
			want = "kkkk"
		case "one.webp":
			want = "RRRR"
		}
		if got := corners(print); got != want && name != "grey.png" {
			t.Errorf("%s: corners %s, want %s", name, got, want)
		}
	}
}

// A picture that is small enough is never enlarged, and keeps its very pixels.
func TestKept(t *testing.T) {
	small := scene(60, 40)
	photo := jpegOf(t, small)
	p, _, _ := loadWhole(t, "photo.jpg", photo)
	if !bytes.Equal(p.Print.Data, photo) || !bytes.Equal(p.Screen.Data, photo) {
		t.Error("a photograph that fits is changed")
	}
	dirty := withSegment(withSegment(photo, markAPP1, append([]byte("Exif\x00\x00"), exifOf(binary.LittleEndian, 1)...)), markCOM, []byte("SECRET"))
	dirty = withSegment(dirty, 0xE2, []byte("ICC_PROFILE\x00\x01\x01 no profile at all"))
	p, _, _ = loadWhole(t, "dirty.jpg", append(dirty, "SECRET tail"...))
	if !bytes.Equal(p.Print.Data, photo) {
		t.Error("a photograph is not freed of its metadata, or more is changed")
	}
	drawn := pngOf(t, small)
	noted := withChunk(withChunk(withChunk(drawn, "tEXt", []byte("Comment\x00SECRET")), "iCCP", []byte("x\x00\x00broken")), "eXIf", exifOf(binary.BigEndian, 1))
	p, _, _ = loadWhole(t, "noted.png", noted)
	if !bytes.Equal(p.Screen.Data, drawn) || bytes.Contains(p.Print.Data, []byte("SECRET")) {
		t.Error("a drawing is not freed of its metadata, or more is changed")
	}
}

// The eight orientations come out upright, in each kind of file that has them.
func TestOrientation(t *testing.T) {
	upright := scene(90, 60)
	for o := orientation(1); o <= 8; o++ {
		stored := storedAs(upright, o)
		order := binary.AppendByteOrder(binary.LittleEndian)
		if o%2 == 0 {
			order = binary.BigEndian
		}
		exif := exifOf(order, uint16(o))
		for name, data := range map[string][]byte{
			"a.jpg": withSegment(jpegOf(t, stored), markAPP1, append([]byte("Exif\x00\x00"), exif...)),
			"a.png": withChunk(pngOf(t, stored), "eXIf", exif),
		} {
			p, print, screen := loadWhole(t, name, data)
			if p.Width != 90 || p.Height != 60 || print.Bounds().Size() != image.Pt(90, 60) {
				t.Errorf("%s, orientation %d: %d × %d, on paper %v", name, o, p.Width, p.Height, print.Bounds())
			}
			if got := corners(print) + corners(screen); got != "RGBkRGBk" {
				t.Errorf("%s, orientation %d: corners %s", name, o, got)
			}
			if bytes.Contains(p.Print.Data, []byte("SECRET")) || bytes.Contains(p.Screen.Data, []byte("SECRET")) {
				t.Errorf("%s, orientation %d: metadata are left", name, o)
			}
		}
	}
	for _, exif := range []string{"", "II*\x00", "II*\x00\xff\xff\xff\xff", "MM\x00*\x00\x00\x00\x08\xff\xff", "II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x63\x00\x00\x00"} {
		if o := readOrientation([]byte(exif)); o != 1 {
			t.Errorf("broken Exif %q gives orientation %d", exif, o)
		}
	}
}

// storedAs returns a picture as a camera stores it that was held so that o makes it
// upright.
func storedAs(upright *image.RGBA, o orientation) *image.RGBA {
	size := upright.Rect.Size()
	if o.swaps() {
		size = image.Pt(size.Y, size.X)
	}
	stored := image.NewRGBA(image.Rectangle{Max: size})
	for y := range upright.Rect.Dy() {
		for x := range upright.Rect.Dx() {
			sx, sy := o.source(x, y, size.X, size.Y)
			stored.Set(sx, sy, upright.At(x, y))
		}
	}
	return stored
}

// What is transparent lies on white.
func TestTransparent(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 40, 30))
	for i := range 20 {
		img.SetNRGBA(i, i, color.NRGBA{A: 128})
	}
	_, print, screen := loadWhole(t, "clear.png", pngOf(t, img))
	for _, out := range []image.Image{print, screen} {
		if r, _, _, _ := out.At(39, 0).RGBA(); r != 0xFFFF {
			t.Errorf("nothing comes out as %v", out.At(39, 0))
		}
		if r, _, _, _ := out.At(5, 5).RGBA(); r>>8 < 126 || r>>8 > 128 {
			t.Errorf("half black comes out as %v", out.At(5, 5))
		}
	}
	_, print, _ = loadWhole(t, "clear.webp", riff([]byte("VP8L"), vp8l(30, 20, color.NRGBA{0, 0, 0, 0})))
	if r, _, _, _ := print.At(3, 3).RGBA(); r != 0xFFFF {
		t.Errorf("nothing in WebP comes out as %v", print.At(3, 3))
	}
}

// A picture in inks comes out in the colours that they give.
func TestInks(t *testing.T) {
	for about, test := range map[string]struct {
		transform byte
		stored    [4]int // from -127 to 127: what is left of white by cyan, magenta, yellow and black; or lightness of the inks, its colour, and black
		want      color.RGBA
	}{
		"red":                {0, [4]int{127, -127, -127, 127}, color.RGBA{255, 0, 0, 255}},
		"black":              {0, [4]int{127, 127, 127, -127}, color.RGBA{0, 0, 0, 255}},
		"white by lightness": {2, [4]int{-127, 0, 0, 127}, color.RGBA{255, 255, 255, 255}},
	} {
		_, print, screen := loadWhole(t, "inks.jpg", inkJPEG(test.transform, test.stored))
		for _, img := range []image.Image{print, screen} {
			r, g, b, _ := img.At(3, 3).RGBA()
			for i, v := range [3]uint32{r, g, b} {
				want := [3]uint8{test.want.R, test.want.G, test.want.B}[i]
				if got := int(v >> 8); got < int(want)-4 || got > int(want)+4 {
					t.Errorf("%s: %v, want %v", about, img.At(3, 3), test.want)
					break
				}
			}
		}
	}
}

// A first frame that is smaller than the screen stands at its place on white.
func TestGIFFrame(t *testing.T) {
	frame := image.NewPaletted(image.Rect(0, 0, 10, 10), color.Palette{color.Black, color.RGBA{255, 0, 0, 255}})
	data := gifOf(t, frame)
	binary.LittleEndian.PutUint16(data[6:], 40) // the screen
	binary.LittleEndian.PutUint16(data[8:], 30)
	at := bytes.LastIndex(data, []byte{0x2C, 0, 0, 0, 0, 10, 0, 10, 0})
	data[at+1], data[at+3] = 20, 15
	_, print, _ := loadWhole(t, "frame.gif", data)
	if print.Bounds().Size() != image.Pt(40, 30) {
		t.Fatalf("the screen is %v", print.Bounds())
	}
	inside, _, _, _ := print.At(25, 20).RGBA()
	outside, _, _, _ := print.At(5, 5).RGBA()
	if inside != 0 || outside != 0xFFFF {
		t.Errorf("inside %x, outside %x", inside, outside)
	}
}

// Broken and hostile files end in a message at the place that calls, soon and in
// little memory.
func TestBadPictures(t *testing.T) {
	drawn, photo := pngOf(t, scene(60, 40)), jpegOf(t, scene(60, 40))
	flat := gifOf(t, image.NewPaletted(image.Rect(0, 0, 60, 40), palette.Plan9))
	bigScreen := bytes.Clone(flat)
	copy(bigScreen[6:], "\xff\xff\xff\xff")
	huge := make([]byte, 10)
	huge[4], huge[5], huge[7], huge[8] = 0xFF, 0xFF, 0xFF, 0xFF
	small := make([]byte, 10)
	small[4], small[7] = 9, 9
	tests := []struct {
		about, want string
		data        []byte
	}{
		{"empty", "picture-format", nil},
		{"text", "picture-format", []byte("no picture")},
		{"a PNG header of 100000 × 100000", "picture-large", pngHeader(100_000, 100_000)},
		{"a PNG header of 2147483647 × 2", "picture-large", pngHeader(1<<31-1, 2)},
		{"a PNG header of 0 × 0", "picture-format", pngHeader(0, 0)},
		{"a PNG that ends early", "picture-format", drawn[:len(drawn)-30]},
		{"a PNG with nothing but a header", "picture-format", pngHeader(100, 100)},
		{"a JPEG that ends early", "picture-format", photo[:len(photo)/2]},
		{"a JPEG without its end", "picture-format", photo[:len(photo)-2]},
		{"a JPEG of 65535 × 65535", "picture-large", jpegSize(photo, 65535, 65535)},
		{"a JPEG of thousands of passes", "picture-format", manyScans(t)},
		{"a GIF with a screen of 65535 × 65535", "picture-large", bigScreen},
		{"a GIF that ends early", "picture-format", flat[:len(flat)-10]},
		{"a WebP of 16384 × 16384 in forty bytes", "picture-large", riff([]byte("VP8L"), vp8l(16384, 16384, color.NRGBA{}))},
		{"a large WebP in a small frame", "picture-format", riff([]byte("VP8X"), small, []byte("VP8L"), vp8l(16384, 16384, color.NRGBA{}))},
		{"a WebP frame of 65536 × 65536", "picture-format", riff([]byte("VP8X"), huge)},
		{"a WebP that ends early", "picture-format", riff([]byte("VP8L"), vp8l(60, 40, color.NRGBA{}))[:30]},
		{"a WebP that moves", "picture-format", riff([]byte("VP8X"), small, []byte("ANIM"), make([]byte, 6))},
		{"a compressed drawing", "picture-format", []byte("\x1f\x8b\x08\x00\x00\x00\x00\x00")},
	}
	for _, test := range tests {
		before := allocated()
		p, diags := load(t, "x.png", test.data)
		if len(diags) != 1 || string(diags[0].Code) != test.want || p != nil {
			t.Errorf("%s: %v, want %s", test.about, diags, test.want)
			continue
		}
		if d := diags[0]; d.File != "a.md" || d.Line != 3 || !strings.Contains(d.Text, `"x.png"`) {
			t.Errorf("%s: the message %v is not at the call", test.about, d)
		}
		if used := allocated() - before; used > 64<<20 {
			t.Errorf("%s: takes %d MB", test.about, used>>20)
		}
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// jpegSize writes another size into the frame of a JPEG file.
func jpegSize(data []byte, w, h uint16) []byte {
	data = bytes.Clone(data)
	at := bytes.Index(data, []byte{0xFF, markSOF0})
	binary.BigEndian.PutUint16(data[at+5:], h)
	binary.BigEndian.PutUint16(data[at+7:], w)
	return data
}

// manyScans returns a progressive JPEG whose passes are empty: each takes some
// bytes in the file and a visit of every block in the decoder.
func manyScans(t *testing.T) []byte {
	data := jpegSize(jpegOf(t, scene(60, 40)), 6000, 6000)
	data[bytes.Index(data, []byte{0xFF, markSOF0})+1] = markSOF2
	scan := []byte{0xFF, markSOS, 0, 8, 1, 1, 0, 1, 5, 0, 0}
	return append(append(data[:len(data)-2], bytes.Repeat(scan, 5000)...), 0xFF, markEOI)
}

// Names are found as a wiki finds them; nothing is found outside the folder; a name
// that is not there is no trouble of this package.
func TestNames(t *testing.T) {
	dir := t.TempDir()
	data := pngOf(t, scene(8, 8))
	outside := filepath.Join(t.TempDir(), "outside.png")
	for _, name := range []string{filepath.Join(dir, "The_Press.png"), outside} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.png"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "link.png")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	tests := map[string]string{
		"The_Press.png": "found", "The Press.png": "found", "the Press.png": "found", "The%20Press.png": "found", "File:The Press.png": "found",
		"absent.png": "absent", "the PRESS.png": "absent", "https://example.org/a.png": "absent",
		"folder.png": "picture-format", "link.png": "path-outside", "../outside.png": "absent", "/etc/hostname": "absent",
		"%2e%2e/outside.png": "absent", `..\outside.png`: "absent", "C:/outside.png": "absent", "a\x00.png": "absent",
	}
	for name, want := range tests {
		pictures, diags := Load(dir, []book.PictureCall{{Name: name}, {Name: name}}, Options{})
		p, known := pictures[name]
		got := "absent"
		switch {
		case len(diags) == 1 && p == nil && known:
			got = string(diags[0].Code)
		case p != nil:
			got = "found"
		}
		if got != want || len(diags) > 1 {
			t.Errorf("%q: %s, want %s: %v", name, got, want, diags)
		}
	}
	if pictures, diags := Load(filepath.Join(dir, "nowhere"), []book.PictureCall{{Name: "a.png"}}, Options{}); len(pictures) > 0 || len(diags) > 0 {
		t.Errorf("a folder that is not there gives %v %v", pictures, diags)
	}
}

// The same pictures give the same bytes, whatever the number of workers, and Memory
// is told of no more than may be in work.
func TestSameBytes(t *testing.T) {
	dir := t.TempDir()
	var calls []book.PictureCall
	for i := range 12 {
		name := fmt.Sprintf("%d.jpg", i)
		if err := os.WriteFile(filepath.Join(dir, name), jpegOf(t, scene(200+40*i, 300)), 0o600); err != nil {
			t.Fatal(err)
		}
		calls = append(calls, book.PictureCall{Name: name})
	}
	var first map[string]*book.Picture
	for _, jobs := range []int{1, 3, 8} {
		told, most, size := int64(0), int64(0), int64(0)
		got, diags := Load(dir, calls, Options{Jobs: jobs, Bounds: Bounds{Print: image.Pt(150, 150)}, Memory: func(n int64) {
			told += n
			most = max(most, told)
		}})
		for _, p := range got {
			size += int64(len(p.Print.Data) + len(p.Screen.Data))
		}
		if len(diags) > 0 || told != size || most > inWork {
			t.Fatalf("%v, told of %d bytes, at most %d; the files take %d", diags, told, most, size)
		}
		if first == nil {
			first = got
		}
		for name, p := range got {
			if !bytes.Equal(p.Print.Data, first[name].Print.Data) || !bytes.Equal(p.Screen.Data, first[name].Screen.Data) {
				t.Errorf("%s: other bytes with %d workers", name, jobs)
			}
		}
	}
}
