package wiki

import "bytes"

// maxRaised is the longest text between ^ and ^ or ~ and ~ that is looked for.
const maxRaised = 60

// escaped reports whether the character at i of the run stands after a backslash
// in the source, and so means itself.
func (c *converter) escaped(i int) bool {
	off := c.run.off(i)
	return off > 0 && off <= len(c.src.text) && c.src.text[off-1] == '\\'
}

// raised reads pandoc's ^raised^ and ~lowered~ text, which has no blank in it.
func (c *converter) raised(buf []byte, i int, elem element) int {
	end := bytes.IndexByte(buf[i+1:min(len(buf), i+maxRaised)], buf[i])
	if end < 1 || bytes.IndexByte(buf[i+1:i+1+end], ' ') >= 0 || c.escaped(i) {
		return 0
	}
	c.cut(i)
	off := c.run.off(i)
	c.tokens = append(c.tokens,
		token{kind: tokOpen, elem: elem, off: off},
		token{kind: tokText, text: string(buf[i+1 : i+1+end]), off: c.run.off(i + 1)},
		token{kind: tokShut, elem: elem})
	c.from = i + end + 2
	return end + 2
}

// caret reads a note in the text, ^[note], or raised text.
func (c *converter) caret(buf []byte, i int) int {
	if i+1 < len(buf) && buf[i+1] == '[' && !c.inNote && !c.escaped(i) {
		c.inlineNotes = append(c.inlineNotes, c.brackets)
		return c.sign(markNote, i, 2)
	}
	return c.raised(buf, i, elemSup)
}

// shutNote ends a note in the text at the bracket that is its own.
func (c *converter) shutNote(i int) int {
	last := len(c.inlineNotes) - 1
	if last < 0 || c.inlineNotes[last] != c.brackets {
		return 0
	}
	c.inlineNotes = c.inlineNotes[:last]
	return c.sign(markNoteShut, i, 1)
}
