package assembly

import "publish/book"

// maxLevel is the deepest level that a heading can have in any edition.
const maxLevel = 6

// levelled returns the blocks with the levels of their headings in order: sections
// start at 2, and none is skipped on the way down. Headings are copied. A heading
// inside another block opens no section and becomes a paragraph of weight.
func levelled(blocks []book.Block) []book.Block {
	out := make([]book.Block, len(blocks))
	var open []int // levels of the source, of the sections that hold this place
	for i, b := range blocks {
		h, ok := b.(*book.Heading)
		if !ok {
			out[i] = demoted(b)
			continue
		}
		for len(open) > 0 && open[len(open)-1] >= h.Level {
			open = open[:len(open)-1]
		}
		open = append(open, h.Level)
		out[i] = &book.Heading{Pos: h.Pos, Level: min(1+len(open), maxLevel), Inlines: h.Inlines}
	}
	return out
}

// demoted returns b with the headings inside it made paragraphs.
func demoted(b book.Block) book.Block {
	found := false
	book.EachChild(b, func(inner []book.Block) { found = found || hasHeading(inner) })
	if !found {
		return b
	}
	return replaceInside(b, asParagraph)
}

// withoutHeadings returns the blocks with every heading made a paragraph.
func withoutHeadings(blocks []book.Block) []book.Block {
	if !hasHeading(blocks) {
		return blocks
	}
	return replaceAll(blocks, asParagraph)
}

func hasHeading(blocks []book.Block) bool {
	found := false
	book.WalkBlocks(blocks, func(b book.Block) bool {
		_, ok := b.(*book.Heading)
		found = found || ok
		return !found
	})
	return found
}

func asParagraph(b book.Block) []book.Block {
	if h, ok := b.(*book.Heading); ok {
		strong := &book.Strong{Pos: h.Pos, Inlines: h.Inlines}
		return []book.Block{&book.Paragraph{Pos: h.Pos, Inlines: []book.Inline{strong}}}
	}
	return []book.Block{b}
}

// identify gives the headings their IDs and notes which section each names.
func (d *draft) identify(ids idents) {
	d.sections, d.slugs = map[string]string{}, map[string]string{}
	var named []*book.Heading
	for _, b := range d.Blocks {
		h, ok := b.(*book.Heading)
		if !ok {
			continue
		}
		named = append(named, h)
		plain := book.PlainText(h.Inlines)
		slug := book.Slug(plain)
		if slug == "" {
			slug = "section"
		}
		h.ID = ids.take(d.ID + "-" + slug)
		d.headings = append(d.headings, plain)
		d.nameSection(plain, h.ID)
	}
	d.nameAnchors(named)
}

// replaceAll returns the blocks with f applied to each, innermost first; f returns
// what stands in the place of its argument. The argument's own tree is not changed.
func replaceAll(blocks []book.Block, f func(book.Block) []book.Block) []book.Block {
	out := make([]book.Block, 0, len(blocks))
	for _, b := range blocks {
		out = append(out, f(replaceInside(b, f))...)
	}
	return out
}

// replaceInside returns b with f applied to every block inside it.
func replaceInside(b book.Block, f func(book.Block) []book.Block) book.Block {
	same := func(inlines []book.Inline) []book.Inline { return inlines }
	return book.MapBlock(b, same, func(inner []book.Block) []book.Block { return replaceAll(inner, f) })
}
