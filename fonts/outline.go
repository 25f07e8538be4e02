package fonts

// Op says what a Segment draws.
type Op uint8

// The kinds of segments.
const (
	MoveTo  Op = iota // start a contour at Points[0]
	LineTo            // a line to Points[0]
	QuadTo            // a quadratic curve by Points[0] to Points[1]
	CubicTo           // a cubic curve by Points[0] and Points[1] to Points[2]
	Close             // a line back to the start of the contour
)

// Point is a place in design units, x to the right and y up from the origin on
// the baseline.
type Point struct{ X, Y int32 }

// Segment is one step of an outline. TrueType outlines have no cubic curves;
// CubicTo is there for writers that turn quadratic curves into them.
type Segment struct {
	Op     Op
	Points [3]Point // only those that Op names
}

// maxComponentDepth is how deep composite glyphs may be nested; the fonts that
// exist nest two or three deep.
const maxComponentDepth = 8

// Outline returns the contours of a glyph, to be filled by the nonzero rule. It is
// nil for a space, for a glyph that does not exist and for one that is malformed.
// Each contour starts with MoveTo and ends with Close. Points that fall between
// whole units, midway between two curves or scaled in a composite glyph, are
// rounded.
func (f *Face) Outline(gid uint16) []Segment {
	contours, ok := f.glyphs.contours(gid, 0)
	if !ok {
		return nil
	}
	var segments []Segment
	for _, contour := range contours {
		segments = appendContour(segments, contour)
	}
	return segments
}

// outlinePoint is a point of a contour, in 1/64 unit so that scaled components
// and midpoints lose nothing before the end.
type outlinePoint struct {
	x, y int32
	on   bool
}

const subUnits = 64

// contours returns the points of a glyph by contour.
func (t *glyphTable) contours(gid uint16, depth int) ([][]outlinePoint, bool) {
	entry := t.outline(gid)
	if len(entry) == 0 {
		return nil, int(gid) < t.count
	}
	if len(entry) < 10 || depth > maxComponentDepth {
		return nil, false
	}
	if !isComposite(entry) {
		return simpleContours(entry)
	}
	parts, _, err := components(entry)
	if err != nil {
		return nil, false
	}
	var all [][]outlinePoint
	for _, part := range parts {
		sub, ok := t.contours(part.glyph, depth+1)
		if !ok || len(all)+len(sub) > 1<<12 {
			return nil, false
		}
		m := part.transform(all, sub)
		for _, contour := range sub {
			for i := range contour {
				contour[i] = m.apply(contour[i])
			}
			all = append(all, contour)
		}
	}
	return all, true
}

// Flags of a point of a simple glyph (OpenType 1.9.1, "glyf").
const (
	onCurve  = 0x01
	xShort   = 0x02
	yShort   = 0x04
	repeated = 0x08
	xSame    = 0x10 // or positive, if xShort
	ySame    = 0x20
)

// simpleFlags returns the flags of all points of a glyf entry that is not
// composite, where in the entry the flags start, and where the coordinates do.
func simpleFlags(entry []byte) (flags []byte, flagsAt, pointsAt int, ok bool) {
	at := 10 + 2*i16(entry)
	if at < 12 || at+2 > len(entry) {
		return nil, 0, 0, false
	}
	count := int(be16(entry[at-2:])) + 1
	flagsAt = at + 2 + int(be16(entry[at:])) // past the instructions
	flags, pointsAt, ok = pointFlags(entry, flagsAt, count)
	return flags, flagsAt, pointsAt, ok
}

// simpleContours decodes a glyf entry that is not composite.
func simpleContours(entry []byte) ([][]outlinePoint, bool) {
	if i16(entry) == 0 {
		return nil, true
	}
	flags, _, at, ok := simpleFlags(entry)
	if !ok {
		return nil, false
	}
	xs, at, ok := coordinates(entry, at, flags, xShort, xSame)
	if !ok {
		return nil, false
	}
	ys, _, ok := coordinates(entry, at, flags, yShort, ySame)
	if !ok {
		return nil, false
	}
	points := make([]outlinePoint, len(flags))
	for i := range points {
		points[i] = outlinePoint{xs[i] * subUnits, ys[i] * subUnits, flags[i]&onCurve != 0}
	}
	return splitContours(entry, points)
}

// splitContours cuts the points at the ends that the entry lists.
func splitContours(entry []byte, points []outlinePoint) ([][]outlinePoint, bool) {
	contours := make([][]outlinePoint, i16(entry))
	start := 0
	for i := range contours {
		end := int(be16(entry[10+2*i:])) + 1
		if end < start || end > len(points) {
			return nil, false
		}
		contours[i] = points[start:end:end]
		start = end
	}
	return contours, true
}

func pointFlags(entry []byte, at, count int) (flags []byte, next int, ok bool) {
	flags = make([]byte, 0, count)
	for len(flags) < count {
		if at >= len(entry) {
			return nil, 0, false
		}
		flag, times := entry[at], 1
		at++
		if flag&repeated != 0 {
			if at >= len(entry) {
				return nil, 0, false
			}
			times += int(entry[at])
			at++
		}
		for range min(times, count-len(flags)) {
			flags = append(flags, flag)
		}
	}
	return flags, at, true
}

