package layout

import (
	"slices"

	"publish/book"
)

// Role is a standard structure type (ISO 32000-1 §14.8.4).
type Role string

// Element is a node of the structure tree. Marked content of one element may
// stand on several pages; a paragraph over a page break is one element.
type Element struct {
	Role    Role
	ID      string // of the book's object, "" as a rule
	Lang    string // where it differs from its parent's
	Alt     string // figures
	Title   string
	Header  string // TH: "Column" or "Row"
	ColSpan int    // TD, TH: 0 and 1 mean one
	RowSpan int
	Labels  string // L: what its labels are, as ListNumbering says (ISO 32000-1 §14.8.5.5); "" for none
	Parent  *Element
	Kids    []*Element
}

// Add makes a new child with the role and returns it.
func (e *Element) Add(role Role) *Element {
	kid := &Element{Role: role, Parent: e}
	e.Kids = append(e.Kids, kid)
	return kid
}

// section makes a new section with a title.
func (e *Element) section(title string) *Element {
	kid := e.Add("Sect")
	kid.Title = title
	return kid
}

// addFigure adds the element of a picture to another and returns it. A picture of
// which nothing is said has none: it is an artifact, as ISO 14289-1 §7.3 asks, and as
// the empty description in the EPUB says.
func addFigure(parent *Element, alt string) *Element {
	if parent == nil || alt == "" {
		return nil
	}
	e := parent.Add("Figure")
	e.Alt = alt
	return e
}

// quotation returns an element for words of others: a new one, or e where it is nothing
// else.
func (e *Element) quotation() *Element {
	if e.Role == "BlockQuote" {
		return e
	}
	return e.Add("BlockQuote")
}

// stanzasOf returns the element of the stanza of each line of a poem. There is no
// structure type for verse: a poem is a quotation, each stanza a group in it where there
// are several, and each line a paragraph, after which a voice pauses. The blank lines
// between stanzas have none.
func stanzasOf(b *book.Verse, parent *Element) []*Element {
	poem := parent.quotation()
	several := slices.ContainsFunc(b.Lines, func(l book.VerseLine) bool { return len(l.Inlines) == 0 })
	out := make([]*Element, len(b.Lines))
	for i, l := range b.Lines {
		switch {
		case len(l.Inlines) == 0:
		case !several:
			out[i] = poem
		case i > 0 && out[i-1] != nil:
			out[i] = out[i-1]
		default:
			out[i] = poem.Add("Div")
		}
	}
	return out
}

// labelsOf returns what the labels of a list are.
func labelsOf(b *book.List) string {
	if !b.Ordered {
		return "Disc"
	}
	return [...]string{"Decimal", "LowerAlpha", "UpperAlpha", "LowerRoman", "UpperRoman"}[b.Style]
}

// spaceBefore parts lines, when their text is copied, from those of the same element
// before them.
func spaceBefore(lines []composedLine) {
	if len(lines) > 0 && len(lines[0].words) > 0 {
		lines[0].words[0].Space = true
	}
}
