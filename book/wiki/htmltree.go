package wiki

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"publish/book"
)

// htmlNode is an element, a stretch of characters (name "") or a comment (name
// "!") of an HTML block.
type htmlNode struct {
	tag
	raw  string
	off  int
	text []byte
	kids []*htmlNode
}

// htmlBlock converts a block of HTML.
func (c *converter) htmlBlock(l *blockList, n *htmlBlock) {
	root := c.htmlTree(n)
	h := &htmlWriter{c: c, l: l}
	c.startText()
	h.nodes(root.kids)
	h.flush()
}

// htmlTree parses the lines of an HTML block. Elements that are not closed end
// with the one round them.
func (c *converter) htmlTree(n ast.Node) *htmlNode {
	root := &htmlNode{}
	open := []*htmlNode{root}
	inComment := false
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := c.src.text[seg.Start:seg.Stop]
		for at := 0; at < len(line) && !c.made.tooMany(); c.made++ {
			top := open[len(open)-1]
			size := htmlPiece(line[at:])
			if inComment {
				size = commentLength(line[at:])
			}
			piece, off := line[at:at+size], seg.Start+at
			at += size
			switch {
			case inComment || bytes.HasPrefix(piece, []byte("<!--")):
				inComment = !bytes.HasSuffix(piece, []byte("-->"))
				top.kids = append(top.kids, &htmlNode{tag: tag{name: "!"}, text: piece, off: off})
			case tagStarts(piece):
				node := &htmlNode{tag: parseTag(string(piece)), raw: string(piece), off: off}
				open = grow(open, node)
			default:
				top.kids = append(top.kids, &htmlNode{text: piece, off: off})
			}
		}
	}
	return root
}

// htmlPiece returns the length of the tag, comment or text that b starts with.
func htmlPiece(b []byte) int {
	if tagStarts(b) {
		if n, _ := tagLength(b); n > 0 {
			return n
		}
	}
	if bytes.HasPrefix(b, []byte("<!--")) {
		return commentLength(b)
	}
	for i := 1; i < len(b); i++ {
		if b[i] == '<' && (tagStarts(b[i:]) || bytes.HasPrefix(b[i:], []byte("<!--"))) {
			return i
		}
	}
	return len(b)
}

// commentLength returns the length of b up to the end of the comment in it, or of
// all of b.
func commentLength(b []byte) int {
	if i := bytes.Index(b, []byte("-->")); i >= 0 {
		return i + len("-->")
	}
	return len(b)
}

// grow adds a tag to the tree whose open elements are given, outermost first.
func grow(open []*htmlNode, node *htmlNode) []*htmlNode {
	if node.end && node.name != "br" {
		for i := len(open) - 1; i > 0; i-- {
			if open[i].name == node.name {
				return open[:i]
			}
		}
	}
	for len(open) > 1 && endsItself(open[len(open)-1].name, node.name) {
		open = open[:len(open)-1]
	}
	top := open[len(open)-1]
	top.kids = append(top.kids, node)
	if node.end || node.void || voidElement(node) || len(open) > maxNest {
		return open
	}
	return append(open, node)
}

func voidElement(n *htmlNode) bool {
	switch n.name {
	case "br", "img", "hr", "wbr", "track", "col", "input", "meta", "link":
		return true
	case "source": // of a film; that of a program has a language
		return n.attr("src") != "" || n.attr("srcset") != ""
	}
	return false
}

// endsItself reports whether an open element ends where another starts: HTML
// lets authors leave the end tags of these out.
func endsItself(open, next string) bool {
	switch open {
	case "p":
		return opaque(next) || next == "li" || next == "td" || next == "th" || next == "tr" || next == "dt" || next == "dd"
	case "li":
		return next == "li"
	case "td", "th":
		return next == "td" || next == "th" || next == "tr"
	case "tr":
		return next == "tr"
	case "dt", "dd":
		return next == "dt" || next == "dd"
	}
	return false
}

// htmlWriter turns nodes of an HTML block into blocks. Running text is gathered
// as tokens until a block starts or ends.
type htmlWriter struct {
	c   *converter
	l   *blockList
	any bool
}

