package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"publish/book"
	"publish/fonts"
	"publish/layout"
)

// composer sets text by hand for tests: ragged lines, first fit.
type composer struct {
	t      testing.TB
	shaper *fonts.Shaper
	doc    *layout.Document
	page   *layout.Page
	y      layout.Length
	x      layout.Length
	line   *layout.Line
}

const (
	testWidth   = 420 * layout.Point
	testHeight  = 595 * layout.Point
	testMargin  = 50 * layout.Point
	testLeading = 14 * layout.Point
)

func newComposer(t testing.TB) *composer {
	t.Helper()
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	return &composer{
		t:      t,
		shaper: fonts.NewShaper(family),
		doc: &layout.Document{
			Meta: book.Meta{
				Title:       "The Łódź Insurrection",
				Authors:     []book.Contributor{{Name: "A. Writer"}, {Name: "B. Editor"}},
				Language:    "en",
				Identifier:  "urn:isbn:9780000000000",
				Date:        time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
				Description: "Workers & soldiers, 1905",
				Subjects:    []string{"History", "Poland"},
			},
			Places: map[string]layout.Place{},
			Root:   &layout.Element{Role: "Document"},
		},
	}
}

// newPage starts a page with a running head, which is an artifact.
func (c *composer) newPage(folio string) {
	c.page = &layout.Page{Width: testWidth, Height: testHeight, Folio: folio}
	c.doc.Pages = append(c.doc.Pages, c.page)
	c.y = 30 * layout.Point
	c.startLine()
	c.words("running head "+folio, style{size: 9 * layout.Point, features: fonts.Features{SmallCaps: true}}, nil)
	c.y = testMargin
}

// style is how words are set.
type style struct {
	style    fonts.Style
	features fonts.Features
	size     layout.Length
	rise     layout.Length
	expand   int32
}

var body = style{size: 11 * layout.Point}

func (c *composer) startLine() {
	c.x = testMargin
	c.line = &layout.Line{Y: c.y}
	c.page.Items = append(c.page.Items, c.line)
}

// words sets text on the current line, and on new ones where it is full.
func (c *composer) words(text string, s style, e *layout.Element) {
	for i, word := range strings.Fields(text) {
		space := i > 0 || strings.HasPrefix(text, " ")
		for k, run := range c.shaper.Shape(word, s.style, s.features, "en") {
			width := layout.Length(run.Advance) * s.size / layout.Length(run.Face.UnitsPerEm)
			gap := layout.Length(0)
			if space && k == 0 {
				gap = s.size.Scale(27, 100)
			}
			if c.x+gap+width > testWidth-testMargin && k == 0 {
				c.y += testLeading
				c.startLine()
				gap = 0
			}
			c.x += gap
			c.line.Words = append(c.line.Words, layout.Word{
				X: c.x, Rise: s.rise, Run: run, Size: s.size, Element: e,
				Expand: s.expand, Space: space && k == 0,
			})
			c.x += width.Scale(100_000+int64(s.expand), 100_000)
		}
	}
}

// paragraph sets a paragraph of its own element.
func (c *composer) paragraph(text string, s style) *layout.Element {
	e := c.doc.Root.Add("P")
	c.y += testLeading
	c.startLine()
	c.words(text, s, e)
	return e
}

// write returns the document as a PDF.
func (c *composer) write(opt Options) []byte {
	c.t.Helper()
	var b bytes.Buffer
	if err := Write(&b, c.doc, opt); err != nil {
		c.t.Fatal(err)
	}
	return b.Bytes()
}
