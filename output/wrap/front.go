package wrap

import (
	"publish/book"
	"publish/layout"
	"publish/output/cover"
)

// pictureName is the name of the front's picture in the document.
const pictureName = "cover"

// front adds the front: the picture or the drawn cover. What is beyond the fold will be
// covered by the spine.
func (w *wrapper) front() {
	_, _, x := w.leaves()
	p := w.newPanel()
	if w.scheme.drawn != nil {
		w.draw(p)
	} else {
		w.picture(p)
	}
	w.place(&p.Page, x-p.left, -w.Bleed, 0)
}

// picture fills the front: the picture is as large as covers it, and what is too much of
// its width or its height is cut on both sides alike.
func (w *wrapper) picture(p *panel) {
	pic := w.Picture
	wide, high := layout.Length(pic.Print.Width), layout.Length(pic.Print.Height)
	room, left := p.Width-w.Bleed, w.Bleed // from the fold to the outer edge
	if w.RightToLeft {
		left = 0
	}
	pl := &layout.Picture{Name: pictureName, Width: room, Height: room * high / wide}
	if pl.Height < p.Height {
		pl.Width, pl.Height = p.Height*wide/high, p.Height
	}
	pl.X, pl.Y = left+(room-pl.Width)/2, (p.Height-pl.Height)/2
	p.Items = append(p.Items, pl)
	w.sheet.Document.Pictures = map[string]*book.Picture{pictureName: pic}
	pixels := pic.Width
	if pic.Vector {
		pixels = pic.Print.Width
	}
	w.sheet.Dots = int(layout.Length(pixels) * layout.Inch / pl.Width)
	w.sheet.Shown = int(min(w.Width*100/pl.Width, w.Height*100/pl.Height))
}

// draw paints the drawn cover.
func (w *wrapper) draw(p *panel) {
	unit := float64(w.Width) / cover.Width
	at := func(q cover.Point) layout.Vertex {
		return layout.Vertex{X: p.left + layout.Length(float64(q.X)*unit), Y: p.head + layout.Length(float64(q.Y)*unit)}
	}
	for _, l := range w.scheme.drawn.Layers {
		shape := &layout.Shape{Ink: inkOf(l.Colour)}
		for _, s := range l.Path {
			step := layout.Step{Op: s.Op}
			for i := range s.Count() {
				step.Points[i] = at(s.Points[i])
			}
			shape.Path = append(shape.Path, step)
		}
		p.Items = append(p.Items, shape)
	}
	for _, t := range w.scheme.drawn.Texts {
		origin := at(t.At)
		word := layout.Word{X: origin.X, Run: t.Run, Size: layout.Length(float64(t.Size) * unit)}
		p.Items = append(p.Items, &layout.Line{Y: origin.Y, Words: []layout.Word{word}, Ink: inkOf(t.Colour)})
	}
}
