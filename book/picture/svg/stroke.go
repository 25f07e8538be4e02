package svg

import "math"

// stroke is how a line is drawn.
type stroke struct {
	width      float64
	cap, join  string
	miter      float64
	dashes     []float64
	dashOffset float64
}

// maxDashes bounds the dashes of one line; a line with more is drawn whole.
const maxDashes = 20_000

// outline calls add with polygons that cover the line together. Each runs the same
// way round or the other. It ends early when add returns false.
func (s *stroke) outline(c contour, scale float64, add func([]point) bool) {
	for _, part := range s.dashed(c) {
		if !s.solid(part, scale, add) {
			return
		}
	}
}

// dashed cuts a contour into its dashes.
func (s *stroke) dashed(c contour) []contour {
	points := c.points
	if c.closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	sum := s.dashSum()
	if sum <= 0 || !(lengthOf(points)/sum*float64(len(s.dashes)) < maxDashes) {
		return []contour{c}
	}
	k, left := s.firstDash(sum)
	var out []contour
	line := []point{points[0]}
	for i := 1; i < len(points); i++ {
		p, q := points[i-1], points[i]
		way := q.sub(p).length()
		done := 0.0
		for way-done > left {
			done += left
			cut := mix(p, q, done/way)
			if k%2 == 0 {
				out = append(out, contour{points: append(line, cut)})
			}
			k++
			line, left = []point{cut}, s.dashes[k%len(s.dashes)]
			if left == 0 && len(out) > 2*maxDashes {
				return out
			}
		}
		left -= way - done
		line = append(line, q)
	}
	if k%2 == 0 {
		out = append(out, contour{points: line})
	}
	return out
}

// dashSum returns how long the dashes and gaps are together, 0 where one is no length.
func (s *stroke) dashSum() float64 {
	sum := 0.0
	for _, d := range s.dashes {
		if d < 0 {
			return 0
		}
		sum += d
	}
	return sum
}

// firstDash returns which dash (even) or gap (odd) a contour begins in, and how much
// of it is left. The dashes are sum long.
func (s *stroke) firstDash(sum float64) (k int, left float64) {
	at := math.Mod(s.dashOffset, sum*2)
	if at < 0 {
		at += sum * 2
	}
	for at >= s.dashes[k%len(s.dashes)] {
		at -= s.dashes[k%len(s.dashes)]
		k++
	}
	return k, s.dashes[k%len(s.dashes)] - at
}

// lengthOf returns how long the line through the points is.
func lengthOf(points []point) float64 {
	long := 0.0
	for i := 1; i < len(points); i++ {
		long += points[i].sub(points[i-1]).length()
	}
	return long
}

// solid covers a line without dashes.
func (s *stroke) solid(c contour, scale float64, add func([]point) bool) bool {
	points := distinct(c.points)
	half := s.width / 2
	if len(points) == 1 {
		return s.dot(points[0], half, scale, add)
	}
	if c.closed && points[0] == points[len(points)-1] {
		points = points[:len(points)-1]
	}
	n := len(points)
	if c.closed && n > 2 {
		for i := range n {
			p, q, r := points[i], points[(i+1)%n], points[(i+2)%n]
			if !add(bar(p, q, half)) || !s.joint(p, q, r, half, scale, add) {
				return false
			}
		}
		return true
	}
	for i := range n - 1 {
		p, q := points[i], points[i+1]
		if s.cap == "square" {
			along := q.sub(p).times(half / q.sub(p).length())
			if i == 0 {
				p = p.sub(along)
			}
			if i == n-2 {
				q = q.add(along)
			}
		}
		if !add(bar(p, q, half)) {
			return false
		}
		if i+2 < n && !s.joint(points[i], points[i+1], points[i+2], half, scale, add) {
			return false
		}
	}
	return s.cap != "round" || add(disc(points[0], half, scale)) && add(disc(points[n-1], half, scale))
}

func distinct(points []point) []point {
	out := points[:1:1]
	for _, p := range points[1:] {
		if p != out[len(out)-1] {
			out = append(out, p)
		}
	}
	return out
}

func (s *stroke) dot(p point, half, scale float64, add func([]point) bool) bool {
	switch s.cap {
	case "round":
		return add(disc(p, half, scale))
	case "square":
		return add(bar(point{p.x - half, p.y}, point{p.x + half, p.y}, half))
	}
	return true
}

// bar is the rectangle about a line.
func bar(p, q point, half float64) []point {
	d := q.sub(p)
	side := point{-d.y, d.x}.times(half / d.length())
	return []point{p.add(side), p.sub(side), q.sub(side), q.add(side)}
}

func disc(c point, radius, scale float64) []point {
	p := pen{scale: scale}
	p.ellipse(c, radius, radius)
	return p.contours[0].points
}

// joint covers the gap between two lines that meet at q.
func (s *stroke) joint(p, q, r point, half, scale float64, add func([]point) bool) bool {
	in, out := q.sub(p), r.sub(q)
	in, out = in.times(1/in.length()), out.times(1/out.length())
	cross, dot := in.x*out.y-in.y*out.x, in.x*out.x+in.y*out.y
	if math.Abs(cross) < 1e-6 && dot > 0 {
		return true
	}
	if s.join == "round" {
		return add(disc(q, half, scale))
	}
	if cross < 0 { // the gap is on the other side
		half = -half
	}
	a := q.add(point{in.y, -in.x}.times(half))
	b := q.add(point{out.y, -out.x}.times(half))
	corner := []point{q, a, b}
	if s.join != "bevel" {
		// The tip is as many half widths away as one over the sine of half the angle.
		if sine := math.Sqrt(max(0, (1+dot)/2)); sine*s.miter >= 1 {
			tip := mix(a, b, 0.5).sub(q)
			if l := tip.length(); l > 1e-9 {
				corner = []point{q, a, q.add(tip.times(math.Abs(half) / sine / l)), b}
			}
		}
	}
	return add(corner)
}
