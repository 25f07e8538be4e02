package wrap

import (
	"strings"

	"publish/layout"
)

// Sizes of a barcode at its nominal magnification (GS1 General Specifications, 5.2.3), in
// thousandths of a millimetre, and in modules.
const (
	moduleWidth = 330
	barHeight   = 22_850
	guardLonger = 5  // modules by which the bars at both ends and in the middle are longer
	quietLeft   = 11 // modules free before the first bar
	quietRight  = 7  // and behind the last
	addOnGap    = 10 // between the symbol and its add-on
	addOnQuiet  = 5  // behind the add-on
	padding     = 1_500
)

// code is a barcode on its white field.
type code struct {
	isbn, digits, addOn string
	width, height       layout.Length
}

// barcode returns the barcode of the book, nil for none.
func (w *wrapper) barcode() *code {
	if w.ISBN == "" {
		return nil
	}
	c := &code{isbn: w.ISBN, digits: isbn13(w.ISBN), addOn: w.AddOn}
	n := quietLeft + 95 + quietRight
	if c.addOn != "" {
		n = quietLeft + 95 + addOnGap + 47 + addOnQuiet
	}
	c.width = modules(n)
	c.height = 2*layout.Millimetres(padding) + c.textDepth()*2 + layout.Millimetres(barHeight)
	return c
}

func modules(n int) layout.Length { return layout.Millimetres(int64(n) * moduleWidth) }

// textSize is the size of the digits; textDepth what a line of them takes.
func (c *code) textSize() layout.Length { return 9 * layout.Point }

func (c *code) textDepth() layout.Length { return layout.Millimetres(3_600) }

// draw puts the code on a panel, the upper left corner of its field at x, y: the ISBN in
// words, the bars, and under them the digits, each half below its bars.
func (c *code) draw(w *wrapper, p *panel, x, y layout.Length) {
	p.fill(white(), x, y, c.width, c.height)
	y += layout.Millimetres(padding)
	first := x + modules(quietLeft)
	c.text(w, p, "ISBN "+c.isbn, first, modules(95), y)
	y += c.textDepth()
	bars := &layout.Drawing{X: p.left + first, Y: p.head + y, Width: modules(95), Height: layout.Millimetres(barHeight) + modules(guardLonger)}
	c.bars(bars, ean13(c.digits), 0)
	foot := y + layout.Millimetres(barHeight)
	c.text(w, p, c.digits[:1], first-modules(9), modules(7), foot)
	for i := range 6 {
		c.text(w, p, c.digits[1+i:2+i], first+modules(3+7*i), modules(7), foot)
		c.text(w, p, c.digits[7+i:8+i], first+modules(50+7*i), modules(7), foot)
	}
	if c.addOn != "" {
		at := 95 + addOnGap
		c.addBars(bars, ean5(c.addOn), at)
		for i := range 5 {
			c.text(w, p, c.addOn[i:i+1], first+modules(at+4+9*i), modules(7), y)
		}
	}
	p.Items = append(p.Items, bars)
}

// bars adds the bars of the symbol, those of the guards longer.
func (c *code) bars(d *layout.Drawing, pattern string, at int) {
	for _, r := range runs(pattern) {
		height := layout.Millimetres(barHeight)
		if r.from < 3 || r.from >= 45 && r.from < 50 || r.from >= 92 {
			height += modules(guardLonger)
		}
		d.Boxes = append(d.Boxes, layout.Rule{X: modules(at + r.from), Width: modules(r.to) - modules(r.from), Height: height})
	}
}

// addBars adds the bars of an add-on, which leave room for its digits above them and end
// where the guards end.
func (c *code) addBars(d *layout.Drawing, pattern string, at int) {
	for _, r := range runs(pattern) {
		d.Boxes = append(d.Boxes, layout.Rule{X: modules(at + r.from), Y: c.textDepth(), Width: modules(r.to) - modules(r.from), Height: d.Height - c.textDepth()})
	}
}

// bar is a run of black modules.
type bar struct{ from, to int }

func runs(pattern string) []bar {
	var list []bar
	for at := 0; at < len(pattern); {
		n := strings.IndexByte(pattern[at:], '0')
		if n < 0 {
			n = len(pattern) - at
		}
		if n > 0 {
			list = append(list, bar{at, at + n})
		}
		at += n + 1
	}
	return list
}

// text sets a text in the middle of a width.
func (c *code) text(w *wrapper, p *panel, text string, x, width, y layout.Length) {
	lines, _ := layout.Column(w.Family, "en", 2*width, []layout.Passage{{Text: text, Size: c.textSize(), Leading: c.textDepth(), Lining: true}})
	for _, l := range lines {
		left, right := l.Extent()
		p.text([]*layout.Line{l}, x+(width-left-right)/2, y)
	}
}
