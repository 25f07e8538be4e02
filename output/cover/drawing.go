package cover

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"slices"

	"golang.org/x/image/vector"

	"publish/fonts"
)

// Drawing is a cover: layers, painted in order, and the text that stands on them.
// Lengths are units of which the width has 1600, from the upper left corner of the
// trimmed page; y grows downwards.
type Drawing struct {
	Height  int
	Colours Colours
	Layers  []Layer
	Texts   []Text
}

// Stripe is the height of the line below the device.
const Stripe = 22

// Fold returns where the device ends and the lower half begins.
func (d *Drawing) Fold() int { return d.Height / 2 }

// Layer is outlines filled with one colour by the nonzero rule.
type Layer struct {
	Colour color.RGBA
	Path   []Segment
}

// Text is a run of letters in one colour, with its origin.
type Text struct {
	Colour color.RGBA
	Run    *fonts.Run
	Size   float32
	At     Point
}

// Segment is one step of an outline: a move ('m'), a line ('l'), a quadratic ('q') or
// a cubic ('c') curve to its last point. A move closes what was before.
type Segment struct {
	Op     byte
	Points [3]Point // only those that Op needs
}

// Point is a place on a cover.
type Point struct{ X, Y float32 }

// add adds outlines on top of what is there; to the last layer if that has the
// same colour.
func (d *Drawing) add(colour color.RGBA, path []Segment) {
	if len(path) == 0 {
		return
	}
	if n := len(d.Layers); n > 0 && d.Layers[n-1].Colour == colour {
		d.Layers[n-1].Path = append(d.Layers[n-1].Path, path...)
		return
	}
	d.Layers = append(d.Layers, Layer{colour, path})
}

// stretch widens what is drawn of the upper half by so much on both sides and at the
// head, so that it goes on where the page is cut.
func (d *Drawing) stretch(by int) {
	if by == 0 {
		return
	}
	bleed, wide, high := float32(by), float32(Width+2*by)/Width, float32(d.Fold()+by)/float32(d.Fold())
	for _, l := range d.Layers {
		for i := range l.Path {
			for k, p := range l.Path[i].Points {
				l.Path[i].Points[k] = Point{p.X*wide - bleed, p.Y*high - bleed}
			}
		}
	}
}

func (d *Drawing) rectangle(colour color.RGBA, x0, y0, x1, y1 int) {
	d.add(colour, polygon(Point{float32(x0), float32(y0)}, Point{float32(x1), float32(y0)},
		Point{float32(x1), float32(y1)}, Point{float32(x0), float32(y1)}))
}

func polygon(points ...Point) []Segment {
	path := make([]Segment, len(points))
	for i, p := range points {
		path[i] = Segment{'l', [3]Point{p}}
	}
	path[0].Op = 'm'
	return path
}

// steps is the number of shades with which an edge is smoothed.
const steps = 15

// png paints the layers and returns the picture as a PNG file with a palette.
func (d *Drawing) png() ([]byte, error) {
	im := image.NewPaletted(image.Rect(0, 0, Width, d.Height), color.Palette{d.Colours.Paper})
	mask := image.NewAlpha(im.Rect)
	raster := vector.NewRasterizer(Width, d.Height)
	p := palette{im: im, index: map[color.RGBA]uint8{d.Colours.Paper: 0}}
	for _, l := range d.painted() {
		box := bounds(l.Path).Intersect(im.Rect)
		if box.Empty() {
			continue
		}
		raster.Reset(box.Dx(), box.Dy())
		raster.DrawOp = draw.Src // the mask is made anew
		trace(raster, l.Path, box.Min)
		raster.Draw(mask, box, image.Opaque, image.Point{})
		p.paint(mask, box, l.Colour)
	}
	var buf bytes.Buffer
	err := png.Encode(&buf, im)
	return buf.Bytes(), err
}

// painted returns the layers with the letters as outlines among them.
func (d *Drawing) painted() []Layer {
	all := Drawing{Layers: slices.Clone(d.Layers)}
	for i := range d.Texts {
		all.add(d.Texts[i].Colour, d.Texts[i].outlines())
	}
	return all.Layers
}

// bounds returns the smallest rectangle of whole pixels around an outline and its
// handles.
func bounds(path []Segment) image.Rectangle {
	low, high := path[0].Points[0], path[0].Points[0]
	for _, s := range path {
		for _, p := range s.Points[:s.Count()] {
			low = Point{min(low.X, p.X), min(low.Y, p.Y)}
			high = Point{max(high.X, p.X), max(high.Y, p.Y)}
		}
	}
	floor := func(v float32) int { return int(math.Floor(float64(v))) }
	return image.Rect(floor(low.X), floor(low.Y), floor(high.X)+1, floor(high.Y)+1)
}

// Count returns how many points a segment has.
func (s *Segment) Count() int {
	switch s.Op {
	case 'q':
		return 2
	case 'c':
		return 3
	}
	return 1
}

// trace hands an outline to the rasterizer, whose origin stands at the given
// pixel.
func trace(r *vector.Rasterizer, path []Segment, origin image.Point) {
	left, top := float32(origin.X), float32(origin.Y)
	for _, s := range path {
		for i := range s.Points {
			s.Points[i].X -= left
			s.Points[i].Y -= top
		}
		a, b, c := s.Points[0], s.Points[1], s.Points[2]
		switch s.Op {
		case 'm':
			r.ClosePath()
			r.MoveTo(a.X, a.Y)
		case 'l':
			r.LineTo(a.X, a.Y)
		case 'q':
			r.QuadTo(a.X, a.Y, b.X, b.Y)
		case 'c':
			r.CubeTo(a.X, a.Y, b.X, b.Y, c.X, c.Y)
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
