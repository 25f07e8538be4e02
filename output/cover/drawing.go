package cover

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

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
		raster.Reset(Width, Height)
		raster.DrawOp = 1 // draw.Src: the mask is made anew
		trace(raster, l.path)
		raster.Draw(mask, mask.Rect, image.Opaque, image.Point{})
		p.paint(mask, l.colour)
	}
	var buf bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err := encoder.Encode(&buf, im)
	return buf.Bytes(), err
}

func trace(r *vector.Rasterizer, path []segment) {
	for _, s := range path {
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

// paint lays a colour over the picture through a mask. Every pair of a colour
// below and a shade of the edge is worked out once.
func (p *palette) paint(mask *image.Alpha, colour color.RGBA) {
	var known [256][steps + 1]int16
	for i, a := range mask.Pix {
		shade := (int(a)*steps + 127) / 255
		if shade == 0 {
			continue
		}
		under := p.im.Pix[i]
		if known[under][shade] == 0 {
			known[under][shade] = 1 + int16(p.colour(mix(p.at(under), colour, shade)))
		}
		p.im.Pix[i] = uint8(known[under][shade] - 1)
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