func (h *htmlWriter) nodes(nodes []*htmlNode) {
	for _, n := range nodes {
		h.node(n)
	}
}

// flush ends the running text and adds it as a paragraph.
func (h *htmlWriter) flush() {
	inlines := h.c.finishText()
	if len(inlines) > 0 {
		h.l.putText(inlines[0].Position(), inlines)
	}
	h.c.startText()
	h.any = false
}

func (h *htmlWriter) node(n *htmlNode) {
	c := h.c
	if n.attrs != "" && !n.end {
		if _, inline := tagElement(n.name); !inline || enclosing(n.name) {
			c.anchor(n.attr("id"), n.off)
		}
	}
	switch n.name {
	case "":
		c.run.add(n.text, n.off, false)
	case "!":
		c.dropComment(string(n.text), n.off)
	case "figure":
		h.flush()
		h.figure(n)
	case "table":
		h.flush()
		h.table(n)
	case "ul", "ol":
		h.flush()
		h.list(n)
	case "dl":
		h.flush()
		h.definitions(n)
	case "blockquote":
		h.flush()
		if blocks := h.blocks(n.kids); len(blocks) > 0 {
			h.l.put(&book.Quote{Pos: c.src.pos(n.off), Blocks: blocks})
		}
	case "pre", "syntaxhighlight", "source":
		h.flush()
		h.pre(n)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		h.flush()
		h.nodes(n.kids)
		if inlines := c.finishText(); len(inlines) > 0 {
			h.l.put(&book.Heading{Pos: c.src.pos(n.off), Level: int(n.name[1] - '0'), Inlines: inlines})
		}
		c.startText()
	case "hr":
		h.flush()
		h.l.put(&book.Break{Pos: c.src.pos(n.off)})
	case "math", "chem", "ce":
		if text := strings.Join(strings.Fields(htmlText(n)), " "); text != "" {
			c.noteFormula(n.off)
			c.atom(&book.CodeSpan{Pos: c.src.pos(n.off), Value: text}, n.off)
		}
	case "video", "audio", "object", "iframe", "gallery", "svg", "script", "style":
		c.drop(book.DropPicture, n.off, htmlText(n))
	case "p", "div", "center", "section", "li", "tr", "td", "th", "figcaption", "caption", "dt", "dd":
		h.flush()
		h.nodes(n.kids)
		h.flush()
	default:
		if extensionOf(n.name) != noExtension && !n.end {
			c.dropExtension(n.name, htmlText(n), n.off)
			return
		}
		h.inline(n)
	}
}

// inline adds an element of running text.
func (h *htmlWriter) inline(n *htmlNode) {
	h.c.tag(n.tag, n.raw, n.off)
	h.nodes(n.kids)
	if n.name == "rt" && !n.end {
		h.c.tag(tag{name: "rt", end: true}, "", n.off)
	}
	if elem, ok := tagElement(n.name); ok && !n.end && !n.void && !voidElement(n) {
		if n.name == "ref" {
			h.c.endRun()
			h.c.tokens = append(h.c.tokens, token{kind: tokSign, mark: markRefShut})
			return
		}
		h.c.shut(token{elem: elem})
	}
}

// blocks converts nodes into blocks of their own, apart from the running list.
func (h *htmlWriter) blocks(nodes []*htmlNode) []book.Block {
	inner := &htmlWriter{c: h.c, l: &blockList{c: h.c}}
	h.c.startText()
	inner.nodes(nodes)
	inner.flush()
	return inner.l.finish()
}

// htmlText returns the characters inside a node.
func htmlText(n *htmlNode) string {
	var r run
	var walk func(*htmlNode)
	walk = func(n *htmlNode) {
		if n.name == "" {
			r.add(n.text, n.off, false)
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	return strings.TrimSpace(string(r.buf))
}

// find returns the first element of a name below n, or nil.
func (n *htmlNode) find(name string) *htmlNode {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
		if found := k.find(name); found != nil {
			return found
		}
	}
	return nil
}
