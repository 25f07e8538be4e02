package imposition

import (
	"errors"
	"fmt"

	"publish/layout"
)

// Plan is all sheets of a book.
type Plan struct {
	Sheets     []Sheet
	Pages      int   // of the book
	Blanks     int   // pages added, before the last page, to fill the last sheet
	Signatures []int // sheets of each, in order; nil where nothing is folded
	Scale      int64 // of the pages, in thousandths: 1000 at most
	Flip       Flip  // FlipShort or FlipLong: how the sheets are to be turned

	tests int // sheets that are not of the book
}

// Book returns the sheets of the book, without the test sheet.
func (p *Plan) Book() []Sheet { return p.Sheets[p.tests:] }

// Sheet is both sides of a sheet. A zine has nothing on its backs.
type Sheet struct{ Front, Back Side }

// Side is one side of a sheet as it is printed. The origin is its upper left corner.
type Side struct {
	Width, Height layout.Length
	Pages         []Placement
	Marks         []Mark
	Trim, Bleed   Box // what remains when it is cut, and what is printed; zero for all of it
}

// Box is a part of a side; X and Y are those of its upper left corner.
type Box struct{ X, Y, Width, Height layout.Length }

// Placement is a page on a side: its index in the book from 0, the upper left corner
// of the room that it takes, that room, and how it is turned.
type Placement struct {
	Page                int
	X, Y, Width, Height layout.Length
	Turn                Turn
}

// Turn is how a page is turned on the sheet, in quarters to the right.
type Turn uint8

// Upright pages have their head at the head of the sheet.
const (
	Upright Turn = iota
	QuarterRight
	UpsideDown
	QuarterLeft
)

// Mark is a straight line on a sheet.
type Mark struct{ X1, Y1, X2, Y2, Weight layout.Length }

// errNoPages is the only complaint besides those of the options.
var errNoPages = errors.New("imposition: the book has no pages")

// New returns the plan for a book of n pages of one size. It fails when n is not
// positive, when the options contradict each other, and when a zine would have more
// than eight pages.
func New(n int, width, height layout.Length, opt Options) (*Plan, error) {
	if n <= 0 || width <= 0 || height <= 0 {
		return nil, errNoPages
	}
	if opt.SheetWidth <= 0 || opt.SheetHeight <= 0 {
		return nil, errors.New("imposition: the sheet has no size")
	}
	if s := opt.Signature; s < 0 || s > 64 || s%4 != 0 {
		return nil, fmt.Errorf("imposition: a signature of %d pages: it has 4 to 64, a multiple of 4", s)
	}
	if opt.Scheme == Zine && n > zinePages {
		return nil, fmt.Errorf("imposition: a zine has %d pages, and this book has %d", zinePages, n)
	}
	p := &planner{Options: opt, page: size{width, height}, plan: &Plan{Pages: n}}
	p.make(n)
	return p.plan, nil
}

// size is a width and a height.
type size struct{ width, height layout.Length }

func (s size) turned() size { return size{s.height, s.width} }
