package wiki

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"publish/book"
)

// lineBlock is pandoc's verse: lines that each start with a vertical bar. Its
// children are the lines, as blocks of running text.
type lineBlock struct{ ast.BaseBlock }

//nolint:gochecknoglobals // goldmark tells kinds of nodes apart by number
var kindLineBlock = ast.NewNodeKind("LineBlock")

func (*lineBlock) Kind() ast.NodeKind         { return kindLineBlock }
func (n *lineBlock) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

type lineBlockParser struct{}

func (lineBlockParser) Trigger() []byte { return []byte{'|'} }

// Open takes two lines at least for verse: one alone is more likely what is left
// of a table.
func (lineBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || !isVerseLine(line[pos:]) {
		return nil, parser.NoChildren
	}
	src := reader.Source()
	next := bytes.TrimLeft(src[segment.Stop:lineEnd(src, min(segment.Stop, len(src)))], " >\t")
	if !isVerseLine(next) {
		return nil, parser.NoChildren
	}
	node := &lineBlock{}
	addVerseLine(node, segment.WithStart(segment.Start+pos-segment.Padding))
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// isVerseLine reports whether a line is one of verse and not of a table: a bar
// before a blank or nothing, and none at its end.
func isVerseLine(line []byte) bool {
	line = bytes.TrimRight(line, " \t\n")
	switch {
	case len(line) == 0 || line[0] != '|':
		return false
	case len(line) == 1:
		return true
	}
	return line[1] == ' ' && line[len(line)-1] != '|' && !bytes.Contains(line, []byte("---"))
}

// addVerseLine adds a line that starts with its bar.
func addVerseLine(node *lineBlock, segment text.Segment) {
	line := ast.NewTextBlock()
	line.Lines().Append(segment.WithStart(segment.Start + 1))
	line.SetPos(segment.Start)
	node.AppendChild(node, line)
}

func (lineBlockParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, segment := reader.PeekLine()
	indent := len(line) - len(bytes.TrimLeft(line, " "))
	switch {
	case indent < len(line) && isVerseLine(line[indent:]):
		addVerseLine(node.(*lineBlock), segment.WithStart(segment.Start+indent-segment.Padding))
	default:
		return parser.Close
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (lineBlockParser) Close(ast.Node, text.Reader, parser.Context) {}
func (lineBlockParser) CanInterruptParagraph() bool                 { return false }
func (lineBlockParser) CanAcceptIndentedLine() bool                 { return false }

// lineBlock adds verse. Two blanks of indent are a step.
func (l *blockList) lineBlock(n *lineBlock) {
	c := l.c
	v := &book.Verse{Pos: c.src.pos(n.FirstChild().Pos())}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		seg := k.Lines().At(0)
		value := seg.Value(c.src.text)
		line := book.VerseLine{Pos: c.src.pos(seg.Start), Inlines: c.inlines(k)}
		if len(line.Inlines) > 0 {
			line.Indent = max(0, len(value)-len(bytes.TrimLeft(value, " "))) / 2
		}
		v.Lines = append(v.Lines, line)
	}
	l.put(v)
}
