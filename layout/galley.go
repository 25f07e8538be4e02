package layout

import (
	"cmp"
	"fmt"
	"strconv"

	"publish/book"
	"publish/layout/linebreak"
)

// galley is the long column that the blocks of a chapter, or of its notes, are
// set in before pages are made of it.
type galley struct {
	*composer
	spec  *Spec
	text  Type
	width Length // the measure
	units []unit
	// plain is set when the next paragraph starts without an indent.
	plain bool
	abbr  bool // small capitals for abbreviations
	// label and anchor wait for the next paragraph.
	label  *label
	anchor string
	// refs sets the pages of links to other chapters, nil where they show none.
	refs *pageRefs
	// numbers are those of paragraphs, nil for none; number waits for the next unit.
	numbers book.ParagraphNumbers
	number  book.ParagraphNumber
	counted bool // lines that are set now are counted
	// foot is the notes that stand at the foot of the pages, nil for none.
	foot *footnotes
}

// nest is where a block stands inside others.
type nest struct {
	left, right Length // indents
	element     *Element
	style       textStyle
	item        bool // in a list
}

func newGalley(c *composer, spec *Spec, t Type) *galley {
	return &galley{composer: c, spec: spec, text: t, width: spec.Measure(), plain: true, abbr: c.shaper.rules.Has(book.SmallCapitals)}
}

// step returns the vertical unit of the galley.
func (g *galley) step() Length { return g.text.Leading / stepsPerLine }

func (g *galley) root(e *Element) nest {
	return nest{element: e, style: roman(g.text.Size, g.lang)}
}

func (g *galley) blocks(blocks []book.Block, n nest) {
	for _, b := range blocks {
		g.block(b, n)
	}
}

func (g *galley) block(b book.Block, n nest) {
	g.numbered(b)
	switch b := b.(type) {
	case *book.Paragraph:
		g.paragraph(b, n)
	case *book.Heading:
		g.heading(b, n)
	case *book.Quote:
		g.quote(b, n)
	case *book.List:
		g.list(b, n)
	case *book.DefinitionList:
		g.definitions(b, n)
	case *book.Verse:
		g.verse(b, n)
	case *book.Verbatim:
		g.verbatim(b, n)
	case *book.Table:
		g.table(b, n)
	case *book.Figure:
		g.figure(b, b, n)
	case *book.Break:
		g.asterism()
		g.units[len(g.units)-1].at = b
	default:
		panic(fmt.Sprintf("layout: unknown block %T", b))
	}
}

// push adds a paragraph as a unit, if it shows anything.
func (g *galley) push(p *paragraph, u unit) *unit {
	u.paragraph, u.variants = p, g.variants(p)
	u.number, u.counted = g.takeNumber(p.element), g.counted
	g.units = append(g.units, u)
	return &g.units[len(g.units)-1]
}

func (g *galley) paragraph(b *book.Paragraph, n nest) {
	if pic, ok := lonePicture(b); ok {
		g.figure(&book.Figure{Pos: b.Pos, Source: pic.Source, Alt: pic.Alt, Size: pic.Size}, pic, n)
		return
	}
	indent := g.text.Size
	if g.plain {
		indent = 0
	}
	p := g.compose(b.Inlines, block{style: n.style, measure: g.width - n.left - n.right, indent: n.left,
		first: indent, element: n.element.Add("P"), abbreviations: g.abbr, label: g.label, anchor: g.anchor, pages: g.refs})
	g.label, g.anchor = nil, ""
	if p.empty() && len(p.segments) == 0 {
		return
	}
	g.push(p, unit{})
	g.plain = false
}

// lonePicture returns the picture of a paragraph that is nothing else.
func lonePicture(b *book.Paragraph) (*book.Image, bool) {
	if len(b.Inlines) != 1 {
		return nil, false
	}
	pic, ok := b.Inlines[0].(*book.Image)
	return pic, ok
}

// headingStyle returns how a heading of a level looks: italic above the size of
// the text, small capitals, italic.
func (g *galley) headingStyle(level int) (style textStyle, before, after, top int) {
	style = roman(g.text.Size, g.lang).heading()
	switch {
	case level <= 2:
		style.size = g.text.Size.Scale(int64(g.spec.Display(13)), int64(g.spec.Text.Size))
		return style.italic(), 6, 2, 2
	case level == 3:
		return style.smallCaps(), 4, 0, 0
	}
	return style.italic(), 4, 0, 0
}

func (g *galley) heading(b *book.Heading, n nest) {
	style, before, after, top := g.headingStyle(b.Level)
	e := n.element.Add(Role("H" + strconv.Itoa(min(b.Level, 6))))
	p := g.compose(b.Inlines, block{style: style, align: ragged, measure: g.width - n.left, indent: n.left, element: e, whole: true,
		anchor: b.ID})
	g.balance(p)
	g.push(p, unit{before: before, after: after, top: top, loose: true, keep: true, whole: true})
	g.plain = true
}

