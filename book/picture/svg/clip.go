package svg

import (
	"image"
	"math"
)

// mask says how much of each pixel shows; outside its rectangle nothing does.
type mask struct {
	*image.Alpha
}

// apply lessens the covers of the pixels of row y from x0 on.
func (m *mask) apply(x0, y int, covers []uint8) {
	if y < m.Rect.Min.Y || y >= m.Rect.Max.Y {
		clear(covers)
		return
	}
	for i := range covers {
		x := x0 + i
		if x < m.Rect.Min.X || x >= m.Rect.Max.X {
			covers[i] = 0
		} else if v := m.Pix[m.PixOffset(x, y)]; v != 255 {
			covers[i] = uint8((int(covers[i])*int(v) + 127) / 255)
		}
	}
}

// clipKey is what a mask depends on.
type clipKey struct {
	clip  *node
	ctm   matrix
	outer *mask
}

// maxMasks bounds how many masks are kept.
const maxMasks = 64

// clipTo bounds what is painted to the shapes of a clipping path.
func (p *painter) clipTo(st *state, clip *node) {
	if clip == nil || clip.name != "clipPath" {
		return
	}
	inner := *st
	inner.ctm = inner.ctm.mul(transform(clip.get("transform")))
	if clip.get("clipPathUnits") == "objectBoundingBox" {
		pen := pen{scale: 1}
		st.shape(&pen)
		b := bounds(pen.contours)
		inner.ctm = inner.ctm.move(b.x, b.y).scale(b.w, b.h)
	}
	key := clipKey{clip, inner.ctm, st.clip}
	if m := p.clips[key]; m != nil {
		st.clip = m
		return
	}
	m := p.mask(clip, &inner)
	if len(p.clips) < maxMasks {
		p.clips[key] = m
	}
	st.clip = m
}

// mask draws the shapes of a clipping path, within the mask that is there.
func (p *painter) mask(clip *node, st *state) *mask {
	type piece struct {
		contours []contour
		evenOdd  bool
	}
	var pieces []piece
	var all []contour
	for _, k := range clip.kids {
		if contours, evenOdd := p.clipShape(k, st); len(contours) > 0 {
			pieces = append(pieces, piece{contours, evenOdd})
			all = append(all, contours...)
		}
	}
	b := bounds(all)
	m := &mask{image.NewAlpha(pixels(b).Intersect(p.img.Rect))}
	p.work += 2*len(m.Pix) + 100
	for _, piece := range pieces {
		for _, c := range piece.contours {
			p.raster.polygon(c.points)
		}
		p.raster.rows(piece.evenOdd, func(x0, y int, covers []uint8) {
			if st.clip != nil {
				st.clip.apply(x0, y, covers)
			}
			for i, cover := range covers {
				if at := image.Pt(x0+i, y); cover > 0 && at.In(m.Rect) {
					o := m.PixOffset(at.X, at.Y)
					m.Pix[o] = max(m.Pix[o], cover)
				}
			}
		})
	}
	return m
}

// pixels returns the pixels that a rectangle touches.
func pixels(r rect) image.Rectangle {
	whole := func(v float64) int {
		if !(math.Abs(v) < 1e6) {
			v = math.Copysign(1e6, v)
		}
		return int(math.Floor(v))
	}
	return image.Rect(whole(r.x), whole(r.y), whole(r.x+r.w)+1, whole(r.y+r.h)+1)
}

// clipShape returns the outline of a shape of a clipping path, in pixels.
func (p *painter) clipShape(n *node, parent *state) (contours []contour, evenOdd bool) {
	if p.work > maxWork || n.name == "" {
		return nil, false
	}
	st := parent.enter(n)
	if n.name == "use" {
		target := p.ids[trimHash(n.get("href"))]
		if target == nil || target.name == "use" {
			return nil, false
		}
		place := st.rect(n)
		st.ctm = st.ctm.move(place.x, place.y)
		st = st.enter(target)
	}
	pen := pen{scale: st.ctm.size()}
	st.shape(&pen)
	for _, c := range pen.contours {
		p.work += 4 * len(c.points)
		contours = append(contours, contour{points: mapped(c.points, st.ctm)})
	}
	return contours, st.values["clip-rule"] == "evenodd"
}
