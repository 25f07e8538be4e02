package wiki

import (
	"bytes"
	"strings"

	"publish/book"
)

// maxAttributes is the longest {list of attributes} that is looked for.
const maxAttributes = 300

// attributesLength returns the length of pandoc's list of attributes that b starts
// with, {#id .class key=value} or {=format}; 0 if there is none.
func attributesLength(b []byte) int {
	end := bytes.IndexByte(b[:min(len(b), maxAttributes)], '}')
	if end < 2 || b[0] != '{' || bytes.IndexByte(b[1:end], '{') >= 0 {
		return 0
	}
	first, _, _ := bytes.Cut(bytes.TrimSpace(b[1:end]), []byte{' '})
	switch {
	case len(first) == 0:
		return 0
	case first[0] == '#' || first[0] == '.' || first[0] == '=':
		if len(first) < 2 {
			return 0
		}
	case string(first) != "-" && bytes.IndexByte(first, '=') < 1:
		return 0
	}
	return end + 1
}

// attributesID returns the name that a list of attributes gives, {#name}, "" for none.
func attributesID(attrs string) string {
	for _, field := range strings.Fields(strings.Trim(attrs, ":{} ")) {
		if id, ok := strings.CutPrefix(field, "#"); ok {
			return id
		}
	}
	return ""
}

// attributes drops the attributes of the link, picture or code before them.
func (c *converter) attributes(buf []byte, i int) int {
	last := len(c.tokens) - 1
	if i > 0 || last < 0 {
		return 0
	}
	if kind := c.tokens[last].kind; kind != tokShut && kind != tokAtom {
		return 0
	}
	n := attributesLength(buf)
	if n == 0 {
		return 0
	}
	if p, ok := c.tokens[last].node.(*book.Image); ok {
		p.Size = attributesSize(string(buf[:n]))
	}
	return c.skip(book.DropMarkup, i, n)
}

// openSpan notes that a bracket may start a span with attributes, [text]{.class}.
func (c *converter) openSpan(i int) int {
	c.spans = append(c.spans, bracketSpan{len(c.tokens), c.brackets})
	c.brackets++
	n := c.sign(markSpan, i, 1)
	c.spans[len(c.spans)-1].token = len(c.tokens) - 1
	return n
}

// bracketSpan is a bracket that is open: its token, and how many brackets are open
// round it.
type bracketSpan struct{ token, depth int }

// shutSpan ends the span whose bracket ends at i, if attributes follow.
func (c *converter) shutSpan(buf []byte, i int) int {
	for len(c.spans) > 0 && c.spans[len(c.spans)-1].depth >= c.brackets {
		c.spans = c.spans[:len(c.spans)-1]
	}
	if len(c.spans) == 0 || c.escaped(i) || c.spans[len(c.spans)-1].depth != c.brackets-1 {
		return 0
	}
	span := c.spans[len(c.spans)-1]
	c.spans = c.spans[:len(c.spans)-1]
	n := attributesLength(buf[i+1:])
	if n == 0 {
		return 0
	}
	c.brackets = span.depth
	open := &c.tokens[span.token]
	open.kind, open.elem = tokOpen, spanElement(string(buf[i+2:i+n]))
	if open.elem == elemLang {
		open.node = &book.Span{Pos: c.src.pos(open.off), Lang: spanLang(string(buf[i+2 : i+n]))}
	}
	c.cut(i)
	c.tokens = append(c.tokens, token{kind: tokShut, elem: open.elem})
	c.from = i + 1 + n
	c.drop(book.DropMarkup, c.run.off(i+1), string(buf[i+1:i+1+n]))
	c.anchor(attributesID(string(buf[i+1:i+1+n])), c.run.off(i+1))
	return 1 + n
}

// spanElement returns what a span of these attributes is.
func spanElement(attrs string) element {
	for _, field := range strings.Fields(attrs) {
		switch field {
		case ".smallcaps", ".sc":
			return elemSmallCaps
		}
	}
	if spanLang(attrs) != "" {
		return elemLang
	}
	return elemPlain
}

func spanLang(attrs string) string {
	for _, field := range strings.Fields(attrs) {
		if lang, ok := strings.CutPrefix(field, "lang="); ok {
			return strings.Trim(lang, `"'`)
		}
	}
	return ""
}

// withoutAttributes takes the attributes off the end of a heading.
func (c *converter) withoutAttributes(inlines []book.Inline) []book.Inline {
	if len(inlines) == 0 {
		return inlines
	}
	t, ok := inlines[len(inlines)-1].(*book.Text)
	if !ok {
		return inlines
	}
	at := strings.LastIndexByte(t.Value, '{')
	if at < 0 || attributesLength([]byte(t.Value[at:])) != len(t.Value)-at || at == 0 && len(inlines) == 1 {
		return inlines
	}
	pos := t.Pos
	c.article.Dropped = append(c.article.Dropped, book.Drop{Pos: pos, Class: book.DropMarkup, Text: t.Value[at:]})
	if id := attributesID(t.Value[at:]); id != "" {
		c.article.Anchors = append(c.article.Anchors, book.Anchor{Pos: pos, ID: id})
	}
	t.Value = t.Value[:at]
	if t.Value == "" {
		return inlines[:len(inlines)-1]
	}
	return trimTail(inlines, " ")
}
