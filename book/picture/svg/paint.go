package svg

import (
	"image"
	"image/color"
	"math"

	"publish/fonts"
)

// maxWork bounds what painting does, in pixels and steps of lines: some seconds.
const maxWork = 600_000_000

// Paint draws the drawing on white in the given size. Text is set with the shaper;
// with none it is left out. A LimitError tells of a drawing that takes too long.
func (d *Drawing) Paint(size image.Point, text *fonts.Shaper) (*image.RGBA, error) {
	img := image.NewRGBA(image.Rectangle{Max: size})
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	p := &painter{Drawing: d, img: img, text: text, clips: map[clipKey]*mask{}}
	p.raster = newRaster(size.X, size.Y, &p.work)
	port := viewport(rect{0, 0, float64(size.X), float64(size.Y)}, d.box, d.root.get("preserveAspectRatio"))
	st := initial(d.root, port)
	for _, k := range d.root.kids {
		p.element(k, &st)
	}
	if p.work > maxWork {
		return nil, &LimitError{"is a drawing that takes too long to draw"}
	}
	return img, nil
}

// viewport maps the box of a drawing to the place where it is to stand.
func viewport(place, box rect, aspect string) matrix {
	sx, sy := place.w/box.w, place.h/box.h
	if aspect != "none" {
		sx = min(sx, sy)
		sy = sx
	}
	x, y := place.x+(place.w-sx*box.w)/2, place.y+(place.h-sy*box.h)/2
	return unit().move(x, y).scale(sx, sy).move(-box.x, -box.y)
}

// painter draws elements on an image.
type painter struct {
	*Drawing
	img    *image.RGBA
	raster *raster
	text   *fonts.Shaper
	work   int
	depth  int
	clips  map[clipKey]*mask
}

// state is what an element inherits (SVG 1.1, §6.2).
type state struct {
	*node          // the element
	ctm     matrix // from its units to pixels
	box     rect   // the viewport, for percentages
	values  map[string]string
	opacity float64
	clip    *mask // nil for none
}

func initial(root *node, ctm matrix) state {
	st := state{ctm: ctm, opacity: 1, values: map[string]string{}}
	box, ok := viewBox(root.get("viewBox"))
	if !ok {
		box = rect{0, 0, max(1, size(root.get("width"))), max(1, size(root.get("height")))}
	}
	st.box = box
	return st.enter(root)
}

// enter returns the state of an element in this one.
func (st state) enter(n *node) state {
	st.node = n
	own := false
	for _, a := range n.attrs {
		switch {
		case a.name == "opacity":
			st.opacity *= fraction(a.value, 1)
		case a.name == "transform" && n.name != "clipPath":
			st.ctm = st.ctm.mul(transform(a.value))
		case isProperty(a.name) && a.value != "inherit":
			if !own { // copy on write
				values := make(map[string]string, len(st.values)+4)
				for k, v := range st.values {
					values[k] = v
				}
				st.values, own = values, true
			}
			st.values[a.name] = a.value
		}
	}
	return st
}

// maxUse bounds how deep uses lead into one another.
const maxUse = 200

// element paints an element and what is in it.
func (p *painter) element(n *node, parent *state) {
	if p.work > maxWork || p.depth > maxUse || n.name == "" {
		return
	}
	p.work += 50
	switch n.name {
	case "defs", "symbol", "clipPath", "linearGradient", "radialGradient", "pattern", "mask", "marker", "title", "desc":
		return
	}
	st := parent.enter(n)
	if st.values["display"] == "none" {
		return
	}
	delete(st.values, "display")
	if id := refersTo(attr{"", n.get("clip-path")}); id != "" {
		p.clipTo(&st, p.ids[id])
	}
	p.depth++
	defer func() { p.depth-- }()
	switch n.name {
	case "g":
		p.kids(&st)
	case "svg":
		p.nested(&st, n, st.rect(n))
	case "use":
		p.use(&st)
	case "text":
		p.letters(&st)
	default:
		pen := pen{scale: st.ctm.size()}
		st.shape(&pen)
		p.paint(&st, pen.contours)
	}
}

