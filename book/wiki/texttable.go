package wiki

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// textTable is a table drawn with hyphens, as pandoc has them: a simple one, with
// a row on each line, a multiline one, with blank lines between its rows, and a
// grid. Its lines are those of the source.
type textTable struct {
	ast.BaseBlock
	*drawing
}

// drawing is where a table stands and of which kind it is.
type drawing struct {
	kind   tableKind
	prefix int // bytes of quote markers and blanks before each line
	start  int // of its first line
	end    int // after its last line
}

type tableKind uint8

const (
	tableSimple tableKind = iota
	tableMultiline
	tableGrid
)

//nolint:gochecknoglobals // goldmark tells kinds and values apart by number
var (
	kindTextTable = ast.NewNodeKind("TextTable")
	drawingsKey   = parser.NewContextKey()
)

func (*textTable) Kind() ast.NodeKind         { return kindTextTable }
func (*textTable) IsRaw() bool                { return true }
func (n *textTable) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// textTableParser opens a table at each place where drawings found one. It comes
// before all other parsers, to which the hyphens are rules and headings.
type textTableParser struct{}

// Trigger names every byte: the first line of a table is like any other. Without
// a trigger the parser would come after those that have one.
func (textTableParser) Trigger() []byte {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	return all
}

func (textTableParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	known := pc.Get(drawingsKey).(map[int]*drawing)
	if kind := parent.Kind(); len(known) == 0 || kind == ast.KindList || kind == east.KindDefinitionList { // these hold items only
		return nil, parser.NoChildren
	}
	line, segment := reader.PeekLine()
	start := bytes.LastIndexByte(reader.Source()[:segment.Start], '\n') + 1
	d := known[start]
	if d == nil || bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte(">")) || len(bytes.Trim(reader.Source()[start:segment.Start], " >")) > 0 {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &textTable{drawing: d}, parser.NoChildren
}

