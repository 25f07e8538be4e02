package svg

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// fraction reads an opacity.
func fraction(text string, otherwise float64) float64 {
	return min(max(length(text, 1, otherwise), 0), 1)
}

// ink returns what fills or strokes contours; nil for nothing.
func (p *painter) ink(st *state, property, otherwise string, contours []contour) ink {
	value := st.values[property]
	if value == "" {
		value = otherwise
	}
	opacity := st.opacity * fraction(st.values[property+"-opacity"], 1)
	if id := refersTo(attr{"", value}); id != "" {
		if g := p.gradient(p.ids[id], st, opacity, contours); g != nil {
			return g
		}
		value = localRef.FindStringSubmatch(value)[2]
	}
	c, ok := st.colour(value)
	c.A = uint8(float64(c.A)*opacity + 0.5)
	if !ok || c.A == 0 {
		return nil
	}
	return plain(c)
}

// colour reads a colour; ok is false for none.
func (st *state) colour(text string) (c color.NRGBA, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	switch {
	case text == "currentcolor":
		if own := st.values["color"]; own != "" && strings.ToLower(own) != "currentcolor" {
			return st.colour(own)
		}
		return color.NRGBA{A: 255}, true
	case text == "none" || text == "transparent" || text == "":
		return c, false
	case text[0] == '#':
		return hexColour(text[1:])
	case strings.HasPrefix(text, "rgb"):
		return functionColour(text)
	case strings.HasPrefix(text, "hsl"):
		return hslColour(text)
	}
	named, ok := colornames.Map[text]
	return color.NRGBA{named.R, named.G, named.B, 255}, ok
}

func hexColour(digits string) (color.NRGBA, bool) {
	if len(digits) == 3 || len(digits) == 4 {
		long := ""
		for _, d := range digits {
			long += string(d) + string(d)
		}
		digits = long
	}
	if len(digits) == 6 {
		digits += "ff"
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}, err == nil && len(digits) == 8
}

// arguments returns what stands between brackets: numbers, and whether each is in
// per cent.
func arguments(text string) (values []float64, percent []bool) {
	_, inner, _ := strings.Cut(text, "(")
	inner, _, _ = strings.Cut(inner, ")")
	for _, field := range strings.FieldsFunc(inner, func(r rune) bool { return r == ',' || r == ' ' || r == '/' }) {
		s := scanner{text: field}
		v, ok := s.number()
		if !ok {
			return nil, nil
		}
		values = append(values, v)
		percent = append(percent, strings.HasSuffix(field, "%"))
	}
	return values, percent
}

func functionColour(text string) (color.NRGBA, bool) {
	v, percent := arguments(text)
	if len(v) < 3 {
		return color.NRGBA{}, false
	}
	var c [4]uint8
	c[3] = 255
	for i := range min(len(v), 4) {
		whole := 1.0
		switch {
		case percent[i]:
			whole = 2.55
		case i == 3:
			whole = 255
		}
		c[i] = uint8(min(max(v[i]*whole, 0), 255) + 0.5)
	}
	return color.NRGBA{c[0], c[1], c[2], c[3]}, true
}

// hslColour reads a colour by hue, saturation and lightness (CSS Color 3, §4.2.4).
func hslColour(text string) (color.NRGBA, bool) {
	v, _ := arguments(text)
	if len(v) < 3 {
		return color.NRGBA{}, false
	}
	h, s, l := math.Mod(math.Mod(v[0], 360)+360, 360)/30, min(max(v[1], 0), 100)/100, min(max(v[2], 0), 100)/100
	channel := func(n float64) uint8 {
		k := math.Mod(n+h, 12)
		return uint8(255*(l-s*min(l, 1-l)*max(-1, min(k-3, 9-k, 1))) + 0.5)
	}
	c := color.NRGBA{channel(0), channel(8), channel(4), 255}
	if len(v) > 3 {
		c.A = uint8(255*min(max(v[3], 0), 1) + 0.5)
	}
	return c, true
}

// gradient is colours that change along a line or away from a point.
type gradient struct {
	back   matrix // from pixels to units in which the gradient goes from 0 to 1
	radial bool
	spread string
	ramp   [256]color.NRGBA
}

