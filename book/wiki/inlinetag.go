package wiki

import (
	"strings"

	"publish/book"
)

// tag adds the token of an HTML tag in running text; raw is the tag as it
// stands.
func (c *converter) tag(t tag, raw string, off int) {
	c.anchor(t.attr("id"), off)
	if t.name == "a" {
		c.anchor(t.attr("name"), off)
	}
	switch t.name {
	case "br", "wbr", "hr":
		if t.name == "br" {
			c.atom(&book.LineBreak{Pos: c.src.pos(off)}, off)
		}
		return
	case "img":
		if !t.end {
			p := c.picture(t.attr("src"), t.attr("alt"), t.attr("title"), off)
			p.Size = pictureSize(t.attr("width"), t.attr("height"), t.attr("style"))
			c.atom(p, off)
		}
		return
	case "references", "languages":
		c.drop(book.DropMarker, off, "")
		return
	}
	if t.name == "rt" && !t.void { // the reading of a word in another script
		sign := "("
		if t.end {
			sign = ")"
		}
		c.endRun()
		c.tokens = append(c.tokens, token{kind: tokText, text: sign, off: off})
		return
	}
	elem, ok := tagElement(t.name)
	if enclosing(t.name) || t.name == "ul" || t.name == "ol" {
		c.run.blank(off) // they part words
	}
	if !ok {
		c.unknownTag(t, raw, off)
		return
	}
	if t.end {
		c.shut(token{elem: elem, html: true, off: off, text: raw})
		return
	}
	open := token{elem: elem, off: off}
	switch {
	case t.name == "a":
		open = c.anchorToken(t, off)
	case t.name == "ref" && t.void:
		c.drop(book.DropMarkup, off, raw)
		return
	case t.name == "ref":
		c.endRun()
		c.tokens = append(c.tokens, token{kind: tokSign, mark: markRef, text: raw, off: off})
		return
	case t.void && elem == elemExtension:
		c.dropExtension(t.name, "", off)
		return
	case t.void:
		return
	case elem == elemExtension:
		open.node = &book.Text{Value: t.name}
	}
	open.html, open.text = true, raw
	c.open(open)
}

// tagElement returns the element that a tag of running text stands for.
func tagElement(name string) (element, bool) {
	switch name {
	case "a":
		return elemLink, true
	case "em", "i", "cite", "dfn", "var":
		return elemEmphasis, true
	case "strong", "b":
		return elemStrong, true
	case "s", "del", "strike":
		return elemStrike, true
	case "sup":
		return elemSup, true
	case "sub":
		return elemSub, true
	case "code", "kbd", "samp", "tt", "pre", "math", "chem", "ce", "syntaxhighlight", "source":
		return elemCode, true
	case "ref":
		return elemRef, true
	case "script", "style", "rp":
		return elemSkip, true
	case "span", "small", "big", "u", "font", "ins", "abbr", "mark", "q", "bdi", "bdo", "nobr", "time", "label",
		"nowiki", "center", "div", "p", "blockquote", "poem", "cite-note", "details", "summary",
		"noinclude", "includeonly", "onlyinclude", "section",
		"translate", "tvar", "ruby", "rb", "rtc", "acronym", "data", "output", "wbr",
		"ul", "ol", "li", "dl", "dt", "dd", "article", "aside", "header", "footer", "main", "html", "body":
		return elemPlain, true
	}
	if extensionOf(name) != noExtension {
		return elemExtension, true
	}
	return elemPlain, false
}

// anchorToken returns the opening that an <a> stands for.
func (c *converter) anchorToken(t tag, off int) token {
	href := t.attr("href")
	switch {
	case href == "":
		return token{elem: elemNoLink, off: off}
	case len(href) > 1 && href[0] == '#' && (strings.Contains(t.attr("class"), "footnote-ref") || t.attr("role") == "doc-noteref"):
		return token{elem: elemCall, off: off, node: &book.NoteRef{Pos: c.src.pos(off), Label: c.listLabel(href[1:])}}
	case strings.Contains(t.attr("class"), "wikilink"):
		return c.wikiToken(href, t.attr("title"), off)
	}
	return c.linkToken(href, t.attr("title"), off)
}

// unknownTag reports a tag that means nothing here; what it encloses is kept.
func (c *converter) unknownTag(t tag, raw string, off int) {
	if !t.end {
		c.diags.Add(book.MarkupUnknown, c.src.pos(off), "tag <%s> is not understood", t.name).
			Hint("its text is kept")
	}
	c.endRun()
	c.drop(book.DropMarkup, off, raw)
}

// dropComment leaves a comment out of the book.
func (c *converter) dropComment(s string, off int) {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<!--"), "-->")
	c.drop(book.DropMarker, off, s)
}
