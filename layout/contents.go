package layout

import (
	"strconv"

	"publish/book"
)

// contentsLine is an entry of the contents.
type contentsLine struct {
	number, title, target string
	part                  bool
	inPart                bool // it stands under the part before it
}

// contentsOf lists what the contents show: parts, chapters, and the sections of
// the back matter.
func contentsOf(b *book.Book, extra []contentsLine) []contentsLine {
	var out []contentsLine
	add := func(chapters []*book.Chapter, inPart bool) {
		for _, ch := range chapters {
			number := ""
			if ch.Number > 0 {
				number = strconv.Itoa(ch.Number)
			}
			out = append(out, contentsLine{number, book.PlainText(ch.Title), ch.ID, false, inPart})
		}
	}
	add(b.Front, false)
	for _, p := range b.Parts {
		if p.Title != "" {
			out = append(out, contentsLine{title: p.Title, target: p.ID, part: true})
		}
		add(p.Chapters, p.Title != "")
	}
	add(b.Back, false)
	return append(out, extra...)
}

// contentsGalley sets the contents: numbers hanging, titles ragged, folios
// flush right. folio returns "" in the first pass, which only
// counts pages.
func contentsGalley(c *composer, spec *Spec, lines []contentsLine, folio func(id string) string, toc *Element) *galley {
	g := newGalley(c, spec, spec.Text)
	hang := g.text.Size * 2
	right := g.text.Size * 3
	list := toc // of the part that the line is in
	for _, l := range lines {
		if !l.inPart {
			list = toc
		}
		item := list.Add("TOCI")
		style, left := roman(g.text.Size, g.lang), hang
		u := unit{}
		if l.part {
			style, u.before, u.after, u.keep, left = style.smallCaps(), stepsPerLine, 0, true, 0
		}
		var number *label
		if l.number != "" {
			number = &label{text: l.number, indent: hang, style: roman(g.text.Size, g.lang), element: item.Add("Lbl")}
		}
		link := []book.Inline{&book.CrossRef{Target: l.target, Inlines: plainText(l.title)}}
		p := g.compose(link, block{style: style, align: ragged, entry: true, measure: g.width - left - right, indent: left,
			element: item, whole: true, label: number})
		g.balance(p)
		u.whole = true
		g.push(p, u)
		g.folioAtEnd(&g.units[len(g.units)-1], folio(l.target), l.target, item)
		if l.part {
			list = item.Add("TOC")
		}
	}
	return g
}

// folioAtEnd sets a folio flush right on the last line of a unit.
func (g *galley) folioAtEnd(u *unit, folio, target string, item *Element) {
	v := &u.variants[0]
	lines := g.lines(u.paragraph, v)
	if folio == "" {
		return
	}
	e := item.Add("Reference").Add("Link")
	style := roman(g.text.Size, g.lang)
	word := g.word(folio, style)
	last := &lines[len(lines)-1]
	x := g.width - word.width
	for i, run := range word.runs {
		last.words = append(last.words, Word{X: x, Run: run, Size: runSize(run, style.size), Element: e, Space: i == 0})
		x += runWidth(run, style.size)
	}
	last.links = append(last.links, LinkArea{X: g.width - word.width, Y: -style.size * 3 / 4, Width: word.width, Height: style.size,
		Target: target, Text: folio, Element: e})
}
