package wiki

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"publish/book"
)

// blocks converts the blocks inside a node of goldmark's tree.
func (c *converter) blocks(parent ast.Node) []book.Block {
	l := &blockList{c: c}
	l.addChildren(parent)
	return l.finish()
}

// blockList gathers blocks. HTML elements round Markdown, such as <blockquote>,
// open a level; goldmark knows nothing of them.
type blockList struct {
	c      *converter
	blocks []book.Block
	levels []level
}

// level is an open element: its blocks are those of the list from first on.
type level struct {
	name  string
	off   int
	first int
}

func (l *blockList) addChildren(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		l.add(n)
	}
}

func (l *blockList) add(n ast.Node) {
	c := l.c
	switch n := n.(type) {
	case *ast.Paragraph:
		l.paragraph(n)
	case *ast.TextBlock:
		l.paragraph(n)
	case *ast.Heading:
		pos := c.src.pos(n.Pos())
		if inlines := c.withoutAttributes(c.inlines(n)); len(inlines) > 0 {
			l.put(&book.Heading{Pos: pos, Level: n.Level, Inlines: inlines})
		}
	case *ast.Blockquote:
		if blocks := c.blocks(n); len(blocks) > 0 {
			l.put(&book.Quote{Pos: c.src.pos(n.Pos()), Blocks: blocks})
		}
	case *ast.List:
		l.list(n)
	case *ast.CodeBlock:
		l.indented(n)
	case *ast.FencedCodeBlock:
		lang := fenceLanguage(n, c.src.text)
		if n.Info != nil && lang != string(n.Info.Segment.Value(c.src.text)) {
			c.drop(book.DropMarkup, n.Info.Segment.Start, string(n.Info.Segment.Value(c.src.text)))
		}
		l.put(&book.Verbatim{Pos: c.src.pos(n.Pos()), Language: lang, Text: rawText(n, c.src.text)})
	case *ast.ThematicBreak:
		l.put(&book.Break{Pos: c.src.pos(n.Pos())})
	case *east.Table:
		c.table(l, n)
	case *textTable:
		l.textTable(n.drawing)
	case *east.DefinitionList:
		l.definitions(n)
	case *example:
		l.example(n)
	case *poem:
		l.poem(n)
	case *lineBlock:
		l.lineBlock(n)
	case *fencedDiv:
		l.fencedDiv(n)
	case *alert:
		l.alert(n)
	case *formulaBlock:
		l.formulaBlock(n)
	case *noteDef:
		if c.parts > 0 { // in the cell of a table, where none can be called
			l.addChildren(n)
		}
	case *htmlBlock:
		c.htmlBlock(l, n)
	case *htmlTag:
		l.tag(n)
		l.addChildren(n)
	}
}

func (l *blockList) put(b book.Block) { l.blocks = append(l.blocks, b) }

// rawText returns the lines of a block as they stand, without the last line end.
func rawText(n ast.Node, src []byte) string {
	var b strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		b.Write(seg.Value(src))
	}
	return strings.TrimRight(b.String(), "\n")
}

// fenceLanguage returns the language that the first line of a fenced block names:
// its first word, or the first class among attributes, {.python .numbered} or {r}.
func fenceLanguage(n *ast.FencedCodeBlock, src []byte) string {
	word := string(n.Language(src))
	if n.Info != nil && strings.HasPrefix(word, "{") {
		fields := strings.FieldsFunc(string(n.Info.Segment.Value(src)), func(r rune) bool { return r == ' ' || r == ',' || r == '{' || r == '}' })
		for _, field := range fields {
			if !strings.HasPrefix(field, "#") && !strings.Contains(strings.TrimPrefix(field, "="), "=") {
				return strings.TrimLeft(field, ".=")
			}
		}
		return ""
	}
	word, _, _ = strings.Cut(word, "{")
	return word
}

