package wrap

import (
	"publish/book"
	"publish/fonts"
	"publish/layout"
	"publish/layout/imposition"
)

// Options is what a cover must know of its book, besides what a title page says.
type Options struct {
	Width, Height layout.Length // of the trimmed page
	Spine         layout.Length
	Bleed         layout.Length // what is printed beyond the edges
	Crop, Fold    bool          // marks
	RightToLeft   bool          // the spine is at the right of the front
	Upwards       bool          // the title on the spine is read from the foot to the head
	Picture       *book.Picture // of the front; nil for a drawn one
	Ground        *layout.Ink   // of back and spine; nil for that of the drawn cover, or white beside a picture
	ISBN, AddOn   string        // digits of the barcode, with hyphens or without; "" for none
	Text          []string      // paragraphs on the back; nil for the description
	Family        *fonts.Family
}

// Sheet is a cover laid out.
type Sheet struct {
	Document *layout.Document // the pages that the side shows
	Side     imposition.Side
	// Dots is how many dots to the inch the picture has; 0 where there is none.
	Dots int
	// Shown is how much of the picture is seen, in hundredths of its width or of its
	// height, whichever loses more.
	Shown int
	// Bare tells that the spine is too thin for a title, Cut that the description was
	// too long for the back.
	Bare, Cut bool
}

// Distances on the sheet.
const (
	markGap    = 3_000 // from the page to a mark, in thousandths of a millimetre, or the bleed
	markLength = 5_000
	sheetEdge  = 1_000            // beyond the marks
	hair       = layout.Point / 4 // weight of a mark
)

// New lays a cover out. It depends on its arguments only.
func New(meta book.Meta, opt Options) *Sheet {
	w := &wrapper{Options: opt, meta: meta, sheet: &Sheet{Document: &layout.Document{Meta: meta}}}
	w.margin = opt.Bleed
	if opt.Crop || opt.Fold {
		w.margin = max(opt.Bleed, layout.Millimetres(markGap)) + layout.Millimetres(markLength+sheetEdge)
	}
	w.inks()
	s := &w.sheet.Side
	trim := imposition.Box{X: w.margin, Y: w.margin, Width: 2*w.Width + w.Spine, Height: w.Height}
	s.Width, s.Height = trim.Width+2*w.margin, trim.Height+2*w.margin
	s.Trim = trim
	s.Bleed = imposition.Box{X: trim.X - w.Bleed, Y: trim.Y - w.Bleed, Width: trim.Width + 2*w.Bleed, Height: trim.Height + 2*w.Bleed}
	w.front()
	w.ground()
	w.back()
	w.spine()
	w.marks()
	return w.sheet
}

// wrapper lays one cover out.
type wrapper struct {
	Options
	meta   book.Meta
	sheet  *Sheet
	margin layout.Length // around the trimmed sheet
	scheme scheme
}

// leaves returns where back, spine and front begin, counted from the left edge of the
// trimmed sheet.
func (w *wrapper) leaves() (back, spine, front layout.Length) {
	if w.RightToLeft {
		return w.Width + w.Spine, w.Width, 0
	}
	return 0, w.Width, w.Width + w.Spine
}

// place adds a page and puts it on the sheet, its upper left corner counted from that
// of the trimmed sheet. The size is that of the turned page.
func (w *wrapper) place(p *layout.Page, x, y layout.Length, turn imposition.Turn) {
	width, height := p.Width, p.Height
	if turn%2 == 1 {
		width, height = height, width
	}
	side := &w.sheet.Side
	side.Pages = append(side.Pages, imposition.Placement{Page: len(w.sheet.Document.Pages),
		X: w.margin + x, Y: w.margin + y, Width: width, Height: height, Turn: turn})
	w.sheet.Document.Pages = append(w.sheet.Document.Pages, p)
}

// panel is a page that is made in the places of the trimmed one and goes on beyond its
// edges.
type panel struct {
	layout.Page
	left, head layout.Length // what is beyond
}

// newPanel returns the panel of back or front, with the bleed all around.
func (w *wrapper) newPanel() *panel {
	return &panel{layout.Page{Width: w.Width + 2*w.Bleed, Height: w.Height + 2*w.Bleed}, w.Bleed, w.Bleed}
}

// text adds lines at a place of the trimmed page.
func (p *panel) text(lines []*layout.Line, x, y layout.Length) {
	for _, l := range lines {
		l.Move(p.left+x, p.head+y)
		p.Items = append(p.Items, l)
	}
}

// fill adds a rectangle in one ink.
func (p *panel) fill(ink layout.Ink, x, y, width, height layout.Length) {
	p.Items = append(p.Items, rectangle(ink, p.left+x, p.head+y, width, height))
}

func rectangle(ink layout.Ink, x, y, width, height layout.Length) *layout.Shape {
	at := func(op byte, x, y layout.Length) layout.Step {
		return layout.Step{Op: op, Points: [3]layout.Vertex{{X: x, Y: y}}}
	}
	return &layout.Shape{Ink: ink, Path: []layout.Step{at('m', x, y), at('l', x+width, y), at('l', x+width, y+height), at('l', x, y+height)}}
}

// marks draws where the sheet is cut and folded, outside what is printed.
func (w *wrapper) marks() {
	s := &w.sheet.Side
	gap, length := max(w.Bleed, layout.Millimetres(markGap)), layout.Millimetres(markLength)
	line := func(x1, y1, x2, y2 layout.Length) {
		s.Marks = append(s.Marks, imposition.Mark{X1: x1, Y1: y1, X2: x2, Y2: y2, Weight: hair})
	}
	left, right := s.Trim.X, s.Trim.X+s.Trim.Width
	head, foot := s.Trim.Y, s.Trim.Y+s.Trim.Height
	if w.Crop {
		for _, x := range []layout.Length{left, right} {
			line(x, head-gap-length, x, head-gap)
			line(x, foot+gap, x, foot+gap+length)
		}
		for _, y := range []layout.Length{head, foot} {
			line(left-gap-length, y, left-gap, y)
			line(right+gap, y, right+gap+length, y)
		}
	}
	if !w.Fold {
		return
	}
	folds := []layout.Length{left + w.Width, left + w.Width + w.Spine}
	if w.Spine == 0 {
		folds = folds[:1]
	}
	// Dashed, as folds are told from cuts.
	for _, x := range folds {
		for _, dash := range []layout.Length{0, 2, 4} {
			line(x, head-gap-length+dash*length/5, x, head-gap-length+(dash+1)*length/5)
			line(x, foot+gap+dash*length/5, x, foot+gap+(dash+1)*length/5)
		}
	}
}
