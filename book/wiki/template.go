package wiki

import (
	"bytes"
	"strings"

	"publish/book"
)

// maxTemplate is the longest call of a template that is looked for.
const maxTemplate = 2000

// template drops {{…}}, the call of a wiki's template. Of a parameter with a default,
// {{{1|default}}}, the default stays. Of a call that has links or code in it, which
// the run does not hold whole, the words stay.
func (c *converter) template(buf []byte, i int) int {
	if i+1 >= len(buf) || buf[i+1] != '{' {
		return c.attributes(buf, i)
	}
	if bytes.HasPrefix(buf[i:], []byte("{{{")) {
		return c.parameter(buf, i)
	}
	inner := buf[i+2 : min(len(buf), i+maxTemplate)]
	if end := bytes.Index(inner, []byte("}}")); end > 0 {
		c.reportTemplate(inner[:end], i, "is left out")
		return c.skip(book.DropMarkup, i, end+4)
	}
	name := bytes.IndexByte(inner[:min(len(inner), maxTemplateName)], '|')
	if name < 1 || bytes.ContainsAny(inner[:name], "{}[]<>=") {
		return c.skip(book.DropMarkup, i, 2)
	}
	c.templates++
	c.reportTemplate(inner[:name], i, "is not resolved; its words stay")
	return c.skip(book.DropMarkup, i, name+3)
}

// maxTemplateName is the longest name of a template that is looked for.
const maxTemplateName = 60

func (c *converter) reportTemplate(call []byte, i int, what string) {
	name, _, _ := strings.Cut(string(call), "|")
	c.diags.Add(book.MarkupUnknown, c.src.pos(c.run.off(i)), "template %q %s", strings.TrimSpace(name), what).
		Hint("write in its place what the reader should see")
}

// parameter reads {{{name|default}}}, as it stands in the templates themselves.
func (c *converter) parameter(buf []byte, i int) int {
	inner := buf[i+3 : min(len(buf), i+maxTemplate)]
	end := bytes.Index(inner, []byte("}}}"))
	if end < 0 || bytes.ContainsAny(inner[:end], "{}") {
		return c.skip(book.DropMarkup, i, 3)
	}
	bar := bytes.IndexByte(inner[:end], '|')
	if bar < 0 {
		return c.skip(book.DropMarkup, i, end+6)
	}
	c.skip(book.DropMarkup, i, bar+4)
	c.parameters++
	return bar + 4
}

// endTemplate drops the end of a template or parameter whose words stay.
func (c *converter) endTemplate(buf []byte, i int) int {
	switch {
	case c.parameters > 0 && bytes.HasPrefix(buf[i:], []byte("}}}")):
		c.parameters--
		return c.skip(book.DropMarkup, i, 3)
	case c.templates > 0 && bytes.HasPrefix(buf[i:], []byte("}}")):
		c.templates--
		return c.skip(book.DropMarkup, i, 2)
	}
	return 0
}
