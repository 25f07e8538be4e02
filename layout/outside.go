package layout

import (
	"strconv"

	"publish/book"
	"publish/book/terms"
)

// bindAddresses adds the list of the addresses that links out of the book lead to.
func (b *binder) bindAddresses(root *Element) {
	if len(b.book.Addresses) == 0 {
		return
	}
	title := b.words.Word(terms.Addresses)
	sect := root.Add("Sect")
	open := newGalley(b.composer, b.spec, b.spec.Text).openingOf("", plainText(title), AddressesID, sect)
	g := newGalley(b.composer, b.spec, b.spec.Bibliography)
	g.outside(b.book, b.words, sect.Add("L"))
	b.addGalley(g, open, title)
}

// outside sets addresses behind their numbers, which lead back to the first call, and
// beside their codes if these are asked for.
func (g *galley) outside(b *book.Book, w *terms.Terms, list *Element) {
	style := roman(g.text.Size, g.lang)
	last := strconv.Itoa(len(b.Addresses)) + "."
	hang := g.word(last, style.tabular()).width + g.text.Size.Scale(1, 2)
	for _, a := range b.Addresses {
		code, coded := Drawing{}, false
		if b.AddressCodes {
			code, coded = qrCode(a.URL)
		}
		indent := hang
		if coded {
			indent += codeRoom + codeQuiet*codeModule
		}
		item := list.Add("LI")
		number := strconv.Itoa(a.Number) + "."
		back := &linkSpan{target: a.Calls[0].ID, text: "back to address " + number, element: item.Add("Lbl").Add("Link")}
		body := item.Add("LBody")
		p := g.compose(a.Inlines, block{style: style, align: ragged, entry: true, measure: g.width - indent, indent: indent, anchor: a.ID,
			element: body.Add("P"), label: &label{text: number, indent: hang, style: style, element: back.element, link: back}})
		if coded {
			g.coded(p, code, w.Phrase(terms.Code, "address", a.URL), body)
		} else {
			g.push(p, unit{})
		}
	}
}
