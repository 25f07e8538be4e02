package wiki

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/parser"

	"publish/book"
)

// converter turns goldmark's tree of one file into an article.
type converter struct {
	src     *source
	diags   *book.Diags
	article *book.Article
	notes   noteTable
	parser  parser.Parser

	examples     *examples
	parts        int // tables that are open round the text
	kind         fileKind
	noteLists    int // lists of notes in HTML that were passed
	quotes       int // <blockquote> that are open round the text
	quoteEnds    int // </blockquote> in the paragraph that is being read
	formulas     int
	firstFormula book.Pos

	citations     int
	firstCitation book.Pos

	// Of the running text that is being converted:
	tokens   []token
	run      run
	from     int // the run's first character that is not in a token
	brackets int // open square brackets
	hasSpans bool
	spans    []bracketSpan
	// inlineNotes are the notes in the text that are open: how many brackets were
	// open round each.
	inlineNotes []int
	loose       int // [[ that were dropped and have no ]] yet
	templates   int // {{ that were dropped and have no }} yet
	parameters  int // {{{ likewise

	highlightEnd int // where the == stand in the run that end what is marked, -1 for none

	linkDepth int // open links
	made      partCount
	prose     bool
	builder   builder
	inNote    bool
}

// Read turns one file into an article. file is the path for messages, with
// forward slashes; name is the file name without .md; src is not changed. The
// article is never nil; what is wrong with the input is in the messages, sorted.
func Read(file, name string, src []byte) (*book.Article, book.Diags) {
	return read(newParser(), file, name, src)
}

func read(p parser.Parser, file, name string, src []byte) (*book.Article, book.Diags) {
	var diags book.Diags
	title := titleOf(name)
	article := &book.Article{Pos: book.Pos{File: file}, Name: name, Title: title}
	if len(src) > MaxSize {
		diags.Add(book.ArticleUnread, article.Pos, "cannot be read: %v", errTooLarge)
		src = nil
	}
	if s, ok := repair(file, src, &diags); ok {
		c := &converter{src: s, diags: &diags, article: article, parser: p}
		c.frontMatter()
		join(s.text)
		s.str = string(s.text)
		c.convert()
	}
	if len(article.Heading) == 0 {
		article.Heading = []book.Inline{&book.Text{Pos: article.Pos, Value: title}}
	}
	diags.Sort()
	return article, diags
}

func (c *converter) convert() {
	out := parse(c.parser, c.src.text)
	out.limits.report(c)
	c.examples, c.made = out.examples, out.limits.made
	c.readNotes(out.tree)
	blocks := c.blocks(out.tree)
	blocks = c.redirect(blocks)
	blocks = c.dropEmptySections(blocks)
	c.article.Blocks = c.takeTitle(blocks)
	c.finishNotes()
	c.refuseParts()
	c.checkLevels(c.article.Blocks)
	if c.formulas > 0 {
		c.diags.Add(book.MarkupUnknown, c.firstFormula, "%s shown as source", several(c.formulas, "a formula is", "formulas are"))
	}
	if c.citations > 0 {
		c.diags.Add(book.MarkupUnknown, c.firstCitation, "%s left as it stands", several(c.citations, "a citation by key is", "citations by key are")).
			Hint("write out the work, or make it a note")
	}
}

// several says how many there are of what a message is about.
func several(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf("%d %s, this first,", n, many)
}

// anchor notes that the source names a place.
func (c *converter) anchor(id string, off int) {
	if id = strings.TrimSpace(id); id != "" {
		c.article.Anchors = append(c.article.Anchors, book.Anchor{Pos: c.src.pos(off), ID: id})
	}
}

// drop notes that a piece of the source is not in the book.
func (c *converter) drop(class book.DropClass, off int, text string) {
	c.article.Dropped = append(c.article.Dropped, book.Drop{
		Pos:   c.src.pos(off),
		Class: class,
		Text:  strings.Join(strings.Fields(text), " "),
	})
}

// dropBlocks notes that blocks are not in the book.
func (c *converter) dropBlocks(class book.DropClass, pos book.Pos, blocks []book.Block) {
	c.article.Dropped = append(c.article.Dropped, book.Drop{Pos: pos, Class: class, Text: blocksText(blocks)})
}

// blocksText returns the words of blocks.
func blocksText(blocks []book.Block) string {
	var words []string
	book.EachText(blocks, func(inlines []book.Inline) {
		words = append(words, strings.Fields(book.PlainText(inlines))...)
	})
	return strings.Join(words, " ")
}

func (c *converter) category(title string) {
	title = pageTitle(title)
	for _, have := range c.article.Categories {
		if have == title {
			return
		}
	}
	if title != "" {
		c.article.Categories = append(c.article.Categories, title)
	}
}
