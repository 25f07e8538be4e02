package wiki

import (
	"slices"
	"strings"

	"publish/book"
)

// pairSigns turns the signs among the tokens into the opening and the end of an
// element, each with the next of its kind. One without counterpart is dropped,
// or becomes text again where it can be meant as such.
func (c *converter) pairSigns() {
	var open [marks]int
	for i := range open {
		open[i] = -1
	}
	found := false
	for i := range c.tokens {
		if c.tokens[i].kind == tokSign {
			found = true
			c.pairSign(i, &open)
		}
	}
	if found {
		c.endRef(open[markRef])
		c.looseSigns()
	}
}

// pairSign looks at the sign at i; open holds where the last sign of each kind
// stands that has no end yet.
func (c *converter) pairSign(i int, open *[marks]int) {
	m := c.tokens[i].mark
	switch m {
	case markCurlyShut:
		m = markCurly
		if open[m] < 0 {
			return
		}
	case markRefShut:
		m = markRef
		if open[m] < 0 {
			return
		}
	case markNoteShut:
		m = markNote
		if open[m] < 0 {
			return
		}
	case markNote:
		if open[m] < 0 {
			open[m] = i
		}
		return
	case markSpan:
		return
	case markCurly:
		open[m] = i
		return
	}
	switch only := c.tokens[i].only; {
	case m == markRef || m == markNote:
	case only == onlyShuts && open[m] < 0:
		return
	case only == onlyOpens && open[m] >= 0:
		open[m] = i
		return
	}
	if open[m] < 0 {
		open[m] = i
		return
	}
	c.pair(open[m], i, m.element())
	open[m] = -1
}

func (c *converter) pair(from, to int, elem element) {
	for _, i := range [...]int{from, to} {
		c.tokens[i].elem = elem
	}
	c.tokens[from].kind, c.tokens[to].kind = tokOpen, tokShut
}

// endRef ends a note that its paragraph leaves open: the wiki's own parser was
// cut short there, and what follows is text of the article.
func (c *converter) endRef(from int) {
	if from < 0 {
		return
	}
	t := &c.tokens[from]
	c.diags.Add(book.RefUnclosed, c.src.pos(t.off), "note is never closed").
		Hint("it is taken to end with its paragraph")
	t.kind, t.elem = tokOpen, elemRef
	c.tokens = append(c.tokens, token{kind: tokShut, elem: elemRef})
}

// looseSigns deals with the signs that have no counterpart.
func (c *converter) looseSigns() {
	for i := 0; i < len(c.tokens); i++ {
		t := &c.tokens[i]
		if t.kind != tokSign {
			continue
		}
		switch t.mark {
		case markStar, markCurlyShut, markTilde2, markNote, markNoteShut, markSpan:
			t.kind = tokText
		case markQuote2:
			if c.halfQuote(i) {
				i++
				continue
			}
			fallthrough
		default:
			c.diags.Add(book.MarkupUnclosed, c.src.pos(t.off), "mark %s has no counterpart in its paragraph", t.text).
				Hint("write * on both sides of what is emphasized, or take the mark out")
			c.drop(book.DropMarkup, t.off, t.text)
			t.kind, t.text = tokText, ""
		}
	}
}

// halfQuote mends 'Title”, emphasis that lost one of its opening quotes: the
// last single quote before a word in the text just before becomes the opening.
func (c *converter) halfQuote(i int) bool {
	if i == 0 || c.tokens[i-1].kind != tokText {
		return false
	}
	text := c.tokens[i-1].text
	at := strings.LastIndexByte(text, '\'')
	for at > 0 && isWord(text[at-1]) {
		at = strings.LastIndexByte(text[:at], '\'')
	}
	if at < 0 || at+1 >= len(text) || !isWord(text[at+1]) || isDigit(text[len(text)-1]) {
		return false
	}
	off := c.tokens[i-1].off
	c.tokens[i-1].text = text[:at]
	c.tokens[i].kind, c.tokens[i].elem = tokShut, elemEmphasis
	c.tokens = slices.Insert(c.tokens, i,
		token{kind: tokOpen, elem: elemEmphasis, off: off + at},
		token{kind: tokText, text: text[at+1:], off: off + at + 1})
	return true
}
