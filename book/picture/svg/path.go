package svg

import "math"

type point struct{ x, y float64 }

func (p point) add(q point) point          { return point{p.x + q.x, p.y + q.y} }
func (p point) sub(q point) point          { return point{p.x - q.x, p.y - q.y} }
func (p point) times(k float64) point      { return point{p.x * k, p.y * k} }
func (p point) length() float64            { return math.Hypot(p.x, p.y) }
func mix(p, q point, t float64) point      { return point{p.x + (q.x-p.x)*t, p.y + (q.y-p.y)*t} }
func (p point) isFinite() bool             { return !math.IsNaN(p.x+p.y) && !math.IsInf(p.x+p.y, 0) }
func (p point) mirrored(about point) point { return about.times(2).sub(p) }

// contour is a line through points, closed or not. Curves are made of short lines
// as they are read.
type contour struct {
	points []point
	closed bool
}

// pen draws contours. scale is by how much they will be enlarged, so that curves
// get as many lines as they need.
type pen struct {
	contours []contour
	at       point
	scale    float64
	open     bool
	count    int // of points
}

// Bounds of the points of one shape: curves beyond the first are drawn as lines,
// and nothing beyond the second.
const (
	curvedPoints = 1 << 20
	maxPoints    = 1 << 22
)

func (p *pen) move(to point) {
	p.at, p.open = to, false
}

func (p *pen) line(to point) {
	if p.count++; p.count > maxPoints {
		return
	}
	if !p.open {
		p.contours = append(p.contours, contour{points: []point{p.at}})
		p.open = true
	}
	c := &p.contours[len(p.contours)-1]
	c.points = append(c.points, to)
	p.at = to
}

func (p *pen) close() {
	if p.open {
		c := &p.contours[len(p.contours)-1]
		c.closed = true
		p.at, p.open = c.points[0], false
	}
}

// steps returns how many lines a curve needs that strays from a line by so much.
// Lines of a tenth of a pixel off the curve are not told from it.
func (p *pen) steps(stray float64) int {
	n := math.Ceil(math.Sqrt(stray * p.scale * 1.25))
	if !(n >= 1) || p.count > curvedPoints {
		return 1
	}
	return int(min(n, 100))
}

func (p *pen) quad(c, to point) {
	from := p.at
	n := p.steps(from.sub(c.times(2)).add(to).length())
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		p.line(mix(mix(from, c, t), mix(c, to, t), t))
	}
}

func (p *pen) cubic(c, d, to point) {
	from := p.at
	stray := max(from.sub(c.times(2)).add(d).length(), c.sub(d.times(2)).add(to).length())
	n := p.steps(3 * stray)
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		a, b, e := mix(from, c, t), mix(c, d, t), mix(d, to, t)
		p.line(mix(mix(a, b, t), mix(b, e, t), t))
	}
}

// arc draws part of an ellipse (SVG 1.1, appendix F.6).
func (p *pen) arc(rx, ry, angle float64, large, sweep bool, to point) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	from := p.at
	if rx < 1e-9 || ry < 1e-9 || from == to {
		p.line(to)
		return
	}
	sin, cos := math.Sincos(angle * math.Pi / 180)
	half := from.sub(to).times(0.5)
	x, y := cos*half.x+sin*half.y, cos*half.y-sin*half.x
	if grow := x*x/(rx*rx) + y*y/(ry*ry); grow > 1 {
		rx, ry = rx*math.Sqrt(grow), ry*math.Sqrt(grow)
	}
	k := max(0, rx*rx*ry*ry-rx*rx*y*y-ry*ry*x*x) / (rx*rx*y*y + ry*ry*x*x)
	k = math.Sqrt(k)
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*y/ry, -k*ry*x/rx
	start := math.Atan2((y-cy)/ry, (x-cx)/rx)
	turn := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - start
	switch {
	case sweep && turn < 0:
		turn += 2 * math.Pi
	case !sweep && turn > 0:
		turn -= 2 * math.Pi
	}
	middle := mix(from, to, 0.5).add(point{cos*cx - sin*cy, sin*cx + cos*cy})
	n := p.steps(max(rx, ry)*math.Abs(turn)*2) + 2
	for i := 1; i < n; i++ {
		s, c := math.Sincos(start + turn*float64(i)/float64(n))
		p.line(middle.add(point{cos*rx*c - sin*ry*s, sin*rx*c + cos*ry*s}))
	}
	p.line(to)
}

