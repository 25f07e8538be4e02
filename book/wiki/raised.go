package wiki

import (
	"bytes"
	"strings"

	"publish/book"
)

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

// embed reads ![[picture.png|300]] and ![[page]], which notebooks show in place.
// In a book a page is a link.
func (c *converter) embed(buf []byte, i int) int {
	if !bytes.HasPrefix(buf[i:], []byte("![[")) {
		return 0
	}
	inner := buf[i+3 : min(len(buf), i+3+maxWikiLink)]
	end := bytes.Index(inner, []byte("]]"))
	if end < 1 || bytes.ContainsAny(inner[:end], "[]<>{}") {
		return 0
	}
	name, label, _ := strings.Cut(string(inner[:end]), "|")
	if !pictureExt(name) {
		return c.skip(book.DropMarkup, i, 1)
	}
	c.cut(i)
	off := c.run.off(i)
	if label != "" && strings.Trim(label, "0123456789x ") == "" { // its size
		c.drop(book.DropMarkup, off, label)
		label = ""
	}
	c.tokens = append(c.tokens, token{kind: tokAtom, off: off, node: c.picture(strings.TrimSpace(name), label, "", off)})
	c.from = i + end + 5
	return end + 5
}

// citation counts the calls of a bibliography, [@key]; they stand as they are.
func (c *converter) citation(buf []byte, i int) int {
	if c.brackets > 0 && i > 0 && strings.IndexByte("[ ;-", buf[i-1]) >= 0 && i+1 < len(buf) && isLetter(buf[i+1]) && !c.escaped(i) {
		if c.citations++; c.citations == 1 {
			c.firstCitation = c.src.pos(c.run.off(i))
		}
	}
	return 0
}

// magicWord drops the switches of MediaWiki, such as __TOC__ (its manual, Help:Magic
// words).
func (c *converter) magicWord(buf []byte, i int) int {
	if !bytes.HasPrefix(buf[i:], []byte("__")) {
		return 0
	}
	end := bytes.Index(buf[i+2:min(len(buf), i+40)], []byte("__"))
	if end < 1 || !isSwitch(string(buf[i+2:i+2+end])) {
		return 0
	}
	return c.skip(book.DropMarkup, i, end+4)
}

func isSwitch(word string) bool {
	switch word {
	case "TOC", "NOTOC", "FORCETOC", "NOEDITSECTION", "NEWSECTIONLINK", "NONEWSECTIONLINK", "NOGALLERY", "HIDDENCAT",
		"EXPECTUNUSEDCATEGORY", "NOCONTENTCONVERT", "NOCC", "NOTITLECONVERT", "NOTC", "INDEX", "NOINDEX", "STATICREDIRECT",
		"DISAMBIG", "EXPECTUNUSEDTEMPLATE":
		return true
	}
	return false
}

// magicWords drops a paragraph that is a switch alone: its underlines are strong
// emphasis in Markdown.
func (l *blockList) magicWords(inlines []book.Inline) bool {
	strong, ok := inlines[0].(*book.Strong)
	if !ok || len(inlines) > 1 || !isSwitch(book.PlainText(strong.Inlines)) {
		return false
	}
	l.c.dropBlocks(book.DropMarkup, strong.Pos, []book.Block{&book.Paragraph{Pos: strong.Pos, Inlines: strong.Inlines}})
	return true
}
