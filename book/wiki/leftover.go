package wiki

import (
	"bytes"
	"strings"

	"publish/book"
)

// endRun cuts the run of characters into tokens: text, and the leftovers of
// wikitext that stand in it.
func (c *converter) endRun() {
	if len(c.run.buf) == 0 {
		return
	}
	c.from, c.highlightEnd = 0, -1
	buf := c.run.buf
	for i := 0; i < len(buf); {
		if n := c.leftover(buf, i); n > 0 {
			i += n
		} else {
			i++
		}
	}
	c.cut(len(buf))
	c.run.reset()
}

// cut adds the characters of the run up to at that are not yet in a token.
func (c *converter) cut(at int) {
	if at > c.from {
		c.tokens = append(c.tokens, token{kind: tokText, text: string(c.run.buf[c.from:at]), off: c.run.off(c.from)})
	}
	c.from = at
}

// leftover looks for a leftover of wikitext at byte i of the run. It returns its
// length, having added its tokens, or 0 if there is none.
func (c *converter) leftover(buf []byte, i int) int {
	switch buf[i] {
	case '\'':
		return c.quoteSign(buf, i)
	case '*':
		return c.starSign(buf, i)
	case '~':
		if n := repeat(buf, i); n == 2 {
			return c.sign(markTilde2, i, n)
		} else if n == 1 {
			return c.raised(buf, i, elemSub)
		}
	case '[':
		return c.bracket(buf, i)
	case ']':
		return c.endBracket(buf, i)
	case '<':
		return c.escapedTag(buf, i)
	case '{':
		return c.template(buf, i)
	case '}':
		return c.endTemplate(buf, i)
	case '%':
		return c.remark(buf, i)
	case '=':
		return c.highlight(buf, i)
	case '(':
		return c.exampleCall(buf, i)
	case '^':
		return c.caret(buf, i)
	case '!':
		return c.embed(buf, i)
	case '@':
		if n := c.mailAddress(buf, i); n > 0 {
			return n
		}
		return c.citation(buf, i)
	case 'w', 'W':
		return c.siteName(buf, i)
	case '_':
		return c.magicWord(buf, i)
	case ':':
		return c.bareAddress(buf, i)
	case 0xE2:
		if bytes.HasPrefix(buf[i:], []byte("‘’")) {
			return c.sign(markCurly, i, len("‘’"))
		}
		if bytes.HasPrefix(buf[i:], []byte("’’")) {
			return c.sign(markCurlyShut, i, len("’’"))
		}
	}
	return 0
}

// repeat returns how often the byte at i stands there in a row.
func repeat(buf []byte, i int) int {
	n := 1
	for i+n < len(buf) && buf[i+n] == buf[i] {
		n++
	}
	return n
}

// sign adds a sign of n bytes.
func (c *converter) sign(m mark, i, n int) int {
	c.cut(i)
	c.from = i + n
	c.tokens = append(c.tokens, token{
		kind: tokSign, mark: m, only: sideOf(c.run.buf, i, n),
		text: string(c.run.buf[i : i+n]), off: c.run.off(i),
	})
	return n
}

// sideOf returns what a sign of n bytes at i can be: after a blank it opens, after
// a word and before none it ends.
func sideOf(buf []byte, i, n int) side {
	next := byte(' ')
	if i+n < len(buf) {
		next = buf[i+n]
	}
	switch {
	case i > 0 && buf[i-1] == ' ' && next != ' ':
		return onlyOpens
	case i > 0 && buf[i-1] != ' ' && (next == ' ' || strings.IndexByte(".,;:!?)", next) >= 0) && i+n < len(buf):
		return onlyShuts
	}
	return either
}

// skip leaves n bytes of the run out of the book.
func (c *converter) skip(class book.DropClass, i, n int) int {
	c.cut(i)
	c.from = i + n
	c.drop(class, c.run.off(i), string(c.run.buf[i:i+n]))
	return n
}

func (c *converter) quoteSign(buf []byte, i int) int {
	switch n := repeat(buf, i); n {
	case 2:
		return c.sign(markQuote2, i, n)
	case 3:
		return c.sign(markQuote3, i, n)
	case 5:
		return c.sign(markQuote5, i, n)
	}
	return 0
}

