package svg

import (
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"strings"
	"testing"

	"publish/fonts"
)

func drawing(t testing.TB, inner string) *Drawing {
	t.Helper()
	d, err := Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">` + inner + `</svg>`))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func paint(t testing.TB, d *Drawing, w, h int) *image.RGBA {
	t.Helper()
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	img, err := d.Paint(image.Pt(w, h), fonts.NewShaper(family))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// What is painted, by the colours of some pixels of a drawing of 100 × 100.
func TestPaint(t *testing.T) {
	white, red, green, blue, black := color.RGBA{255, 255, 255, 255}, color.RGBA{255, 0, 0, 255}, color.RGBA{0, 128, 0, 255}, color.RGBA{0, 0, 255, 255}, color.RGBA{0, 0, 0, 255}
	type spots map[image.Point]color.RGBA
	at := image.Pt
	tests := []struct {
		about, inner string
		want         spots
	}{
		{"a square", `<rect x="10" y="20" width="30" height="40" fill="red"/>`, spots{at(11, 21): red, at(39, 59): red, at(9, 30): white, at(40, 30): white, at(20, 60): white}},
		{"round corners", `<rect width="100" height="100" rx="40" fill="red"/>`, spots{at(2, 2): white, at(50, 2): red, at(97, 97): white}},
		{"a circle", `<circle cx="50" cy="50" r="40" style="fill:#00f"/>`, spots{at(50, 12): blue, at(50, 8): white, at(22, 22): blue, at(20, 20): white}},
		{"a path", `<path d="m10 10h80v80h-80zM30,30 70,30 70,70 30,70z" fill-rule="evenodd" fill="red"/>`, spots{at(20, 20): red, at(50, 50): white}},
		{"the other rule", `<path d="m10 10h80v80h-80zM30,30 70,30 70,70 30,70z" fill="red"/>`, spots{at(50, 50): red}},
		{"curves", `<path d="M0 50C0 0 100 0 100 50S0 100 0 50ZM10 10q5 5 10 0t10 0" fill="red"/>`, spots{at(50, 30): red, at(2, 2): white}},
		{"an arc", `<path d="M10 50a40 40 0 1180 0z" fill="red"/>`, spots{at(50, 15): red, at(50, 60): white, at(12, 12): white}},
		{"a line", `<line x1="10" y1="50" x2="90" y2="50" stroke="red" stroke-width="10"/>`, spots{at(50, 46): red, at(50, 54): red, at(50, 40): white, at(8, 50): white}},
		{"a square cap", `<line x1="10" y1="50" x2="90" y2="50" stroke="red" stroke-width="10" stroke-linecap="square"/>`, spots{at(6, 50): red, at(3, 50): white}},
		{"dashes", `<path d="M0 50H100" stroke="red" stroke-width="10" stroke-dasharray="20 30"/>`, spots{at(10, 50): red, at(30, 50): white, at(60, 50): red}},
		{"a corner", `<path d="M20 80V20H80" fill="none" stroke="red" stroke-width="20"/>`, spots{at(11, 11): red, at(50, 50): white}},
		{"a bevelled corner", `<path d="M20 80V20H80" fill="none" stroke="red" stroke-width="20" stroke-linejoin="bevel"/>`, spots{at(11, 11): white, at(20, 15): red}},
		{"a closed line", `<rect x="20" y="20" width="60" height="60" fill="none" stroke="blue" stroke-width="10"/>`, spots{at(16, 16): blue, at(50, 50): white, at(83, 83): blue}},
		{"transformations", `<g transform="translate(50 50) rotate(90)"><rect x="10" y="-5" width="30" height="10" fill="red" transform="scale(1,2)"/></g>`, spots{at(50, 70): red, at(42, 70): red, at(70, 50): white}},
		{"a style sheet", `<style>rect{fill:blue} .a{fill:red} #b{fill:green} @media print{.a{fill:blue}} /* .a{fill:blue} */</style><rect class="a" width="10" height="10"/><rect id="b" class="a" x="20" width="10" height="10"/><rect x="40" width="10" height="10" fill="red"/>`,
			spots{at(5, 5): red, at(25, 5): green, at(45, 5): blue}},
		{"uses", `<defs><g id="s"><rect id="q" width="10" height="10" fill="red"/></g><symbol id="y" viewBox="0 0 1 1"><rect width="1" height="1" fill="blue"/></symbol></defs><use xlink:href="#s" x="50" y="50"/><use href="#y" x="20" y="20" width="10" height="10"/>`,
			spots{at(5, 5): white, at(55, 55): red, at(25, 25): blue, at(35, 35): white}},
		{"a clip", `<clipPath id="c"><circle cx="50" cy="50" r="20"/></clipPath><rect width="100" height="100" fill="red" clip-path="url(#c)"/>`, spots{at(50, 50): red, at(50, 20): white}},
		{"a gradient", `<linearGradient id="g"><stop offset=".5" stop-color="red"/><stop offset=".5" style="stop-color:blue"/></linearGradient><rect x="10" y="10" width="80" height="80" fill="url(#g)"/>`, spots{at(20, 50): red, at(80, 50): blue}},
		{"a round gradient", `<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="50" cy="50" r="50"><stop offset=".5" stop-color="red"/><stop offset=".5" stop-color="blue"/></radialGradient><rect width="100" height="100" fill="url(#g)"/>`, spots{at(50, 50): red, at(50, 5): blue}},
		{"colours", `<g color="#f00"><rect width="10" height="10" fill="currentColor"/></g><rect x="20" width="10" height="10" fill="rgb(0,0,100%)"/><rect x="40" width="10" height="10" fill="hsl(0,100%,50%)"/><rect x="60" width="10" height="10" fill="none"/><rect x="80" width="10" height="10" fill="url(#none) red"/>`,
			spots{at(5, 5): red, at(25, 5): blue, at(45, 5): red, at(65, 5): white, at(85, 5): red}},
		{"half opaque", `<g opacity=".5"><rect width="10" height="10" fill="black"/></g>`, spots{at(5, 5): {127, 127, 127, 255}}},
		{"hidden", `<rect width="10" height="10" display="none"/><rect x="20" width="10" height="10" visibility="hidden"/>`, spots{at(5, 5): white, at(25, 5): white}},
		{"one of the languages", `<switch><g systemLanguage="de"><rect width="10" height="10" fill="red"/></g><g><rect width="10" height="10" fill="blue"/></g></switch>`, spots{at(5, 5): blue}},
		{"text", `<text x="50" y="90" font-size="120" text-anchor="middle" font-weight="bold">I</text>`, spots{at(50, 50): black, at(10, 50): white, at(90, 50): white}},
	}
	for _, test := range tests {
		img := paint(t, drawing(t, test.inner), 100, 100)
		for p, want := range test.want {
			if got := img.RGBAAt(p.X, p.Y); !alike(got, want) {
				t.Errorf("%s: %v is %v, want %v", test.about, p, got, want)
			}
		}
	}
}

func alike(a, b color.RGBA) bool {
	near := func(x, y uint8) bool { return max(x, y)-min(x, y) <= 2 }
	return near(a.R, b.R) && near(a.G, b.G) && near(a.B, b.B)
}

// What is cleaned is painted as before, and cleaning it again changes nothing.
func TestCleanTwice(t *testing.T) {
	const inner = `<style>.a{fill:red}</style><defs><g id="ö x"><path class="a" d="M0 0h50v50z"/></g></defs>
		<use xlink:href="#ö x" x="20"/><text x="5" y="90">A <a xlink:href="https://example.org">link</a> &amp; more</text>`
	first := drawing(t, inner)
	again, err := Read(first.Bytes())
	if err != nil {
		t.Fatalf("%v\n%s", err, first.Bytes())
	}
	one, two := paint(t, first, 100, 100), paint(t, again, 100, 100)
	if string(one.Pix) != string(two.Pix) {
		t.Errorf("the cleaned drawing looks else:\n%s", first.Bytes())
	}
	if w, h := again.Size(); w != 100 || h != 100 {
		t.Errorf("%d × %d", w, h)
	}
}

// Nothing that acts or leads out of the file is left.
func TestClean(t *testing.T) {
	for _, inner := range []string{
		`<script>alert(1)</script>`,
		`<rect onload="alert(1)" onclick="alert(1)" width="1" height="1"/>`,
		`<a xlink:href="javascript:alert(1)"><rect width="1" height="1"/></a>`,
		`<image xlink:href="https://example.org/a.png" width="1" height="1"/>`,
		`<image href="data:image/png;base64,AAAA"/>`,
		`<use xlink:href="https://example.org/a.svg#a"/>`,
		`<use href="other.svg#a"/>`,
		`<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://example.org"/></body></foreignObject>`,
		`<rect style="fill:url(https://example.org/a.svg#a)" width="1" height="1"/>`,
		`<rect fill="url(https://example.org/a.svg#a)" width="1" height="1"/>`,
		`<rect fill="u\72l(https://example.org/a.svg#a)" width="1" height="1"/>`,
		`<rect fill="red;background:url(https://example.org)" width="1" height="1"/>`,
		`<rect fill="url(#a) url(https://example.org)" width="1" height="1"/><g id="a"/>`,
		`<style>@import url("https://example.org/a.css"); @font-face{src:url(https://example.org)} rect{fill:url(https://example.org)}</style>`,
		`<style>*{fill:expression(alert(1))}</style><rect width="1" height="1"/>`,
		`<animate attributeName="href" values="javascript:alert(1)"/>`,
		`<set attributeName="onmouseover" to="alert(1)"/>`,
		`<g xml:base="https://example.org/"><rect width="1" height="1"/></g>`,
		`<metadata>https://example.org</metadata>`,
		`<!-- https://example.org --><?xml-stylesheet href="https://example.org/a.css"?>`,
		`<filter id="f"><feImage href="https://example.org"/></filter><rect filter="url(#f)" width="1" height="1"/>`,
		`<handler xmlns="http://www.w3.org/2001/xml-events">alert(1)</handler>`,
		`<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>`,
		`<text font-family="a';src:url(https://example.org)">x</text>`,
		`<rect cursor="url(https://example.org)" width="1" height="1"/>`,
	} {
		out := string(drawing(t, inner).Bytes())
		for _, bad := range []string{"alert", "example.org", "script", "data:", "iframe", "import", "style", "other.svg", " on"} {
			if strings.Contains(out, bad) {
				t.Errorf("%s leaves %q in\n%s", inner, bad, out)
			}
		}
		wellFormed(t, out)
	}
}

func wellFormed(t testing.TB, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	}
}

