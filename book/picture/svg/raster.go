package svg

import (
	"image"
	"math"
)

// raster finds how much of each pixel an outline covers, by the sum of signed
// areas (R. Levien, "Inside the fastest font renderer in the world", 2016). Its
// sums tell both rules of filling apart.
type raster struct {
	w, h  int
	cells []float32       // of rows of w+2
	used  image.Rectangle // the rows and columns that lines touch
	work  *int            // counts what is done

	covers []uint8 // of the row that is read
}

func newRaster(w, h int, work *int) *raster {
	return &raster{w: w, h: h, cells: make([]float32, (w+2)*h), work: work}
}

// polygon adds the closed line through points.
func (r *raster) polygon(points []point) {
	for i, p := range points {
		r.line(p, points[(i+1)%len(points)])
	}
}

// line adds a line. What is left of the picture counts as its left edge; what is
// right of it, as the column after the last.
func (r *raster) line(p, q point) {
	if !p.isFinite() || !q.isFinite() || p.y == q.y {
		return
	}
	for _, border := range [2]float64{0, float64(r.w)} {
		if p.x < border && q.x > border || p.x > border && q.x < border {
			middle := mix(p, q, (border-p.x)/(q.x-p.x))
			middle.x = border
			r.line(p, middle)
			r.line(middle, q)
			return
		}
	}
	p.x, q.x = min(max(p.x, 0), float64(r.w)), min(max(q.x, 0), float64(r.w))
	sign := float32(1)
	if p.y > q.y {
		p, q, sign = q, p, -1
	}
	if q.y <= 0 || p.y >= float64(r.h) {
		return
	}
	slope := (q.x - p.x) / (q.y - p.y)
	x := p.x
	if p.y < 0 {
		x -= p.y * slope
		p.y = 0
	}
	first, last := int(p.y), int(min(math.Ceil(q.y), float64(r.h)))
	*r.work += 20 + 8*(last-first)
	r.touch(first, last, min(p.x, q.x), max(p.x, q.x))
	for y := first; y < last; y++ {
		dy := min(float64(y+1), q.y) - max(float64(y), p.y)
		next := min(max(x+slope*dy, 0), float64(r.w))
		r.cell(r.cells[y*(r.w+2):(y+1)*(r.w+2)], min(x, next), max(x, next), float32(dy)*sign)
		x = next
	}
}

// cell adds the area to the right of a line from x0 to x1 in one row.
func (r *raster) cell(row []float32, x0, x1 float64, d float32) {
	i, end := int(x0), int(math.Ceil(x1))
	if end <= i+1 { // in one pixel
		share := float32((x0+x1)/2 - float64(i))
		row[i] += d - d*share
		row[i+1] += d * share
		return
	}
	*r.work += end - i
	per := 1 / (x1 - x0)
	first := float64(i+1) - x0
	a0 := 0.5 * per * first * first
	rest := x1 - float64(end-1)
	am := 0.5 * per * rest * rest
	row[i] += d * float32(a0)
	if end == i+2 {
		row[i+1] += d * float32(1-a0-am)
	} else {
		a1 := per * (1.5 - (x0 - float64(i)))
		row[i+1] += d * float32(a1-a0)
		for x := i + 2; x < end-1; x++ {
			row[x] += d * float32(per)
		}
		a2 := a1 + float64(end-i-3)*per
		row[end-1] += d * float32(1-a2-am)
	}
	row[end] += d * float32(am)
}

func (r *raster) touch(y0, y1 int, x0, x1 float64) {
	box := image.Rect(int(x0), y0, min(int(x1)+2, r.w), y1)
	if r.used.Empty() {
		r.used = box
	} else if !box.Empty() {
		r.used = r.used.Union(box)
	} else {
		r.used.Min.Y, r.used.Max.Y = min(r.used.Min.Y, y0), max(r.used.Max.Y, y1)
	}
}

// rows calls f for every row that lines touch, with the cover, from 0 to 255, of the
// pixels from x on, and empties the raster.
func (r *raster) rows(evenOdd bool, f func(x, y int, cover []uint8)) {
	if r.covers == nil {
		r.covers = make([]uint8, r.w)
	}
	first := max(r.used.Min.X, 0)
	for y := max(r.used.Min.Y, 0); y < min(r.used.Max.Y, r.h); y++ {
		row := r.cells[y*(r.w+2) : (y+1)*(r.w+2)]
		sum := float32(0)
		x := first
		for ; x < r.w; x++ {
			sum += row[x]
			if x >= r.used.Max.X && sum < 1e-3 && sum > -1e-3 {
				break
			}
			r.covers[x] = cover(sum, evenOdd)
		}
		clear(row[first:])
		*r.work += 10 + 2*(x-first)
		if x > first {
			f(first, y, r.covers[first:x])
		}
	}
	r.used = image.Rectangle{}
}

func cover(sum float32, evenOdd bool) uint8 {
	if sum < 0 {
		sum = -sum
	}
	if evenOdd {
		sum -= 2 * float32(int(sum/2))
		if sum > 1 {
			sum = 2 - sum
		}
	}
	return uint8(min(sum, 1)*255 + 0.5)
}
