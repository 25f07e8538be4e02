package fonts

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Where in relation to their base marks stand (UAX #44, Canonical Combining Class).
const (
	markBelow = 220
	markAbove = 230
)

// inkBox is the room of a glyph's outline.
type inkBox struct{ left, right, low, high int32 }

// placeMarks puts marks over or under their base that the font has no anchors for: in
// the middle of it, and clear of it. HarfBuzz does so for fonts without anchors for any
// mark; faces of text have them for the letters of their languages alone.
func (w *worker) placeMarks(run *Run, it item) {
	classes := w.marksOf(it)
	if classes == nil || run.RTL {
		return
	}
	var over inkBox // of the base with the marks that it has
	var origin, pen int32
	base := false
	for i := range run.Glyphs {
		g := &run.Glyphs[i]
		class, mark := classes[g.ID]
		own, drawn := it.face.box(g.ID)
		switch {
		case !mark:
			over, origin, base = own, pen, drawn
		case !base || !drawn || g.Advance != 0 || run.Glyphs[i-1].Cluster != g.Cluster:
		default:
			if g.XOffset == 0 && g.YOffset == 0 {
				it.face.place(g, class, over, own, origin-pen)
			}
			over.high, over.low = max(over.high, own.high+g.YOffset), min(over.low, own.low+g.YOffset)
		}
		pen += g.Advance
	}
}

// marksOf returns the glyphs of the marks above and below of an item, with their
// classes; nil if it has none.
func (w *worker) marksOf(it item) map[uint16]uint8 {
	var classes map[uint16]uint8
	for _, r := range w.runes[it.start:it.end] {
		if r < 0x300 || !unicode.Is(unicode.Mn, r) {
			continue
		}
		class := norm.NFD.PropertiesString(string(r)).CCC()
		if gid, ok := it.face.Glyph(r); ok && (class == markAbove || class == markBelow) {
			if classes == nil {
				classes = map[uint16]uint8{}
			}
			classes[gid] = class
		}
	}
	return classes
}

// place moves a mark from where the pen stands after its base, back being the way to
// the base's origin.
func (f *Face) place(g *Glyph, class uint8, base, mark inkBox, back int32) {
	clear := int32(f.UnitsPerEm / 25) // about the white between a letter and its accent
	g.XOffset = back + (base.left+base.right-mark.left-mark.right)/2
	if class == markAbove {
		g.YOffset = max(base.high+clear-mark.low, 0)
	} else {
		g.YOffset = min(base.low-clear-mark.high, 0)
	}
}

// box returns the room of a glyph's outline; ok is false for one that draws nothing.
func (f *Face) box(gid uint16) (b inkBox, ok bool) {
	for _, s := range f.Outline(gid) {
		if s.Op == Close {
			continue
		}
		p := s.Points[0]
		if s.Op == QuadTo {
			p = s.Points[1]
		}
		if !ok {
			b, ok = inkBox{p.X, p.X, p.Y, p.Y}, true
		}
		b.left, b.right = min(b.left, p.X), max(b.right, p.X)
		b.low, b.high = min(b.low, p.Y), max(b.high, p.Y)
	}
	return b, ok
}
