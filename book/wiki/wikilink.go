package wiki

import (
	"bytes"
	"strings"

	"publish/book"
)

// maxWikiLink is the longest [[link]] that is looked for.
const maxWikiLink = 300

// wikiLink reads [[Target|text]]endings. Without its end, or with brackets
// inside, only the brackets are taken away. A link to a file is a picture's.
func (c *converter) wikiLink(buf []byte, i int) int {
	inner := buf[i+2 : min(len(buf), i+2+maxWikiLink)]
	end, closing := bytes.Index(inner, []byte("]]")), 2
	if end < 0 {
		end, closing = bytes.IndexByte(inner, ']'), 1
		if end < 0 || bytes.IndexByte(inner[:end], '|') < 0 {
			return c.skip(book.DropMarkup, i, 2)
		}
	}
	if end == 0 || bytes.ContainsAny(inner[:end], "[]<>{}") {
		c.loose++
		return c.skip(book.DropMarkup, i, 2)
	}
	n := 2 + end + closing
	target, label, _ := strings.Cut(string(inner[:end]), "|")
	if ns, _ := namespace(target); ns == "file" || ns == "image" || ns == "" && pictureExt(target) {
		return c.linkedFile(string(inner[:end]), i, n)
	}
	if label == "" {
		label = linkLabel(target)
	}
	if label != target {
		c.drop(book.DropMarkup, c.run.off(i), target)
	}
	suffix := 0
	for i+n+suffix < len(buf) && isLetter(buf[i+n+suffix]) {
		suffix++
	}
	title := label
	label += string(buf[i+n : i+n+suffix])
	off := c.run.off(i)
	c.cut(i)
	c.from = i + n + suffix
	t := c.wikiToken(target, title, off)
	t.kind = tokOpen
	c.tokens = append(c.tokens, t,
		token{kind: tokText, text: label, off: off + 2},
		token{kind: tokShut, elem: t.elem})
	return n + suffix
}

// linkedFile reads a link to a file: a picture, unless a colon before it asks for a
// link to the page about it, and unless the file is none that can be shown.
func (c *converter) linkedFile(inner string, i, n int) int {
	if strings.HasPrefix(inner, ":") || !pictureFile(inner) {
		return c.skip(book.DropPicture, i, n)
	}
	off := c.run.off(i)
	c.cut(i)
	c.from = i + n
	c.tokens = append(c.tokens, token{kind: tokAtom, off: off, node: c.wikiPicture(inner, off)})
	return n
}

// linkLabel returns what a link without words of its own shows. A link to a section
// of the same page shows the section; one to a block, as notebooks mark them, the page.
func linkLabel(target string) string {
	target = strings.TrimPrefix(target, ":")
	if page, _, ok := strings.Cut(target, "#^"); ok && page != "" {
		return page
	}
	return strings.TrimPrefix(target, "#")
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
	if name, _, _ := strings.Cut(string(inner[:end]), "|"); !pictureExt(name) {
		return c.skip(book.DropMarkup, i, 1)
	}
	c.cut(i)
	off := c.run.off(i)
	c.tokens = append(c.tokens, token{kind: tokAtom, off: off, node: c.wikiPicture(string(inner[:end]), off)})
	c.from = i + end + 5
	return end + 5
}
