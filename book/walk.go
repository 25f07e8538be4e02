package book

import (
	"fmt"
	"strings"
)

// Children returns the inlines inside an inline; nil for one that holds none.
func Children(in Inline) []Inline {
	switch in := in.(type) {
	case *Emphasis:
		return in.Inlines
	case *Strong:
		return in.Inlines
	case *Strike:
		return in.Inlines
	case *Superscript:
		return in.Inlines
	case *Subscript:
		return in.Inlines
	case *SmallCaps:
		return in.Inlines
	case *Link:
		return in.Inlines
	case *WikiLink:
		return in.Inlines
	case *CrossRef:
		return in.Inlines
	case *Span:
		return in.Inlines
	}
	return nil
}

// WithChildren returns a copy of in that holds the given inlines. An inline that
// can hold none is returned as it is.
func WithChildren(in Inline, inlines []Inline) Inline {
	switch in := in.(type) {
	case *Emphasis:
		return &Emphasis{in.Pos, inlines}
	case *Strong:
		return &Strong{in.Pos, inlines}
	case *Strike:
		return &Strike{in.Pos, inlines}
	case *Superscript:
		return &Superscript{in.Pos, inlines}
	case *Subscript:
		return &Subscript{in.Pos, inlines}
	case *SmallCaps:
		return &SmallCaps{in.Pos, inlines}
	case *Link:
		return &Link{in.Pos, in.URL, in.Bare, inlines}
	case *WikiLink:
		return &WikiLink{in.Pos, in.Target, in.Fragment, in.Title, inlines}
	case *CrossRef:
		return &CrossRef{in.Pos, in.Target, inlines}
	case *Span:
		return &Span{in.Pos, in.Lang, inlines}
	}
	return in
}

// WalkInlines calls visit for every inline, parents first. If visit returns
// false the inlines inside are passed over.
func WalkInlines(inlines []Inline, visit func(Inline) bool) {
	for _, in := range inlines {
		if visit(in) {
			WalkInlines(Children(in), visit)
		}
	}
}

// WalkBlocks calls visit for every block, parents first. If visit returns false
// the blocks inside are passed over.
func WalkBlocks(blocks []Block, visit func(Block) bool) {
	for _, b := range blocks {
		if !visit(b) {
			continue
		}
		EachChild(b, func(inner []Block) { WalkBlocks(inner, visit) })
	}
}

// EachChild calls f with each list of blocks that b holds, in reading order.
func EachChild(b Block, f func([]Block)) {
	switch b := b.(type) {
	case *Quote:
		f(b.Blocks)
	case *List:
		for _, item := range b.Items {
			f(item.Blocks)
		}
	case *DefinitionList:
		for _, item := range b.Items {
			f(item.Blocks)
		}
	case *Table:
		for _, rows := range [][]Row{b.Head, b.Body} {
			for _, row := range rows {
				for _, cell := range row.Cells {
					f(cell.Blocks)
				}
			}
		}
	case *Paragraph, *Heading, *Verse, *Verbatim, *Figure, *Break:
	default:
		panic(fmt.Sprintf("book: unknown block %T", b))
	}
}

// EachText calls f with each list of inlines that stands in the blocks, in
// reading order.
func EachText(blocks []Block, f func([]Inline)) {
	EditText(blocks, func(inlines *[]Inline) { f(*inlines) })
}

// EditText calls f with each list of inlines that stands in the blocks, in reading
// order. f may put another in its place.
func EditText(blocks []Block, f func(*[]Inline)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			f(&b.Inlines)
		case *Heading:
			f(&b.Inlines)
		case *Verse:
			for i := range b.Lines {
				f(&b.Lines[i].Inlines)
			}
		case *Figure:
			f(&b.Caption)
		case *DefinitionList:
			for i := range b.Items {
				f(&b.Items[i].Term)
				EditText(b.Items[i].Blocks, f)
			}
		case *Table:
			f(&b.Caption)
			EachChild(b, func(inner []Block) { EditText(inner, f) })
		default:
			EachChild(b, func(inner []Block) { EditText(inner, f) })
		}
	}
}

