package layout

import (
	"strings"
	"testing"

	"rsc.io/qr"
)

// TestCodeBoxes holds that the boxes of a code cover its black modules, each once, and
// nothing else.
func TestCodeBoxes(t *testing.T) {
	for _, address := range []string{"https://press.example/", "https://press.example/" + strings.Repeat("long-", 20)} {
		code, err := qr.Encode(address, qr.M)
		if err != nil {
			t.Fatal(err)
		}
		covered := map[[2]int]int{}
		for _, b := range codeBoxes(code, Point) {
			for y := b.Y / Point; y < (b.Y+b.Height)/Point; y++ {
				for x := b.X / Point; x < (b.X+b.Width)/Point; x++ {
					covered[[2]int{int(x), int(y)}]++
				}
			}
		}
		for y := range code.Size {
			for x := range code.Size {
				want := 0
				if code.Black(x, y) {
					want = 1
				}
				if got := covered[[2]int{x, y}]; got != want {
					t.Fatalf("module %d, %d of %d is covered %d times, want %d", x, y, code.Size, got, want)
				}
			}
		}
	}
}

// TestCodeSize holds that codes stay in their room and that their modules can be read; an
// address that is too long for both has none.
func TestCodeSize(t *testing.T) {
	for n := 10; n < 600; n += 10 {
		code, ok := qrCode("https://press.example/" + strings.Repeat("x", n))
		if !ok {
			if n < 250 {
				t.Errorf("no code for an address of %d letters", n)
			}
			continue
		}
		if code.Width > codeRoom || code.Width != code.Height {
			t.Errorf("%d letters: a code of %s by %s", n, code.Width, code.Height)
		}
		least := code.Width
		for _, b := range code.Boxes {
			least = min(least, b.Width, b.Height)
		}
		if least < codeLeast {
			t.Errorf("%d letters: modules of %s", n, least)
		}
	}
}
