package wiki

import (
	"slices"
	"strings"

	"publish/book"
)

// frame is an element that is being built: its inlines are those of the stack
// from first on.
type frame struct {
	token
	first int
}

// maxFrames is how deep elements of running text may nest; deeper ones add
// nothing to the text.
const maxFrames = 60

// builder makes inlines of tokens. Texts are merged, white space between them is
// collapsed, and elements that overlap are closed and opened again.
type builder struct {
	stack  []book.Inline
	frames []frame
	text   []byte // characters not yet on the stack
	off    int    // where text stands
	blank  bool   // what was put out last ends with a blank, or nothing was
	owed   bool   // a blank was taken from the end of an element
	weight bool   // what was put out last is emphasis or strong
	deep   int    // elements opened beyond maxFrames
	links  int    // open links
}

// build returns the inlines of the tokens.
func (c *converter) build() []book.Inline {
	b := &c.builder
	b.stack, b.frames = b.stack[:0], b.frames[:0]
	b.text, b.blank, b.owed, b.weight, b.deep, b.links = b.text[:0], true, false, false, 0, 0
	for i := range c.tokens {
		t := &c.tokens[i]
		switch t.kind {
		case tokText, tokSign:
			b.add(t.text, t.off)
		case tokOpen:
			c.openFrame(t)
		case tokShut:
			c.shutFrame(t)
		case tokAtom:
			c.putAtom(t)
		}
	}
	for len(b.frames) > 0 {
		c.unclosed()
	}
	c.flush(true)
	c.trimEnd(0)
	return slices.Clone(b.stack)
}

// add puts out characters.
func (b *builder) add(s string, off int) {
	if s != "" && s[0] == ' ' && b.blank {
		s, off = s[1:], off+1
	}
	if s == "" {
		return
	}
	if b.weight && !b.owed && !b.blank && len(b.text) == 0 && newWord(s) {
		b.owed = true
	}
	b.weight = false
	if b.owed && s[0] != ' ' {
		s, off = " "+s, off-1
	}
	b.owed = false
	if len(b.text) == 0 {
		b.off = off
	}
	b.text = append(b.text, s...)
	b.blank = s[len(s)-1] == ' '
}

// newWord reports whether s starts with a word that is none of the endings that
// may follow emphasis: wikis lose the blank after a bold title, "**Ox**was".
func newWord(s string) bool {
	n := 0
	for n < len(s) && isLetter(s[n]) {
		n++
	}
	switch s[:n] {
	case "is", "was", "are", "were", "or", "and", "of", "in", "the", "has", "had", "by", "for", "to", "with", "refers":
		return n < len(s) && s[n] == ' '
	}
	return n == 0 && s[0] == '(' && len(s) > 3 && isDigit(s[1])
}

// flush puts the characters on the stack, without their last blank if trim.
func (c *converter) flush(trim bool) {
	b := &c.builder
	if trim && len(b.text) > 0 && b.text[len(b.text)-1] == ' ' {
		b.text = b.text[:len(b.text)-1]
		b.owed, b.blank = true, false
	}
	if len(b.text) > 0 {
		b.stack = c.pushText(b.stack, string(b.text), b.off)
	}
	b.text = b.text[:0]
}

// payBlank puts out the blank that an element before gave up.
func (b *builder) payBlank(off int) {
	if b.owed {
		b.owed = false
		b.add(" ", off)
	}
}

func (c *converter) openFrame(t *token) {
	b := &c.builder
	if len(b.frames) >= maxFrames {
		b.deep++
		return
	}
	b.weight = false
	if t.elem != elemRef {
		b.payBlank(t.off)
	}
	c.flush(t.elem == elemRef)
	if t.elem == elemLink || t.elem == elemWiki {
		b.links++
	}
	b.frames = append(b.frames, frame{*t, len(b.stack)})
	if t.elem == elemRef || t.elem == elemCategory {
		b.blank, b.owed = true, false
	}
}

// shutFrame closes the innermost element of the token's kind. Elements inside it
// that are still open are closed too and opened again after it.
func (c *converter) shutFrame(t *token) {
	b := &c.builder
	if b.deep > 0 {
		b.deep--
		return
	}
	i := len(b.frames) - 1
	for i >= 0 && !closes(t.elem, b.frames[i].elem) {
		i--
	}
	if i < 0 {
		if t.html {
			c.strayTag(t)
		}
		return
	}
	again := slices.Clone(b.frames[i+1:])
	for len(b.frames) > i {
		c.finishFrame()
	}
	for _, f := range again {
		if !f.elem.isLink() && f.elem != elemRef {
			c.openFrame(&f.token)
		}
	}
}

