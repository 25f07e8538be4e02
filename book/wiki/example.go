package wiki

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"publish/book"
)

// example is an item of a list that pandoc numbers: "(@) text" or "(@label) text",
// through the whole file, "#. text", from one on, and "a. text" or "(iv) text".
type example struct {
	ast.BaseBlock
	start, width int // of the mark
	number       int // 0 for #.
	letter       letterMark
}

//nolint:gochecknoglobals // goldmark tells kinds and values apart by number
var (
	kindExample = ast.NewNodeKind("Example")
	examplesKey = parser.NewContextKey()
)

func (*example) Kind() ast.NodeKind         { return kindExample }
func (n *example) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// examples counts the examples of a file; labels holds the numbers of those that
// the text can refer to.
type examples struct {
	count  int
	labels map[string]int
}

type exampleParser struct{}

// Trigger names the letters too, for they may number a list.
func (exampleParser) Trigger() []byte {
	return []byte("(#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

func (exampleParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	start := segment.Start + pos - segment.Padding
	label, n := exampleMark(line[pos:])
	node := &example{start: start, width: n}
	if n == 0 && pc.BlockIndent() < 4 {
		before, _ := parent.LastChild().(*example)
		node.letter = letterAt(reader.Source(), start, before)
		n, node.number = node.letter.width, node.letter.number
		node.width = n
	}
	if n == 0 || depthOf(parent, kindExample) >= maxNest {
		return nil, parser.NoChildren
	}
	if line[pos] == '(' && node.letter.width == 0 {
		all := pc.Get(examplesKey).(*examples)
		all.count++
		node.number = all.count
		if label != "" {
			all.labels[label] = node.number
		}
	}
	reader.Advance(pos + n)
	return node, parser.HasChildren
}

// exampleMark returns the label of the mark that b starts with, and the length of
// the mark.
func exampleMark(b []byte) (label string, n int) {
	switch {
	case bytes.HasPrefix(b, []byte("#. ")), bytes.HasPrefix(b, []byte("#) ")):
		return "", 2
	case !bytes.HasPrefix(b, []byte("(@")):
		return "", 0
	}
	n = 2
	for n < len(b) && n < maxLabel && (isLetter(b[n]) || isDigit(b[n]) || b[n] == '-' || b[n] == '_') {
		n++
	}
	if n+1 >= len(b) || b[n] != ')' || b[n+1] != ' ' {
		return "", 0
	}
	return string(b[2:n]), n + 1
}

func (exampleParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	return continueIndented(reader)
}

func (exampleParser) Close(ast.Node, text.Reader, parser.Context) {}
func (exampleParser) CanInterruptParagraph() bool                 { return true }
func (exampleParser) CanAcceptIndentedLine() bool                 { return false }

// example adds an item to the list before it, or starts a list.
func (l *blockList) example(n *example) {
	c := l.c
	mark := c.src.str[n.start : n.start+n.width]
	c.drop(book.DropMarkup, n.start, mark)
	blocks := c.blocks(n)
	if len(blocks) == 0 {
		return
	}
	item := book.Item{Pos: c.src.pos(n.start), Blocks: blocks}
	if before, ok := n.PreviousSibling().(*example); ok && len(l.blocks) > l.floor() && sameNumbering(before, n) {
		if list, ok := l.blocks[len(l.blocks)-1].(*book.List); ok && list.Ordered {
			list.Tight = list.Tight && !n.HasBlankPreviousLines()
			list.Items = append(list.Items, item)
			return
		}
	}
	l.put(&book.List{Pos: item.Pos, Ordered: true, Start: max(n.number, 1), Style: n.letter.style, Tight: true, Items: []book.Item{item}})
}

// sameNumbering reports whether two items are of one list.
func sameNumbering(a, b *example) bool {
	if a.letter.width > 0 || b.letter.width > 0 {
		return a.letter.follows(b.letter)
	}
	return (a.number == 0) == (b.number == 0)
}

// exampleCall reads "(@label)" in the text, which stands for a number.
func (c *converter) exampleCall(buf []byte, i int) int {
	if i+2 >= len(buf) || buf[i+1] != '@' {
		return 0
	}
	end := bytes.IndexByte(buf[i:min(len(buf), i+maxLabel)], ')')
	if end < 0 {
		return 0
	}
	number, ok := c.examples.labels[string(buf[i+2:i+end])]
	if !ok {
		return 0
	}
	c.skip(book.DropMarkup, i, end+1)
	c.tokens = append(c.tokens, token{kind: tokText, text: "(" + strconv.Itoa(number) + ")", off: c.run.off(i)})
	return end + 1
}
