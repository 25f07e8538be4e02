package wiki

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"publish/book"
)

// fencedDiv is pandoc's block between two lines of colons, "::: note". A closed
// one has met its end; a stray one is an end without a start.
type fencedDiv struct {
	ast.BaseBlock
	start, stop   int // its first line
	closed, stray bool
}

// alert is the first line of a quotation that GitHub and Obsidian set as a box:
// "[!NOTE]" or "[!tip]- Title". Its lines are those of the title, if it has one.
type alert struct {
	ast.BaseBlock
	word       string
	start, end int // of the mark
}

//nolint:gochecknoglobals // goldmark tells kinds of nodes apart by number
var (
	kindFencedDiv = ast.NewNodeKind("FencedDiv")
	kindAlert     = ast.NewNodeKind("Alert")
)

func (*fencedDiv) Kind() ast.NodeKind         { return kindFencedDiv }
func (n *fencedDiv) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }
func (*alert) Kind() ast.NodeKind             { return kindAlert }
func (n *alert) Dump(src []byte, lvl int)     { ast.DumpHelper(n, src, lvl, nil, nil) }

type fencedDivParser struct{}

func (fencedDivParser) Trigger() []byte { return []byte{':'} }

func (fencedDivParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	start := segment.Start + pos - segment.Padding
	line = bytes.TrimSpace(line[pos:])
	end, ok := divFence(line)
	if !ok || depthOf(parent, kindFencedDiv) >= maxNest {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	node := &fencedDiv{start: start, stop: start + len(line), stray: end}
	if end {
		return node, parser.NoChildren
	}
	return node, parser.HasChildren
}

// divFence reports whether a line is a fence of colons, and whether one that ends
// a div: without a name.
func divFence(line []byte) (end, ok bool) {
	if len(line) < 3 || repeat(line, 0) < 3 || line[0] != ':' {
		return false, false
	}
	name := bytes.Trim(line, ": ")
	if len(name) == 0 {
		return true, true
	}
	return false, name[0] == '{' && name[len(name)-1] == '}' || bytes.IndexByte(name, ' ') < 0
}

// depthOf returns how many blocks of a kind stand round a node, itself included.
func depthOf(n ast.Node, kind ast.NodeKind) int {
	depth := 0
	for ; n != nil; n = n.Parent() {
		if n.Kind() == kind {
			depth++
		}
	}
	return depth
}

func (fencedDivParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*fencedDiv)
	if n.stray {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	if end, ok := divFence(bytes.TrimSpace(line)); ok && end && innermostDiv(n, pc) {
		n.closed = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

// innermostDiv reports whether a fence belongs to n: no other div is open inside
// it, and no code, whose lines mean nothing.
func innermostDiv(n *fencedDiv, pc parser.Context) bool {
	open := pc.OpenedBlocks()
	for i := len(open) - 1; i >= 0; i-- {
		switch k := open[i].Node.(type) {
		case *fencedDiv:
			return k == n
		case *ast.FencedCodeBlock:
			return false
		}
	}
	return true
}

func (fencedDivParser) Close(ast.Node, text.Reader, parser.Context) {}
func (fencedDivParser) CanInterruptParagraph() bool                 { return true }
func (fencedDivParser) CanAcceptIndentedLine() bool                 { return false }

// fencedDiv adds what stands in a div. The div itself means nothing in a book.
func (l *blockList) fencedDiv(n *fencedDiv) {
	c := l.c
	raw := c.src.str[n.start:n.stop]
	c.drop(book.DropMarkup, n.start, raw)
	c.anchor(attributesID(raw), n.start)
	switch {
	case n.stray:
		c.diags.Add(book.MarkupUnclosed, c.src.pos(n.start), "end of a div has no start")
	case !n.closed:
		c.diags.Add(book.MarkupUnclosed, c.src.pos(n.start), "div %q is never closed", strings.Trim(raw, ": "))
	}
	l.addChildren(n)
}

type alertParser struct{}

func (alertParser) Trigger() []byte { return []byte{'['} }

func (alertParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || parent.Kind() != ast.KindBlockquote || parent.HasChildren() {
		return nil, parser.NoChildren
	}
	word, n := alertMark(line[pos:])
	if n == 0 {
		return nil, parser.NoChildren
	}
	start := segment.Start + pos - segment.Padding
	node := &alert{word: word, start: start, end: start + n}
	rest := text.NewSegment(start+n, segment.Stop)
	if title := rest.TrimLeftSpace(reader.Source()); !title.IsEmpty() {
		node.Lines().Append(title)
	}
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// alertMark returns the word of the mark that b starts with, and its length.
func alertMark(b []byte) (word string, n int) {
	if !bytes.HasPrefix(b, []byte("[!")) {
		return "", 0
	}
	end := bytes.IndexByte(b[:min(len(b), 40)], ']')
	if end < 3 {
		return "", 0
	}
	for _, c := range b[2:end] {
		if !isLetter(c) && !isDigit(c) && c != '-' && c != '_' && c < 0x80 {
			return "", 0
		}
	}
	if n = end + 1; n < len(b) && (b[n] == '+' || b[n] == '-') {
		n++
	}
	return string(b[2:end]), n
}

func (alertParser) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (alertParser) Close(ast.Node, text.Reader, parser.Context)                 {}
func (alertParser) CanInterruptParagraph() bool                                 { return false }
func (alertParser) CanAcceptIndentedLine() bool                                 { return false }

// alert adds the title of a box: its own, or the word that says what it is.
func (l *blockList) alert(n *alert) {
	pos := l.c.src.pos(n.start)
	title := l.c.inlines(n)
	if len(title) == 0 {
		word := strings.ToLower(n.word)
		title = []book.Inline{&book.Text{Pos: pos, Value: strings.ToUpper(word[:1]) + word[1:]}}
	}
	l.c.drop(book.DropMarkup, n.start, l.c.src.str[n.start:n.end])
	l.put(&book.Paragraph{Pos: pos, Inlines: []book.Inline{&book.Strong{Pos: pos, Inlines: title}}})
}
