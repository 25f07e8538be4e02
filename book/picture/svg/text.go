package svg

import (
	"strings"

	"publish/fonts"
)

// span is a piece of text in one style, with the place where it starts.
type span struct {
	st     *state
	text   string
	x, y   float64
	dx, dy float64
	hasX   bool
	hasY   bool
}

// letters paints an element of text: its pieces one after the other, each line from
// where a piece says that it starts.
func (p *painter) letters(st *state) {
	if p.text == nil {
		return
	}
	var spans []span
	p.spans(st, &spans)
	var x, y float64
	for len(spans) > 0 {
		n := 1 // the pieces up to the next that says where it starts are anchored together
		for n < len(spans) && !spans[n].hasX {
			n++
		}
		width := 0.0
		for i := range n {
			width += p.width(&spans[i])
		}
		if spans[0].hasX {
			x = spans[0].x
		}
		switch spans[0].st.values["text-anchor"] {
		case "middle":
			x -= width / 2
		case "end":
			x -= width
		}
		for i := range n {
			if spans[i].hasY {
				y = spans[i].y
			}
			x, y = x+spans[i].dx, y+spans[i].dy
			x = p.span(&spans[i], x, y)
		}
		spans = spans[n:]
	}
}

// spans lists the pieces of an element of text, white space folded.
func (p *painter) spans(st *state, spans *[]span) {
	n := st.node
	next := span{st: st}
	if v := numbers(n.get("x"), 1); len(v) > 0 {
		next.x, next.hasX = length(n.get("x"), st.box.w, v[0]), true
	}
	if v := numbers(n.get("y"), 1); len(v) > 0 {
		next.y, next.hasY = length(n.get("y"), st.box.h, v[0]), true
	}
	next.dx, next.dy = st.em(n.get("dx")), st.em(n.get("dy"))
	for _, k := range n.kids {
		if k.name == "" {
			text := fold(k.text, len(*spans) == 0 || next.hasX)
			if text == "" {
				continue
			}
			next.text = text
			*spans = append(*spans, next)
			next = span{st: st}
		} else if k.name == "tspan" && p.depth < maxUse {
			inner := st.enter(k)
			if inner.values["display"] == "none" {
				continue
			}
			at := len(*spans)
			p.depth++
			p.spans(&inner, spans)
			p.depth--
			if at < len(*spans) { // what this element says of its start is for its first piece
				first := &(*spans)[at]
				if next.hasX && !first.hasX {
					first.x, first.hasX = next.x, true
				}
				if next.hasY && !first.hasY {
					first.y, first.hasY = next.y, true
				}
				first.dx, first.dy = first.dx+next.dx, first.dy+next.dy
				next = span{st: st}
			}
		}
	}
}

// fold makes one blank of white space, and none at the start of a line.
func fold(text string, start bool) string {
	words := strings.Join(strings.Fields(text), " ")
	if words == "" {
		if start || text == "" {
			return ""
		}
		return " "
	}
	if !start && strings.IndexByte(" \t\r\n", text[0]) >= 0 {
		words = " " + words
	}
	if strings.IndexByte(" \t\r\n", text[len(text)-1]) >= 0 {
		words += " "
	}
	return words
}

// fontSize returns the size of the letters in user units.
func (st *state) fontSize() float64 {
	switch v := st.values["font-size"]; v {
	case "xx-small":
		return 9
	case "x-small":
		return 10
	case "small":
		return 13
	case "large":
		return 18
	case "x-large":
		return 24
	case "xx-large":
		return 32
	default:
		return min(max(length(v, 16, 16), 0), 1e5)
	}
}

// em reads the first of a list of lengths, which may be in ems.
func (st *state) em(text string) float64 {
	v := numbers(text, 1)
	if len(v) == 0 {
		return 0
	}
	if first := strings.Fields(text)[0]; strings.HasSuffix(first, "em") && !strings.HasSuffix(first, "rem") {
		return v[0] * st.fontSize()
	}
	return v[0]
}

func (st *state) style() fonts.Style {
	bold := st.values["font-weight"]
	heavy := bold == "bold" || bold == "bolder" || len(bold) == 3 && bold >= "600"
	slanted := st.values["font-style"] == "italic" || st.values["font-style"] == "oblique"
	style := fonts.Roman
	if heavy {
		style |= fonts.Bold
	}
	if slanted {
		style |= fonts.Italic
	}
	return style
}

// maxText is how many bytes of one piece of text are set.
const maxText = 10_000

func (p *painter) runs(s *span) []*fonts.Run {
	p.work += 2000 * len(s.text)
	if len(s.text) > maxText || p.work > maxWork {
		return nil
	}
	return p.text.Shape(s.text, s.st.style(), fonts.Features{}, "")
}

func (p *painter) width(s *span) float64 {
	sum := 0.0
	for _, run := range p.runs(s) {
		sum += float64(run.Advance) * run.Sized(s.st.fontSize()) / float64(run.Face.UnitsPerEm)
	}
	return sum
}

// span paints a piece of text and returns where the next one starts.
func (p *painter) span(s *span, x, y float64) float64 {
	var all []contour
	for _, run := range p.runs(s) {
		scale := run.Sized(s.st.fontSize()) / float64(run.Face.UnitsPerEm)
		for _, g := range run.Glyphs {
			pen := pen{scale: s.st.ctm.size()}
			at := point{x + float64(g.XOffset)*scale, y - float64(g.YOffset)*scale}
			pen.glyph(run.Face.Outline(g.ID), at, scale)
			all = append(all, pen.contours...)
			x += float64(g.Advance) * scale
		}
	}
	inner := *s.st
	p.paint(&inner, all)
	return x
}

// glyph draws the outline of a letter.
func (p *pen) glyph(outline []fonts.Segment, at point, scale float64) {
	place := func(q fonts.Point) point {
		return point{at.x + float64(q.X)*scale, at.y - float64(q.Y)*scale}
	}
	for _, s := range outline {
		switch s.Op {
		case fonts.MoveTo:
			p.move(place(s.Points[0]))
		case fonts.LineTo:
			p.line(place(s.Points[0]))
		case fonts.QuadTo:
			p.quad(place(s.Points[0]), place(s.Points[1]))
		case fonts.CubicTo:
			p.cubic(place(s.Points[0]), place(s.Points[1]), place(s.Points[2]))
		case fonts.Close:
			p.close()
		}
	}
}