// hostile is a drawing made to cost or to lead astray, and how reading and painting
// it ends.
type hostile struct {
	about, text string
	ends        ending
}

// ending is how a drawing ends.
type ending int

const (
	painted ending = iota
	refused        // by an error about what it says
	stopped        // by a LimitError, before the cost of it is borne
)

func endingOf(err error) ending {
	var limit *LimitError
	switch {
	case err == nil:
		return painted
	case errors.As(err, &limit):
		return stopped
	}
	return refused
}

func hostileDrawings() []hostile {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1000" height="1000">`
	laughs := `<!DOCTYPE svg [<!ENTITY a "lollollollol">`
	uses := `<g id="u0"><rect width="9" height="9"/></g>`
	for i := range 30 {
		laughs += fmt.Sprintf(`<!ENTITY a%d "%s">`, i, strings.Repeat(fmt.Sprintf("&a%d;", i-1), 10))
		uses += fmt.Sprintf(`<g id="u%d">%s</g>`, i+1, strings.Repeat(fmt.Sprintf(`<use href="#u%d"/>`, i), 10))
	}
	class := strings.Repeat("a{fill:red}", 10_000) + strings.Repeat(".a{fill:"+strings.Repeat("r", 400)+"}", 4_000)
	return []hostile{
		{"entities in entities", laughs + `]>` + head + `<text>&a29;</text></svg>`, refused},
		{"many calls of an entity", `<!DOCTYPE svg [<!ENTITY a "` + strings.Repeat("l", 60) + `">]>` + head + `<text>` + strings.Repeat("&a;", 200_000) + `</text></svg>`, stopped},
		{"an entity of a file", `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>` + head + `<text>&a;</text></svg>`, refused},
		{"a million elements", head + strings.Repeat(`<g/>`, 1_000_000) + `</svg>`, stopped},
		{"deep nesting", head + strings.Repeat(`<g>`, 10_000) + strings.Repeat(`</g>`, 10_000) + `</svg>`, stopped},
		{"deep nesting of what is left out", head + strings.Repeat(`<x>`, 10_000) + strings.Repeat(`</x>`, 10_000) + `</svg>`, stopped},
		{"uses in uses", head + uses + `<use href="#u30"/></svg>`, stopped},
		{"a use of itself", head + `<g id="a"><use href="#a"/><rect width="9" height="9"/></g></svg>`, painted},
		{"uses in a circle", head + `<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>`, painted},
		{"a clip in itself", head + `<clipPath id="a" clip-path="url(#a)"><rect clip-path="url(#a)" width="9" height="9"/></clipPath><rect width="9" height="9" clip-path="url(#a)"/></svg>`, painted},
		{"gradients in a circle", head + `<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect width="9" height="9" fill="url(#a)"/></svg>`, painted},
		{"a long path", head + `<path d="M0 0` + strings.Repeat("C9 9 999 0 5 5", 500_000) + `" stroke="red" stroke-width="99" stroke-linejoin="round"/></svg>`, stopped},
		{"a fine dash", head + `<path d="M0 0H1000" stroke="red" stroke-dasharray="0.0000001"/></svg>`, painted},
		{"dashes of nothing", head + `<path d="M0 0H1000" stroke="red" stroke-dasharray="0 0 0"/></svg>`, painted},
		{"far away", head + `<path d="M-1e9-1e9L1e9 1e9H-1e9Z" stroke="red" stroke-width="1e8" transform="scale(1e9) rotate(3)"/></svg>`, painted},
		{"sizes beyond numbers", `<svg xmlns="http://www.w3.org/2000/svg" width="1e400" height="NaN" viewBox="0 0 1e308 1e-308"><rect width="1e999" height="inf"/></svg>`, painted},
		{"covered many times", head + strings.Repeat(`<rect width="1000" height="1000"/>`, 50_000) + `</svg>`, stopped},
		{"one clip for many", head + `<clipPath id="a"><rect width="999" height="999"/></clipPath>` + strings.Repeat(`<rect width="1" height="1" clip-path="url(#a)"/>`, 50_000) + `</svg>`, painted},
		{"many clips", head + `<clipPath id="a"><rect width="1" height="1"/></clipPath>` + strings.Repeat(`<rect width="1" height="1" transform="scale(999)" clip-path="url(#a)"/>`, 3_000) + strings.Repeat(`<rect width="1" height="1" transform="scale(998)"/>`, 40_000) + `</svg>`, stopped},
		{"a style sheet for all", head + `<style>` + class + `</style>` + strings.Repeat(`<a class="a"/>`, 50_000) + `</svg>`, stopped},
		{"long text", head + `<text font-size="1000">` + strings.Repeat("m", 5_000_000) + `</text></svg>`, stopped},
		{"much text", head + `<text>` + strings.Repeat("<tspan>mm mm</tspan>", 90_000) + `</text></svg>`, stopped},
		{"many attributes", head + `<rect ` + attributes(300_000) + `/></svg>`, painted},
		{"a broken file", head + `<rect`, refused},
		{"no drawing", `<html><svg/></html>`, refused},
		{"another encoding", `<?xml version="1.0" encoding="EBCDIC"?>` + head + `</svg>`, refused},
	}
}

