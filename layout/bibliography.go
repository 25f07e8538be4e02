package layout

import (
	"strconv"

	"publish/book"
	"publish/book/terms"
)

// bibliographyGalley sets the entries hanging, each followed in small type by the
// chapters that recommend or cite it, and behind them the addresses if they are asked
// for.
func bibliographyGalley(c *composer, spec *Spec, b *book.Bibliography, w *terms.Terms, sect *Element) *galley {
	g := newGalley(c, spec, spec.Bibliography)
	hang := g.text.Size.Scale(3, 2)
	for _, entry := range b.Entries {
		e := sect.Add("P").Add("BibEntry")
		e.ID = entry.ID
		p := g.compose(withChapters(entry, w), block{style: roman(g.text.Size, g.lang), align: ragged, entry: true, measure: g.width - hang,
			indent: hang, first: -hang, element: e, abbreviations: g.abbr, anchor: entry.ID})
		g.push(p, unit{})
	}
	g.addresses(b, w, sect)
	return g
}

// withChapters returns the text of an entry with the numbers of its chapters.
func withChapters(entry *book.Entry, w *terms.Terms) []book.Inline {
	if len(entry.In) == 0 {
		return entry.Text
	}
	inlines := append(append([]book.Inline(nil), entry.Text...), &book.Text{Value: " "})
	small := &book.SmallCaps{}
	word := w.Word(terms.ChapterShort) + "\u00a0"
	if len(entry.In) > 1 {
		word = w.Word(terms.ChaptersShort) + "\u00a0"
	}
	inner := []book.Inline{&book.Text{Value: "[" + word}}
	for i, ch := range entry.In {
		if i > 0 {
			inner = append(inner, &book.Text{Value: ", "})
		}
		name := strconv.Itoa(ch.Number)
		if ch.Number == 0 {
			name = ch.Short
		}
		inner = append(inner, &book.CrossRef{Target: ch.ID, Inlines: plainText(name)})
	}
	small.Inlines = append(inner, &book.Text{Value: "]"})
	return append(inlines, small)
}
