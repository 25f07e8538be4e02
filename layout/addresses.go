package layout

import (
	"strings"

	"publish/book"
	"publish/book/terms"
)

// addresses sets the addresses of online works behind the entries of a bibliography:
// those that the entries hide under a title, or all of them with codes for cameras.
func (g *galley) addresses(b *book.Bibliography, w *terms.Terms, sect *Element) {
	if b.Addresses == book.AddressesInEntries {
		return
	}
	headed := false
	var list *Element
	for _, e := range b.Entries {
		if e.Work.URL == "" || b.Addresses == book.AddressesListed && showsAddress(e) {
			continue
		}
		if !headed {
			g.heading(&book.Heading{Level: 2, Inlines: plainText(w.Word(terms.Addresses))}, g.root(sect))
			list, headed = sect.Add("L"), true
		}
		body := list.Add("LI").Add("LBody")
		code, drawn := Drawing{}, false
		if b.Addresses == book.AddressesCoded {
			code, drawn = qrCode(e.Work.URL)
		}
		if drawn {
			g.codedAddress(e, code, w, body)
		} else {
			g.address(e, body)
		}
	}
}

// showsAddress reports whether an entry has its address in print.
func showsAddress(e *book.Entry) bool {
	shown := false
	book.WalkInlines(e.Text, func(in book.Inline) bool {
		link, ok := in.(*book.Link)
		shown = shown || ok && link.Bare && link.URL == e.Work.URL
		return true
	})
	return shown
}

// address sets one address hanging, behind the author and the title.
func (g *galley) address(e *book.Entry, body *Element) {
	hang := g.text.Size.Scale(3, 2)
	p := g.compose(addressLine(e), block{style: roman(g.text.Size, g.lang), align: ragged, entry: true, measure: g.width - hang,
		indent: hang, first: -hang, element: body.Add("P"), abbreviations: g.abbr})
	g.push(p, unit{})
}

// codedAddress sets one address beside its code.
func (g *galley) codedAddress(e *book.Entry, code Drawing, w *terms.Terms, body *Element) {
	indent := codeRoom + codeQuiet*codeModule
	p := g.compose(addressLine(e), block{style: roman(g.text.Size, g.lang), align: ragged, entry: true, measure: g.width - indent,
		indent: indent, element: body.Add("P"), abbreviations: g.abbr})
	g.coded(p, code, w.Phrase(terms.Code, "address", e.Work.URL), body)
}

// coded pushes a paragraph beside a code, which has words for those who do not see it.
func (g *galley) coded(p *paragraph, code Drawing, alt string, body *Element) {
	code.Element = body.Add("Figure")
	code.Element.Alt = alt
	s := &solid{}
	v := g.variants(p)[0]
	y := baseline(g.text)
	for _, l := range g.lines(p, &v) {
		s.lines = append(s.lines, solidLine{y, l})
		y += g.text.Leading
	}
	code.Y = codeMargins
	s.drawings = []Drawing{code}
	height := max(code.Y+code.Height, y-baseline(g.text))
	s.height = int((height + g.step() - 1) / g.step())
	g.units = append(g.units, unit{solid: s, before: stepsPerLine, after: stepsPerLine})
	g.plain = true
}

// addressLine is what stands beside an address: the first author and the title, as far as
// they are known.
func addressLine(e *book.Entry) []book.Inline {
	var line []book.Inline
	who := e.Work.Authors
	if len(who) == 0 {
		who = e.Work.Editors
	}
	if title := e.Work.Title; !strings.Contains(title, "://") && title != "" {
		if len(who) > 0 {
			line = append(line, &book.Text{Pos: e.Pos, Value: who[0].Family + ", "})
		}
		stop := ": "
		if strings.ContainsAny(title[len(title)-1:], "?!") {
			stop = " "
		}
		line = append(line, &book.Emphasis{Pos: e.Pos, Inlines: []book.Inline{&book.Text{Pos: e.Pos, Value: title}}}, &book.Text{Pos: e.Pos, Value: stop})
	}
	return append(line, &book.Link{Pos: e.Pos, URL: e.Work.URL, Bare: true, Inlines: []book.Inline{&book.Text{Pos: e.Pos, Value: e.Work.URL}}})
}
