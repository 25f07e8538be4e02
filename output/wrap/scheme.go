package wrap

import (
	"image/color"

	"publish/layout"
	"publish/output/cover"
)

// scheme is the inks of a cover.
type scheme struct {
	drawn *cover.Drawing // nil beside a picture
	// band is whether the device of the front goes on around the spine.
	band         bool
	paper, ink   layout.Ink // of the back and of the spine's lower half
	ground, lead layout.Ink // of the spine's upper half, and of the title on it
}

// inks chooses the scheme: that of the drawn cover, or one ground for all of back and
// spine.
func (w *wrapper) inks() {
	s := &w.scheme
	if w.Picture == nil {
		s.drawn = cover.Front(w.meta, w.Family, int(int64(cover.Width)*int64(w.Height)/int64(w.Width)), int(w.Bleed*cover.Width/w.Width))
	}
	switch {
	case w.Options.Ground != nil:
		s.paper = *w.Options.Ground
		s.ink = inkOn(s.paper)
		s.ground, s.lead = s.paper, s.ink
	case s.drawn != nil:
		c := s.drawn.Colours
		s.band = true
		s.paper, s.ink, s.ground, s.lead = inkOf(c.Paper), inkOf(c.Ink), inkOf(c.Ground), inkOf(c.Paper)
	default:
		s.paper, s.ground = white(), white()
	}
}

func inkOf(c color.RGBA) layout.Ink { return layout.Ink{R: c.R, G: c.G, B: c.B} }

// inkOn returns what can be read on a ground: white on dark ones, else black. The ground
// is dark if it is below the grey that stands off both by the same contrast (WCAG 2.2,
// relative luminance 0.18, a value of 118), its lightness that of ITU-R BT.709.
func inkOn(ground layout.Ink) layout.Ink {
	if 2126*int(ground.R)+7152*int(ground.G)+722*int(ground.B) < 118*10_000 {
		return white()
	}
	return layout.Ink{}
}

// band is where the device of a drawn cover ends, counted from the head, and the height
// of the stripe below it.
func (w *wrapper) band() (depth, stripe layout.Length) {
	unit := func(n int) layout.Length { return w.Width.Scale(int64(n), cover.Width) }
	return unit(w.scheme.drawn.Fold()), unit(cover.Stripe)
}

// ground adds the colour of back and spine, and the band of a drawn cover around the
// spine to a twelfth of the back. It covers what the front has beyond the fold, so that
// one edge of colour lies there and nothing shows between two.
func (w *wrapper) ground() {
	s := &w.scheme
	p := &panel{layout.Page{Width: w.Width + w.Spine + w.Bleed, Height: w.Height + 2*w.Bleed}, w.Bleed, w.Bleed}
	at := func(x, width layout.Length) layout.Length { // x counts from the outer edge of the back
		if w.RightToLeft {
			return w.Width + w.Spine - x - width
		}
		return x
	}
	x := -w.Bleed
	if w.RightToLeft {
		p.left, x = 0, w.Width
	}
	if !s.band {
		p.fill(s.paper, at(-w.Bleed, p.Width), -w.Bleed, p.Width, p.Height)
	} else {
		depth, stripe := w.band()
		start := w.Width - w.Width/bandReturn
		width := w.Width + w.Spine - start
		p.fill(s.paper, at(-w.Bleed, w.Width+w.Bleed), -w.Bleed, w.Width+w.Bleed, p.Height)
		p.fill(s.paper, at(start, width), depth+stripe/2, width, p.Height)
		p.fill(s.ground, at(start, width), -w.Bleed, width, depth+stripe/2+w.Bleed)
		p.fill(inkOf(s.drawn.Colours.Accent), at(start, width), depth, width, stripe)
	}
	w.place(&p.Page, x, -w.Bleed, 0)
}

// bandReturn is the part of the back's width on which the band ends.
const bandReturn = 12

// white returns paper without ink.
func white() layout.Ink { return layout.Ink{R: 255, G: 255, B: 255} }