// starSign finds the stars that goldmark did not take: two or more beside a
// letter of a script without blanks, and escaped ones round a title.
func (c *converter) starSign(buf []byte, i int) int {
	n := repeat(buf, i)
	if n == 2 || n == 3 {
		return c.sign(markStar2, i, n)
	}
	if n > 3 {
		return c.skip(book.DropMarkup, i, n)
	}
	opens := (i == 0 || !isWord(buf[i-1])) && i+1 < len(buf) && isWord(buf[i+1])
	shuts := i > 0 && buf[i-1] != ' ' && (i+1 == len(buf) || !isWord(buf[i+1]))
	if !opens && !shuts || opens && bytes.IndexByte(buf[i+1:], '*') < 0 {
		return 0
	}
	return c.sign(markStar, i, 1)
}

func isWord(c byte) bool { return isLetter(c) || isDigit(c) || c >= 0x80 }

// bracket reads [[a link]] and the mark of a note that is gone: [32].
func (c *converter) bracket(buf []byte, i int) int {
	if i+1 < len(buf) && buf[i+1] == '[' {
		return c.wikiLink(buf, i)
	}
	n := digitsAt(buf[i+1:])
	if n > 0 && n <= 3 && i+n+1 < len(buf) && buf[i+n+1] == ']' && c.linkDepth == 0 && c.noteMarkAt(buf, i, i+n+2) {
		c.cut(i)
		c.trimBlank(buf, i+n+2)
		return c.skip(book.DropNoteMark, i, n+2)
	}
	if c.hasSpans && !c.escaped(i) {
		return c.openSpan(i)
	}
	c.brackets++
	return 0
}

// noteMarkAt reports whether the bracketed number from i to end can be the mark
// of a note: it follows a word or another mark, and no word goes on after it.
func (c *converter) noteMarkAt(buf []byte, i, end int) bool {
	if i == 0 && len(c.tokens) == 0 {
		return false
	}
	return end == len(buf) || !isWord(buf[end]) || i > 0 && buf[i-1] != ' '
}

// trimBlank takes the blank before a mark away if what follows wants none.
func (c *converter) trimBlank(buf []byte, end int) {
	if end < len(buf) && strings.IndexByte(".,;:!? ", buf[end]) < 0 {
		return
	}
	if n := len(c.tokens); n > 0 && c.tokens[n-1].kind == tokText {
		c.tokens[n-1].text = strings.TrimSuffix(c.tokens[n-1].text, " ")
	}
}

// endBracket drops ]] that closes nothing, as it stands after pictures, or that
// closes a [[ that was dropped.
func (c *converter) endBracket(buf []byte, i int) int {
	double := i+1 < len(buf) && buf[i+1] == ']' && c.linkDepth == 0
	if double && c.loose > 0 {
		c.loose--
		c.brackets = max(0, c.brackets-1)
		return c.skip(book.DropMarkup, i, 2)
	}
	if n := c.shutNote(i); n > 0 {
		return n
	}
	if c.hasSpans {
		if n := c.shutSpan(buf, i); n > 0 {
			return n
		}
	}
	if c.brackets > 0 {
		c.brackets--
		return 0
	}
	if double {
		return c.skip(book.DropMarkup, i, 2)
	}
	return 0
}

// escapedTag reads a tag that pandoc escaped because it did not know it.
func (c *converter) escapedTag(buf []byte, i int) int {
	end := bytes.IndexByte(buf[i:min(len(buf), i+120)], '>')
	if end < 2 {
		return 0
	}
	s := string(buf[i : i+end+1])
	name := strings.ToLower(strings.TrimLeft(s[1:end], "/."))
	if j := strings.IndexAny(name, " /"); j >= 0 {
		name = name[:j]
	}
	switch name {
	case "ref":
		switch {
		case strings.HasSuffix(s, "/>"): // a note given elsewhere by name
			return c.skip(book.DropMarkup, i, len(s))
		case s[1] == '/' || s[1] == '.':
			return c.sign(markRefShut, i, len(s))
		}
		return c.sign(markRef, i, len(s))
	case "youtube":
		return c.youtube(buf, i, len(s))
	case "br":
		c.cut(i)
		c.from = i + len(s)
		off := c.run.off(i)
		c.tokens = append(c.tokens, token{kind: tokAtom, off: off, node: &book.LineBreak{Pos: c.src.pos(off)}})
		return len(s)
	case "nowiki", "infobox", "gallery", "blockquote", "blockuqote", "center", "references", "div", "span",
		"small", "big", "poem", "translate", "languages", "tvar", "syntaxhighlight", "source", "math", "templatestyles",
		"noinclude", "includeonly", "onlyinclude", "font", "u", "s", "i", "b", "p", "li", "ul", "ol":
		return c.skip(book.DropMarkup, i, len(s))
	}
	return 0
}
