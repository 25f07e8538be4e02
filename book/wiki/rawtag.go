package wiki

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// rawTag is an HTML tag or comment in running text: bytes start to stop of the
// source.
type rawTag struct {
	ast.BaseInline
	start, stop int
}

//nolint:gochecknoglobals // goldmark tells kinds of nodes apart by number
var kindRawTag = ast.NewNodeKind("RawTag")

func (*rawTag) Kind() ast.NodeKind         { return kindRawTag }
func (n *rawTag) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// rawTagParser finds HTML tags in running text. After join every tag stands on
// one line.
type rawTagParser struct{}

// maxComment is the longest comment in running text that is looked for.
const maxComment = 4096

func (rawTagParser) Trigger() []byte { return []byte{'<'} }

func (rawTagParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	n := 0
	switch {
	case tagStarts(line):
		n, _ = tagLength(line)
	case bytes.HasPrefix(line, []byte("<!--")):
		if i := bytes.Index(line[:min(len(line), maxComment)], []byte("-->")); i >= 0 {
			n = i + 3
		}
	}
	if n == 0 {
		return nil
	}
	block.Advance(n)
	node := &rawTag{start: segment.Start, stop: segment.Start + n}
	node.SetPos(segment.Start)
	return node
}
