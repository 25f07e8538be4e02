package picture

import (
	"bytes"
	"image"
	"strings"
	"testing"

	"publish/book/picture/svg"
)

// A drawing is painted for paper, stays one for screens, and can neither act nor
// lead out of the book.
func TestDrawing(t *testing.T) {
	const file = `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
		<svg xmlns="http://www.w3.org/2000/svg" width="48" height="24" onload="alert(1)"><script>alert(1)</script>
		<rect width="24" height="24" fill="red"/></svg>`
	p, diags := load(t, "two.svg", []byte(file))
	if p == nil || len(diags) > 0 {
		t.Fatal(diags)
	}
	if !p.Vector || p.Width != 48 || p.Height != 24 {
		t.Errorf("%d × %d, a drawing: %v", p.Width, p.Height, p.Vector)
	}
	print := decoded(t, p.Print)
	if print.Bounds().Size() != image.Pt(120, 60) {
		t.Errorf("on paper %v", print.Bounds())
	}
	left, _, _, _ := print.At(10, 10).RGBA()
	_, right, _, _ := print.At(110, 10).RGBA()
	if _, green, _, _ := print.At(10, 10).RGBA(); left != 0xFFFF || green != 0 || right != 0xFFFF {
		t.Errorf("left %v, right %v", print.At(10, 10), print.At(110, 10))
	}
	if p.Screen.MIME != mimeSVG || bytes.Contains(p.Screen.Data, []byte("alert")) || !svg.Is(p.Screen.Data) {
		t.Errorf("for screens %s\n%s", p.Screen.MIME, p.Screen.Data)
	}
}

// A drawing that is too large for readers is painted for them too.
func TestLargeDrawing(t *testing.T) {
	file := `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="240"><path fill="red" d="M0 0` + strings.Repeat(" L 100.00 100.00", 80_000) + `"/></svg>`
	p, diags := load(t, "map.svg", []byte(file))
	if p == nil {
		t.Fatal(diags)
	}
	if got := decoded(t, p.Screen).Bounds().Size(); p.Screen.MIME != mimePNG || got != image.Pt(100, 50) {
		t.Errorf("for screens %s, %v", p.Screen.MIME, got)
	}
}

func TestBadDrawings(t *testing.T) {
	const head = `<svg xmlns="http://www.w3.org/2000/svg">`
	for file, want := range map[string]string{
		head + strings.Repeat("<g/>", 200_000) + `</svg>`: "picture-large",
		head + `<rect>`:                                                     "picture-format",
		head + `<image href="a.png"/></svg>`:                                "picture-parts",
		`<svg xmlns="http://www.w3.org/2000/svg"`:                           "picture-format",
		`<!DOCTYPE svg [<!ENTITY a "&b;">]>` + head + `<g id="&a;"/></svg>`: "picture-format",
	} {
		if _, diags := load(t, "x.svg", []byte(file)); len(diags) != 1 || string(diags[0].Code) != want {
			t.Errorf("%.60s: %v, want %s", file, diags, want)
		}
	}
}
