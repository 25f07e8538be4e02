package book

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

func TestLoadPictures(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "outside.png")
	write := func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	grey := image.NewGray16(image.Rect(0, 0, 4, 3))
	grey.SetGray16(1, 1, color.Gray16{0x8000})
	plain := image.NewPaletted(image.Rect(0, 0, 5, 2), palette.Plan9)
	var pngData, jpegData, gifData bytes.Buffer
	if err := png.Encode(&pngData, grey); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&jpegData, image.NewRGBA(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&gifData, plain, nil); err != nil {
		t.Fatal(err)
	}
	write(filepath.Join(dir, "grey.png"), pngData.Bytes())
	write(filepath.Join(dir, "photo.jpg"), jpegData.Bytes())
	write(filepath.Join(dir, "flat.gif"), gifData.Bytes())
	write(filepath.Join(dir, "cut.png"), pngData.Bytes()[:pngData.Len()-20])
	write(filepath.Join(dir, "text.png"), []byte("not a picture"))
	write(filepath.Join(dir, "huge.png"), pngHeader(60_000, 60_000))
	write(outside, pngData.Bytes())
	if err := os.Symlink(outside, filepath.Join(dir, "link.png")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	names := []string{"grey.png", "photo.jpg", "flat.gif", "cut.png", "text.png", "huge.png", "link.png",
		"../outside.png", "/etc/hostname", "absent.png"}
	pictures, diags := LoadPictures(dir, names)
	got := map[string]Code{}
	for _, d := range diags {
		got[filepath.Base(d.File)] += d.Code + " "
	}
	want := map[string]Code{"cut.png": "picture-format ", "text.png": "picture-format ", "huge.png": "picture-large ",
		"link.png": "path-outside "} // names that lead out are for those who show them
	for name, code := range want {
		if got[name] != code {
			t.Errorf("%s: messages %q, want %q", name, got[name], code)
		}
	}
	for name := range want {
		if p, reported := pictures[name]; p != nil || !reported {
			t.Errorf("%s: the picture is %v, want nil", name, p)
		}
	}
	if len(got) != len(want) || len(pictures) != 3+4 {
		t.Errorf("messages %v, %d pictures", diags, len(pictures))
	}
	if p := pictures["photo.jpg"]; p == nil || p.MIME != "image/jpeg" || !bytes.Equal(p.Data, jpegData.Bytes()) || p.Width != 8 {
		t.Errorf("the photograph is not kept as it is")
	}
	for name, size := range map[string]image.Point{"grey.png": {4, 3}, "flat.gif": {5, 2}} {
		p := pictures[name]
		if p == nil || p.MIME != "image/png" {
			t.Fatalf("%s is no PNG", name)
		}
		img, err := png.Decode(bytes.NewReader(p.Data))
		if err != nil || img.Bounds().Size() != size || img.Bounds().Dx() != p.Width {
			t.Errorf("%s: %v %v", name, img.Bounds(), err)
		}
		if m := img.ColorModel(); m == color.Gray16Model || m == color.NRGBA64Model {
			t.Errorf("%s keeps 16 bits a channel", name)
		}
	}
	again, _ := LoadPictures(dir, names)
	if !bytes.Equal(again["flat.gif"].Data, pictures["flat.gif"].Data) {
		t.Error("the same picture gives other bytes")
	}
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
