package layout

import (
	"publish/book"
	"publish/fonts"
)

// Document is the finished layout: pages of items at fixed positions. It is what
// every PDF edition is drawn from, and where locators find their pages.
type Document struct {
	Meta    book.Meta
	Pages   []*Page
	Outline []OutlineItem
	// Starts tells where in the book each page begins, in the order of Pages.
	Starts []book.PageStart
	// Places tells where every ID of the book came to stand.
	Places map[string]Place
	// Cited are the places that have a name for those who lead there from outside,
	// sorted: the numbered paragraphs.
	Cited    []string
	Root     *Element // of the structure tree; its role is Document
	Pictures map[string]*book.Picture
	Single   bool // pages are shown one at a time, not two facing
	// RightToLeft is set for a book that is read from right to left: it is bound at the
	// right, and a recto lies to the left of a verso.
	RightToLeft bool
}

// Place is a point of a page. Page counts from 0.
type Place struct {
	Page int
	X, Y Length
}

// Page is one page. The origin is the upper left corner; y grows downwards.
type Page struct {
	Width, Height Length
	Folio         string // as printed or as it would be: "iv", "12"
	Items         []Item // in reading order, furniture first
}

// Item is a thing on a page. Its members are [*Line], [*Rule], [*Picture], [*Drawing],
// [*Shape] and [*LinkArea].
type Item interface {
	move(dx Length)
	mirror(width Length) // of the page
}

// Line is text on one baseline, its words in the order of reading. They stand from
// left to right except where text from right to left is among them.
type Line struct {
	Y     Length // of the baseline
	Words []Word
	Ink   Ink
}

// Ink is a colour in sRGB. The zero value is black, which is printed with black ink
// alone.
type Ink struct{ R, G, B uint8 }

// Word is shaped text at its place in a Line.
type Word struct {
	X       Length // of the origin
	Rise    Length // above the baseline
	Run     *fonts.Run
	Size    Length
	Element *Element // nil for furniture (running heads, folios, rules): an artifact
	// Expand widens or narrows the glyphs, in 1/100,000 of their width.
	Expand int32
	// Space is set when a word space stands before the word: copied text gets a
	// blank there. SoftHyphen is set when the last glyph is a hyphen that is not
	// in the text.
	Space, SoftHyphen bool
}

// Rule is a filled rectangle; X, Y is its upper left corner. It is an artifact.
type Rule struct {
	X, Y, Width, Height Length
}

// Picture is an image scaled to a rectangle.
type Picture struct {
	X, Y, Width, Height Length
	Name                string // in Document.Pictures
	Element             *Element
}

// Drawing is a figure of black boxes, which count from X and Y.
type Drawing struct {
	X, Y, Width, Height Length
	Boxes               []Rule
	Element             *Element
}

// Shape is outlines filled with one ink by the nonzero rule. It is an artifact.
type Shape struct {
	Ink  Ink
	Path []Step
}

// Vertex is a point of an outline.
type Vertex struct{ X, Y Length }

// Step is one step of an outline: a move ('m'), a line ('l') or a cubic curve ('c') to
// the last of its points. A move closes what was before.
type Step struct {
	Op     byte
	Points [3]Vertex // only the first, but for a curve
}

// LinkArea makes a rectangle lead somewhere: to Target, an ID in
// Document.Places, or else to URI. A link that runs over a line end has several
// areas with one Element. Text is what a screen reader says of it.
type LinkArea struct {
	X, Y, Width, Height Length
	Target, URI         string
	Text                string
	Element             *Element
}

// OutlineItem is one line of the outline that readers show beside the pages.
type OutlineItem struct {
	Title  string
	Level  int    // from 0
	Target string // ID in Document.Places
}
