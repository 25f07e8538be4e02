package validators

import (
	"image"
	"testing"
)

func TestAlike(t *testing.T) { Alike(t, makeHelveticaPDF(t), 1) }

// TestAlikeInBrowser has pdf.js draw a page that was drawn quite otherwise before.
func TestAlikeInBrowser(t *testing.T) {
	black := image.NewGray(image.Rect(0, 0, 111, 111))
	path, dir := makeHelveticaPDF(t), t.TempDir()
	found, err := alikeInBrowser(dir, path, []int{1}, []*image.Gray{black})
	report(t, "pdf.js", nil, err)
	if len(found) != 1 || found[0].Rule != "pdf.js" {
		t.Errorf("another drawing passes: %v", found)
	}
	if _, err := alikeInBrowser(dir, spoilPDF(t, path, "startxref", "startxxxx"), []int{9}, []*image.Gray{black}); err == nil {
		t.Error("a page that is not there passes")
	}
}

// TestDifference compares a white page with one that is grey in a part.
func TestDifference(t *testing.T) {
	white := func() *image.Gray {
		m := image.NewGray(image.Rect(0, 0, 100, 150))
		for i := range m.Pix {
			m.Pix[i] = 255
		}
		return m
	}
	line, speck := white(), white()
	for x := 20; x < 80; x++ {
		for y := 64; y < 70; y++ {
			line.Pix[line.PixOffset(x, y)] = 0
		}
	}
	speck.Pix[speck.PixOffset(50, 50)] = 0
	if difference(white(), line) == "" || difference(line, white()) == "" {
		t.Error("a line that is missing passes")
	}
	if text := difference(white(), speck); text != "" {
		t.Errorf("a speck: %s", text)
	}
	if difference(white(), image.NewGray(image.Rect(0, 0, 100, 160))) == "" {
		t.Error("a page of another size passes")
	}
	if _, err := readGreymap([]byte("P5\n2 2\n255\nabc")); err == nil {
		t.Error("a greymap that is cut short passes")
	}
}
