package wiki

import (
	"bytes"

	"publish/book"
)

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

// isPageBreak reports whether a text is LaTeX's wish for a new page, which the layout
// of a book decides.
func isPageBreak(text string) bool {
	switch text {
	case `\newpage`, `\pagebreak`, `\clearpage`, `\cleardoublepage`:
		return true
	}
	return false
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
	if t, ok := inlines[0].(*book.Text); ok && len(inlines) == 1 && isPageBreak(t.Value) {
		l.c.dropBlocks(book.DropMarkup, t.Pos, []book.Block{&book.Paragraph{Pos: t.Pos, Inlines: inlines}})
		return true
	}
	strong, ok := inlines[0].(*book.Strong)
	if !ok || len(inlines) > 1 || !isSwitch(book.PlainText(strong.Inlines)) {
		return false
	}
	l.c.dropBlocks(book.DropMarkup, strong.Pos, []book.Block{&book.Paragraph{Pos: strong.Pos, Inlines: strong.Inlines}})
	return true
}
