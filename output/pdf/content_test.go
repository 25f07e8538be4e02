package pdf

import (
	"strings"
	"testing"
)

// shown is a character as it stands on a page.
type shown struct {
	x, y float64 // origin of the glyph, points from the lower left corner
	size float64
	text string
	mcid int // -1 for an artifact
}

// contentReader runs the operators of a page (ISO 32000-1 §9.4) in floating point,
// unlike the writer.
type contentReader struct {
	t     testing.TB
	fonts map[name]*readFont
	stack []object
	shown []shown

	font               *readFont
	size, scale, rise  float64
	x, y, lineX, lineY float64
	marks              []int
	inText             bool
}

func newContentReader(r *reader) *contentReader {
	c := &contentReader{t: r.t, fonts: map[name]*readFont{}}
	for _, e := range r.dict(r.pages()[0], "Resources", "Font") {
		c.fonts[e.key] = r.font(e.value)
	}
	return c
}

// page returns what a page shows, in order.
func (c *contentReader) page(data []byte) []shown {
	c.t.Helper()
	c.shown, c.scale, c.rise, c.marks, c.inText = nil, 1, 0, nil, false
	s := &scanner{data: data}
	for {
		o, err := s.object()
		if err != nil {
			break
		}
		if word, ok := o.(token); ok && (word[0] > '9') {
			c.operator(string(word))
			c.stack = c.stack[:0]
			continue
		}
		c.stack = append(c.stack, o)
	}
	if len(c.marks) > 0 || c.inText {
		c.t.Error("page ends within marked content or text")
	}
	return c.shown
}

func (c *contentReader) operator(op string) {
	switch op {
	case "BT", "ET":
		if c.inText == (op == "BT") {
			c.t.Errorf("%s out of place", op)
		}
		c.inText = op == "BT"
		c.lineX, c.lineY = 0, 0
	case "Td":
		c.lineX += number(c.stack[0])
		c.lineY += number(c.stack[1])
		c.x, c.y = c.lineX, c.lineY
	case "Tf":
		c.font, c.size = c.fonts[c.stack[0].(name)], number(c.stack[1])
	case "Tz":
		c.scale = number(c.stack[0]) / 100
	case "Ts":
		c.rise = number(c.stack[0])
	case "TJ":
		c.show(c.stack[0].(array))
	case "BMC":
		c.marks = append(c.marks, -1)
	case "BDC":
		c.marks = append(c.marks, int(number(c.stack[1].(dict).get("MCID"))))
	case "EMC":
		c.marks = c.marks[:len(c.marks)-1]
	case "re", "f":
		if c.inText {
			c.t.Errorf("%s within text", op)
		}
	}
}

// mark returns the identifier of the marked content that is open, -1 for none.
func (c *contentReader) mark() int {
	if len(c.marks) == 0 {
		return -1
	}
	return c.marks[len(c.marks)-1]
}

func (c *contentReader) show(a array) {
	for _, o := range a {
		s, ok := o.(text)
		if !ok {
			c.x -= number(o) / 1000 * c.size * c.scale
			continue
		}
		for i := 0; i+1 < len(s); i += 2 {
			code := int(s[i])<<8 | int(s[i+1])
			c.shown = append(c.shown, shown{c.x, c.y + c.rise, c.size, c.font.texts[code], c.mark()})
			c.x += c.font.widths[code] / 1000 * c.size * c.scale
		}
	}
}

// readPages returns what every page shows.
func readPages(r *reader) [][]shown {
	c := newContentReader(r)
	var all [][]shown
	for _, page := range r.pages() {
		all = append(all, c.page(r.inflate(r.get(page.get("Contents")).(*stream))))
	}
	return all
}

// elementText returns the text below an element, elements parted by marks: the
// text of a P in brackets after its role.
func (r *reader) elementText(o object, pages [][]shown, numbers map[ref]int) string {
	d := r.dict(o)
	kids, ok := d.get("K").(array)
	if !ok && d.get("K") != nil {
		kids = array{d.get("K")}
	}
	var b strings.Builder
	b.WriteString(string(d.get("S").(name)) + "(")
	for _, kid := range kids {
		switch kid := kid.(type) {
		case token:
			b.WriteString(markedText(pages[numbers[d.get("Pg").(ref)]], int(number(kid))))
		case dict:
			if kid.get("Type") == name("MCR") {
				b.WriteString(markedText(pages[numbers[kid.get("Pg").(ref)]], int(number(kid.get("MCID")))))
			} else {
				b.WriteString("→")
			}
		case ref:
			b.WriteString(r.elementText(kid, pages, numbers))
		}
	}
	return b.String() + ")"
}

func markedText(page []shown, mcid int) string {
	var b strings.Builder
	for _, s := range page {
		if s.mcid == mcid {
			b.WriteString(s.text)
		}
	}
	return b.String()
}
