package wiki

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"publish/book"
)

// inlines returns the running text of a block of goldmark's tree.
func (c *converter) inlines(block ast.Node) []book.Inline {
	c.startText()
	c.prose = codeIsProse(block, c.src.text)
	if lines := block.Lines(); lines != nil && lines.Len() > 0 {
		c.hasSpans = bytes.Contains(c.src.text[lines.At(0).Start:lines.At(lines.Len()-1).Stop], []byte("]{"))
	}
	c.flatten(block)
	return c.finishText()
}

// startText makes ready for the tokens of a new piece of running text.
func (c *converter) startText() {
	c.tokens = c.tokens[:0]
	c.brackets, c.loose, c.linkDepth = 0, 0, 0
	c.templates, c.parameters = 0, 0
	c.hasSpans, c.spans, c.inlineNotes = false, c.spans[:0], c.inlineNotes[:0]
	c.prose = false
	c.run.reset()
}

// finishText turns the tokens into inlines.
func (c *converter) finishText() []book.Inline {
	c.endRun()
	c.pairSigns()
	return c.build()
}

// flatten adds the tokens of the inlines inside a node.
func (c *converter) flatten(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			c.text(n)
		case *ast.String:
			c.run.add(n.Value, max(n.Pos(), 0), true)
		case *ast.CodeSpan:
			c.codeSpan(n)
		case *ast.Emphasis:
			elem := elemEmphasis
			if n.Level == 2 {
				elem = elemStrong
			}
			c.open(token{elem: elem, off: n.Pos()})
			c.flatten(n)
			c.shut(token{elem: elem})
		case *ast.Link:
			c.link(n)
		case *ast.AutoLink:
			c.autoLink(n)
		case *ast.Image:
			c.image(n)
		case *noteRef:
			c.atom(&book.NoteRef{Pos: c.src.pos(n.Pos()), Label: n.label}, n.Pos())
		case *rawTag:
			c.rawTag(n)
		case *formula:
			c.formula(n)
		default:
			c.flatten(n)
		}
	}
}

// open, shut and atom end the run of characters and add a token.
func (c *converter) open(t token) {
	c.endRun()
	t.kind = tokOpen
	if t.elem == elemLink || t.elem == elemWiki {
		c.linkDepth++
	}
	c.tokens = append(c.tokens, t)
}

func (c *converter) shut(t token) {
	c.endRun()
	t.kind = tokShut
	if (t.elem == elemLink || t.elem == elemWiki) && c.linkDepth > 0 {
		c.linkDepth--
	}
	c.tokens = append(c.tokens, t)
}

func (c *converter) atom(node book.Inline, off int) {
	c.endRun()
	c.tokens = append(c.tokens, token{kind: tokAtom, node: node, off: off})
}

func (c *converter) text(n *ast.Text) {
	seg := n.Segment
	c.run.add(c.src.text[seg.Start:seg.Stop], seg.Start, !n.IsRaw())
	switch {
	case n.HardLineBreak():
		c.lineBreak(seg.Stop)
	case n.SoftLineBreak():
		c.run.blank(seg.Stop)
	}
}

func (c *converter) lineBreak(off int) {
	// goldmark keeps the backslash of a hard break in the text in some cases.
	if n := len(c.run.buf); n > 0 && c.run.buf[n-1] == '\\' {
		c.run.buf = c.run.buf[:n-1]
	}
	c.atom(&book.LineBreak{Pos: c.src.pos(off)}, off)
}

func (c *converter) link(n *ast.Link) {
	off := n.Pos()
	var t token
	if string(n.Title) == "wikilink" { // pandoc's own mark of a link inside the wiki
		t = c.wikiToken(unescapeURL(n.Destination), "", off)
	} else {
		t = c.linkToken(unescapeURL(n.Destination), string(n.Title), off)
	}
	c.open(t)
	c.flatten(n)
	c.shut(token{elem: t.elem})
}

func (c *converter) autoLink(n *ast.AutoLink) {
	off := n.Pos()
	label := n.Label(c.src.text)
	url := string(n.URL(c.src.text))
	if n.AutoLinkType == ast.AutoLinkEmail {
		url = "mailto:" + url
	}
	c.bareLink(url, string(label), off)
}

// bareLink adds a link whose text is its address. Inside another link, and with
// an unsafe scheme, only the text is left.
func (c *converter) bareLink(url, label string, off int) {
	t := c.linkToken(url, "", off)
	if link, ok := t.node.(*book.Link); ok {
		link.Bare = true
	}
	c.open(t)
	c.tokens = append(c.tokens, token{kind: tokText, text: label, off: off + 1})
	c.shut(token{elem: t.elem})
}

func (c *converter) image(n *ast.Image) {
	alt, size := c.sized(plainText(n, c.src.text), n.Pos())
	p := c.picture(unescapeURL(n.Destination), alt, string(n.Title), n.Pos())
	p.Size = size
	c.atom(p, n.Pos())
}

// plainText returns the characters inside a node of goldmark's tree.
func plainText(n ast.Node, src []byte) string {
	var r run
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		for k := n.FirstChild(); k != nil; k = k.NextSibling() {
			if t, ok := k.(*ast.Text); ok {
				r.add(t.Segment.Value(src), t.Segment.Start, !t.IsRaw())
				if t.SoftLineBreak() || t.HardLineBreak() {
					r.blank(t.Segment.Stop)
				}
				continue
			}
			walk(k)
		}
	}
	walk(n)
	return strings.TrimSpace(string(r.buf))
}

func (c *converter) rawTag(n *rawTag) {
	s := c.src.str[n.start:n.stop]
	if strings.HasPrefix(s, "<!--") {
		c.dropComment(s, n.start)
		return
	}
	c.tag(parseTag(s), s, n.start)
}

// unescapeURL resolves escapes and entities in the address of a Markdown link.
func unescapeURL(dest []byte) string {
	s := resolveEntities(string(dest))
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