func (textTableParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	_, segment := reader.PeekLine()
	if segment.Start >= node.(*textTable).end {
		return parser.Close
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (textTableParser) Close(ast.Node, text.Reader, parser.Context) {}
func (textTableParser) CanInterruptParagraph() bool                 { return false }
func (textTableParser) CanAcceptIndentedLine() bool                 { return false }

// Longest parts of a table that are looked for: lines of its heads, lines of all.
const (
	maxHeadLines  = 20
	maxTableLines = 20_000
)

// findDrawings finds the tables of a text, by where their first lines start.
func findDrawings(text []byte) map[int]*drawing {
	found := map[int]*drawing{}
	if !bytes.Contains(text, []byte("--")) {
		return found
	}
	fence := byte(0)
	blank := true // the line before holds nothing
	for at := 0; at < len(text); {
		end := lineEnd(text, at)
		line := text[at:end]
		if f := fenceOf(line); f != 0 && (fence == 0 || fence == f) {
			fence ^= f
		} else if fence == 0 && blank {
			if d := findDrawing(text, at, end); d != nil {
				found[at] = d
				at, blank = d.end, false
				continue
			}
		}
		blank = len(bytes.Trim(line, " >\t")) == 0
		at = end + 1
	}
	return found
}

// findDrawing returns the table whose first line is text[at:end], nil if none.
func findDrawing(text []byte, at, end int) *drawing {
	s := tableScanner{text: text, prefix: quotePrefix(text[at:end])}
	line := bytes.TrimSpace(text[at+s.prefix : end])
	d := &drawing{prefix: s.prefix, start: at}
	switch {
	case len(line) == 0:
		return nil
	case line[0] == '+':
		if len(line) > 2 && len(bytes.Trim(line, "+-=:")) == 0 {
			d.kind, d.end = tableGrid, s.grid(at)
		}
	case isRule(line, 2):
		d.kind, d.end = s.headless(end + 1)
	case isRule(line, 1):
		d.kind, d.end = tableMultiline, s.headed(end+1)
	default:
		d.end = s.simple(end + 1)
	}
	if d.end == 0 || d.kind != tableGrid && !s.inColumns(d) {
		return nil
	}
	return d
}

// quotePrefix returns the length of the markers of quotations that a line starts
// with, and of the blank after them.
func quotePrefix(line []byte) int {
	n := len(line) - len(bytes.TrimLeft(line, " >"))
	n = bytes.LastIndexByte(line[:n], '>') + 1
	if n > 0 && n < len(line) && line[n] == ' ' {
		n++
	}
	return n
}

// tableScanner looks for the end of a table whose lines all have the same number
// of bytes before them. Its methods return the offset after the table, 0 if there
// is none.
type tableScanner struct {
	text   []byte
	prefix int
}

// line returns the line that starts at at without what stands before it, and
// where the next starts; ok is false at the end of the text.
func (s tableScanner) line(at int) (line []byte, next int, ok bool) {
	if at >= len(s.text) {
		return nil, at, false
	}
	end := lineEnd(s.text, at)
	line = s.text[at:end]
	before := line[:min(s.prefix, len(line))]
	if len(bytes.Trim(before, " >")) > 0 {
		return nil, end + 1, false
	}
	return bytes.TrimRight(line[len(before):], " "), end + 1, true
}

// isRule reports whether a line is only hyphens, in groups of two or more with
// blanks between them, of which there are at least so many.
func isRule(line []byte, groups int) bool {
	count := 0
	for i := 0; i < len(line); {
		if line[i] == ' ' {
			i++
			continue
		}
		n := repeat(line, i)
		if line[i] != '-' || n < 2 {
			return false
		}
		i += n
		count++
	}
	return count >= groups
}

// simple looks for a line of heads, which is before at, a rule of two columns or
// more, and rows up to a blank line.
func (s tableScanner) simple(at int) int {
	rule, next, ok := s.line(at)
	if !ok || !isRule(rule, 2) {
		return 0
	}
	end := 0
	for lines := 0; lines < maxTableLines; lines++ {
		line, after, ok := s.line(next)
		if !ok || len(line) == 0 {
			break
		}
		end, next = after, after
	}
	return min(end, len(s.text))
}

// headed looks for heads, a rule of columns, rows and a rule of one piece.
func (s tableScanner) headed(at int) int {
	heads := 0
	for ; heads < maxHeadLines; heads++ {
		line, next, ok := s.line(at)
		if !ok || len(line) == 0 {
			return 0
		}
		at = next
		if isRule(line, 2) {
			break
		}
	}
	if heads == 0 || heads == maxHeadLines {
		return 0
	}
	for lines := 0; lines < maxTableLines; lines++ {
		line, next, ok := s.line(at)
		switch {
		case !ok:
			return 0
		case isRule(line, 1) && len(line) > 0:
			return min(next, len(s.text))
		}
		at = next
	}
	return 0
}

// headless looks for rows and a second rule. Blank lines between them make it a
// multiline table.
func (s tableScanner) headless(at int) (tableKind, int) {
	kind := tableSimple
	for rows := 0; rows < maxTableLines; rows++ {
		line, next, ok := s.line(at)
		switch {
		case !ok || rows == 0 && len(line) == 0:
			return kind, 0
		case len(line) == 0:
			kind = tableMultiline
		case isRule(line, 1):
			if rows == 0 {
				return kind, 0
			}
			return kind, min(next, len(s.text))
		}
		at = next
	}
	return kind, 0
}

// grid looks for lines that start with a plus sign or a bar.
func (s tableScanner) grid(at int) int {
	end := 0
	for lines := 0; lines < maxTableLines; lines++ {
		line, next, ok := s.line(at)
		line = bytes.TrimLeft(line, " ")
		if !ok || len(line) < 3 || line[0] != '+' && line[0] != '|' {
			break
		}
		at = next
		if line[0] == '+' && lines > 1 {
			end = next
		}
	}
	return min(end, len(s.text))
}

// inColumns reports whether what stands in a table keeps to its columns: the places
// between them are blank in nearly every line. Text between two rules does not.
func (s tableScanner) inColumns(d *drawing) bool {
	var gaps []int
	total, crossed := 0, 0
	for at := d.start; at < d.end; {
		line, next, _ := s.line(at)
		at = next
		if gaps == nil && isRule(line, 2) {
			for _, c := range ruleColumns(line)[1:] {
				gaps = append(gaps, c-1)
			}
		}
		if isRule(line, 1) || len(line) == 0 {
			continue
		}
		total++
		columns := columnsOf(line)
		for _, gap := range gaps {
			if gap < len(columns)-1 && line[columns[gap]] != ' ' {
				crossed++
				break
			}
		}
	}
	return total > 0 && crossed*10 <= total
}
