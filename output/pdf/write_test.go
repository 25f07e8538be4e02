package pdf

import (
	"os"
	"testing"

	"publish/fonts"
	"publish/layout"
)

// sample is a document with every kind of item.
func sample(t testing.TB) *composer {
	c := newComposer(t)
	c.newPage("iv")
	c.paragraph("The office of the first fjord was efficient: affix, flight, Theory. “Łódź” and Ελευθερία, "+
		"ἐλευθερία, Кропоткин, 無政府主義 and אנרכיזם stand in one line of words that go on for a while.", body)
	small := body
	small.features.SmallCaps = true
	small.style = fonts.Roman
	c.paragraph("small caps of words", small)
	p := c.paragraph("Here is a", body)
	link := p.Add("Link")
	from := c.x
	c.words(" linked word", body, link)
	c.page.Items = append(c.page.Items, &layout.LinkArea{
		X: from, Y: c.y - 10*layout.Point, Width: c.x - from, Height: 13 * layout.Point,
		Target: "goal", Element: link, Text: "linked word",
	})
	c.words(" and more text.", body, p)
	c.newPage("1")
	c.doc.Places["goal"] = layout.Place{Page: 1, X: testMargin, Y: 60 * layout.Point}
	c.paragraph("The goal.", body)
	c.doc.Outline = []layout.OutlineItem{{Title: "Łódź", Level: 0, Target: "goal"}}
	return c
}

func TestSample(t *testing.T) {
	data := sample(t).write(Options{Producer: "publish test"})
	if err := os.WriteFile("/tmp/sample.pdf", data, 0o600); err != nil {
		t.Fatal(err)
	}
}
