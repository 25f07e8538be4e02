package wiki

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// definitionParser is goldmark's of definition lists, which knows a colon at the start
// of a line. What pandoc has besides is shown to it as such: a mark that is indented,
// and a tilde (Pandoc User's Guide, "Definition lists").
type definitionParser struct{ parser.BlockParser }

func (definitionParser) Trigger() []byte { return []byte{':', '~'} }

func (p definitionParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || pc.BlockIndent() == 0 && line[pos] == ':' {
		return p.BlockParser.Open(parent, reader, pc)
	}
	list, inside := parent.(*east.DefinitionList)
	if pc.BlockIndent() > 3 || !inside && !followsTerm(parent, reader.Source(), line[pos] == '~') {
		return nil, parser.NoChildren
	}
	if inside { // the list counts from the start of the line
		list.Offset -= pos
		defer func() { list.Offset += pos }()
	}
	node, state := p.BlockParser.Open(parent, colonReader{reader, pos}, flushContext{pc})
	if list, ok := node.(*east.DefinitionList); ok {
		list.Offset += pos
	}
	return node, state
}

// followsTerm reports whether what stands before a definition can be a term: a
// paragraph of one line, or a list that has one already. With a tilde people also sign
// what they quote, and say that a number is not exact, so that a sentence before it, or
// a line too long for a term, is none.
func followsTerm(parent ast.Node, src []byte, tilde bool) bool {
	switch last := parent.LastChild().(type) {
	case *east.DefinitionList:
		return true
	case *ast.Paragraph:
		if last.Lines().Len() != 1 {
			return false
		}
		const most = 80 // letters of a term
		line := last.Lines().At(0)
		term := bytes.TrimRight(line.Value(src), " \t\n*_")
		end, _ := utf8.DecodeLastRune(term)
		return !tilde || utf8.RuneCount(term) <= most && !bytes.ContainsRune([]byte(".!?…\"'”’»)]}>"), end)
	}
	return false
}

// colonReader shows a line from the mark of a definition on, as if that were a colon.
type colonReader struct {
	text.Reader
	pos int // of the mark
}

func (r colonReader) PeekLine() ([]byte, text.Segment) {
	line, segment := r.Reader.PeekLine()
	line = bytes.Clone(line[r.pos:])
	line[0] = ':'
	return line, segment
}

func (r colonReader) AdvanceAndSetPadding(n, padding int) {
	r.Reader.AdvanceAndSetPadding(r.pos+n, padding)
}

// flushContext is the context of a block that starts at the start of its line.
type flushContext struct{ parser.Context }

func (flushContext) BlockOffset() int { return 0 }
func (flushContext) BlockIndent() int { return 0 }
