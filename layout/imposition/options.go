package imposition

import "publish/layout"

// Scheme is a way to lay pages on sheets.
type Scheme uint8

// The schemes.
const (
	Booklet    Scheme = iota // one signature of all pages
	Signatures               // several, to be sewn
	TwoUp                    // two pages a side, in reading order
	FourUp                   // four
	Zine                     // eight pages on one side of one sheet
)

// Flip says how the printer, or whoever turns the stack by hand, turns a sheet over.
type Flip uint8

// A sheet is turned about an edge of its own, in the way that keeps the back upright;
// about its short or its long edge. A back that is turned about the other edge stands
// on its head, and so its pages are drawn.
const (
	FlipUpright Flip = iota
	FlipShort
	FlipLong
)

// Marks is a set of marks to be drawn.
type Marks struct {
	Crop      bool // where pages are cut
	Fold      bool // where sheets are folded
	Collation bool // steps on the spines of signatures, in their order
	Sewing    bool // where the needle goes through the fold
}

// Options is how a book is to be printed. The zero value, with a sheet, is a booklet.
type Options struct {
	Scheme Scheme
	// SheetWidth and SheetHeight are the size of the sheet, either way round.
	SheetWidth, SheetHeight layout.Length
	Signature               int // pages of a signature, a multiple of 4 to 64; 0 for what wastes fewest
	Flip                    Flip
	Thickness               layout.Length // of the paper; moves inner leaves towards the spine
	Binding                 layout.Length // kept free at the spine, besides the margin of the pages
	Copies                  int           // of everything on each sheet, to be cut apart; 0 is 1
	Marks                   Marks
	RightToLeft             bool // the spine is at the right of the first page
	// TestSheet puts a sheet before the others that tells how to print them: the pages
	// after the last of the book are its front and its back.
	TestSheet bool
}
