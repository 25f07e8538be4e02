package cover

import (
	"image/color"
	"math"
)

// device draws the ornament of the upper half.
func device(d *Drawing, throws *dice, c Colours) {
	d.rectangle(c.Ground, 0, 0, Width, d.Fold())
	kinds := [...]func(*Drawing, *dice, Colours){tiles, rings, columns, rays, screen}
	kinds[throws.throw(len(kinds))](d, throws, c)
}

// pick returns one of the colours that show on the ground.
func (c Colours) pick(throws *dice) color.RGBA {
	return [...]color.RGBA{c.Accent, c.Tint, c.Paper, c.Tint}[throws.throw(4)]
}

// tiles is a grid of quarter discs, each turned one of four ways, some left out.
func tiles(d *Drawing, throws *dice, c Colours) {
	const size = Width / 5
	for row := range d.Fold() / size {
		for column := range Width / size {
			x, y := float32(column*size), float32(row*size)
			colour := c.pick(throws)
			switch turn := throws.throw(5); turn {
			case 4:
				d.add(colour, disc(Point{x + size/2, y + size/2}, size/2))
			default:
				corner := Point{x + float32(turn&1)*size, y + float32(turn>>1)*size}
				d.add(colour, quarter(corner, x+size/2, y+size/2, size))
			}
		}
	}
}

// rings are bands around a point at the fold, as of a rising sun or of sound.
func rings(d *Drawing, throws *dice, c Colours) {
	centre := Point{float32(Width * (1 + throws.throw(3)) / 4), float32(d.Fold())}
	if throws.throw(3) == 0 {
		centre.Y = float32(d.Fold() / 2)
	}
	order := [...]color.RGBA{c.Tint, c.Ground, c.Paper, c.Ground, c.Accent, c.Ground}
	width := float32(70 + 15*throws.throw(4))
	shift := throws.throw(3) * 2
	n := 8 + throws.throw(4)
	for i := n; i > 0; i-- {
		d.add(order[(i+shift)%len(order)], disc(centre, float32(i)*width))
	}
}

// columns stand side by side at the fold, of uneven height.
func columns(d *Drawing, throws *dice, c Colours) {
	n := 8 + 2*throws.throw(3)
	width := Width / n
	for i := range n {
		height := d.Fold()/8 + throws.throw(10)*d.Fold()/12
		d.rectangle(c.pick(throws), i*width, d.Fold()-height, i*width+width-14, d.Fold())
	}
	r := float32(100 + 20*throws.throw(4))
	d.add(c.Accent, disc(Point{float32(Width * (1 + throws.throw(3)) / 4), 40 + r*1.4}, r))
}

// rays spread from a point at the fold or beside it.
func rays(d *Drawing, throws *dice, c Colours) {
	from := Point{float32(Width * throws.throw(5) / 4), float32(d.Fold())}
	n := 9 + 2*throws.throw(4)
	const far = 2400
	for i := range n {
		a := math.Pi * (1 + (float64(i)+0.25)/float64(n))
		b := math.Pi * (1 + (float64(i)+0.75)/float64(n))
		d.add([...]color.RGBA{c.Tint, c.Paper, c.Tint, c.Accent}[i%4], polygon(from,
			Point{from.X + far*float32(math.Cos(a)), from.Y + far*float32(math.Sin(a))},
			Point{from.X + far*float32(math.Cos(b)), from.Y + far*float32(math.Sin(b))}))
	}
	d.add(c.Accent, disc(from, float32(180+30*throws.throw(4))))
}

// screen is a printer's halftone: discs on a grid that grow towards one side.
func screen(d *Drawing, throws *dice, c Colours) {
	size := [...]int{100, 160, 80}[throws.throw(3)]
	focus := Point{float32(Width * throws.throw(5) / 4), float32(d.Fold() * throws.throw(5) / 4)}
	grows := throws.throw(2) == 0
	for y := size / 2; y < d.Fold(); y += size {
		for x := size / 2; x < Width; x += size {
			away := math.Hypot(float64(float32(x)-focus.X), float64(float32(y)-focus.Y)) / 1700
			if grows {
				away = 1 - away
			}
			r := float32(size) * float32(0.08+0.40*min(max(away, 0), 1))
			colour := c.Tint
			if (x+y)/size%7 == 0 {
				colour = c.Accent
			}
			d.add(colour, disc(Point{float32(x), float32(y)}, r))
		}
	}
}

// kappa is the length of the handles with which a cubic curve comes nearest to a
// quarter of a circle of radius 1: 4/3 (√2 − 1).
const kappa = 0.5522847

func disc(c Point, r float32) []Segment {
	k := r * kappa
	return []Segment{
		{'m', [3]Point{{c.X + r, c.Y}}},
		{'c', [3]Point{{c.X + r, c.Y + k}, {c.X + k, c.Y + r}, {c.X, c.Y + r}}},
		{'c', [3]Point{{c.X - k, c.Y + r}, {c.X - r, c.Y + k}, {c.X - r, c.Y}}},
		{'c', [3]Point{{c.X - r, c.Y - k}, {c.X - k, c.Y - r}, {c.X, c.Y - r}}},
		{'c', [3]Point{{c.X + k, c.Y - r}, {c.X + r, c.Y - k}, {c.X + r, c.Y}}},
	}
}

// quarter is a quarter of a disc of radius r about a corner of a square with the
// middle x, y.
func quarter(corner Point, x, y, r float32) []Segment {
	sx, sy := float32(1), float32(1)
	if corner.X > x {
		sx = -1
	}
	if corner.Y > y {
		sy = -1
	}
	k := r * kappa
	return []Segment{
		{'m', [3]Point{corner}},
		{'l', [3]Point{{corner.X + sx*r, corner.Y}}},
		{'c', [3]Point{{corner.X + sx*r, corner.Y + sy*k}, {corner.X + sx*k, corner.Y + sy*r}, {corner.X, corner.Y + sy*r}}},
	}
}
