package wiki

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"publish/book"
)

// maxArticleParts is how many blocks, notes, cells and lines an article may have: some
// eight times as many as "War and Peace". Each costs memory in every edition, however
// short it is.
const maxArticleParts = 100_000

// partCount is how many parts were made of an article while it was being parsed. It
// holds memory in bounds before the parts of the article can be counted: some, such as
// the items round paragraphs, count here and not there, so it may grow larger.
type partCount int

// tooMany reports whether what follows need not be parsed.
func (n partCount) tooMany() bool { return n > 4*maxArticleParts }

// countedParser counts the blocks that a parser opens.
type countedParser struct{ parser.BlockParser }

func (p countedParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := p.BlockParser.Open(parent, reader, pc)
	if node != nil {
		limitsOf(pc).made++
	}
	return node, state
}

// boundedReader is the text of an article. It ends where there are too many parts.
type boundedReader struct {
	text.Reader
	limits *limits
}

func (r boundedReader) PeekLine() ([]byte, text.Segment) {
	line, segment := r.Reader.PeekLine()
	if r.limits.made.tooMany() {
		line = nil
	}
	return line, segment
}

func (r boundedReader) SkipBlankLines() (text.Segment, int, bool) {
	segment, n, ok := r.Reader.SkipBlankLines()
	return segment, n, ok && !r.limits.made.tooMany()
}

// refuseParts takes the text out of an article that has more parts than any, and
// reports it.
func (c *converter) refuseParts() {
	a := c.article
	if len(c.src.text) < maxArticleParts { // each is a byte at least
		return
	}
	if c.made.tooMany() {
		a.Blocks, a.Notes = nil, nil
		c.diags.Add(book.ArticleUnread, a.Pos, "the article has more than %d paragraphs, notes, cells and lines", maxArticleParts).
			Hint("part it into several files")
		return
	}
	n := countParts(a.Blocks)
	for _, note := range a.Notes {
		n += countParts(note.Blocks)
	}
	if n > maxArticleParts {
		a.Blocks, a.Notes = nil, nil
		c.diags.Add(book.ArticleUnread, a.Pos, "the article has %d paragraphs, notes, cells and lines, more than %d", n, maxArticleParts).
			Hint("part it into several files")
	}
}

// countParts counts blocks, cells, and the lines that the source ends.
func countParts(blocks []book.Block) int {
	n := 0
	book.WalkBlocks(blocks, func(b book.Block) bool {
		n++
		switch b := b.(type) {
		case *book.Verbatim:
			n += strings.Count(b.Text, "\n")
		case *book.Verse:
			n += len(b.Lines)
		case *book.DefinitionList:
			n += len(b.Items)
		case *book.Table:
			for _, row := range b.Head {
				n += len(row.Cells)
			}
			for _, row := range b.Body {
				n += len(row.Cells)
			}
		}
		return true
	})
	book.EachText(blocks, func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			if _, ok := in.(*book.LineBreak); ok {
				n++
			}
			return true
		})
	})
	return n
}