// Hostile drawings end in a picture or an error, and those that cost too much at a
// limit.
func TestSafetyDrawings(t *testing.T) {
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	shaper := fonts.NewShaper(family)
	for _, test := range hostileDrawings() {
		d, err := Read([]byte(test.text))
		if err == nil {
			wellFormed(t, string(d.Bytes()))
			_, err = d.Paint(image.Pt(1000, 1000), shaper)
		}
		if endingOf(err) != test.ends {
			t.Errorf("%s: error %v", test.about, err)
		}
	}
}

func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `a%d="1" `, i)
	}
	return b.String()
}

// The size of a drawing, in each way that it may be given.
func TestSize(t *testing.T) {
	for head, want := range map[string]image.Point{
		`width="40" height="30"`:                       image.Pt(40, 30),
		`width="1in" height="72pt"`:                    image.Pt(96, 96),
		`viewBox="0 0 400 300"`:                        image.Pt(400, 300),
		`viewBox="0 0 24 24"`:                          image.Pt(24, 24),
		`viewBox="0 0 4 3"`:                            image.Pt(300, 225),
		`width="100%" height="100%" viewBox="0 0 4 3"`: image.Pt(300, 225),
		`width="40" viewBox="0 0 4 3"`:                 image.Pt(40, 30),
		`height="30" viewBox="0 0 4 3"`:                image.Pt(40, 30),
		``:                                             image.Pt(300, 150),
		`width="-4" height="0" viewBox="0 0 0 0"`:      image.Pt(300, 150),
	} {
		d, err := Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" ` + head + `/>`))
		if err != nil {
			t.Fatal(err)
		}
		if w, h := d.Size(); image.Pt(w, h) != want {
			t.Errorf("%s: %d × %d, want %v", head, w, h, want)
		}
	}
}

func TestMissing(t *testing.T) {
	d := drawing(t, `<filter id="f"/><image href="a.png"/><pattern id="p"/><rect fill="url(#p)" width="9" height="9"/><script/>`)
	if got := strings.Join(d.Missing(false), " "); got != "filter image" {
		t.Errorf("for screens: %q", got)
	}
	if got := strings.Join(d.Missing(true), " "); got != "filter image pattern" {
		t.Errorf("for paper: %q", got)
	}
}
