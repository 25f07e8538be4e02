package index

import (
	"cmp"
	"slices"
	"strconv"

	"publish/book"
)

// cut is a place inside a Text node where an anchor goes.
type cut struct {
	offset int
	id     string
}

// anchors is the places of the text that get an anchor.
type anchors struct {
	ids     idents
	cuts    map[*book.Text][]cut
	changed map[*chapter]bool
	made    int
}

// of returns the ID of the anchor before a mention.
func (a *anchors) of(h *spot, c *chapter) string {
	for _, made := range a.cuts[h.node] {
		if made.offset == h.offset {
			return made.id
		}
	}
	a.made++
	id := a.ids.take("term-" + strconv.Itoa(a.made))
	a.cuts[h.node] = append(a.cuts[h.node], cut{h.offset, id})
	a.changed[c] = true
	return id
}

// put puts the anchors into the text.
func (a *anchors) put(chapters []*chapter) {
	for _, c := range chapters {
		if a.changed[c] {
			c.Blocks = book.MapText(c.Blocks, func(inlines []book.Inline) []book.Inline { return insert(inlines, a.cuts) })
		}
	}
}

// insert returns the inlines with anchors at the cuts. Inlines without any are the
// same as before.
func insert(inlines []book.Inline, cuts map[*book.Text][]cut) []book.Inline {
	found := false
	book.WalkInlines(inlines, func(in book.Inline) bool {
		if t, ok := in.(*book.Text); ok && cuts[t] != nil {
			found = true
		}
		return !found
	})
	if !found {
		return inlines
	}
	return book.MapInlines(inlines, func(in book.Inline) []book.Inline {
		t, ok := in.(*book.Text)
		if !ok || cuts[t] == nil {
			return []book.Inline{in}
		}
		return split(t, cuts[t])
	})
}

func split(t *book.Text, cuts []cut) []book.Inline {
	slices.SortFunc(cuts, func(a, b cut) int { return cmp.Compare(a.offset, b.offset) })
	var out []book.Inline
	start := 0
	for _, c := range cuts {
		if c.offset > start {
			out = append(out, &book.Text{Pos: t.Pos, Value: t.Value[start:c.offset]})
		}
		out = append(out, &book.Anchor{Pos: t.Pos, ID: c.id})
		start = c.offset
	}
	return append(out, &book.Text{Pos: t.Pos, Value: t.Value[start:]})
}

// end puts an anchor behind the last words of a chapter and returns its ID; "" for a
// chapter of one block, or one that ends without words.
func (x *indexer) end(c *book.Chapter) string {
	if len(c.Blocks) < 2 {
		return ""
	}
	last := c.Blocks[len(c.Blocks)-1:]
	texts := 0
	book.EachText(last, func([]book.Inline) { texts++ })
	if texts == 0 {
		return ""
	}
	id := x.ids.take(c.ID + "-end")
	c.Blocks = append(slices.Clone(c.Blocks[:len(c.Blocks)-1]), book.MapText(last, func(inlines []book.Inline) []book.Inline {
		if texts--; texts != 0 {
			return inlines
		}
		return append(slices.Clone(inlines), &book.Anchor{ID: id})
	})...)
	return id
}

// idents gives out IDs that nothing in the book has.
type idents map[string]bool

func (ids idents) take(want string) string {
	id := want
	for n := 2; ids[id]; n++ {
		id = want + "-" + strconv.Itoa(n)
	}
	ids[id] = true
	return id
}

// idsOf returns the IDs that the book has.
func idsOf(b *book.Book) idents {
	ids := idents{}
	for _, p := range b.Parts {
		ids[p.ID] = true
	}
	for _, c := range b.Chapters() {
		ids[c.ID] = true
		for _, block := range c.Blocks {
			if h, ok := block.(*book.Heading); ok {
				ids[h.ID] = true
			}
		}
		for _, n := range c.Notes {
			ids[n.ID] = true
			for _, ref := range n.Refs {
				ids[ref] = true
			}
		}
	}
	for _, list := range b.WorkLists() {
		for _, e := range list.Entries {
			ids[e.ID] = true
		}
	}
	return ids
}
