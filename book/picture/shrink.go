package picture

import "image"

// Fit returns the largest size of the proportions of size, no larger than it, that
// fits into a box. A side of the box that is 0 does not bound.
func Fit(size, box image.Point) image.Point {
	w, h := int64(size.X), int64(size.Y)
	if box.X > 0 && w > int64(box.X) {
		w, h = int64(box.X), max(1, (int64(size.Y)*int64(box.X)+int64(size.X)/2)/int64(size.X))
	}
	if box.Y > 0 && h > int64(box.Y) {
		w, h = max(1, (int64(size.X)*int64(box.Y)+int64(size.Y)/2)/int64(size.Y)), int64(box.Y)
	}
	return image.Pt(int(w), int(h))
}

// Shrink returns an opaque picture of the given size, which is at most that of img
// either way: every pixel the mean of the area that it stands for, laid on white.
// It computes in integers, so that the result is the same everywhere, and holds
// one row of img at a time besides the result.
func Shrink(img image.Image, size image.Point) *image.RGBA {
	return shrinkAll(img, []image.Point{size})[0]
}

// shrinkAll returns a picture in several sizes, and reads it once.
func shrinkAll(img image.Image, sizes []image.Point) []*image.RGBA {
	from := img.Bounds().Size()
	shrinkers := make([]*shrinker, len(sizes))
	out := make([]*image.RGBA, len(sizes))
	for i, size := range sizes {
		shrinkers[i] = newShrinker(from, size)
		out[i] = shrinkers[i].out
	}
	rows := newRowReader(img)
	row := make([]uint8, 3*from.X)
	for y := range from.Y {
		rows.read(y, row)
		for _, s := range shrinkers {
			s.add(y, row)
		}
	}
	return out
}

// shrinker averages areas. Along a side of n pixels that shrinks to m, a pixel of
// the source is m units long and one of the result n, so that all overlaps are
// whole numbers.
type shrinker struct {
	from, to image.Point
	across   []uint32 // the row, shrunk across
	sums     []uint64 // of the row of the result that is being filled
	next     int      // its number
	out      *image.RGBA
}

func newShrinker(from, to image.Point) *shrinker {
	return &shrinker{
		from: from, to: to,
		across: make([]uint32, 3*to.X), sums: make([]uint64, 3*to.X),
		out: image.NewRGBA(image.Rectangle{Max: to}),
	}
}

// add adds row y of the source.
func (s *shrinker) add(y int, row []uint8) {
	if s.from == s.to {
		s.copyRow(y, row)
		return
	}
	s.shrinkRow(row)
	start, end := y*s.to.Y, (y+1)*s.to.Y
	border := (s.next + 1) * s.from.Y // where the row that is being filled ends
	part := uint64(min(end, border) - start)
	for i, v := range s.across {
		s.sums[i] += uint64(v) * part
	}
	if end < border {
		return
	}
	s.flush()
	if rest := uint64(end - border); rest > 0 {
		for i, v := range s.across {
			s.sums[i] = uint64(v) * rest
		}
	}
}

// shrinkRow shrinks a row across. Its sums stay below 2^32: sides are at most
// maxSide.
func (s *shrinker) shrinkRow(row []uint8) {
	clear(s.across)
	n, m := s.from.X, s.to.X
	to, border := 0, n
	for x := range n {
		p := row[3*x:][:3]
		start, end := x*m, (x+1)*m
		part := uint32(min(end, border) - start)
		a := s.across[3*to:][:3]
		a[0], a[1], a[2] = a[0]+uint32(p[0])*part, a[1]+uint32(p[1])*part, a[2]+uint32(p[2])*part
		if end < border {
			continue
		}
		if rest := uint32(end - border); rest > 0 {
			a := s.across[3*to+3:][:3]
			a[0], a[1], a[2] = uint32(p[0])*rest, uint32(p[1])*rest, uint32(p[2])*rest
		}
		to, border = to+1, border+n
	}
}

// flush ends a row of the result.
func (s *shrinker) flush() {
	area := uint64(s.from.X) * uint64(s.from.Y)
	out := s.out.Pix[s.next*s.out.Stride:]
	for x := range s.to.X {
		for c := range 3 {
			out[4*x+c] = uint8((s.sums[3*x+c] + area/2) / area)
		}
		out[4*x+3] = 255
	}
	clear(s.sums)
	s.next++
}

func (s *shrinker) copyRow(y int, row []uint8) {
	out := s.out.Pix[y*s.out.Stride:]
	for x := range s.to.X {
		copy(out[4*x:], row[3*x:3*x+3])
		out[4*x+3] = 255
	}
}

// turned returns a picture turned upright.
func turned(img *image.RGBA, o orientation) *image.RGBA {
	if o <= 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	size := image.Pt(w, h)
	if o.swaps() {
		size = image.Pt(h, w)
	}
	out := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			sx, sy := o.source(x, y, w, h)
			copy(out.Pix[y*out.Stride+4*x:][:4], img.Pix[sy*img.Stride+4*sx:])
		}
	}
	return out
}
