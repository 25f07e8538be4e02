package wiki

import (
	"strings"

	"publish/book"
)

// maxArticleParts is how many blocks, notes, cells and lines an article may have: some
// eight times as many as "War and Peace". Each costs memory in every edition, however
// short it is.
const maxArticleParts = 100_000

// refuseParts takes the text out of an article that has more parts than any, and
// reports it.
func (c *converter) refuseParts() {
	a := c.article
	if len(c.src.text) < maxArticleParts { // each is a byte at least
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
