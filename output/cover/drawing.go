package cover

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/vector"
)

// drawing is a list of layers, painted in order on paper.
type drawing struct {
	paper  color.RGBA
	layers []layer
}

// layer is outlines filled with one colour by the nonzero rule.
type layer struct {
	colour color.RGBA
	path   []segment
}

// segment is one step of an outline: a move, a line, a quadratic or a cubic
// curve, in pixels from the upper left corner. A move closes what was before.
type segment struct {
	op     byte // 'm', 'l', 'q', 'c'
	points [3]point
}

type point struct{ x, y float32 }

// fill adds outlines on top of what is there; to the last layer if that has the
// same colour.
func (d *drawing) fill(colour color.RGBA, path []segment) {
	if len(path) == 0 {
		return
	}
	if n := len(d.layers); n > 0 && d.layers[n-1].colour == colour {
		d.layers[n-1].path = append(d.layers[n-1].path, path...)
		return
	}
	d.layers = append(d.layers, layer{colour, path})
}

func (d *drawing) rectangle(colour color.RGBA, x0, y0, x1, y1 int) {
	d.fill(colour, polygon(point{float32(x0), float32(y0)}, point{float32(x1), float32(y0)},
		point{float32(x1), float32(y1)}, point{float32(x0), float32(y1)}))
}

func polygon(points ...point) []segment {
	path := make([]segment, len(points))
	for i, p := range points {
		path[i] = segment{'l', [3]point{p}}
	}
	path[0].op = 'm'
	return path
}

// steps is the number of shades with which an edge is smoothed.
const steps = 15

// png paints the layers and returns the picture as a PNG file with a palette.
func (d *drawing) png() ([]byte, error) {
	im := image.NewPaletted(image.Rect(0, 0, Width, Height), color.Palette{d.paper})
	mask := image.NewAlpha(im.Rect)
	raster := vector.NewRasterizer(Width, Height)
	p := palette{im: im, index: map[color.RGBA]uint8{d.paper: 0}}
	for _, l := range d.layers {
		box := bounds(l.path).Intersect(im.Rect)
		if box.Empty() {
			continue
		}
		raster.Reset(box.Dx(), box.Dy())
		raster.DrawOp = draw.Src // the mask is made anew
		trace(raster, l.path, box.Min)
		raster.Draw(mask, box, image.Opaque, image.Point{})
		p.paint(mask, box, l.colour)
	}
	var buf bytes.Buffer
	err := png.Encode(&buf, im)
	return buf.Bytes(), err
}

// bounds returns the smallest rectangle of whole pixels around an outline and its
// handles.
func bounds(path []segment) image.Rectangle {
	low, high := path[0].points[0], path[0].points[0]
	for _, s := range path {
		for _, p := range s.points[:s.count()] {
			low = point{min(low.x, p.x), min(low.y, p.y)}
			high = point{max(high.x, p.x), max(high.y, p.y)}
		}
	}
	floor := func(v float32) int { return int(math.Floor(float64(v))) }
	return image.Rect(floor(low.x), floor(low.y), floor(high.x)+1, floor(high.y)+1)
}

// count returns how many points a segment has.
func (s *segment) count() int {
	switch s.op {
	case 'q':
		return 2
	case 'c':
		return 3
	}
	return 1
}

// trace hands an outline to the rasterizer, whose origin stands at the given
// pixel.
func trace(r *vector.Rasterizer, path []segment, origin image.Point) {
	left, top := float32(origin.X), float32(origin.Y)
	for _, s := range path {
		for i := range s.points {
			s.points[i].x -= left
			s.points[i].y -= top
		}
		a, b, c := s.points[0], s.points[1], s.points[2]
		switch s.op {
		case 'm':
			r.ClosePath()
			r.MoveTo(a.x, a.y)
		case 'l':
			r.LineTo(a.x, a.y)
		case 'q':
			r.QuadTo(a.x, a.y, b.x, b.y)
		case 'c':
			r.CubeTo(a.x, a.y, b.x, b.y, c.x, c.y)
		}
	}
	r.ClosePath()
}

// palette grows with the colours that edges need.
type palette struct {
	im    *image.Paletted
	index map[color.RGBA]uint8
}

// paint lays a colour over a part of the picture through a mask. Every pair of a
// colour below and a shade of the edge is worked out once.
func (p *palette) paint(mask *image.Alpha, box image.Rectangle, colour color.RGBA) {
	var known [256][steps + 1]int16
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := p.im.Pix[p.im.PixOffset(box.Min.X, y):][:box.Dx()]
		for i, a := range mask.Pix[mask.PixOffset(box.Min.X, y):][:box.Dx()] {
			if a == 0 {
				continue
			}
			shade := (int(a)*steps + 127) / 255
			if shade == 0 {
				continue
			}
			under := row[i]
			if known[under][shade] == 0 {
				known[under][shade] = 1 + int16(p.colour(mix(p.at(under), colour, shade)))
			}
			row[i] = uint8(known[under][shade] - 1)
		}
	}
}

func (p *palette) at(i uint8) color.RGBA { return p.im.Palette[i].(color.RGBA) }

// colour returns the index of a colour; of the nearest one when the palette is
// full.
func (p *palette) colour(c color.RGBA) uint8 {
	if i, ok := p.index[c]; ok {
		return i
	}
	if len(p.im.Palette) == 256 {
		return uint8(p.im.Palette.Index(c))
	}
	i := uint8(len(p.im.Palette))
	p.im.Palette = append(p.im.Palette, c)
	p.index[c] = i
	return i
}

// mix returns the colour of an edge: share parts out of steps of the upper one.
func mix(under, upper color.RGBA, share int) color.RGBA {
	blend := func(a, b uint8) uint8 {
		return uint8((int(a)*(steps-share) + int(b)*share + steps/2) / steps)
	}
	return color.RGBA{blend(under.R, upper.R), blend(under.G, upper.G), blend(under.B, upper.B), 255}
}
