package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// writeStructure writes the structure tree and the two maps beside it: from
// content to elements, and from names to elements (ISO 32000-1 §14.7).
func (f *finisher) writeStructure() (dict, error) {
	if f.tags == nil {
		return nil, nil
	}
	root := f.out.alloc()
	for i := range f.tags.nodes {
		if f.elements[i] != 0 {
			if err := f.out.putFunc(f.elements[i], func(b []byte) []byte { return f.appendElement(b, i, root) }); err != nil {
				return nil, err
			}
		}
	}
	parents, err := f.writeTree("Nums", f.parentLeaves())
	if err != nil {
		return nil, err
	}
	d := dict{
		{"Type", name("StructTreeRoot")},
		{"K", f.elements[0]},
		{"ParentTree", parents},
		{"ParentTreeNextKey", integer(len(f.doc.Pages) + len(f.links))},
	}
	if leaves := f.idLeaves(); len(leaves) > 0 {
		ids, err := f.writeTree("Names", leaves)
		if err != nil {
			return nil, err
		}
		d = append(d, entry{"IDTree", ids})
	}
	return dict{
		{"StructTreeRoot", root},
		{"MarkInfo", dict{{"Marked", token("true")}}},
	}, f.out.put(root, d)
}

// appendElement appends the dictionary of a node. A book has a hundred thousand of
// them, so they are written without objects in between.
func (f *finisher) appendElement(b []byte, n int, root ref) []byte {
	node := &f.tags.nodes[n]
	parent := root
	if node.parent >= 0 {
		parent = f.elements[node.parent]
	}
	b = name(node.element.Role).write(append(b, "<</S"...))
	b = parent.write(append(b, "/P "...))
	page := -1
	if len(node.content) > 0 {
		page = node.content[0].page
		b = f.page(page).write(append(b, "/Pg "...))
	}
	b = f.appendKids(b, node, page)
	return append(f.appendTraits(b, n), ">>"...)
}

// appendKids appends /K: the node's own content and its kids in reading order.
func (f *finisher) appendKids(b []byte, node *tagNode, page int) []byte {
	start := len(b)
	count := 0
	b = append(b, "/K["...)
	kid := func(o func([]byte) []byte) {
		if count > 0 {
			b = append(b, ' ')
		}
		b = o(b)
		count++
	}
	content := node.content
	for place := 0; place <= len(node.kids); place++ {
		for len(content) > 0 && content[0].after == place {
			c := content[0]
			content = content[1:]
			kid(func(b []byte) []byte { return f.appendContent(b, c, page) })
		}
		if place < len(node.kids) && f.elements[node.kids[place]] != 0 {
			kid(f.elements[node.kids[place]].write)
		}
	}
	switch count {
	case 0:
		return b[:start]
	case 1: // no array is needed
		b = append(b[:start+2], append([]byte(" "), b[start+3:]...)...)
		return b
	}
	return append(b, ']')
}

// appendContent appends a reference to content. page is the element's own.
func (f *finisher) appendContent(b []byte, c tagContent, page int) []byte {
	switch {
	case c.link:
		b = (f.annotations + ref(c.id)).write(append(b, "<</Type/OBJR/Obj "...))
		if c.page != page {
			b = f.page(c.page).write(append(b, "/Pg "...))
		}
		return append(b, ">>"...)
	case c.page != page:
		b = f.page(c.page).write(append(b, "<</Type/MCR/Pg "...))
		return fmt.Appendf(b, "/MCID %d>>", c.id)
	}
	return integer(c.id).write(b)
}

// appendTraits appends what the layout says of the element itself.
func (f *finisher) appendTraits(b []byte, n int) []byte {
	e := f.tags.nodes[n].element
	if id := f.elementID(n); id != "" {
		b = text(id).write(append(b, "/ID"...))
	}
	if e.Lang != "" {
		b = text(e.Lang).write(append(b, "/Lang"...))
	}
	if e.Alt != "" {
		b = textString(e.Alt).write(append(b, "/Alt"...))
	}
	if e.Title != "" {
		b = textString(e.Title).write(append(b, "/T"...))
	}
	if a := f.attributes(n); a != nil {
		b = a.write(append(b, "/A"...))
	}
	return b
}

// attributes returns the attributes of tables, lists and figures (ISO 32000-1
// §14.8.5), nil if there are none.
func (f *finisher) attributes(n int) object {
	node := &f.tags.nodes[n]
	e := node.element
	var table dict
	if e.Header != "" {
		table = append(table, entry{"Scope", name(e.Header)})
	}
	if e.ColSpan > 1 {
		table = append(table, entry{"ColSpan", integer(e.ColSpan)})
	}
	if e.RowSpan > 1 {
		table = append(table, entry{"RowSpan", integer(e.RowSpan)})
	}
	switch {
	case table != nil:
		return append(dict{{"O", name("Table")}}, table...)
	case e.Labels != "":
		return dict{{"O", name("List")}, {"ListNumbering", name(e.Labels)}}
	case node.box != nil:
		r := node.box
		return dict{{"O", name("Layout")}, {"Placement", name("Block")}, {"BBox",
			array{coordinate(r.left), coordinate(r.low), coordinate(r.right), coordinate(r.high)}}}
	}
	return nil
}

// elementID returns the ID of an element. Notes always have one (ISO 14289-1
// §7.9).
func (f *finisher) elementID(n int) string {
	e := f.tags.nodes[n].element
	if e.ID == "" && e.Role == "Note" {
		return fmt.Sprintf("note.%d", n)
	}
	return e.ID
}

// idLeaves returns the elements by ID. Of two with one ID the first counts.
func (f *finisher) idLeaves() []treeLeaf {
	var leaves []treeLeaf
	for i, r := range f.elements {
		if id := f.elementID(i); r != 0 && id != "" {
			leaves = append(leaves, treeLeaf{text(id), r})
		}
	}
	slices.SortStableFunc(leaves, func(a, b treeLeaf) int {
		return strings.Compare(string(a.key.(text)), string(b.key.(text)))
	})
	return slices.CompactFunc(leaves, func(a, b treeLeaf) bool { return a.key == b.key })
}

// parentLeaves returns, for each page, the elements of its marked content, and for
// each link area its element.
func (f *finisher) parentLeaves() []treeLeaf {
	leaves := make([]treeLeaf, 0, len(f.doc.Pages)+len(f.links))
	for i, nodes := range f.tags.pages {
		refs := make(array, len(nodes))
		for k, n := range nodes {
			refs[k] = f.elements[n]
		}
		leaves = append(leaves, treeLeaf{integer(i), refs})
	}
	for i := range f.links {
		if n := f.tags.linkNode(i); n >= 0 {
			leaves = append(leaves, treeLeaf{integer(len(f.doc.Pages) + i), f.elements[n]})
		}
	}
	return leaves
}