// paragraph adds a paragraph, or what a paragraph of the source really is.
func (l *blockList) paragraph(n ast.Node) {
	inlines := l.c.inlines(n)
	ends := l.c.quoteEnds
	if l.c.quoteEnds = 0; l.c.prose && l.bullet(inlines) {
		return
	}
	l.putText(l.c.src.pos(n.Pos()), inlines)
	for ; ends > 0; ends-- {
		l.closeLevel("blockquote", "", n.Pos())
	}
}

// putText adds running text as a paragraph. Calls of notes that start it belong
// to the sentence before it.
func (l *blockList) putText(pos book.Pos, inlines []book.Inline) {
	inlines = l.leadingCalls(inlines)
	switch {
	case len(inlines) == 0:
	case strings.Trim(book.PlainText(inlines), "| ") == "" && len(inlines) == 1 && isText(inlines[0]):
		// What is left of an empty table.
		l.c.dropBlocks(book.DropMarkup, pos, []book.Block{&book.Paragraph{Pos: pos, Inlines: inlines}})
	case l.pictures(inlines):
	case l.wikiHeading(pos, inlines):
	case l.gallery(inlines):
	case l.caption(inlines):
	case l.magicWords(inlines):
	default:
		l.put(&book.Paragraph{Pos: pos, Inlines: inlines})
	}
}

// leadingCalls moves the calls of notes at the start of a paragraph to the end
// of the paragraph before it, and returns the rest.
func (l *blockList) leadingCalls(inlines []book.Inline) []book.Inline {
	n := 0
	for n < len(inlines) && isCall(inlines[n]) {
		n++
	}
	if n == 0 || n == len(inlines) || len(l.blocks) == l.floor() {
		return inlines
	}
	p, ok := l.blocks[len(l.blocks)-1].(*book.Paragraph)
	if !ok {
		return inlines
	}
	p.Inlines = append(p.Inlines, inlines[:n]...)
	return trimLead(inlines[n:], " ")
}

// trimLead takes characters off the start of running text, and the text itself if
// nothing is left of it. The text of a fresh article may still be changed.
func trimLead(inlines []book.Inline, cutset string) []book.Inline {
	if len(inlines) == 0 {
		return nil
	}
	t, ok := inlines[0].(*book.Text)
	if !ok {
		return inlines
	}
	if t.Value = strings.TrimLeft(t.Value, cutset); t.Value == "" {
		return inlines[1:]
	}
	return inlines
}

// trimTail does the same at the end.
func trimTail(inlines []book.Inline, cutset string) []book.Inline {
	last := len(inlines) - 1
	if last < 0 {
		return nil
	}
	t, ok := inlines[last].(*book.Text)
	if !ok {
		return inlines
	}
	if t.Value = strings.TrimRight(t.Value, cutset); t.Value == "" {
		return inlines[:last]
	}
	return inlines
}

func isText(in book.Inline) bool {
	_, ok := in.(*book.Text)
	return ok
}

func isCall(in book.Inline) bool {
	_, ok := in.(*book.NoteRef)
	return ok
}

// floor is where the blocks of the innermost open element start.
func (l *blockList) floor() int {
	if n := len(l.levels); n > 0 {
		return l.levels[n-1].first
	}
	return 0
}

// wikiHeading adds a heading that is still in wikitext: == Title ==.
func (l *blockList) wikiHeading(pos book.Pos, inlines []book.Inline) bool {
	first, ok1 := inlines[0].(*book.Text)
	last, ok2 := inlines[len(inlines)-1].(*book.Text)
	if !ok1 || !ok2 || !strings.HasPrefix(first.Value, "==") {
		return false
	}
	n := repeat([]byte(first.Value), 0)
	sign := strings.Repeat("=", n)
	if n > 6 || !strings.HasSuffix(last.Value, sign) || strings.Trim(book.PlainText(inlines), "= ") == "" {
		return false
	}
	l.put(&book.Heading{Pos: pos, Level: n, Inlines: trimTail(trimLead(inlines, "= "), "= ")})
	return true
}

