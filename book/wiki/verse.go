package wiki

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"publish/book"
)

// indented adds a block that the source indents by four columns. In a wiki that
// is a poem, or a paragraph that began with a blank; seldom a program.
func (l *blockList) indented(n *ast.CodeBlock) {
	c := l.c
	text := rawText(n, c.src.text)
	switch {
	case strings.TrimSpace(text) == "":
	case isProgram(text) || c.isMarkdown():
		l.put(&book.Verbatim{Pos: c.src.pos(n.Pos()), Text: text})
	case longestLine(text) > 90:
		c.startText()
		for i := range n.Lines().Len() {
			seg := n.Lines().At(i)
			c.run.add(c.src.text[seg.Start:seg.Stop], seg.Start, false)
		}
		l.putText(c.src.pos(n.Lines().At(0).Start), c.finishText())
	default:
		l.verse(n)
	}
}

// isMarkdown reports whether the file was written as Markdown, where what is indented
// is code: it has front matter or fenced code, and no link of a wiki.
func (c *converter) isMarkdown() bool {
	if c.kind == kindUnknown {
		c.kind = kindWiki
		if c.hasMarkdown() {
			c.kind = kindMarkdown
		}
	}
	return c.kind == kindMarkdown
}

// fileKind says who writes files like this one: a wiki's export, or people.
type fileKind uint8

const (
	kindUnknown fileKind = iota
	kindWiki
	kindMarkdown
)

func (c *converter) hasMarkdown() bool {
	return (c.article.Front != nil || bytes.Contains(c.src.text, []byte("\n```"))) &&
		!bytes.Contains(c.src.text, []byte(`class="wikilink"`))
}

// verse adds the lines of a block as a poem.
func (l *blockList) verse(n *ast.CodeBlock) {
	c := l.c
	lines := n.Lines()
	margin := leastIndent(n, c.src.text)
	v := &book.Verse{Pos: c.src.pos(lines.At(0).Start)}
	for i := range lines.Len() {
		seg := lines.At(i)
		value := seg.Value(c.src.text)
		indent := len(value) - len(strings.TrimLeft(string(value), " "))
		c.startText()
		c.run.add(c.src.text[seg.Start:seg.Stop], seg.Start, false)
		line := book.VerseLine{Pos: c.src.pos(seg.Start), Inlines: c.finishText()}
		if len(line.Inlines) > 0 {
			line.Indent = (indent - margin + 1) / 2
		}
		v.Lines = append(v.Lines, line)
	}
	l.put(v)
}

// leastIndent returns by how many blanks all lines of a block are indented.
func leastIndent(n *ast.CodeBlock, src []byte) int {
	least := -1
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		value := string(seg.Value(src))
		trimmed := strings.TrimLeft(value, " ")
		if indent := len(value) - len(trimmed); strings.TrimSpace(trimmed) != "" && (least < 0 || indent < least) {
			least = indent
		}
	}
	return max(least, 0)
}

func longestLine(text string) int {
	longest := 0
	for _, line := range strings.Split(text, "\n") {
		longest = max(longest, len(strings.TrimSpace(line)))
	}
	return longest
}

// isProgram reports whether indented text is source text: of a template, a page,
// a program.
func isProgram(text string) bool {
	signs := 0
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.Contains(line, "{{"), strings.Contains(line, "}}"), strings.HasPrefix(line, "|"),
			strings.HasPrefix(line, "<"), strings.HasPrefix(line, "$ "), strings.HasPrefix(line, "#"),
			isCommand([]byte(line)),
			strings.HasSuffix(line, "{"), strings.HasSuffix(line, "}"), strings.HasSuffix(line, ";") && strings.ContainsAny(line, "=()"):
			signs++
		}
	}
	return signs > 0 && signs*3 >= strings.Count(text, "\n")+1
}