// ellipse draws a whole ellipse.
func (p *pen) ellipse(c point, rx, ry float64) {
	n := 4*p.steps(max(rx, ry)) + 4
	p.move(c.add(point{rx, 0}))
	for i := 1; i < n; i++ {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		p.line(c.add(point{rx * cos, ry * sin}))
	}
	p.close()
}

// path draws the data of a path. As SVG asks, it draws up to the first error.
func (p *pen) path(data string) {
	s := scanner{text: data}
	r := pathReader{pen: p, scanner: &s}
	var command byte
	for {
		s.skip()
		if s.at >= len(data) {
			return
		}
		if c := data[s.at]; c|32 >= 'a' && c|32 <= 'z' {
			command = c
			s.at++
		} else if command == 0 || command|32 == 'z' {
			return
		}
		if !r.step(command) {
			return
		}
		switch command { // more pairs after a move are lines
		case 'M':
			command = 'L'
		case 'm':
			command = 'l'
		}
	}
}

// pathReader draws one command after the other.
type pathReader struct {
	*pen
	*scanner
	control point // the last control point of a curve
	last    byte  // the command before, in small letters
}

// step draws one command with one set of numbers.
func (r *pathReader) step(command byte) bool {
	var from point
	if command >= 'a' {
		from = r.at()
	}
	kind := command | 32
	last := r.last
	r.last = kind
	switch kind {
	case 'z':
		r.close()
		return true
	case 'h', 'v':
		return r.axisStep(kind, from)
	case 'a':
		return r.arcStep(from)
	case 'm', 'l':
		return r.lineStep(kind, from)
	case 'c', 's', 'q', 't':
		return r.curveStep(kind, last, from)
	}
	return false
}

// axisStep draws a line along one of the axes.
func (r *pathReader) axisStep(kind byte, from point) bool {
	v, ok := r.number()
	to := point{v + from.x, r.at().y}
	if kind == 'v' {
		to = point{r.at().x, v + from.y}
	}
	if ok {
		r.line(to)
	}
	return ok
}

// lineStep moves to a point or draws a line to it.
func (r *pathReader) lineStep(kind byte, from point) bool {
	var p [1]point
	if !r.points(p[:], from) {
		return false
	}
	if kind == 'm' {
		r.move(p[0])
	} else {
		r.line(p[0])
	}
	return true
}

// curveStep draws a Bézier curve. A smooth one goes on from a curve of its own kind.
func (r *pathReader) curveStep(kind, last byte, from point) bool {
	var space [3]point
	p := space[:map[byte]int{'t': 1, 's': 2, 'q': 2, 'c': 3}[kind]]
	if !r.points(p, from) {
		return false
	}
	switch kind {
	case 'c':
		r.control = p[1]
		r.cubic(p[0], p[1], p[2])
	case 's':
		first := r.at()
		if last == 'c' || last == 's' {
			first = r.control.mirrored(r.at())
		}
		r.control = p[0]
		r.cubic(first, p[0], p[1])
	case 'q':
		r.control = p[0]
		r.quad(p[0], p[1])
	case 't':
		if last == 'q' || last == 't' {
			r.control = r.control.mirrored(r.at())
		} else {
			r.control = r.at()
		}
		r.quad(r.control, p[0])
	}
	return true
}

// points reads as many points as p has room for. It reports whether all are there.
func (r *pathReader) points(p []point, from point) bool {
	for i := range p {
		x, okX := r.number()
		y, okY := r.number()
		if !okX || !okY {
			return false
		}
		p[i] = point{x, y}.add(from)
	}
	return true
}

func (r *pathReader) at() point { return r.pen.at }

func (r *pathReader) arcStep(from point) bool {
	rx, ok1 := r.number()
	ry, ok2 := r.number()
	angle, ok3 := r.number()
	large, ok4 := r.flag()
	sweep, ok5 := r.flag()
	x, ok6 := r.number()
	y, ok7 := r.number()
	if !(ok1 && ok2 && ok3 && ok4 && ok5 && ok6 && ok7) {
		return false
	}
	r.arc(rx, ry, angle, large, sweep, point{x, y}.add(from))
	return true
}
