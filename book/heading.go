package book

// maxLevel is the deepest level that a heading can have in any edition.
const maxLevel = 6

// levelled returns the blocks with the levels of their headings in order: sections
// start at 2, and none is skipped on the way down. Headings are copied. A heading
// inside another block opens no section and becomes a paragraph of weight.
func levelled(blocks []Block) []Block {
	out := make([]Block, len(blocks))
	var open []int // levels of the source, of the sections that hold this place
	for i, b := range blocks {
		h, ok := b.(*Heading)
		if !ok {
			out[i] = demoted(b)
			continue
		}
		for len(open) > 0 && open[len(open)-1] >= h.Level {
			open = open[:len(open)-1]
		}
		open = append(open, h.Level)
		out[i] = &Heading{Pos: h.Pos, Level: min(1+len(open), maxLevel), Inlines: h.Inlines}
	}
	return out
}

// demoted returns b with the headings inside it made paragraphs.
func demoted(b Block) Block {
	found := false
	EachChild(b, func(inner []Block) { found = found || hasHeading(inner) })
	if !found {
		return b
	}
	return replaceInside(b, asParagraph)
}

// withoutHeadings returns the blocks with every heading made a paragraph.
func withoutHeadings(blocks []Block) []Block {
	if !hasHeading(blocks) {
		return blocks
	}
	return replaceAll(blocks, asParagraph)
}

func hasHeading(blocks []Block) bool {
	found := false
	WalkBlocks(blocks, func(b Block) bool {
		_, ok := b.(*Heading)
		found = found || ok
		return !found
	})
	return found
}

func asParagraph(b Block) []Block {
	if h, ok := b.(*Heading); ok {
		return []Block{&Paragraph{h.Pos, []Inline{&Strong{h.Pos, h.Inlines}}}}
	}
	return []Block{b}
}

// identify gives the headings their IDs and notes which section each names.
func (d *draft) identify(ids idents) {
	d.sections = map[string]string{}
	for _, b := range d.Blocks {
		h, ok := b.(*Heading)
		if !ok {
			continue
		}
		plain := PlainText(h.Inlines)
		slug := Slug(plain)
		if slug == "" {
			slug = "section"
		}
		h.ID = ids.take(d.ID + "-" + slug)
		if key := fragmentKey(plain); d.sections[key] == "" {
			d.sections[key] = h.ID
		}
	}
}

// replaceAll returns the blocks with f applied to each, innermost first; f returns
// what stands in the place of its argument. Blocks that hold others are copied.
func replaceAll(blocks []Block, f func(Block) []Block) []Block {
	out := make([]Block, 0, len(blocks))
	for _, b := range blocks {
		out = append(out, f(replaceInside(b, f))...)
	}
	return out
}

// replaceInside returns b with f applied to every block inside it.
func replaceInside(b Block, f func(Block) []Block) Block {
	switch b := b.(type) {
	case *Quote:
		return &Quote{b.Pos, replaceAll(b.Blocks, f)}
	case *List:
		items := make([]Item, len(b.Items))
		for i, item := range b.Items {
			items[i] = Item{item.Pos, replaceAll(item.Blocks, f)}
		}
		return &List{b.Pos, b.Ordered, b.Start, b.Tight, items}
	case *DefinitionList:
		items := make([]Definition, len(b.Items))
		for i, item := range b.Items {
			items[i] = Definition{item.Pos, item.Term, replaceAll(item.Blocks, f)}
		}
		return &DefinitionList{b.Pos, items}
	case *Table:
		return &Table{b.Pos, b.Caption, b.Align, replaceRows(b.Head, f), replaceRows(b.Body, f)}
	}
	return b
}

func replaceRows(rows []Row, f func(Block) []Block) []Row {
	out := make([]Row, len(rows))
	for i, row := range rows {
		cells := make([]Cell, len(row.Cells))
		for j, c := range row.Cells {
			cells[j] = c
			cells[j].Blocks = replaceAll(c.Blocks, f)
		}
		out[i] = Row{row.Pos, cells}
	}
	return out
}