func (p *painter) kids(st *state) {
	for _, k := range st.node.kids {
		p.element(k, st)
	}
}

// rect reads the place of an element; without a size it fills its viewport.
func (st *state) rect(n *node) rect {
	return rect{
		length(n.get("x"), st.box.w, 0), length(n.get("y"), st.box.h, 0),
		length(n.get("width"), st.box.w, st.box.w), length(n.get("height"), st.box.h, st.box.h),
	}
}

// nested paints what has a box of its own: a drawing in the drawing, or a symbol.
func (p *painter) nested(st *state, n *node, place rect) {
	if place.w <= 0 || place.h <= 0 {
		return
	}
	inner := *st
	inner.node = n
	if box, ok := viewBox(n.get("viewBox")); ok {
		inner.ctm = inner.ctm.mul(viewport(place, box, n.get("preserveAspectRatio")))
		inner.box = box
	} else {
		inner.ctm = inner.ctm.move(place.x, place.y)
		inner.box = rect{0, 0, place.w, place.h}
	}
	p.kids(&inner)
}

func (p *painter) use(st *state) {
	target := p.ids[refersTo(attr{"href", "#" + trimHash(st.node.get("href"))})]
	if target == nil {
		return
	}
	place := st.rect(st.node)
	switch target.name {
	case "symbol", "svg":
		inner := st.enter(target)
		p.nested(&inner, target, place)
	default:
		inner := *st
		inner.ctm = inner.ctm.move(place.x, place.y)
		p.element(target, &inner)
	}
}

func trimHash(s string) string {
	if len(s) > 0 && s[0] == '#' {
		return s[1:]
	}
	return s
}

// shape draws the outline of a basic shape.
func (st *state) shape(p *pen) {
	n := st.node
	across := func(name string) float64 { return length(n.get(name), st.box.w, 0) }
	down := func(name string) float64 { return length(n.get(name), st.box.h, 0) }
	switch n.name {
	case "path":
		p.path(n.get("d"))
	case "rect":
		p.rectangle(rect{across("x"), down("y"), across("width"), down("height")},
			length(n.get("rx"), st.box.w, -1), length(n.get("ry"), st.box.h, -1))
	case "circle":
		if r := length(n.get("r"), math.Hypot(st.box.w, st.box.h)/math.Sqrt2, 0); r > 0 {
			p.ellipse(point{across("cx"), down("cy")}, r, r)
		}
	case "ellipse":
		if rx, ry := across("rx"), down("ry"); rx > 0 && ry > 0 {
			p.ellipse(point{across("cx"), down("cy")}, rx, ry)
		}
	case "line":
		p.move(point{across("x1"), down("y1")})
		p.line(point{across("x2"), down("y2")})
	case "polyline", "polygon":
		v := numbers(n.get("points"), 1<<20)
		for i := 0; i+1 < len(v); i += 2 {
			if to := (point{v[i], v[i+1]}); i == 0 {
				p.move(to)
			} else {
				p.line(to)
			}
		}
		if n.name == "polygon" {
			p.close()
		}
	}
}

func (p *pen) rectangle(r rect, rx, ry float64) {
	if r.w <= 0 || r.h <= 0 {
		return
	}
	if rx < 0 {
		rx = ry
	}
	if ry < 0 {
		ry = rx
	}
	rx, ry = min(max(rx, 0), r.w/2), min(max(ry, 0), r.h/2)
	right, foot := r.x+r.w, r.y+r.h
	p.move(point{r.x + rx, r.y})
	p.line(point{right - rx, r.y})
	p.arc(rx, ry, 0, false, true, point{right, r.y + ry})
	p.line(point{right, foot - ry})
	p.arc(rx, ry, 0, false, true, point{right - rx, foot})
	p.line(point{r.x + rx, foot})
	p.arc(rx, ry, 0, false, true, point{r.x, foot - ry})
	p.line(point{r.x, r.y + ry})
	p.arc(rx, ry, 0, false, true, point{r.x + rx, r.y})
	p.close()
}

func mapped(points []point, m matrix) []point {
	out := make([]point, len(points))
	for i, p := range points {
		out[i] = m.apply(p)
	}
	return out
}

