package pdf

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"publish/layout"
	"publish/layout/imposition"
)

// TestInk draws shapes and lines in colours: each has its own, the rest is black, and a
// colour is not said twice. The page begins in black, as gofpdf says.
func TestInk(t *testing.T) {
	red := layout.Ink{R: 255}
	at := func(op byte, xy ...layout.Length) layout.Step {
		s := layout.Step{Op: op}
		for i := range xy[:len(xy)/2] {
			s.Points[i] = layout.Vertex{X: xy[2*i] * layout.Point, Y: xy[2*i+1] * layout.Point}
		}
		return s
	}
	shape := &layout.Shape{Ink: red, Path: []layout.Step{at('m', 10, 10), at('l', 20, 10), at('c', 20, 20, 15, 25, 10, 20)}}
	c := newComposer(t)
	c.newPage("1")
	c.page.Items = append(c.page.Items, shape, shape)
	c.paragraph("coloured", body)
	c.line.Ink = layout.Ink{G: 102}
	c.paragraph("black", body)
	c.page.Items = append(c.page.Items, &layout.Rule{X: 0, Y: 0, Width: layout.Point, Height: layout.Point})
	r := openFile(t, c.write(Options{}))
	content := string(r.inflate(r.get(r.pages()[0].get("Contents")).(*stream)))
	operators := regexp.MustCompile(`(?m)^.* (?:rg|g|f|c)$`).FindAllString(content, -1)
	want := "0.000 g|1 0 0 rg|20 575 15 570 10 575 c|20 575 15 570 10 575 c|0 .4 0 rg|0 g|0 594 1 1 re f"
	if got := strings.Join(operators, "|"); got != want {
		t.Errorf("got  %s\nwant %s\n%s", got, want, content)
	}
	shape.Path[0].Op = 'q'
	if err := Write(new(counter), c.doc, Options{}); err == nil {
		t.Error("an unknown step: no error")
	}
}

// TestPageBoxes holds the boxes of a sheet that is printed beyond its edges.
func TestPageBoxes(t *testing.T) {
	doc := numbered(t, 1)
	side := imposition.Side{Width: 500 * layout.Point, Height: 700 * layout.Point,
		Trim:  imposition.Box{X: 30 * layout.Point, Y: 40 * layout.Point, Width: 420 * layout.Point, Height: 595 * layout.Point},
		Bleed: imposition.Box{X: 20 * layout.Point, Y: 30 * layout.Point, Width: 440 * layout.Point, Height: 615 * layout.Point},
		Pages: []imposition.Placement{{Width: testWidth, Height: testHeight}}}
	var b bytes.Buffer
	if err := WriteSheets(&b, doc, []imposition.Side{side}, Options{}); err != nil {
		t.Fatal(err)
	}
	r := openFile(t, b.Bytes())
	for box, want := range map[name]string{"MediaBox": "[0 0 500 700]", "TrimBox": "[30 65 450 660]", "BleedBox": "[20 55 460 670]"} {
		if got := string(r.pages()[0].get(box).write(nil)); got != want {
			t.Errorf("%s %s, want %s", box, got, want)
		}
	}
}
