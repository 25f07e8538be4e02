package main

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"publish/book"
	"publish/layout"
	"publish/output/validators"
)

// TestWrapCover builds a cover, holds the file to other programs, and reads its barcode
// from a picture of it.
func TestWrapCover(t *testing.T) {
	dir := t.TempDir()
	manifest := "title: Night Press\ndate: 2026-03-01\nchapters: [One]\nidentifier: urn:isbn:978-0-306-40615-7\n" +
		"description: A press prints at night.\neditions: [wrap-cover]\nwrap-cover: {spine: 9mm, add-on: '52495'}\n"
	for name, text := range map[string]string{"book.yaml": manifest, "One.md": "A sheet is folded once for a folio.\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, messages, status := publishTest(t, "build", "-q", filepath.Join(dir, "book.yaml"))
	if status != 0 {
		t.Fatalf("exit status %d\n%s", status, messages)
	}
	path := filepath.Join(dir, "editions", "night-press-wrap-cover.pdf")
	validators.QPDF(t, path)
	validators.MuTool(t, path)
	text := validators.PDFText(t, path)
	for _, want := range []string{"A press prints at night.", "ISBN 978-0-306-40615-7", "Night Press"} {
		if !strings.Contains(text, want) {
			t.Errorf("the cover does not say %q:\n%s", want, text)
		}
	}
	const want = "10101110110001001010011101111010100111010111101010101110011100101010000110011010011101000100101" +
		"0000000000" + "10110111001010010011010011101010001011010110001"
	if got := scan(validators.Picture(t, path, 1, 300)); !strings.Contains(got, want) {
		t.Errorf("no line of the picture has the modules\n%s, only\n%s", want, got)
	}
}

// scan reads a picture of 300 dots to the inch as a scanner does: line by line, black
// and white, in modules of 0.33 mm from the first black dot. It returns the lines that
// have as many changes as a symbol with an add-on.
func scan(im *image.Gray) string {
	var found []string
	for y := 0; y < im.Rect.Dy(); y += 8 {
		row := im.Pix[y*im.Stride : y*im.Stride+im.Rect.Dx()/2]
		for x := 1; x < len(row); x++ {
			if row[x] < 128 && row[x-1] >= 128 {
				found = append(found, modulesFrom(row[x:]))
				break
			}
		}
	}
	return strings.Join(found, "\n")
}

// modulesFrom returns the modules of a row that begins with a bar.
func modulesFrom(row []byte) string {
	const count, width = 95 + 10 + 47, 330 * 300
	var b strings.Builder
	for i := range count {
		x := (2*i + 1) * width / 2 / 25_400 // the middle of the module
		if x >= len(row) {
			break
		}
		b.WriteByte('0' + 1 - row[x]>>7)
	}
	return b.String()
}

// TestWrapSpine holds the width of a spine to pages and paper.
func TestWrapSpine(t *testing.T) {
	for _, test := range []struct {
		spec  book.WrapCoverSpec
		pages int
		want  int64
	}{
		{book.WrapCoverSpec{Paper: 100, Spine: -1}, 300, 15_000},
		{book.WrapCoverSpec{Paper: 100, Spine: -1, Stock: 250}, 301, 15_600},
		{book.WrapCoverSpec{Paper: 100, Spine: 12_500, Stock: 250}, 301, 12_500},
		{book.WrapCoverSpec{Paper: 100, Spine: 0}, 301, 0},
	} {
		if got := wrapSpine(&book.Manifest{WrapCover: test.spec}, test.pages); got != test.want {
			t.Errorf("%d pages, %+v: %d", test.pages, test.spec, got)
		}
	}
	if got := tenths(micrometres(layout.Millimetres(6_350))); got != "6.3" {
		t.Errorf("6.35 mm is read as %s", got)
	}
}
