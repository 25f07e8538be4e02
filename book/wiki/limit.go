package wiki

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"publish/book"
)

// The limits keep the cost of a file in proportion to its length: goldmark looks
// back at every sign that is still open in a paragraph, and fills every row of a
// table up to its number of columns. All are far beyond any page; what lies
// beyond them is text.
const (
	maxEmphasis    = 1000    // signs of emphasis in one paragraph
	maxOpenLinks   = 200     // brackets without end in one paragraph
	maxLookups     = 10e6    // lines that goldmark passes on the way to the texts of links in one paragraph
	maxAddress     = 4096    // bytes of an address, and of the title after it
	maxParens      = 32      // brackets inside brackets of an address
	maxLinkLabel   = 1001    // bytes of [label], of which CommonMark allows 999 inside
	maxDefinitions = 5000    // lines of link definitions in a row
	maxPadding     = 200_000 // cells that the rows of a table lack
)

// limits counts what is bounded, and remembers where a limit was first met.
type limits struct {
	emphasis, links, lookups int

	made partCount

	hit map[string]int // what was too much, and its offset
}

func (l *limits) meet(what string, off int) {
	if _, ok := l.hit[what]; !ok {
		if l.hit == nil {
			l.hit = map[string]int{}
		}
		l.hit[what] = off
	}
}

// report adds a message for each limit that was met.
func (l *limits) report(c *converter) {
	for what, off := range l.hit {
		c.diags.Add(book.MarkupUnknown, c.src.pos(off), "%s", what).Hint("the rest is taken for text")
	}
}

//nolint:gochecknoglobals // goldmark tells values of a context apart by number
var limitsKey = parser.NewContextKey()

func limitsOf(pc parser.Context) *limits { return pc.Get(limitsKey).(*limits) }

// emphasisParser is goldmark's with a limit.
type emphasisParser struct{ parser.InlineParser }

func (p emphasisParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	l := limitsOf(pc)
	if l.emphasis >= maxEmphasis {
		_, segment := block.PeekLine()
		l.meet("a paragraph has too many signs of emphasis", segment.Start)
		return nil
	}
	node := p.InlineParser.Parse(parent, block, pc)
	if node != nil {
		l.emphasis++
	}
	return node
}

// CloseBlock makes ready for the next paragraph.
func (emphasisParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	limitsOf(pc).emphasis = 0
}

// linkParser is goldmark's with limits.
type linkParser struct{ parser.InlineParser }

func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	l := limitsOf(pc)
	line, segment := block.PeekLine()
	if line[0] == ']' {
		n, _ := block.Position()
		if l.lookups += n; l.lookups > maxLookups {
			l.meet("a paragraph has too many lines with brackets", segment.Start)
			return nil
		}
		if !endsSoon(line[1:]) {
			return nil
		}
		l.links = max(0, l.links-1)
		return p.InlineParser.Parse(parent, block, pc)
	}
	referHeadings(parent, block.Source(), pc)
	if l.links >= maxOpenLinks {
		l.meet("a paragraph has too many brackets without end", segment.Start)
		return nil
	}
	node := p.InlineParser.Parse(parent, block, pc)
	if node != nil {
		l.links++
	}
	return node
}

// CloseBlock makes ready for the next paragraph.
func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	l := limitsOf(pc)
	l.links, l.lookups = 0, 0
	if closer, ok := p.InlineParser.(parser.CloseBlocker); ok {
		closer.CloseBlock(parent, block, pc)
	}
}

// endsSoon reports whether the address or label that follows the text of a link
// is no longer than any that means something.
func endsSoon(b []byte) bool {
	switch {
	case len(b) > 0 && b[0] == '[':
		return len(b) <= maxLinkLabel || bytes.IndexByte(b[:maxLinkLabel], ']') >= 0
	case len(b) > 0 && b[0] == '(':
		b = bytes.TrimLeft(b[1:min(len(b), maxAddress)], " ")
		n := addressLength(b)
		return n >= 0 && titleEnds(bytes.TrimLeft(b[n:], " "))
	}
	return true
}

// addressLength returns the length of the address that b starts with, -1 if it
// does not end in time.
func addressLength(b []byte) int {
	if len(b) > 0 && b[0] == '<' {
		return bytes.IndexByte(b, '>')
	}
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			if depth++; depth > maxParens {
				return -1
			}
		case ')':
			if depth--; depth < 0 {
				return i
			}
		case ' ', '\n', '\t':
			return i
		}
	}
	return -1
}

// titleEnds reports whether b, if it starts a link's title, ends it in time. A
// title may go on in the next line.
func titleEnds(b []byte) bool {
	if len(b) == 0 || b[0] != '"' && b[0] != '\'' && b[0] != '(' {
		return true
	}
	end := b[0]
	if end == '(' {
		end = ')'
	}
	return bytes.IndexByte(b[1:], end) >= 0 || b[len(b)-1] == '\n'
}

// definitionTransformer is goldmark's of link definitions with a limit.
type definitionTransformer struct{ parser.ParagraphTransformer }

func (t definitionTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	if first := lines.At(0); lines.Len() > maxDefinitions {
		if reader.Source()[first.Start] == '[' {
			limitsOf(pc).meet("a list of link definitions is too long", first.Start)
		}
		return
	}
	t.ParagraphTransformer.Transform(node, reader, pc)
}

// tableTransformer is goldmark's of pipe tables with a limit.
type tableTransformer struct{ parser.ParagraphTransformer }

func newTableTransformer() parser.ParagraphTransformer {
	return tableTransformer{extension.NewTableParagraphTransformer()}
}

func (t tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, src := node.Lines(), reader.Source()
	columns := mostColumns(lines, src)
	if columns == 0 {
		return
	}
	l, first := limitsOf(pc), lines.At(0).Start
	cells, have := columns*lines.Len(), bytes.Count(src[first:lines.At(lines.Len()-1).Stop], []byte{'|'})
	if cells > maxPadding && cells-have-2*lines.Len() > maxPadding {
		l.meet("a table has too many columns for so many short rows", first)
		return
	}
	if l.made += partCount(cells); l.made.tooMany() {
		node.Parent().RemoveChild(node.Parent(), node)
		return
	}
	t.ParagraphTransformer.Transform(node, reader, pc)
}

// mostColumns returns how many columns the longest line has that may be the rule of a
// pipe table, counting bars, 0 if there is none. goldmark looks for it in every line
// but the first.
func mostColumns(lines *text.Segments, src []byte) int {
	most := 0
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		rule := line.Value(src)
		if bytes.IndexByte(rule, '-') >= 0 && len(bytes.Trim(rule, "-|: \t\r\n")) == 0 {
			most = max(most, bytes.Count(rule, []byte{'|'})+1)
		}
	}
	return most
}