// bullet adds a paragraph of the typewriter kind that starts with a star as an
// item of a list.
func (l *blockList) bullet(inlines []book.Inline) bool {
	if len(inlines) == 0 {
		return false
	}
	t, ok := inlines[0].(*book.Text)
	if !ok || !strings.HasPrefix(t.Value, "* ") {
		return false
	}
	inlines = trimLead(inlines, "* ")
	if len(inlines) == 0 {
		return false
	}
	item := book.Item{Pos: t.Pos, Blocks: []book.Block{&book.Paragraph{Pos: t.Pos, Inlines: inlines}}}
	if n := len(l.blocks); n > l.floor() {
		if list, ok := l.blocks[n-1].(*book.List); ok && !list.Ordered {
			list.Items = append(list.Items, item)
			return true
		}
	}
	l.put(&book.List{Pos: t.Pos, Tight: true, Items: []book.Item{item}})
	return true
}

func (l *blockList) list(n *ast.List) {
	list := &book.List{Pos: l.c.src.pos(n.Pos()), Ordered: n.IsOrdered(), Start: n.Start, Tight: n.IsTight}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		if blocks := l.c.blocks(k); len(blocks) > 0 {
			list.Items = append(list.Items, book.Item{Pos: l.c.src.pos(k.Pos()), Blocks: blocks})
		}
	}
	l.c.tasks(list)
	if len(list.Items) > 0 {
		l.put(list)
	}
}

// tag opens or closes a level at the tag of an enclosing element.
func (l *blockList) tag(n *htmlTag) {
	c := l.c
	raw := c.src.str[n.start:n.stop]
	if strings.HasPrefix(raw, "<!--") {
		c.dropComment(raw, n.start)
		return
	}
	t := parseTag(raw)
	c.anchor(t.attr("id"), n.start)
	switch t.name {
	case "blockquote", "references":
	default:
		if opaque(t.name) || t.name == "li" { // only an end tag comes here
			c.diags.Add(book.MarkupUnclosed, c.src.pos(n.start), "tag %s has no counterpart", raw)
		}
		c.drop(book.DropMarkup, n.start, raw)
		return
	}
	if t.name == "references" {
		c.drop(book.DropMarker, n.start, "")
	}
	switch {
	case t.void:
	case !t.end:
		if len(l.levels) < maxNest {
			if t.name == "blockquote" {
				c.quotes++
			}
			l.levels = append(l.levels, level{t.name, n.start, len(l.blocks)})
		}
	default:
		l.closeLevel(t.name, raw, n.start)
	}
}

func (l *blockList) closeLevel(name, raw string, off int) {
	i := len(l.levels) - 1
	for i >= 0 && l.levels[i].name != name {
		i--
	}
	if i < 0 {
		if name != "references" {
			l.c.diags.Add(book.MarkupUnclosed, l.c.src.pos(off), "end tag %s has no start", raw)
			l.c.drop(book.DropMarkup, off, raw)
		}
		return
	}
	for len(l.levels) > i+1 {
		l.dropLevel()
	}
	lv := l.levels[i]
	if l.levels = l.levels[:i]; name == "blockquote" {
		l.c.quotes--
	}
	inner := append([]book.Block(nil), l.blocks[lv.first:]...)
	l.blocks = l.blocks[:lv.first]
	switch {
	case len(inner) == 0:
	case name == "references":
		l.blocks = append(l.blocks, l.c.repeated(inner)...)
	default:
		l.put(&book.Quote{Pos: l.c.src.pos(lv.off), Blocks: inner})
	}
}

// dropLevel gives up the innermost level: its blocks stay where they are.
func (l *blockList) dropLevel() {
	lv := l.levels[len(l.levels)-1]
	l.levels = l.levels[:len(l.levels)-1]
	if lv.name != "references" {
		l.c.quotes--
		l.c.diags.Add(book.MarkupUnclosed, l.c.src.pos(lv.off), "tag <%s> is never closed", lv.name).
			Hint("write </%s> where it ends", lv.name)
	}
}

func (l *blockList) finish() []book.Block {
	for len(l.levels) > 0 {
		l.dropLevel()
	}
	return l.blocks
}