// balance narrows the measure of a ragged paragraph as far as it needs no more
// lines, so that a long heading does not end in a lone word.
func (g *galley) balance(p *paragraph) {
	lines := len(g.raggedBreaks(p))
	if lines < 2 {
		return
	}
	low, high := p.measure/2, p.measure
	for high-low > Point {
		mid := (low + high) / 2
		p.measure = mid
		if len(g.raggedBreaks(p)) > lines || g.widest(p) > mid {
			low = mid
		} else {
			high = mid
		}
	}
	p.measure = high
}

// widest returns the natural width of the longest line of a ragged paragraph.
func (g *galley) widest(p *paragraph) Length {
	var most Length
	from := 0
	for i, to := range g.raggedBreaks(p) {
		start := from
		if i > 0 {
			start = nextBox(p.items, from-1)
		}
		var width Length
		for j := start; j < to; j++ {
			if p.items[j].Kind != linebreak.Penalty {
				width += Length(p.items[j].Width)
			}
		}
		most = max(most, width+p.indentOf(i)-p.indent)
		from = to + 1
	}
	return most
}

// between sets space around the units that f adds.
func (g *galley) between(before, after int, f func()) {
	start := len(g.units)
	f()
	if len(g.units) > start {
		g.units[start].before = max(g.units[start].before, before)
		last := &g.units[len(g.units)-1]
		last.after = max(last.after, after)
	}
}

func (g *galley) quote(b *book.Quote, n nest) {
	inset := g.text.Size.Scale(3, 2)
	n.left += inset
	n.right += inset
	n.element = n.element.quotation()
	refs := g.refs
	g.refs = nil // the words of others stay as they are
	defer func() { g.refs = refs }()
	g.between(stepsPerLine, stepsPerLine, func() {
		g.plain = true
		g.blocks(b.Blocks, n)
	})
	g.plain = true
}

func (g *galley) list(b *book.List, n nest) {
	e := n.element.Add("L")
	e.Labels = labelsOf(b)
	indent := g.text.Size.Scale(5, 4)
	if b.Ordered {
		indent = g.widestNumber(b, n.style) + g.text.Size.Scale(1, 2)
	}
	space := stepsPerLine
	if n.item {
		space = 0
	}
	start := len(g.units)
	g.between(space, space, func() {
		for i, item := range b.Items {
			li := e.Add("LI")
			text := cmp.Or(item.Task.Box(), bullet)
			if b.Ordered {
				text = b.Label(i)
			}
			g.numbered(&b.Items[i])
			g.item(item, text, indent, n, li)
		}
	})
	keepEnds(g.units[start:])
	g.plain = true
}

// keepEnds keeps the first and the last item of a list with their neighbours if
// they are a single line: alone on a page they would look like a club or a widow.
func keepEnds(items []unit) {
	n := len(items)
	if n < 2 {
		return
	}
	if items[0].lines(0) == 1 {
		items[0].keep = true
	}
	if items[n-1].lines(0) == 1 {
		items[n-2].keep = true
	}
}

func (g *galley) widestNumber(b *book.List, style textStyle) Length {
	if b.Style == book.Decimal {
		return g.word(b.Label(len(b.Items)-1), style.tabular()).width
	}
	var widest Length
	for i := range b.Items {
		widest = max(widest, g.word(b.Label(i), style.tabular()).width)
	}
	return widest
}

// item sets one item of a list, its label hanging before the text.
func (g *galley) item(item book.Item, text string, indent Length, n nest, li *Element) {
	inner := nest{left: n.left + indent, right: n.right, style: n.style, item: true}
	lbl := li.Add("Lbl")
	inner.element = li.Add("LBody")
	g.plain = true
	g.label = &label{text: text, indent: indent, style: n.style, element: lbl}
	g.labelled(item.Blocks, inner)
}

// labelled sets blocks, the waiting label before the first. A block that is not a
// paragraph has the label on a line of its own above it.
func (g *galley) labelled(blocks []book.Block, n nest) {
	switch {
	case len(blocks) == 0: // what stood here is gone, such as a picture; calls lead to the label
		g.paragraph(&book.Paragraph{}, n)
	default:
		if _, ok := blocks[0].(*book.Paragraph); !ok {
			g.paragraph(&book.Paragraph{Pos: blocks[0].Position()}, n)
		}
	}
	g.blocks(blocks, n)
	g.label, g.anchor = nil, ""
}

func (g *galley) definitions(b *book.DefinitionList, n nest) {
	e := n.element.Add("L")
	for i := range b.Items {
		item := &b.Items[i]
		g.numbered(item)
		li := e.Add("LI")
		p := g.compose(item.Term, block{style: n.style.italic(), align: ragged, measure: g.width - n.left - n.right,
			indent: n.left, element: li.Add("Lbl"), whole: true})
		g.push(p, unit{keep: true})
		g.plain = true
		inner := nest{left: n.left + g.text.Size.Scale(3, 2), right: n.right, style: n.style, element: li.Add("LBody"), item: true}
		g.blocks(item.Blocks, inner)
	}
	g.plain = true
}

