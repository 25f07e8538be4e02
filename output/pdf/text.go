package pdf

import (
	"strconv"

	"publish/layout"
)

// textState writes the text operators of one page (ISO 32000-1 §9.3 and §9.4).
//
// The pen is kept in integers of 10^-11 point, in which every step of a TJ array
// is whole: a step is thousandths of an em, times a size in thousandths of a
// point, times an expansion in 1/100,000. So nothing drifts, however long the
// line.
type textState struct {
	b       []byte
	open    bool // between BT and ET
	inArray bool
	inText  bool // inside a string of the array

	font   *codedFont // nil before the first Tf
	size   int64      // thousandths of a point
	expand int64      // 1/100,000
	rise   int64      // thousandths of a point

	lineX, lineY int64 // start of the line, in hundredths of a point
	pen          int64
	gap          int64 // step before the latest word, in thousandths of an em
}

const (
	// penPoint is a point in the unit of the pen.
	penPoint = 100_000_000_000
	// slack is how far a word may stand from its place if the number before it can
	// then be that of the word before: repeated numbers deflate well. It is a
	// little less than a hundredth of a point, which is 3.5 µm.
	slack = penPoint / 125
	// widestStep is the greatest number in a TJ array. Readers of old took 16
	// bits; farther moves start the line anew.
	widestStep = 30_000
)

// penAt returns a length in the unit of the pen.
func penAt(l layout.Length) int64 {
	whole, part := int64(l)>>16, int64(l)&(1<<16-1)
	return whole*penPoint + part*(penPoint>>11)/(1<<5)
}

// newLine moves to the start of a line, in hundredths of a point from the lower
// left corner.
func (t *textState) newLine(x, y int64) {
	t.closeArray()
	if !t.open {
		t.b = append(t.b, "BT\n"...)
		t.open, t.lineX, t.lineY = true, 0, 0
	}
	if x != t.lineX || y != t.lineY {
		t.b = appendCenti(t.b, x-t.lineX)
		t.b = append(t.b, ' ')
		t.b = appendCenti(t.b, y-t.lineY)
		t.b = append(t.b, " Td\n"...)
	}
	t.lineX, t.lineY = x, y
	t.pen = x * (penPoint / 100)
	t.gap = 0
}

// end closes the text object.
func (t *textState) end() {
	t.closeArray()
	if t.open {
		t.b = append(t.b, "ET\n"...)
		t.open = false
	}
}

// word draws a word at its place on the current line.
func (t *textState) word(w *layout.Word, c *codedRun) {
	t.setFont(c.font, milli(w.Size))
	t.setExpansion(int64(w.Expand))
	rise := milli(w.Rise)
	t.setRise(rise + c.parts[0].rise*t.size/1000)
	t.moveTo(penAt(w.X))
	for i, part := range c.parts {
		if i > 0 {
			t.setRise(rise + part.rise*t.size/1000)
		}
		t.openString()
		t.b = append(t.b, part.body...)
	}
	t.pen += c.width * t.step()
}

// space draws a word space in the current font, if that has one, where the pen
// stands.
func (t *textState) space() {
	if t.font == nil || !t.font.hasSpace {
		return
	}
	t.openString()
	t.b = append(t.b, firstCode>>8, firstCode)
	t.pen += t.font.spaceWidth() * t.step()
}

// step is a thousandth of an em in the unit of the pen.
func (t *textState) step() int64 { return t.size * (100_000 + t.expand) }

// moveTo sets the pen to x.
func (t *textState) moveTo(x int64) {
	step := t.step()
	off := x - t.pen
	if rest := off - t.gap*step; -slack <= rest && rest <= slack {
		t.adjust(t.gap)
		return
	}
	n := round(off, step)
	if n < -widestStep || n > widestStep {
		t.newLine(round(x, penPoint/100), t.lineY)
		return
	}
	t.gap = n
	t.adjust(n)
}

// adjust moves the pen by n thousandths of an em.
func (t *textState) adjust(n int64) {
	if n == 0 {
		return
	}
	if t.inText {
		t.b = append(t.b, ')')
		t.inText = false
	}
	if !t.inArray {
		t.b = append(t.b, '[')
		t.inArray = true
	}
	t.b = strconv.AppendInt(t.b, -n, 10)
	t.pen += n * t.step()
}

func (t *textState) openString() {
	if !t.inArray {
		t.b = append(t.b, '[')
		t.inArray = true
	}
	if !t.inText {
		t.b = append(t.b, '(')
		t.inText = true
	}
}

func (t *textState) closeArray() {
	if t.inText {
		t.b = append(t.b, ')')
		t.inText = false
	}
	if t.inArray {
		t.b = append(t.b, "]TJ\n"...)
		t.inArray = false
	}
}

func (t *textState) setFont(f *codedFont, size int64) {
	if f == t.font && size == t.size {
		return
	}
	t.closeArray()
	t.font, t.size, t.gap = f, size, 0
	t.b = append(t.b, '/')
	t.b = append(t.b, f.resource()...)
	t.b = append(t.b, ' ')
	t.b = appendFixed(t.b, size, 3)
	t.b = append(t.b, " Tf\n"...)
}

func (t *textState) setExpansion(e int64) {
	if e == t.expand {
		return
	}
	t.closeArray()
	t.expand = e
	t.b = appendFixed(t.b, 100_000+e, 3)
	t.b = append(t.b, " Tz\n"...)
}

func (t *textState) setRise(r int64) {
	if r == t.rise {
		return
	}
	t.closeArray()
	t.rise = r
	t.b = appendFixed(t.b, r, 3)
	t.b = append(t.b, " Ts\n"...)
}
