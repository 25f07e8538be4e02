package layout

import (
	"publish/book"
	"publish/fonts"
)

// Notice returns a page, in the design of spec, with a title and short paragraphs in a
// language for whoever prints a book. Its letters are as large as the page has room for,
// up to those of the book's text. It is no part of the book: nothing on it has an element.
func Notice(family *fonts.Family, spec Spec, lang, title string, paragraphs []string) *Page {
	b := &book.Book{Meta: book.Meta{Language: lang}}
	c := newComposer(newShaper(family, b.Typography), b, &spec)
	var d *display
	for points := int64(11); points >= smallestNotice; points-- {
		d = newDisplay(c, &spec)
		d.notice(title, paragraphs, points)
		if d.y <= spec.Depth() {
			break
		}
	}
	s := d.sheet(arabicFolio, nil)
	p := &Page{Width: spec.Width, Height: spec.Height, Items: s.items}
	for _, item := range p.Items {
		item.move(spec.Inner)
		if c.mirrored {
			item.mirror(spec.Width)
		}
	}
	return p
}

// smallestNotice is the least size of a notice, in points of a book set in 11 points.
const smallestNotice = 6

// notice sets a title and paragraphs.
func (d *display) notice(title string, paragraphs []string, points int64) {
	line := d.text.Leading.Scale(points, 11)
	d.y = line * 2
	d.set(title, d.sized(points*18/11), ragged, line*2, nil)
	d.y += line
	for _, text := range paragraphs {
		d.set(text, d.sized(points), ragged, line, nil)
		d.y += line / 2
	}
}
