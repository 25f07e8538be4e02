package svg

import (
	"encoding/xml"
	"image"
	"io"
	"strings"
	"testing"

	"publish/fonts"
)

// FuzzDrawing holds the cleaner to its promise: what it writes is well-formed, of
// known elements and attributes, leads nowhere, and is the same when it is cleaned
// again; and the painter ends.
func FuzzDrawing(f *testing.F) {
	for _, inner := range []string{
		``, `<rect width="9" height="9" style="fill:url(#a) red"/>`, `<style>.a,b{fill:red}@media x{}</style><g class="a"/>`,
		`<path d="M0 0a1 1 0 01 2 2z" stroke="red" stroke-dasharray="1 2"/>`, `<text x="1 2" dy="1em">A<tspan>b</tspan></text>`,
		`<clipPath id="c"><circle r="3"/></clipPath><use href="#c" clip-path="url(#c)"/>`,
		`<linearGradient id="g"><stop offset="50%" stop-color="hsl(1,2%,3%)"/></linearGradient><rect fill="url(#g)" width="9" height="9"/>`,
		`<script>1</script><a xlink:href="javascript:1"><image/></a>`,
	} {
		f.Add(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">` + inner + `</svg>`)
	}
	f.Add(`<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;"/>`)
	family, err := fonts.Default()
	if err != nil {
		f.Fatal(err)
	}
	shaper := fonts.NewShaper(family)
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Read([]byte(text))
		if err != nil {
			return
		}
		out := string(d.Bytes())
		checkClean(t, out)
		again, err := Read([]byte(out))
		if err != nil {
			t.Fatalf("the cleaned drawing cannot be read: %v\n%s", err, out)
		}
		if w, h := d.Size(); w < 1 || h < 1 || w > maxSide || h > maxSide {
			t.Errorf("%d × %d", w, h)
		}
		// A paint that gives up is well; one that does not end is not.
		_, _ = again.Paint(image.Pt(30, 30), shaper)
	})
}

// checkClean holds a cleaned drawing to the lists of what is kept.
func checkClean(t *testing.T, text string) {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if e.Name.Space != svgSpace || !knownElement(e.Name.Local) || e.Name.Local == "a" || e.Name.Local == "switch" {
			t.Errorf("the element %v is left in\n%s", e.Name, text)
		}
		for _, a := range e.Attr {
			switch {
			case a.Name.Space == "xmlns" || a.Name.Local == "xmlns" || a.Name.Local == "version":
			case a.Name.Local == "href":
				if !strings.HasPrefix(a.Value, "#i") {
					t.Errorf("a reference to %q is left", a.Value)
				}
			case !isProperty(a.Name.Local) && !isAttribute(a.Name.Local):
				t.Errorf("the attribute %v is left in\n%s", a.Name, text)
			case strings.Contains(strings.ReplaceAll(strings.ToLower(a.Value), "url(#i", ""), "url"):
				if strings.Contains(strings.ToLower(a.Value), "url(") && !strings.HasPrefix(a.Value, "url(#i") {
					t.Errorf("the value %q is left", a.Value)
				}
			}
		}
	}
}