// coordinateSize is how many bytes a point has for one axis.
func coordinateSize(flag, short, same byte) int {
	switch {
	case flag&short != 0:
		return 1
	case flag&same != 0:
		return 0
	}
	return 2
}

// coordinates decodes the differences of one axis into coordinates.
func coordinates(entry []byte, at int, flags []byte, short, same byte) (values []int32, next int, ok bool) {
	values = make([]int32, len(flags))
	value := int32(0)
	for i, flag := range flags {
		size := coordinateSize(flag, short, same)
		if at+size > len(entry) {
			return nil, 0, false
		}
		switch {
		case size == 1 && flag&same != 0:
			value += int32(entry[at])
		case size == 1:
			value -= int32(entry[at])
		case size == 2:
			value += int32(i16(entry[at:]))
		}
		values[i] = value
		at += size
	}
	return values, at, true
}

// matrix is a linear map with factors of 1/16384 and a shift of 1/64 unit.
type matrix struct{ xx, yx, xy, yy, dx, dy int32 }

func (m matrix) apply(p outlinePoint) outlinePoint {
	scale := func(a, b int32) int32 {
		return int32((int64(a)*int64(p.x) + int64(b)*int64(p.y) + 1<<13) >> 14)
	}
	return outlinePoint{scale(m.xx, m.xy) + m.dx, scale(m.yx, m.yy) + m.dy, p.on}
}

// transform reads the component's scale and its place. Components may be placed
// by matching a point of those before with one of their own.
func (c component) transform(before, own [][]outlinePoint) matrix {
	const one = 1 << 14
	m := matrix{xx: one, yy: one}
	args := c.args[2:]
	if c.flags&argsAreWords != 0 {
		args = c.args[4:]
	}
	switch {
	case c.flags&haveScale != 0:
		m.xx = int32(i16(args))
		m.yy = m.xx
	case c.flags&haveXYScale != 0:
		m.xx, m.yy = int32(i16(args)), int32(i16(args[2:]))
	case c.flags&haveTwoByTwo != 0:
		m.xx, m.yx = int32(i16(args)), int32(i16(args[2:]))
		m.xy, m.yy = int32(i16(args[4:])), int32(i16(args[6:]))
	}
	if c.flags&argsAreXY == 0 {
		p, q := pointAt(before, c.arg(0)), m.apply(pointAt(own, c.arg(1)))
		m.dx, m.dy = p.x-q.x, p.y-q.y
		return m
	}
	m.dx, m.dy = int32(c.arg(0))*subUnits, int32(c.arg(1))*subUnits
	return m
}

// arg returns the first or second argument: signed for a shift, unsigned for a
// point number.
func (c component) arg(i int) int {
	switch {
	case c.flags&argsAreWords != 0 && c.flags&argsAreXY != 0:
		return i16(c.args[2*i:])
	case c.flags&argsAreWords != 0:
		return int(be16(c.args[2*i:]))
	case c.flags&argsAreXY != 0:
		return int(int8(c.args[i]))
	}
	return int(c.args[i])
}

// pointAt returns the nth point of all contours, the origin if there is none.
func pointAt(contours [][]outlinePoint, n int) outlinePoint {
	for _, contour := range contours {
		if n < len(contour) {
			return contour[n]
		}
		n -= len(contour)
	}
	return outlinePoint{}
}

// appendContour turns points into segments. Between two points off the curve lies
// one on it, halfway.
func appendContour(segments []Segment, points []outlinePoint) []Segment {
	if len(points) < 2 {
		return segments
	}
	start, rest := contourStart(points)
	segments = append(segments, Segment{Op: MoveTo, Points: [3]Point{start.point()}})
	var control outlinePoint
	pending := false
	for _, p := range append(rest, start) {
		switch {
		case p.on && pending:
			segments = append(segments, Segment{Op: QuadTo, Points: [3]Point{control.point(), p.point()}})
			pending = false
		case p.on:
			segments = append(segments, Segment{Op: LineTo, Points: [3]Point{p.point()}})
		case pending:
			mid := halfway(control, p)
			segments = append(segments, Segment{Op: QuadTo, Points: [3]Point{control.point(), mid.point()}})
			control = p
		default:
			control, pending = p, true
		}
	}
	if last := len(segments) - 1; segments[last].Op == LineTo {
		segments = segments[:last] // Close draws it
	}
	return append(segments, Segment{Op: Close})
}

// contourStart returns a point on the curve to start at and the points after it,
// in a slice of their own.
func contourStart(points []outlinePoint) (start outlinePoint, rest []outlinePoint) {
	for i, p := range points {
		if p.on {
			rest = append(append(rest, points[i+1:]...), points[:i]...)
			return p, rest
		}
	}
	start = halfway(points[len(points)-1], points[0])
	return start, append(rest, points...)
}

func halfway(a, b outlinePoint) outlinePoint {
	return outlinePoint{(a.x + b.x) / 2, (a.y + b.y) / 2, true}
}

// point rounds to whole units.
func (p outlinePoint) point() Point {
	return Point{(p.x + subUnits/2) >> 6, (p.y + subUnits/2) >> 6}
}
