package layout

import (
	"cmp"
	"strings"

	"publish/book"
)

// cellWriter draws the blocks of a table's cell, one below the other, in the size
// of tables.
type cellWriter struct {
	*galley
	s     *solid
	align alignment
	left  Length // where the cell starts
	right Length // where it ends
	y     Length // baseline of the last line
	any   bool   // something stands in the cell
	label *label // that waits for the next paragraph
}

// tableCell draws the blocks of a cell as small paragraphs and returns how deep
// they reach.
func (g *galley) tableCell(s *solid, c *book.Cell, x, width Length, align alignment, e *Element, head bool) Length {
	style := roman(g.spec.Table.Size, g.lang).tabular()
	if head || c.Header {
		style = style.italic()
	}
	w := &cellWriter{galley: g, s: s, align: align, left: x, right: x + width, y: g.spec.Table.Leading / 4}
	w.blocks(c.Blocks, x, style, e)
	return w.y
}

func (w *cellWriter) blocks(blocks []book.Block, x Length, style textStyle, e *Element) {
	inset := w.spec.Table.Size
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Paragraph:
			if pic, ok := lonePicture(b); ok {
				w.picture(&book.Figure{Source: pic.Source, Size: pic.Size}, pic.Alt, x, e)
			} else {
				w.paragraph(b.Inlines, x, style, e.Add("P"))
			}
		case *book.Heading:
			w.paragraph(b.Inlines, x, style, e.Add("P"))
		case *book.Quote:
			w.blocks(b.Blocks, x+inset, style, e.quotation())
		case *book.List:
			w.list(b, x, style, e)
		case *book.DefinitionList:
			list := e.Add("L")
			for _, item := range b.Items {
				li := list.Add("LI")
				w.paragraph(item.Term, x, style.italic(), li.Add("Lbl"))
				w.blocks(item.Blocks, x+inset, style, li.Add("LBody"))
			}
		case *book.Verse:
			stanzas := stanzasOf(b, e)
			for i, l := range b.Lines {
				var line *Element
				if len(l.Inlines) > 0 {
					line = stanzas[i].Add("P")
				}
				w.line(l.Inlines, x+inset*Length(min(l.Indent, 4)), style, line, i > 0)
			}
		case *book.Verbatim:
			w.verbatim(b, x, style.verbatim(), e.Add("P").Add("Code"))
		case *book.Table:
			for _, row := range append(append([]book.Row(nil), b.Head...), b.Body...) {
				for _, c := range row.Cells {
					w.blocks(c.Blocks, x, style, e)
				}
			}
		case *book.Figure:
			if len(b.Caption) > 0 {
				e = e.Add("Div")
			}
			w.picture(b, cmp.Or(b.Alt, book.PlainText(b.Caption)), x, e)
			w.paragraph(b.Caption, x, style.italic(), e.Add("Caption"))
		}
	}
}

// paragraph sets running text, a little below what stands above it.
func (w *cellWriter) paragraph(inlines []book.Inline, x Length, style textStyle, e *Element) {
	w.put(inlines, block{style: style, align: w.align, indent: x, element: e}, false)
}

// line sets a line that is one of several. One that is too long turns over.
func (w *cellWriter) line(inlines []book.Inline, x Length, style textStyle, e *Element, close bool) {
	turn := w.spec.Table.Size
	if len(inlines) == 0 {
		w.y += w.spec.Table.Leading / 2
		return
	}
	w.put(inlines, block{style: style, align: ragged, indent: x + turn, first: -turn, element: e}, close)
}

// put sets a paragraph; a close one has no space above it. What would leave no room
// for its text gives up its indent.
func (w *cellWriter) put(inlines []book.Inline, b block, close bool) {
	if len(inlines) == 0 && w.label == nil {
		return
	}
	t := w.spec.Table
	if w.any && !close {
		w.y += t.Leading / 3
	}
	w.any = true
	if b.label, w.label = w.label, nil; b.label != nil {
		b.align = ragged
	}
	b.indent = max(w.left, min(b.indent, w.right-t.Size*3))
	b.measure = w.right - b.indent
	p := w.compose(inlines, b)
	v := w.variants(p)[0]
	lines := w.lines(p, &v)
	if n := len(w.s.lines); close && n > 0 && len(lines[0].words) > 0 && w.s.lines[n-1].line.endsIn(lines[0].words[0].Element) {
		spaceBefore(lines)
	}
	for _, l := range lines {
		w.y += t.Leading
		w.s.lines = append(w.s.lines, solidLine{w.y, l})
	}
}

