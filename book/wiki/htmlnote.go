package wiki

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"publish/book"
)

// Pandoc writes a table that Markdown cannot hold as HTML, and the notes in it as a
// list after it:
//
//	<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>
//	<section class="footnotes"><hr /><ol>
//	<li id="fn1"><p>Text.<a href="#fnref1" class="footnote-back">↩</a></p></li>
//	</ol></section>
//
// Their numbers start again with each list, so the label of such a note names its
// list too.
func (c *converter) listLabel(id string) string {
	return fmt.Sprintf("list-%d-%s", c.noteLists+1, id)
}

// isNoteItem reports whether an element is a note in a list of notes: it has a way
// back to its call.
func isNoteItem(n *htmlNode) bool {
	return n.name == "li" && n.attr("id") != "" && n.backlink() != nil
}

// backlink returns the link inside n that leads back to the call of a note, or nil.
func (n *htmlNode) backlink() *htmlNode {
	for _, k := range n.kids {
		if k.name == "a" && !k.end && (hasClass(k, "footnote-back") || k.attr("role") == "doc-backlink") {
			return k
		}
		if found := k.backlink(); found != nil {
			return found
		}
	}
	return nil
}

func hasClass(n *htmlNode, class string) bool {
	for _, word := range strings.Fields(n.attr("class")) {
		if word == class {
			return true
		}
	}
	return false
}

// readListNotes reads the notes that stand in lists of HTML.
func (c *converter) readListNotes(tree ast.Node) {
	if !strings.Contains(c.src.str, "footnote-back") && !strings.Contains(c.src.str, "doc-backlink") {
		return
	}
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		for k := n.FirstChild(); k != nil; k = k.NextSibling() {
			if block, ok := k.(*htmlBlock); ok {
				c.readNoteLists(c.htmlTree(block))
			} else if k.Type() == ast.TypeBlock {
				walk(k)
			}
		}
	}
	walk(tree)
	c.noteLists = 0
}

func (c *converter) readNoteLists(n *htmlNode) {
	found := false
	for _, k := range n.kids {
		if !isNoteItem(k) {
			c.readNoteLists(k)
			continue
		}
		found = true
		c.readListNote(k)
	}
	if found {
		c.noteLists++
	}
}

func (c *converter) readListNote(n *htmlNode) {
	label, pos := c.listLabel(n.attr("id")), c.src.pos(n.off)
	if c.notes.defs[label] != nil {
		return
	}
	n.remove(n.backlink())
	h := &htmlWriter{c: c, l: &blockList{c: c}}
	blocks := h.blocks(n.kids)
	state := &noteState{off: n.off}
	c.notes.defs[label] = state
	c.notes.list = append(c.notes.list, state)
	if len(blocks) == 0 {
		state.gone = true
		c.diags.Add(book.NoteEmpty, pos, "note %s is empty", n.attr("id"))
		c.drop(book.DropEmptyNote, n.off, "")
		return
	}
	state.def = &book.NoteDef{Pos: pos, Label: label, Blocks: blocks}
}

// remove takes an element out of the tree below n.
func (n *htmlNode) remove(gone *htmlNode) {
	kept := n.kids[:0]
	for _, k := range n.kids {
		if k != gone {
			k.remove(gone)
			kept = append(kept, k)
		}
	}
	n.kids = kept
}

// noteList passes over a list of notes, which have been read; ok is false if it is
// none.
func (h *htmlWriter) noteList(n *htmlNode) (ok bool) {
	for _, k := range n.kids {
		ok = ok || isNoteItem(k)
	}
	if ok {
		h.c.noteLists++
	}
	return ok
}