func (g *gradient) at(x, y int) color.NRGBA {
	p := g.back.apply(point{float64(x) + 0.5, float64(y) + 0.5})
	t := p.x
	if g.radial {
		t = p.length()
	}
	switch {
	case !(math.Abs(t) < 1e6):
		t = 1
	case g.spread == "repeat":
		t -= math.Floor(t)
	case g.spread == "reflect":
		if t = math.Mod(math.Abs(t), 2); t > 1 {
			t = 2 - t
		}
	}
	return g.ramp[int(min(max(t, 0), 1)*255+0.5)]
}

// gradient makes the ink of a gradient; nil if the element is none or has no
// colours.
func (p *painter) gradient(n *node, st *state, opacity float64, contours []contour) ink {
	if n == nil || n.name != "linearGradient" && n.name != "radialGradient" {
		return nil
	}
	chain := p.chain(n)
	get := func(name, otherwise string) string {
		for _, n := range chain {
			if v := n.get(name); v != "" {
				return v
			}
		}
		return otherwise
	}
	g := &gradient{radial: n.name == "radialGradient", spread: get("spreadMethod", "pad")}
	if !g.fill(st, chain, opacity) {
		return nil
	}
	box, m := rect{0, 0, 1, 1}, st.ctm
	if get("gradientUnits", "") == "userSpaceOnUse" {
		box = st.box
	} else {
		b := bounds(contours)
		m = m.move(b.x, b.y).scale(b.w, b.h)
	}
	m = m.mul(transform(get("gradientTransform", "")))
	if g.radial {
		r := length(get("r", "50%"), math.Hypot(box.w, box.h)/math.Sqrt2, 0.5)
		m = m.move(length(get("cx", "50%"), box.w, 0), length(get("cy", "50%"), box.h, 0)).scale(r, r)
	} else {
		x1, y1 := length(get("x1", "0%"), box.w, 0), length(get("y1", "0%"), box.h, 0)
		x2, y2 := length(get("x2", "100%"), box.w, 0), length(get("y2", "0%"), box.h, 0)
		m = m.mul(matrix{x2 - x1, y2 - y1, y1 - y2, x2 - x1, x1, y1})
	}
	back, ok := m.invert()
	if !ok { // of no extent: the last colour
		return plain(g.ramp[255])
	}
	g.back = back
	return g
}

// chain lists a gradient and those from which it takes what it does not say.
func (p *painter) chain(n *node) []*node {
	var chain []*node
	for n != nil && len(chain) < 10 {
		chain = append(chain, n)
		n = p.ids[trimHash(n.get("href"))]
	}
	return chain
}

// fill makes the ramp of colours from the stops.
func (g *gradient) fill(st *state, chain []*node, opacity float64) bool {
	var offsets []float64
	var colours []color.NRGBA
	for _, n := range chain {
		for _, k := range n.kids {
			if k.name != "stop" {
				continue
			}
			stop := state{node: k, values: map[string]string{"color": st.values["color"]}, opacity: 1}.enter(k)
			value := stop.values["stop-color"]
			if value == "" {
				value = "black"
			}
			c, _ := stop.colour(value)
			c.A = uint8(float64(c.A)*fraction(stop.values["stop-opacity"], 1)*opacity + 0.5)
			at := fraction(k.get("offset"), 0)
			if m := len(offsets); m > 0 {
				at = max(at, offsets[m-1])
			}
			offsets, colours = append(offsets, at), append(colours, c)
		}
		if len(colours) > 0 {
			break
		}
	}
	if len(colours) == 0 {
		return false
	}
	k := 0
	for i := range g.ramp {
		t := float64(i) / 255
		for k < len(offsets) && offsets[k] <= t {
			k++
		}
		switch {
		case k == 0:
			g.ramp[i] = colours[0]
		case k == len(offsets):
			g.ramp[i] = colours[k-1]
		default:
			g.ramp[i] = between(colours[k-1], colours[k], (t-offsets[k-1])/(offsets[k]-offsets[k-1]))
		}
	}
	return true
}

func between(a, b color.NRGBA, t float64) color.NRGBA {
	v := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*t + 0.5) }
	return color.NRGBA{v(a.R, b.R), v(a.G, b.G), v(a.B, b.B), v(a.A, b.A)}
}
