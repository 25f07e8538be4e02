package pdf

import (
	"fmt"

	"publish/layout"
)

// tagTree gathers, while pages are drawn, what belongs to each element of the
// structure tree (ISO 32000-1 §14.7).
type tagTree struct {
	nodes []tagNode // in the order of the tree, parents first; nodes[0] is the root
	index map[*layout.Element]int
	// pages lists, for every page, the node of each marked-content identifier.
	pages [][]int
	// links is the node of each link area of the document, -1 for none.
	links []int
}

// tagNode is an element with its content.
type tagNode struct {
	element *layout.Element
	parent  int
	kids    []int
	place   int // among the parent's kids
	seen    int // how many kids, from the first, come before the content drawn next
	content []tagContent
	box     *box // of a picture
	keep    bool // set at the end: it has content, or an empty cell
}

// tagContent is a piece of an element's own content: marked content, or a link
// area.
type tagContent struct {
	page  int
	id    int // marked-content identifier, or number of the link area
	link  bool
	after int // how many of the element's kids come before it
}

// box is a rectangle in hundredths of a point from the lower left corner.
type box struct{ left, low, right, high int64 }

// newTagTree numbers the elements under root. It fails if an element is met twice
// or does not name its parent.
func newTagTree(root *layout.Element, pages int) (*tagTree, error) {
	t := &tagTree{index: map[*layout.Element]int{}, pages: make([][]int, pages)}
	if err := t.add(root, -1, 0); err != nil {
		return nil, err
	}
	return t, nil
}

func (t *tagTree) add(e *layout.Element, parent, place int) error {
	if _, twice := t.index[e]; twice {
		return fmt.Errorf("element %s is twice in the structure tree", e.Role)
	}
	if parent >= 0 && e.Parent != t.nodes[parent].element {
		return fmt.Errorf("element %s has the wrong parent", e.Role)
	}
	n := len(t.nodes)
	t.index[e] = n
	t.nodes = append(t.nodes, tagNode{element: e, parent: parent, place: place, kids: make([]int, 0, len(e.Kids))})
	for i, kid := range e.Kids {
		t.nodes[n].kids = append(t.nodes[n].kids, len(t.nodes))
		if err := t.add(kid, n, i); err != nil {
			return err
		}
	}
	return nil
}

// addContent makes new marked content of e on a page and returns its identifier.
func (t *tagTree) addContent(e *layout.Element, page int) (id int, err error) {
	n, err := t.visit(e)
	if err != nil {
		return 0, err
	}
	id = len(t.pages[page])
	t.pages[page] = append(t.pages[page], n)
	node := &t.nodes[n]
	node.content = append(node.content, tagContent{page: page, id: id, after: node.seen})
	return id, nil
}

// addAnnotation makes the link area of this number part of e.
func (t *tagTree) addAnnotation(e *layout.Element, page, link int) error {
	n, err := t.visit(e)
	if err != nil {
		return err
	}
	for len(t.links) <= link {
		t.links = append(t.links, -1)
	}
	t.links[link] = n
	node := &t.nodes[n]
	node.content = append(node.content, tagContent{page: page, id: link, link: true, after: node.seen})
	return nil
}

// visit finds the node of e and tells its ancestors that it comes before whatever
// else they get. So text around a link keeps its order.
func (t *tagTree) visit(e *layout.Element) (int, error) {
	n, ok := t.index[e]
	if !ok {
		return 0, fmt.Errorf("element %s is not in the structure tree", e.Role)
	}
	for k := n; t.nodes[k].parent >= 0; k = t.nodes[k].parent {
		parent := &t.nodes[t.nodes[k].parent]
		if parent.seen > t.nodes[k].place {
			break // and so it is all the way up
		}
		parent.seen = t.nodes[k].place + 1
	}
	return n, nil
}

// setBox records where a picture stands.
func (t *tagTree) setBox(e *layout.Element, b box) {
	if n, ok := t.index[e]; ok {
		t.nodes[n].box = &b
	}
}

// linkNode returns the node of a link area, -1 if it has none.
func (t *tagTree) linkNode(link int) int {
	if t == nil || link >= len(t.links) {
		return -1
	}
	return t.links[link]
}

// prune marks the elements that are written: those with content and their
// ancestors, and cells and rows, which count even when empty.
func (t *tagTree) prune() {
	for n := len(t.nodes) - 1; n >= 0; n-- {
		node := &t.nodes[n]
		switch node.element.Role {
		case "TD", "TH", "TR":
			node.keep = true
		}
		node.keep = node.keep || len(node.content) > 0 || n == 0
		if node.keep && node.parent >= 0 {
			t.nodes[node.parent].keep = true
		}
	}
}