// closes reports whether the end of one kind of element ends another: </a> does
// not say what kind of link it ends.
func closes(end, start element) bool {
	return end == start || end.isLink() && start.isLink()
}

// strayTag reports the end of an element that was never opened.
func (c *converter) strayTag(t *token) {
	switch name := tagName([]byte(t.text)); {
	case name == "blockquote" && c.quoteEnds < c.quotes:
		c.quoteEnds++
		c.drop(book.DropMarkup, t.off, t.text)
		return
	case name != "blockquote" && enclosing(name): // its start stands before this paragraph
		c.drop(book.DropMarkup, t.off, t.text)
		return
	}
	c.diags.Add(book.MarkupUnclosed, c.src.pos(t.off), "end tag %s has no start", t.text).
		Hint("write <%s> where it starts, or take the end out", tagName([]byte(t.text)))
	c.drop(book.DropMarkup, t.off, t.text)
}

// unclosed finishes an element that its paragraph leaves open.
func (c *converter) unclosed() {
	f := &c.builder.frames[len(c.builder.frames)-1]
	if f.html && !f.elem.transparent() {
		c.diags.Add(book.MarkupUnclosed, c.src.pos(f.off), "tag %s is not closed in its paragraph", f.text).
			Hint("write </%s> where it ends", tagName([]byte(f.text)))
	}
	if f.elem == elemLink || f.elem == elemWiki {
		c.builder.links--
		f.elem = elemNoLink
	}
	c.finishFrame()
}

// finishFrame takes the innermost element off the frames and puts it on the
// stack.
func (c *converter) finishFrame() {
	b := &c.builder
	f := b.frames[len(b.frames)-1]
	c.flush(!f.elem.transparent())
	b.frames = b.frames[:len(b.frames)-1]
	c.trimEnd(f.first)
	if f.elem == elemLink || f.elem == elemWiki {
		b.links--
	}
	if f.elem.transparent() {
		return
	}
	kids := slices.Clone(b.stack[f.first:])
	b.stack = b.stack[:f.first]
	b.stack = c.element(b.stack, &f, kids)
	b.blank = endsBlank(b.stack)
	b.weight = f.elem == elemStrong || f.elem == elemEmphasis
}

// endsBlank reports whether the next characters need no blank before them.
func endsBlank(stack []book.Inline) bool {
	if len(stack) == 0 {
		return true
	}
	switch last := stack[len(stack)-1].(type) {
	case *book.Text:
		return strings.HasSuffix(last.Value, " ")
	case *book.LineBreak:
		return true
	}
	return false
}

// trimEnd takes a blank off the end of the stack, as far as it belongs to the
// element that starts at first.
func (c *converter) trimEnd(first int) {
	b := &c.builder
	for len(b.stack) > first {
		last := len(b.stack) - 1
		switch in := b.stack[last].(type) {
		case *book.Text:
			if !strings.HasSuffix(in.Value, " ") {
				return
			}
			in.Value = in.Value[:len(in.Value)-1]
			b.owed, b.blank = true, false
			if in.Value != "" {
				return
			}
		case *book.LineBreak:
			if first > 0 {
				return
			}
		default:
			return
		}
		b.stack = b.stack[:last]
	}
}

func (c *converter) putAtom(t *token) {
	b := &c.builder
	b.weight = false
	switch node := t.node.(type) {
	case nil:
		return
	case *book.NoteRef:
		c.putNoteRef(node)
	case *book.LineBreak:
		c.flush(true)
		b.owed = false
		if len(b.stack) > 0 || len(b.frames) > 0 {
			b.stack = append(b.stack, node)
		}
		b.blank = true
	default:
		b.payBlank(t.off)
		c.flush(false)
		b.stack = append(b.stack, node)
		b.blank = false
	}
}

// putNoteRef puts out a note's call, without the blank before it.
func (c *converter) putNoteRef(ref *book.NoteRef) {
	b := &c.builder
	if !c.called(ref) {
		return
	}
	c.flush(true)
	c.trimEnd(0)
	b.owed = false
	b.stack = append(b.stack, ref)
	b.blank = len(b.stack) == 1 && len(b.frames) == 0
}