func (w *cellWriter) list(b *book.List, x Length, style textStyle, e *Element) {
	e = e.Add("L")
	e.Labels = labelsOf(b)
	indent := w.spec.Table.Size
	if b.Ordered {
		indent = w.widestNumber(b, style) + w.spec.Table.Size.Scale(1, 2)
	}
	for i, item := range b.Items {
		li := e.Add("LI")
		text := cmp.Or(item.Task.Box(), bullet)
		if b.Ordered {
			text = b.Label(i)
		}
		w.label = &label{text: text, indent: indent, style: style, element: li.Add("Lbl")}
		body := li.Add("LBody")
		if len(item.Blocks) > 0 {
			if _, ok := item.Blocks[0].(*book.Paragraph); !ok {
				w.paragraph(nil, x+indent, style, body)
			}
		}
		w.blocks(item.Blocks, x+indent, style, body)
	}
}

// verbatim sets the lines of a program.
func (w *cellWriter) verbatim(b *book.Verbatim, x Length, style textStyle, e *Element) {
	for i, text := range verbatimLines(b) {
		lead := Length(text.blanks) * style.size / 2
		w.line(text.inlines, min(x+lead, (x+w.right)/2), style, e, i > 0)
	}
}

// verbatimLine is a line of a program: its text, and how many blanks stand before it.
type verbatimLine struct {
	blanks  int
	inlines []book.Inline
}

// verbatimLines returns the lines of a block; a blank one has no inlines.
func verbatimLines(b *book.Verbatim) []verbatimLine {
	var lines []verbatimLine
	for i, text := range strings.Split(strings.TrimRight(b.Text, "\n"), "\n") {
		body := strings.TrimLeft(text, " \t")
		line := verbatimLine{blanks: len(strings.ReplaceAll(text[:len(text)-len(body)], "\t", "    "))}
		if body != "" {
			pos := b.Pos
			pos.Line += i
			line.inlines = []book.Inline{&book.Text{Pos: pos, Value: body}}
		}
		lines = append(lines, line)
	}
	return lines
}

// picture sets a picture no wider than its cell or its own width.
func (w *cellWriter) picture(f *book.Figure, alt string, x Length, e *Element) {
	pic := w.pictures[f.Source]
	if pic == nil || pic.Width == 0 || pic.Height == 0 {
		return
	}
	width := pictureWidth(pic, f.Size, w.right-x)
	height := width.Scale(int64(pic.Height), int64(pic.Width))
	if most := w.spec.Depth() / 3; height > most {
		height = most
		width = height.Scale(int64(pic.Width), int64(pic.Height))
	}
	top := w.y + w.spec.Table.Leading/3
	w.s.pictures = append(w.s.pictures, Picture{X: x, Y: top, Width: width, Height: height, Name: f.Source, Element: addFigure(e, alt)})
	w.y, w.any = top+height, true
}

// slices cuts a row that is deeper than some lines into pieces between which a page
// may end. Where they are cut no cell has a line; a row that leaves no such place is
// left whole.
func (s *solid) slices(leading, step Length) []*solid {
	const most = 8 // lines: a row that is no deeper stays whole
	least := int((leading*most + step - 1) / step)
	if s.height <= least+least/2 {
		return []*solid{s}
	}
	var out []*solid
	top := 0
	for cut := least; cut < s.height-least/2; cut++ {
		if cut-top >= least && s.clear(Length(cut)*step, leading) {
			out = append(out, s.part(top, cut, step))
			top = cut
		}
	}
	return append(out, s.part(top, s.height, step))
}

// clear reports whether nothing of a row stands across y.
func (s *solid) clear(y, leading Length) bool {
	for i := range s.lines {
		if base := s.lines[i].y; base+leading/4 > y && base-leading*3/4 < y {
			return false
		}
	}
	for _, p := range s.pictures {
		if p.Y < y && p.Y+p.Height > y {
			return false
		}
	}
	return true
}

// part returns what stands between two heights, in steps.
func (s *solid) part(from, to int, step Length) *solid {
	top, bottom := Length(from)*step, Length(to)*step
	out := &solid{height: to - from}
	for _, l := range s.lines {
		if l.y > top && (l.y <= bottom || to == s.height) {
			out.lines = append(out.lines, solidLine{l.y - top, l.line})
		}
	}
	for _, p := range s.pictures {
		if p.Y >= top && p.Y < bottom {
			p.Y -= top
			out.pictures = append(out.pictures, p)
		}
	}
	return out
}
