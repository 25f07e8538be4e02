package wiki

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"publish/book"
)

// codeIsProse reports whether the code spans of a block are really text: MediaWiki
// sets a line that starts with a blank in a typewriter face, and pandoc makes
// code spans of it, with links and notes between them.
func codeIsProse(block ast.Node, src []byte) bool {
	words, indented := 0, false
	var all []byte
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.CodeSpan:
			text := codeText(n, src)
			indented = indented || len(text) > 1 && len(bytes.TrimSpace(text)) < len(text)
			words += len(bytes.Fields(text))
			all = append(append(all, text...), ' ')
		case *ast.Text:
			if hasLetter(n.Segment.Value(src)) && (n.PreviousSibling() == nil || !isTag(n.PreviousSibling())) {
				return false
			}
		}
	}
	return (words >= 5 || words > 0 && indented) && !isCommand(all)
}

// isCommand reports whether text is typed at a machine rather than read: it starts
// with the prompt of a shell, or a third of its words have signs that prose has not.
func isCommand(text []byte) bool {
	words := bytes.Fields(text)
	if len(words) > 1 {
		switch string(words[0]) {
		case "$", "#", "%", ">", ">>>", "...", "sudo":
			return true
		}
	}
	signs := 0
	for _, w := range words {
		if isCommandWord(w) {
			signs++
		}
	}
	return len(words) > 0 && signs*3 >= len(words)
}

// isCommandWord reports whether a word is an option, a path, a call, a variable or an
// assignment. An address is none: prose has such too.
func isCommandWord(w []byte) bool {
	switch {
	case bytes.Contains(w, []byte("://")):
		return false
	case len(w) > 1 && w[0] == '-' && (isLetter(w[1]) || w[1] == '-' && len(w) > 2 && isLetter(w[2])):
		return true
	case w[0] == '/' && len(w) > 1, w[0] == '$' && len(w) > 1 && !isDigit(w[1]):
		return true
	}
	return bytes.ContainsAny(w, "=_{}\\") || bytes.Contains(w, []byte("()"))
}

func isTag(n ast.Node) bool {
	_, ok := n.(*rawTag)
	return ok
}

func hasLetter(b []byte) bool {
	for _, c := range b {
		if isLetter(c) || isDigit(c) || c >= 0x80 {
			return true
		}
	}
	return false
}

// codeText returns the characters of a code span.
func codeText(n *ast.CodeSpan, src []byte) []byte {
	var text []byte
	for t := n.FirstChild(); t != nil; t = t.NextSibling() {
		if t, ok := t.(*ast.Text); ok {
			text = append(text, t.Segment.Value(src)...)
		}
	}
	return text
}

func (c *converter) codeSpan(n *ast.CodeSpan) {
	if c.prose {
		for t := n.FirstChild(); t != nil; t = t.NextSibling() {
			if t, ok := t.(*ast.Text); ok {
				c.prosePart(c.withBlanks(t.Segment.Start, t.Segment.Stop))
			}
		}
		return
	}
	text := codeText(n, c.src.text)
	value := strings.Join(strings.Fields(string(text)), " ")
	if value == "" {
		return
	}
	if isBlank(text[0]) {
		c.run.blank(n.Pos())
	}
	c.atom(&book.CodeSpan{Pos: c.src.pos(n.Pos()), Value: value}, n.Pos())
	if isBlank(text[len(text)-1]) {
		c.run.blank(n.Pos())
	}
}

// prosePart adds a stretch of the source that a code span holds as text. Pandoc
// writes the blanks of a typewriter line as no-break spaces: here they are blanks.
func (c *converter) prosePart(from, to int) {
	const noBreak = "\u00A0"
	for from < to {
		part, _, found := bytes.Cut(c.src.text[from:to], []byte(noBreak))
		c.run.add(part, from, false)
		from += len(part)
		if found {
			c.run.add([]byte(" "), from, false)
			from += len(noBreak)
		}
	}
}

// withBlanks widens a stretch of the source by the blank on either side:
// CommonMark takes one off each end of a code span.
func (c *converter) withBlanks(from, to int) (int, int) {
	if from > 0 && c.src.text[from-1] == ' ' {
		from--
	}
	if to < len(c.src.text) && c.src.text[to] == ' ' {
		to++
	}
	return from, to
}