// bounds returns the rectangle about contours.
func bounds(contours []contour) rect {
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, c := range contours {
		for _, p := range c.points {
			low = point{min(low.x, p.x), min(low.y, p.y)}
			high = point{max(high.x, p.x), max(high.y, p.y)}
		}
	}
	if low.x > high.x {
		return rect{}
	}
	return rect{low.x, low.y, high.x - low.x, high.y - low.y}
}

// paint fills and strokes contours as the state says.
func (p *painter) paint(st *state, contours []contour) {
	for _, c := range contours {
		p.work += 4 * len(c.points)
	}
	if len(contours) == 0 || p.work > maxWork || st.values["visibility"] == "hidden" || st.values["visibility"] == "collapse" {
		return
	}
	if ink := p.ink(st, "fill", "black", contours); ink != nil {
		for _, c := range contours {
			if len(c.points) > 2 {
				p.raster.polygon(mapped(c.points, st.ctm))
			}
		}
		p.lay(st, ink, st.values["fill-rule"] == "evenodd")
	}
	s := st.stroke()
	if s.width <= 0 {
		return
	}
	ink := p.ink(st, "stroke", "none", contours)
	if ink == nil {
		return
	}
	for _, c := range contours {
		s.outline(c, st.ctm.size(), func(points []point) bool {
			points = mapped(points, st.ctm)
			if area(points) < 0 {
				for i, j := 0, len(points)-1; i < j; i, j = i+1, j-1 {
					points[i], points[j] = points[j], points[i]
				}
			}
			p.raster.polygon(points)
			p.work += 20 * len(points)
			return p.work <= maxWork
		})
	}
	p.lay(st, ink, false)
}

func area(points []point) float64 {
	sum := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += p.x*q.y - q.x*p.y
	}
	return sum
}

func (st *state) stroke() stroke {
	across := math.Hypot(st.box.w, st.box.h) / math.Sqrt2
	s := stroke{
		width: length(st.values["stroke-width"], across, 1),
		cap:   st.values["stroke-linecap"], join: st.values["stroke-linejoin"],
		miter:      length(st.values["stroke-miterlimit"], 1, 4),
		dashOffset: length(st.values["stroke-dashoffset"], across, 0),
	}
	if list := numbers(st.values["stroke-dasharray"], 100); len(list)%2 == 1 {
		s.dashes = append(list, list...)
	} else {
		s.dashes = list
	}
	return s
}

// lay lays an ink on the pixels that the raster covers.
func (p *painter) lay(st *state, ink ink, evenOdd bool) {
	one, isPlain := ink.(plain)
	p.raster.rows(evenOdd, func(x0, y int, covers []uint8) {
		if st.clip != nil {
			st.clip.apply(x0, y, covers)
		}
		pix := p.img.Pix[p.img.PixOffset(x0, y):]
		c := color.NRGBA(one)
		for i, cover := range covers {
			if cover == 0 {
				continue
			}
			if !isPlain {
				c = ink.at(x0+i, y)
				p.work += 3
			}
			blend(pix[4*i:4*i+3], c, int(c.A)*int(cover))
		}
	})
}

// blend mixes a colour of an opacity from 0 to 255² into a pixel.
func blend(pix []uint8, c color.NRGBA, alpha int) {
	const whole = 255 * 255
	if alpha == whole {
		pix[0], pix[1], pix[2] = c.R, c.G, c.B
		return
	}
	rest := whole - alpha
	pix[0] = uint8((int(c.R)*alpha + int(pix[0])*rest + whole/2) / whole)
	pix[1] = uint8((int(c.G)*alpha + int(pix[1])*rest + whole/2) / whole)
	pix[2] = uint8((int(c.B)*alpha + int(pix[2])*rest + whole/2) / whole)
}

// ink is what is painted with: the colour of each pixel, not multiplied with its
// opacity.
type ink interface{ at(x, y int) color.NRGBA }

type plain color.NRGBA

func (c plain) at(int, int) color.NRGBA { return color.NRGBA(c) }