// verse sets a poem centred on its longest line, turned lines indented.
func (g *galley) verse(b *book.Verse, n nest) {
	stanzas := stanzasOf(b, n.element)
	room := g.width - n.left - n.right
	turn := g.text.Size * 2
	var lines []*paragraph
	var widest Length
	for i, l := range b.Lines {
		if len(l.Inlines) == 0 {
			lines = append(lines, nil)
			continue
		}
		step := g.text.Size * Length(l.Indent)
		p := g.compose(l.Inlines, block{style: n.style, align: ragged, measure: room - turn - step,
			indent: n.left + turn + step, first: -turn, element: stanzas[i].Add("P"), abbreviations: g.abbr})
		lines = append(lines, p)
		widest = max(widest, step+g.widest(p)+turn)
	}
	shift := max((room-widest)/2, g.text.Size)
	g.between(stepsPerLine, stepsPerLine, func() { g.verseLines(lines, shift) })
	g.plain = true
}

func (g *galley) verseLines(lines []*paragraph, shift Length) {
	stanza := 0
	for i, p := range lines {
		if p == nil {
			stanza = stepsPerLine
			continue
		}
		p.indent += shift
		p.measure -= shift
		u := g.push(p, unit{before: stanza, whole: true})
		// The first two and the last two lines of a stanza stay together.
		first := i == 0 || lines[i-1] == nil
		beforeLast := i+1 < len(lines) && lines[i+1] != nil && (i+2 == len(lines) || lines[i+2] == nil)
		u.keep = first && i+1 < len(lines) && lines[i+1] != nil || beforeLast
		stanza = 0
	}
}

// verbatim sets text line by line; lines that are too long turn over.
func (g *galley) verbatim(b *book.Verbatim, n nest) {
	e := n.element.Add("P").Add("Code")
	style := n.style.verbatim()
	turn := g.text.Size * 2
	set := 0
	g.between(stepsPerLine, stepsPerLine, func() {
		for i, line := range verbatimLines(b) {
			lead := min(Length(line.blanks)*style.size/2, g.width/3)
			if len(line.inlines) == 0 {
				pos := b.Pos
				pos.Line += i
				line.inlines = []book.Inline{&book.Text{Pos: pos}}
			}
			p := g.compose(line.inlines, block{style: style, align: ragged,
				measure: g.width - n.left - turn - lead, indent: n.left + turn + lead, first: -turn, element: e})
			u := g.push(p, unit{at: b, offset: set})
			if i > 0 {
				spaceBefore(g.lines(p, &u.variants[0]))
			}
			set += textBytes(book.PlainText(line.inlines))
		}
	})
	g.plain = true
}

// asterism sets the break between two passages.
func (g *galley) asterism() {
	p := g.compose([]book.Inline{&book.Text{Value: "* * *"}}, block{style: roman(g.text.Size, g.lang), align: centred, measure: g.width})
	g.push(p, unit{before: 2, after: 2, loose: true, whole: true})
	g.plain = true
}

// figure sets a picture with its caption, as large as there is room and its own
// width. at is what the book has for it.
func (g *galley) figure(b *book.Figure, at any, n nest) {
	pic := g.pictures[b.Source]
	if pic == nil || pic.Width == 0 || pic.Height == 0 {
		return
	}
	room := g.width - n.left - n.right
	width := pictureWidth(pic, b.Size, room)
	height := width.Scale(int64(pic.Height), int64(pic.Width))
	if _, most := g.spec.FigureRoom(); height > most {
		height = most
		width = height.Scale(int64(pic.Width), int64(pic.Height))
	}
	caption := b.Caption
	group := n.element
	if len(caption) > 0 {
		group = group.Add("Div")
	}
	e := addFigure(group, cmp.Or(b.Alt, book.PlainText(caption)))
	if e == nil {
		caption = nil // it shows nothing
	}
	s := &solid{pictures: []Picture{{X: n.left + (room-width)/2, Width: width, Height: height, Name: b.Source, Element: e}}}
	y, after := height, stepsPerLine
	if len(caption) > 0 {
		y, after = g.caption(s, caption, n, group, height), stepsPerLine/2 // it has white of its own
	}
	s.height = int((y + g.step() - 1) / g.step())
	floats := !n.item && n.left == 0
	g.units = append(g.units, unit{solid: s, before: stepsPerLine, after: after, loose: true, floats: floats, at: at})
	g.plain = g.plain || !floats // the text goes on as if no figure stood in it
}

// caption sets a caption below y: small, italic, centred. It returns where it
// ends. parent is the table, or the group that the figure is in too: whoever hears the
// description of a figure hears nothing of what is inside it (ISO 32000-1 §14.9.3).
func (g *galley) caption(s *solid, caption []book.Inline, n nest, parent *Element, y Length) Length {
	style := n.style.italic()
	style.size = g.spec.Table.Size
	leading := g.spec.Table.Leading
	p := g.compose(caption, block{style: style, align: centred, measure: g.width - n.left - n.right, indent: n.left,
		element: parent.Add("Caption")})
	room := p.measure
	g.balance(p)
	p.indent += (room - p.measure) / 2
	v := g.variants(p)[0]
	y += leading / 2
	for _, l := range g.lines(p, &v) {
		y += leading
		s.lines = append(s.lines, solidLine{y, l})
	}
	return y + leading/4
}
