package layout

import (
	"strconv"
	"strings"

	"publish/book"
	"publish/book/terms"
	"publish/layout/linebreak"
)

// binder puts sheets in order, numbers them, and makes pages of them.
type binder struct {
	*composer
	book  *book.Book
	spec  *Spec
	words *terms.Terms
	front []*sheet
	body  []*sheet
	where map[string]spot // where every ID came to stand
}

// spot is where an ID came to stand.
type spot struct {
	front bool
	sheet int
	x, y  Length
}

// nextSide returns the side of the sheet that a list would get next. Front
// matter and body both start on a recto.
func nextSide(sheets []*sheet) side {
	if len(sheets)%2 == 0 {
		return recto
	}
	return verso
}

// padBody puts the next page of the body on a side; on screens there are no sides.
func (b *binder) padBody(want side) {
	if !b.spec.Screen {
		b.body = padTo(b.body, want, arabicFolio)
	}
}

// padFront puts the next page of the front matter on a recto.
func (b *binder) padFront() {
	if !b.spec.Screen {
		b.front = padTo(b.front, recto, romanFolio)
	}
}

// padTo adds a blank page when the next one would not lie on the side wanted.
func padTo(sheets []*sheet, want side, n numbering) []*sheet {
	if nextSide(sheets) != want {
		sheets = append(sheets, &sheet{blank: true, bare: true, numbers: n})
	}
	return sheets
}

// addBody adds a section to the body.
func (b *binder) addBody(sec *section) {
	if b.spec.OpenRecto {
		b.padBody(recto)
	}
	b.body = append(b.body, sec.sheets[nextSide(b.body)]...)
}

// locate notes where every ID of the sheets from a number on came to stand.
func (b *binder) locate(sheets []*sheet, front bool, from int) {
	for i := from; i < len(sheets); i++ {
		for _, p := range sheets[i].places {
			if _, taken := b.where[p.id]; !taken {
				b.where[p.id] = spot{front, i, p.x, p.y}
			}
		}
	}
}

// folio returns the printed number of a sheet: roman in the front matter.
func folio(front bool, sheet int) string {
	if front {
		return strings.ToLower(book.Roman(sheet + 1))
	}
	return strconv.Itoa(sheet + 1)
}

// pageOf returns the folio of the page that carries an ID, and a number that
// orders pages.
func (b *binder) pageOf(id string) (page int, text string, ok bool) {
	at, ok := b.where[id]
	if !ok {
		return 0, "", false
	}
	page = at.sheet
	if at.front {
		page -= 1 << 20
	}
	return page, folio(at.front, at.sheet), true
}

// fillSlots sets the folios that the text refers to.
func (b *binder) fillSlots(sheets []*sheet) {
	for _, s := range sheets {
		for i := range s.slots {
			b.fillSlot(&s.slots[i])
		}
	}
}

func (b *binder) fillSlot(s *slotOnSheet) {
	_, text, ok := b.pageOf(s.slot.ref.Target)
	if !ok {
		text = "?"
	}
	s.refill(b.shaper.word(text, s.slot.style, true))
}

// headWidth returns the natural width of a text on one line.
func (b *binder) headWidth(text string, style textStyle) Length {
	p := b.compose(plainText(text), block{style: style, align: ragged, entry: true, measure: b.spec.Width * 10, whole: true})
	var width Length
	for i := range p.items[:len(p.items)-3] {
		if p.items[i].Kind != linebreak.Penalty {
			width += Length(p.items[i].Width)
		}
	}
	return width
}

// furniture sets a text that no structure element owns.
func (b *binder) furniture(text string, style textStyle, y Length, at func(width Length) Length) *Line {
	p := b.compose(plainText(text), block{style: style, align: ragged, entry: true, measure: b.spec.Width * 10, whole: true})
	v := b.variants(p)[0]
	l := b.lines(p, &v)[0]
	x := at(l.right)
	line := &Line{Y: y, Words: l.words}
	line.move(x)
	return line
}

func trimHead(s string) string {
	return strings.TrimRight(s, " ,;:–—-") + "…"
}
