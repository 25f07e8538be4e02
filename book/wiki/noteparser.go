package wiki

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxLabel is the longest label of a note.
const maxLabel = 200

// noteDef is the definition of a note, "[^label]: text" at the start of a line
// and what is indented by four columns below it.
type noteDef struct {
	ast.BaseBlock
	label string
}

// noteRef is the call of a note, "[^label]".
type noteRef struct {
	ast.BaseInline
	label string
}

//nolint:gochecknoglobals // goldmark tells kinds of nodes apart by number
var (
	kindNoteDef = ast.NewNodeKind("NoteDef")
	kindNoteRef = ast.NewNodeKind("NoteRef")
)

func (*noteDef) Kind() ast.NodeKind         { return kindNoteDef }
func (n *noteDef) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }
func (*noteRef) Kind() ast.NodeKind         { return kindNoteRef }
func (n *noteRef) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// noteLabel returns the label of the note mark that b starts with, and the
// length of the mark; n is 0 if there is none.
func noteLabel(b []byte) (label string, n int) {
	if len(b) < 4 || b[0] != '[' || b[1] != '^' {
		return "", 0
	}
	end := bytes.IndexByte(b[:min(len(b), maxLabel)], ']')
	if end < 3 || bytes.ContainsAny(b[2:end], " \t\n[") {
		return "", 0
	}
	return string(b[2:end]), end + 1
}

type noteDefParser struct{}

func (noteDefParser) Trigger() []byte { return []byte{'['} }

func (noteDefParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	label, n := noteLabel(line[pos:])
	if n == 0 || pos+n >= len(line) || line[pos+n] != ':' {
		return nil, parser.NoChildren
	}
	node := &noteDef{label: label}
	if rest := line[pos+n+1:]; util.IsBlank(rest) {
		reader.AdvanceToEOL()
		return node, parser.NoChildren
	}
	reader.Advance(pos + n + 1)
	return node, parser.HasChildren
}

func (noteDefParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	return continueIndented(reader)
}

func (noteDefParser) Close(ast.Node, text.Reader, parser.Context) {}
func (noteDefParser) CanInterruptParagraph() bool                 { return true }
func (noteDefParser) CanAcceptIndentedLine() bool                 { return false }

type noteRefParser struct{}

// Trigger names the exclamation mark too: "Stop![^1]" is no picture.
func (noteRefParser) Trigger() []byte { return []byte{'[', '!'} }

func (noteRefParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	start := segment.Start
	if line[0] == '!' {
		line = line[1:]
		start++
	}
	label, n := noteLabel(line)
	if n == 0 {
		return nil
	}
	if start > segment.Start {
		ast.MergeOrAppendTextSegment(parent, segment.WithStop(start))
	}
	block.Advance(start - segment.Start + n)
	node := &noteRef{label: label}
	node.SetPos(start)
	return node
}

// continueIndented goes on with a block that holds blank lines and lines indented by
// four columns.
func continueIndented(reader text.Reader) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}
