package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"publish/book"
	"publish/fonts"
	"publish/layout"
)

// sample is a document with every kind of item and of element.
func sample(t testing.TB) *composer {
	c := newComposer(t)
	c.newPage("iii")
	c.heading("H1", "An insurrection", "start")
	c.paragraph("The office of the first fjord was efficient: affix, flight, Theory. “Łódź” and Ελευθερία, "+
		"ἐλευθερία, Кропоткин, 無政府主義 and אנרכיזם stand in one line of words that go on for a while.", body)
	c.paragraph("Nguye\u0302\u0303n, e\u0323\u0302 q\u0303\u0323, שָׁלוֹם and ɪɡˈzæmpəl.", body)
	c.paragraph("small caps of words", with(body, func(s *style) { s.features.SmallCaps = true }))
	c.paragraph("NATO ffi", with(body, func(s *style) { s.features.AllSmallCaps = true }))
	c.paragraph("wider words stand here", with(body, func(s *style) { s.expand = 2000 }))
	c.linked()
	c.newPage("iv")
	c.noted()
	c.listed()
	c.tabled()
	c.pictured()
	c.doc.Outline = []layout.OutlineItem{
		{Title: "An insurrection", Level: 0, Target: "start"},
		{Title: "Łódź", Level: 3, Target: "goal"},
		{Title: "Ende", Level: 0, Target: "end"},
	}
	c.newPage("1")
	c.heading("H1", "The end", "end")
	c.broken()
	return c
}

func with(s style, change func(*style)) style {
	change(&s)
	return s
}

// heading sets a heading and makes it a place.
func (c *composer) heading(role layout.Role, text, id string) {
	c.y += 2 * testLeading
	c.startLine()
	c.words(text, style{size: 18 * layout.Point, style: fonts.Italic}, c.doc.Root.Add(role))
	c.doc.Places[id] = layout.Place{Page: len(c.doc.Pages) - 1, X: testMargin, Y: c.y - 18*layout.Point}
}

// linked sets a paragraph with a link inside the document, one to an address, and
// one over a line end.
func (c *composer) linked() {
	p := c.paragraph("Here is a", body)
	c.link(p, " linked word", &layout.LinkArea{Target: "goal", Text: "to the goal"})
	c.words(" and an", body, p)
	c.link(p, " address", &layout.LinkArea{URI: "https://example.org/(a)?b=\\c"})
	c.words(" and more text.", body, p)
	p = c.paragraph("Over the", body)
	over := p.Add("Link")
	c.area(over, " end", &layout.LinkArea{Target: "start"})
	c.y += testLeading
	c.startLine()
	c.area(over, " of a line", &layout.LinkArea{Target: "start"})
	c.words(" it goes.", body, p)
}

func (c *composer) link(p *layout.Element, text string, a *layout.LinkArea) {
	c.area(p.Add("Link"), text, a)
}

// area sets text and a link area over it.
func (c *composer) area(e *layout.Element, text string, a *layout.LinkArea) {
	from := c.x
	c.words(text, body, e)
	a.X, a.Y, a.Width, a.Height = from, c.y-10*layout.Point, c.x-from, 13*layout.Point
	a.Element = e
	c.page.Items = append(c.page.Items, a)
}

// noted sets a note and the call for it.
func (c *composer) noted() {
	p := c.paragraph("A text with a note", body)
	call := p.Add("Reference")
	superior := with(body, func(s *style) { s.size, s.rise = 7*layout.Point, 4*layout.Point })
	c.words("12", superior, call)
	c.words(" is a text.", body, p)
	c.doc.Places["goal"] = layout.Place{Page: len(c.doc.Pages) - 1, X: testMargin, Y: c.y - 10*layout.Point}
	note := c.doc.Root.Add("Note")
	c.y += testLeading
	c.startLine()
	c.words("12", body, note.Add("Lbl"))
	c.words(" What the note says.", body, note.Add("P"))
}

func (c *composer) listed() {
	list := c.doc.Root.Add("L")
	list.Labels = "Decimal"
	for _, label := range []string{"1.", "2."} {
		item := list.Add("LI")
		c.y += testLeading
		c.startLine()
		c.words(label, body, item.Add("Lbl"))
		c.words(" an item", body, item.Add("LBody"))
	}
}

// tabled sets a table between two rules, with an empty cell.
func (c *composer) tabled() {
	table := c.doc.Root.Add("Table")
	c.rule()
	for r, row := range [][]string{{"Town", "Year"}, {"Łódź", "1905"}, {"Kronstadt", ""}} {
		tr := table.Add("TR")
		c.y += testLeading
		c.startLine()
		for k, cell := range row {
			role := layout.Role("TD")
			if r == 0 {
				role = "TH"
			}
			e := tr.Add(role)
			if r == 0 {
				e.Header = "Column"
			}
			c.x = testMargin + layout.Length(k)*150*layout.Point
			c.words(cell, with(body, func(s *style) { s.features.Figures = fonts.TabularLining }), e)
		}
	}
	c.rule()
}

func (c *composer) rule() {
	c.page.Items = append(c.page.Items, &layout.Rule{
		X: testMargin, Y: c.y + 4*layout.Point, Width: testWidth - 2*testMargin, Height: layout.Point / 2,
	})
}

// pictured sets three pictures of one width: opaque, transparent, and a photograph.
func (c *composer) pictured() {
	c.doc.Pictures = map[string]*book.Picture{
		"opaque.png": testPNG(c.t, "opaque.png", 0xFF),
		"clear.png":  testPNG(c.t, "clear.png", 0x80),
		"photo.jpg":  testJPEG(c.t, "photo.jpg"),
	}
	x := testMargin
	for _, name := range []string{"opaque.png", "clear.png", "photo.jpg"} {
		figure := c.doc.Root.Add("Figure")
		figure.Alt = "A pattern from " + name
		c.page.Items = append(c.page.Items, &layout.Picture{
			X: x, Y: c.y + 20*layout.Point, Width: 80 * layout.Point, Height: 60 * layout.Point,
			Name: name, Element: figure,
		})
		x += 100 * layout.Point
	}
}

// broken sets a paragraph with a hyphen at a line end, which goes on after a note
// at the foot of its page.
func (c *composer) broken() {
	p := c.paragraph("A para", body)
	c.words("-", body, p)
	words := c.line.Words
	words[len(words)-1].SoftHyphen = true
	c.y += testLeading
	c.startLine()
	c.words("graph that goes", body, p)
	c.y += 2 * testLeading
	c.startLine()
	c.words("A note at the foot.", body, c.doc.Root.Add("Note").Add("P"))
	c.newPage("2")
	c.startLine()
	c.words(" on after the page.", body, p)
}

func pattern(alpha uint8) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, 40, 30))
	for y := range 30 {
		for x := range 40 {
			img.SetNRGBA(x, y, color.NRGBA{uint8(6 * x), uint8(8 * y), 128, alpha})
		}
	}
	return img
}

func testPNG(t testing.TB, name string, alpha uint8) *book.Picture {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, pattern(alpha)); err != nil {
		t.Fatal(err)
	}
	return testPicture(name, "image/png", b.Bytes())
}

func testJPEG(t testing.TB, name string) *book.Picture {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, pattern(0xFF), nil); err != nil {
		t.Fatal(err)
	}
	return testPicture(name, "image/jpeg", b.Bytes())
}

func testPicture(name, mime string, data []byte) *book.Picture {
	return &book.Picture{
		Name: name, Width: 40, Height: 30,
		Print: book.PictureFile{MIME: mime, Data: data, Width: 40, Height: 30},
	}
}
