package layout

import (
	"publish/book"
	"publish/fonts"
)

// Notice returns a page, in the design of spec, with a title and short paragraphs for
// whoever prints a book. It is no part of the book: nothing on it has an element.
func Notice(family *fonts.Family, spec Spec, title string, paragraphs []string) *Page {
	b := &book.Book{Meta: book.Meta{Language: "en"}}
	d := newDisplay(newComposer(newShaper(family, b.Typography), b, &spec), &spec)
	line := d.text.Leading
	d.y = line * 3
	d.set(title, d.sized(18), ragged, line*2, nil)
	d.y += line
	for _, text := range paragraphs {
		d.set(text, d.sized(11), ragged, line, nil)
		d.y += line / 2
	}
	s := d.sheet(arabicFolio, nil)
	p := &Page{Width: spec.Width, Height: spec.Height, Items: s.items}
	for _, item := range p.Items {
		item.move(spec.Inner)
	}
	return p
}
