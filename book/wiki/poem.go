package wiki

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"publish/book"
)

// poem is verse between <poem> and </poem>, whose lines stand as they are written
// (MediaWiki, Extension:Poem). Its children are the lines, as those of a [lineBlock].
type poem struct {
	lineBlock
	start, stop int // of its tag
	from, to    int // of its end tag, 0 until it is found
}

//nolint:gochecknoglobals // goldmark tells kinds of nodes and values apart by number
var (
	kindPoem = ast.NewNodeKind("Poem")
	poemsKey = parser.NewContextKey()
)

func (*poem) Kind() ast.NodeKind { return kindPoem }

const poemEnd = "</poem>"

type poemParser struct{}

func (poemParser) Trigger() []byte { return []byte{'<'} }

// Open takes a poem that ends somewhere: what is never closed may be no poem at all.
func (poemParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || tagName(line[pos:]) != "poem" || line[pos+1] == '/' {
		return nil, parser.NoChildren
	}
	n, _ := tagLength(line[pos:])
	start := segment.Start + pos - segment.Padding
	if n == 0 || line[pos+n-2] == '/' || !poemEnds(reader.Source(), start, pc) {
		return nil, parser.NoChildren
	}
	if _, after, found := bytes.Cut(line, []byte(poemEnd)); found && !util.IsBlank(after) {
		return nil, parser.NoChildren // words of a paragraph
	}
	node := &poem{start: start, stop: start + n}
	node.add(line[pos+n:], start+n, pc)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// poemEnds reports whether the end tag of a poem follows. The source is searched but
// once for one that is not there.
func poemEnds(src []byte, start int, pc parser.Context) bool {
	if pc.Get(poemsKey) != nil {
		return false
	}
	if bytes.Contains(src[start:], []byte(poemEnd)) {
		return true
	}
	pc.Set(poemsKey, true)
	return false
}

// add adds a line that starts at off, and returns whether the poem goes on. The line
// of the tag itself holds none if nothing else stands on it.
func (n *poem) add(line []byte, off int, pc parser.Context) (goesOn bool) {
	end := bytes.Index(line, []byte(poemEnd))
	if end >= 0 {
		n.from, n.to = off+end, off+end+len(poemEnd)
		line = line[:end]
	}
	line = withoutBreak(line)
	if len(line) > 0 || n.FirstChild() != nil && end < 0 {
		limitsOf(pc).made++
		k := ast.NewTextBlock()
		k.Lines().Append(text.NewSegment(off, off+len(line)))
		k.SetPos(off)
		n.AppendChild(n, k)
	}
	return end < 0
}

// withoutBreak returns a line without what ends it: blanks, a backslash, <br>.
func withoutBreak(line []byte) []byte {
	line = bytes.TrimRight(line, " \t\n\\")
	for _, end := range []string{"<br>", "<br/>", "<br />"} {
		line = bytes.TrimRight(bytes.TrimSuffix(line, []byte(end)), " \t")
	}
	return line
}

func (poemParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*poem)
	if n.to > 0 {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	if n.add(line[segment.Padding:], segment.Start, pc) || util.IsBlank(reader.Source()[n.to:segment.Stop]) {
		reader.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	reader.Advance(n.to - segment.Start + segment.Padding)
	return parser.Close
}

func (poemParser) Close(ast.Node, text.Reader, parser.Context) {}
func (poemParser) CanInterruptParagraph() bool                 { return true }
func (poemParser) CanAcceptIndentedLine() bool                 { return false }

// poem adds a poem.
func (l *blockList) poem(n *poem) {
	c := l.c
	c.drop(book.DropMarkup, n.start, c.src.str[n.start:n.stop])
	for k := n.LastChild(); k != nil; k = n.LastChild() {
		if line := k.Lines().At(0); !line.IsEmpty() {
			break
		}
		n.RemoveChild(n, k)
	}
	if n.FirstChild() != nil {
		l.lineBlock(&n.lineBlock)
	}
	if n.to > 0 {
		c.drop(book.DropMarkup, n.from, poemEnd)
	}
}
