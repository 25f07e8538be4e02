package wiki

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"publish/book"
)

// formula is TeX between dollar signs: in running text $…$, or $$…$$, which is
// set on lines of its own. It is shown as its source.
type formula struct {
	ast.BaseInline
	start, stop int // of what is between the signs
}

// formulaBlock is $$…$$ that stands by itself.
type formulaBlock struct {
	ast.BaseBlock
	start, stop, end int
}

//nolint:gochecknoglobals // goldmark tells kinds of nodes apart by number
var (
	kindFormula      = ast.NewNodeKind("Formula")
	kindFormulaBlock = ast.NewNodeKind("FormulaBlock")
)

func (*formula) Kind() ast.NodeKind              { return kindFormula }
func (n *formula) Dump(src []byte, lvl int)      { ast.DumpHelper(n, src, lvl, nil, nil) }
func (*formulaBlock) Kind() ast.NodeKind         { return kindFormulaBlock }
func (*formulaBlock) IsRaw() bool                { return true }
func (n *formulaBlock) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// maxFormula is the longest formula that is looked for.
const maxFormula = 4096

type formulaParser struct{}

func (formulaParser) Trigger() []byte { return []byte{'$'} }

func (formulaParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	signs := 1
	if len(line) > 1 && line[1] == '$' {
		signs = 2
	}
	end := formulaEnd(line, signs)
	if end < 0 {
		return nil
	}
	block.Advance(end + signs)
	node := &formula{start: segment.Start + signs, stop: segment.Start + end}
	node.SetPos(segment.Start)
	return node
}

// formulaEnd returns where the signs stand that end the formula which line starts
// with, -1 if none. A blank inside either sign, and a figure after the last, mean
// money (pandoc's manual, tex_math_dollars); so do words without a sign of TeX.
func formulaEnd(line []byte, signs int) int {
	sign := "$$"[:signs]
	body := line[signs:min(len(line), maxFormula)]
	for at := 0; ; {
		n := bytes.Index(body[at:], []byte(sign))
		if n < 0 {
			return -1
		}
		at += n
		if at > 0 && body[at-1] == '\\' {
			at++
			continue
		}
		after := at + signs
		tight := at > 0 && !isBlank(body[0]) && !isBlank(body[at-1]) && (after >= len(body) || !isDigit(body[after]))
		if signs == 2 && at > 0 || tight && isFormula(body[:at]) {
			return signs + at
		}
		return -1
	}
}

// isFormula reports whether text between dollar signs is one: it has a sign that
// prose has not, or is no longer than a name for a quantity.
func isFormula(b []byte) bool {
	if bytes.ContainsAny(b, "\\^_=+<>{}") || b[0] == '`' && b[len(b)-1] == '`' {
		return true
	}
	return len(b) <= 3 && bytes.IndexFunc(b, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) < 0
}

type formulaBlockParser struct{}

// Trigger names the backslash too: \begin{align} … \end{align}.
func (formulaBlockParser) Trigger() []byte { return []byte{'$', '\\'} }

func (formulaBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	start := segment.Start + pos - segment.Padding + 2
	src := reader.Source()
	if n := environmentLength(src[start-2:]); n > 0 {
		reader.AdvanceToEOL()
		return &formulaBlock{start: start - 2, stop: start - 2 + n, end: start - 2 + n}, parser.NoChildren
	}
	if !bytes.HasPrefix(line[pos:], []byte("$$")) {
		return nil, parser.NoChildren
	}
	body := src[start:min(len(src), start+maxFormula)]
	if n := bytes.Index(body, []byte("\n\n")); n >= 0 {
		body = body[:n]
	}
	n := bytes.Index(body, []byte("$$"))
	if n <= 0 {
		return nil, parser.NoChildren
	}
	end := lineEnd(src, start+n)
	if len(bytes.Trim(src[start+n+2:end], " .,;")) > 0 {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &formulaBlock{start: start, stop: start + n, end: end}, parser.NoChildren
}

// environmentLength returns the length of the environment of LaTeX that b starts with
// and that ends its line; 0 if there is none.
func environmentLength(b []byte) int {
	const begin = `\begin{`
	if !bytes.HasPrefix(b, []byte(begin)) {
		return 0
	}
	b = b[:min(len(b), maxFormula)]
	name := bytes.IndexByte(b, '}')
	if name < len(begin)+1 || name > 40 {
		return 0
	}
	end := []byte(`\end` + string(b[len(begin)-1:name+1]))
	at := bytes.Index(b, end)
	if at < 0 {
		return 0
	}
	n := at + len(end)
	if rest := b[n:]; len(bytes.TrimSpace(rest[:lineEnd(rest, 0)])) > 0 {
		return 0
	}
	return n
}

func (formulaBlockParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	if _, segment := reader.PeekLine(); segment.Start >= node.(*formulaBlock).end {
		return parser.Close
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (formulaBlockParser) Close(ast.Node, text.Reader, parser.Context) {}
func (formulaBlockParser) CanInterruptParagraph() bool                 { return true }
func (formulaBlockParser) CanAcceptIndentedLine() bool                 { return false }

// formula adds a formula in running text.
func (c *converter) formula(n *formula) {
	value := strings.Join(strings.Fields(strings.Trim(c.src.str[n.start:n.stop], "`")), " ")
	if value == "" {
		return
	}
	c.noteFormula(n.start)
	c.atom(&book.CodeSpan{Pos: c.src.pos(n.start), Value: value}, n.start)
}

// formulaBlock adds a formula that stands by itself.
func (l *blockList) formulaBlock(n *formulaBlock) {
	c := l.c
	var lines []string
	for _, line := range strings.Split(c.src.str[n.start:n.stop], "\n") {
		if line = strings.TrimSpace(strings.TrimLeft(line, "> ")); line != "" {
			lines = append(lines, line)
		}
	}
	c.noteFormula(n.start)
	l.put(&book.Verbatim{Pos: c.src.pos(n.start), Language: "tex", Text: strings.Join(lines, "\n")})
}

// noteFormula counts a formula, for one message in the end.
func (c *converter) noteFormula(off int) {
	if c.formulas++; c.formulas == 1 {
		c.firstFormula = c.src.pos(off)
	}
}
