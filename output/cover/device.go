package cover

import (
	"image/color"
	"math"
)

// device draws the ornament of the upper half.
func device(d *drawing, throws *dice, c colours) {
	d.rectangle(c.ground, 0, 0, Width, fold)
	kinds := [...]func(*drawing, *dice, colours){tiles, rings, columns, rays, screen}
	kinds[throws.throw(len(kinds))](d, throws, c)
}

// pick returns one of the colours that show on the ground.
func (c colours) pick(throws *dice) color.RGBA {
	return [...]color.RGBA{c.accent, c.tint, c.paper, c.tint}[throws.throw(4)]
}

// tiles is a grid of quarter discs, each turned one of four ways, some left out.
func tiles(d *drawing, throws *dice, c colours) {
	const size = Width / 5
	for row := range fold / size {
		for column := range Width / size {
			x, y := float32(column*size), float32(row*size)
			colour := c.pick(throws)
			switch turn := throws.throw(5); turn {
			case 4:
				d.fill(colour, disc(point{x + size/2, y + size/2}, size/2))
			default:
				corner := point{x + float32(turn&1)*size, y + float32(turn>>1)*size}
				d.fill(colour, quarter(corner, x+size/2, y+size/2, size))
			}
		}
	}
}

// rings are bands around a point at the fold, as of a rising sun or of sound.
func rings(d *drawing, throws *dice, c colours) {
	centre := point{float32(Width * (1 + throws.throw(3)) / 4), fold}
	if throws.throw(3) == 0 {
		centre.y = fold / 2
	}
	order := [...]color.RGBA{c.tint, c.ground, c.paper, c.ground, c.accent, c.ground}
	width := float32(70 + 15*throws.throw(4))
	shift := throws.throw(3) * 2
	n := 8 + throws.throw(4)
	for i := n; i > 0; i-- {
		d.fill(order[(i+shift)%len(order)], disc(centre, float32(i)*width))
	}
}

// columns stand side by side at the fold, of uneven height.
func columns(d *drawing, throws *dice, c colours) {
	n := 8 + 2*throws.throw(3)
	width := Width / n
	for i := range n {
		height := fold/8 + throws.throw(10)*fold/12
		d.rectangle(c.pick(throws), i*width, fold-height, i*width+width-14, fold)
	}
	r := float32(100 + 20*throws.throw(4))
	d.fill(c.accent, disc(point{float32(Width * (1 + throws.throw(3)) / 4), 40 + r*1.4}, r))
}

// rays spread from a point at the fold or beside it.
func rays(d *drawing, throws *dice, c colours) {
	from := point{float32(Width * throws.throw(5) / 4), fold}
	n := 9 + 2*throws.throw(4)
	const far = 2400
	for i := range n {
		a := math.Pi * (1 + (float64(i)+0.25)/float64(n))
		b := math.Pi * (1 + (float64(i)+0.75)/float64(n))
		d.fill([...]color.RGBA{c.tint, c.paper, c.tint, c.accent}[i%4], polygon(from,
			point{from.x + far*float32(math.Cos(a)), from.y + far*float32(math.Sin(a))},
			point{from.x + far*float32(math.Cos(b)), from.y + far*float32(math.Sin(b))}))
	}
	d.fill(c.accent, disc(from, float32(180+30*throws.throw(4))))
}

// screen is a printer's halftone: discs on a grid that grow towards one side.
func screen(d *drawing, throws *dice, c colours) {
	size := [...]int{100, 160, 80}[throws.throw(3)]
	focus := point{float32(Width * throws.throw(5) / 4), float32(fold * throws.throw(5) / 4)}
	grows := throws.throw(2) == 0
	for y := size / 2; y < fold; y += size {
		for x := size / 2; x < Width; x += size {
			away := math.Hypot(float64(float32(x)-focus.x), float64(float32(y)-focus.y)) / 1700
			if grows {
				away = 1 - away
			}
			r := float32(size) * float32(0.08+0.40*min(max(away, 0), 1))
			colour := c.tint
			if (x+y)/size%7 == 0 {
				colour = c.accent
			}
			d.fill(colour, disc(point{float32(x), float32(y)}, r))
		}
	}
}

// kappa is the length of the handles with which a cubic curve comes nearest to a
// quarter of a circle of radius 1: 4/3 (√2 − 1).
const kappa = 0.5522847

func disc(c point, r float32) []segment {
	k := r * kappa
	return []segment{
		{'m', [3]point{{c.x + r, c.y}}},
		{'c', [3]point{{c.x + r, c.y + k}, {c.x + k, c.y + r}, {c.x, c.y + r}}},
		{'c', [3]point{{c.x - k, c.y + r}, {c.x - r, c.y + k}, {c.x - r, c.y}}},
		{'c', [3]point{{c.x - r, c.y - k}, {c.x - k, c.y - r}, {c.x, c.y - r}}},
		{'c', [3]point{{c.x + k, c.y - r}, {c.x + r, c.y - k}, {c.x + r, c.y}}},
	}
}

// quarter is a quarter of a disc of radius r about a corner of a square with the
// middle x, y.
func quarter(corner point, x, y, r float32) []segment {
	sx, sy := float32(1), float32(1)
	if corner.x > x {
		sx = -1
	}
	if corner.y > y {
		sy = -1
	}
	k := r * kappa
	return []segment{
		{'m', [3]point{corner}},
		{'l', [3]point{{corner.x + sx*r, corner.y}}},
		{'c', [3]point{{corner.x + sx*r, corner.y + sy*k}, {corner.x + sx*k, corner.y + sy*r}, {corner.x, corner.y + sy*r}}},
	}
}