// PlainText returns the characters of the inlines without their form: no note
// calls, no pictures, a line break as a blank.
func PlainText(inlines []Inline) string {
	if len(inlines) == 1 {
		if t, ok := inlines[0].(*Text); ok {
			return t.Value
		}
	}
	var b strings.Builder
	WalkInlines(inlines, func(in Inline) bool {
		switch in := in.(type) {
		case *Text:
			b.WriteString(in.Value)
		case *CodeSpan:
			b.WriteString(in.Value)
		case *LineBreak:
			b.WriteByte(' ')
		}
		return true
	})
	return b.String()
}

// MapInlines returns the inlines with f applied to each, innermost first. f
// returns what stands in the place of its argument: nothing, one or several
// inlines. The argument's own tree is not changed.
func MapInlines(inlines []Inline, f func(Inline) []Inline) []Inline {
	var out []Inline
	for _, in := range inlines {
		if inner := Children(in); inner != nil {
			in = WithChildren(in, MapInlines(inner, f))
		}
		out = append(out, f(in)...)
	}
	return out
}

// MapText returns a copy of the blocks with f applied to each list of inlines, in
// reading order.
func MapText(blocks []Block, f func([]Inline) []Inline) []Block {
	var inside func([]Block) []Block
	inside = func(blocks []Block) []Block {
		out := make([]Block, 0, len(blocks))
		for _, b := range blocks {
			out = append(out, MapBlock(b, f, inside))
		}
		return out
	}
	return inside(blocks)
}

// MapBlock returns a copy of b with text applied to each list of inlines, and inner
// to each list of blocks, that b holds itself, in reading order. What lies deeper is
// left to inner.
func MapBlock(b Block, text func([]Inline) []Inline, inner func([]Block) []Block) Block {
	switch b := b.(type) {
	case *Paragraph:
		return &Paragraph{b.Pos, text(b.Inlines)}
	case *Heading:
		return &Heading{b.Pos, b.Level, b.ID, text(b.Inlines)}
	case *Quote:
		return &Quote{b.Pos, inner(b.Blocks)}
	case *List:
		items := make([]Item, len(b.Items))
		for i, item := range b.Items {
			items[i] = Item{item.Pos, item.Task, inner(item.Blocks)}
		}
		return &List{b.Pos, b.Ordered, b.Start, b.Tight, items, b.Style}
	case *DefinitionList:
		items := make([]Definition, len(b.Items))
		for i, item := range b.Items {
			items[i] = Definition{item.Pos, text(item.Term), inner(item.Blocks)}
		}
		return &DefinitionList{b.Pos, items}
	case *Verse:
		lines := make([]VerseLine, len(b.Lines))
		for i, line := range b.Lines {
			lines[i] = VerseLine{line.Pos, line.Indent, text(line.Inlines)}
		}
		return &Verse{b.Pos, lines}
	case *Table:
		return &Table{b.Pos, text(b.Caption), b.Align, mapRows(b.Head, inner), mapRows(b.Body, inner)}
	case *Figure:
		return &Figure{b.Pos, b.Source, b.Alt, b.Size, text(b.Caption)}
	case *Verbatim, *Break:
		return b
	}
	panic(fmt.Sprintf("book: unknown block %T", b))
}

func mapRows(rows []Row, inner func([]Block) []Block) []Row {
	out := make([]Row, len(rows))
	for i, row := range rows {
		cells := make([]Cell, len(row.Cells))
		for j, c := range row.Cells {
			cells[j] = Cell{c.Pos, c.Header, c.ColSpan, c.RowSpan, inner(c.Blocks)}
		}
		out[i] = Row{row.Pos, cells}
	}
	return out
}
