package wiki

import (
	"fmt"
	"sort"

	"github.com/yuin/goldmark/ast"

	"publish/book"
)

// noteTable is the notes of an article by label.
type noteTable struct {
	defs map[string]*noteState
	made int // notes made of <ref> and of numbered links
	list []*noteState
}

// noteState is a note and what became of it.
type noteState struct {
	def   *book.NoteDef // nil for an empty note
	off   int
	calls int
	gone  bool // dropped with all that calls it
}

// readNotes converts the definitions of notes, so that their calls are known to
// be good when the text is converted.
func (c *converter) readNotes(tree ast.Node) {
	c.notes.defs = map[string]*noteState{}
	var found []*noteDef
	findNotes(tree, &found)
	for _, n := range found {
		if first := c.notes.defs[n.label]; first == nil {
			state := &noteState{off: n.Pos()}
			c.notes.defs[n.label] = state
			c.notes.list = append(c.notes.list, state)
		}
	}
	c.inNote = true
	for _, n := range found {
		c.readNote(n)
	}
	c.readListNotes(tree)
	c.inNote = false
	c.dropEmptyCalls()
}

// dropEmptyCalls takes the calls of empty notes out of the notes before them, which
// were read when that was not yet known. Calls in the text are left out at once.
func (c *converter) dropEmptyCalls() {
	early := false // an empty note was called before it was read
	for _, state := range c.notes.list {
		early = early || state.gone && state.calls > 0
	}
	if !early {
		return
	}
	for _, state := range c.notes.list {
		if state.def == nil {
			continue
		}
		state.def.Blocks = book.MapText(state.def.Blocks, func(inlines []book.Inline) []book.Inline {
			return book.MapInlines(inlines, func(in book.Inline) []book.Inline {
				if ref, ok := in.(*book.NoteRef); ok && c.notes.defs[ref.Label].gone {
					return nil
				}
				return []book.Inline{in}
			})
		})
	}
}

func findNotes(n ast.Node, found *[]*noteDef) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		if d, ok := k.(*noteDef); ok {
			*found = append(*found, d)
		}
		if k.Type() == ast.TypeBlock && !k.IsRaw() {
			findNotes(k, found)
		}
	}
}

func (c *converter) readNote(n *noteDef) {
	pos := c.src.pos(n.Pos())
	state := c.notes.defs[n.label]
	blocks := c.blocks(n)
	switch {
	case state.off != n.Pos():
		c.diags.Add(book.NoteTwice, pos, "note %s is defined twice", n.label).
			Hint("the first definition stands at %s", c.src.pos(state.off))
		c.dropBlocks(book.DropRepeated, pos, blocks)
	case len(blocks) == 0:
		state.gone = true
		c.diags.Add(book.NoteEmpty, pos, "note %s is empty", n.label)
		c.drop(book.DropEmptyNote, n.Pos(), "")
	default:
		state.def = &book.NoteDef{Pos: pos, Label: n.label, Blocks: blocks}
	}
}

// called counts a call; ok is false if there is no note to call.
func (c *converter) called(ref *book.NoteRef) (ok bool) {
	state := c.notes.defs[ref.Label]
	if state == nil {
		d := c.diags.Add(book.NoteUndefined, ref.Pos, "note %s is not defined", ref.Label)
		for _, near := range book.Nearest(ref.Label, c.idleNotes(), 1) {
			d.Hint("there is a note %s, which nothing calls", near)
		}
		c.article.Dropped = append(c.article.Dropped,
			book.Drop{Pos: ref.Pos, Class: book.DropNoteMark, Text: ref.Label})
		return false
	}
	state.calls++
	return !state.gone
}

// idleNotes returns the labels of notes that nothing has called so far, when these are
// names and not numbers: one number is as like another as any.
func (c *converter) idleNotes() []string {
	const most = 500 // notes of a page, and beyond any that a slip could be found among
	if len(c.notes.list) > most {
		return nil
	}
	var labels []string
	for _, state := range c.notes.list {
		if state.def != nil && state.calls == 0 && digitsAt([]byte(state.def.Label)) < len(state.def.Label) {
			labels = append(labels, state.def.Label)
		}
	}
	return labels
}

// makeNote adds a note of the text's own and returns its call.
func (c *converter) makeNote(pos book.Pos, inlines []book.Inline) *book.NoteRef {
	c.notes.made++
	label := fmt.Sprintf("ref-%d", c.notes.made)
	for c.notes.defs[label] != nil {
		label += "x"
	}
	def := &book.NoteDef{Pos: pos, Label: label, Blocks: []book.Block{&book.Paragraph{Pos: pos, Inlines: inlines}}}
	state := &noteState{def: def, calls: 1}
	c.notes.defs[label] = state
	c.notes.list = append(c.notes.list, state)
	return &book.NoteRef{Pos: pos, Label: label}
}

// finishNotes gives the article its notes in the order of the source, and leaves
// out those that nothing calls.
func (c *converter) finishNotes() {
	for _, state := range c.notes.list {
		switch {
		case state.def == nil:
		case state.calls == 0:
			c.diags.Add(book.NoteUnused, state.def.Pos, "note %s is never called", state.def.Label)
			c.dropBlocks(book.DropUnusedNote, state.def.Pos, state.def.Blocks)
		case !state.gone:
			c.article.Notes = append(c.article.Notes, state.def)
		}
	}
	sort.SliceStable(c.article.Notes, func(i, j int) bool {
		return c.article.Notes[i].Pos.Before(c.article.Notes[j].Pos)
	})
}

// repeated drops the notes that a <references> block lists a second time: the
// paragraphs between its tags hold nothing but calls of them. It returns the
// blocks that are something else.
func (c *converter) repeated(blocks []book.Block) []book.Block {
	var kept []book.Block
	for _, b := range blocks {
		p, ok := b.(*book.Paragraph)
		if !ok || !onlyCalls(p.Inlines) {
			kept = append(kept, b)
			continue
		}
		for _, in := range p.Inlines {
			if ref, ok := in.(*book.NoteRef); ok {
				state := c.notes.defs[ref.Label]
				if state.calls--; state.calls == 0 && state.def != nil {
					state.gone, state.calls = true, 1
					c.dropBlocks(book.DropRepeated, state.def.Pos, state.def.Blocks)
				}
			}
		}
	}
	return kept
}

func onlyCalls(inlines []book.Inline) bool {
	for _, in := range inlines {
		switch in := in.(type) {
		case *book.NoteRef, *book.LineBreak:
		case *book.Text:
			if in.Value != " " {
				return false
			}
		default:
			return false
		}
	}
	return true
}
