package wiki

import (
	"strings"
	"unicode"

	"publish/book"
)

// titleOf returns the wiki title that a file name stands for. A file system that
// does not tell capitals apart made the export add (1) or (2) to some names.
func titleOf(name string) string {
	if n := len(name); n > 3 && name[n-3] == '(' && isDigit(name[n-2]) && name[n-1] == ')' {
		name = name[:n-3]
	}
	return pageTitle(name) // some tools encode what file systems do not allow
}

// takeTitle takes the H1 that opens the article for its title, if it is the only
// one of the article or resembles the file's name; otherwise it is the heading
// of a section, and the title is the file's name. A title in the front matter
// comes before the file's name. It returns the other blocks.
func (c *converter) takeTitle(blocks []book.Block) []book.Block {
	at, count := -1, 0
	opening := true
	for i, b := range blocks {
		h, ok := b.(*book.Heading)
		if ok && h.Level == 1 {
			if count++; opening {
				at = i
			}
		}
		if _, figure := b.(*book.Figure); !figure {
			opening = false
		}
	}
	given := c.article.Front["title"]
	if len(given) > maxTitle {
		c.diags.Add(book.MarkupUnknown, c.article.Pos, "the title in the front matter has more than %d bytes", maxTitle).
			Hint("the name of the file is the title")
		given = ""
	}
	if given != "" {
		c.startText()
		c.run.add([]byte(given), 0, true)
		c.article.Heading = c.finishText()
	}
	if at < 0 {
		return blocks
	}
	h := blocks[at].(*book.Heading)
	if text := book.PlainText(h.Inlines); len(text) > maxTitle || given != "" && !alike(text, given) || count > 1 && !alike(text, c.article.Title) && !alike(text, given) {
		return blocks
	}
	c.article.Heading = h.Inlines
	return append(append([]book.Block(nil), blocks[:at]...), blocks[at+1:]...)
}

// maxTitle is how many bytes the title of an article may have: four times what the
// wiki gives a page.
const maxTitle = 1000

// alike reports whether two titles say the same but for case, punctuation and
// additions.
func alike(a, b string) bool {
	a, b = letters(a), letters(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

// letters returns the letters and digits of s in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// redirect notes that the article is only another name of another, and takes the
// words that say so away.
func (c *converter) redirect(blocks []book.Block) []book.Block {
	if len(blocks) == 0 {
		return blocks
	}
	var inlines []book.Inline
	rest := blocks[1:]
	switch b := blocks[0].(type) {
	case *book.Paragraph:
		inlines = b.Inlines
	case *book.Heading:
		inlines = b.Inlines
	case *book.List:
		p, ok := b.Items[0].Blocks[0].(*book.Paragraph)
		if !ok || !b.Ordered {
			return blocks
		}
		inlines = p.Inlines
		rest = append(append([]book.Block(nil), b.Items[0].Blocks[1:]...), rest...)
		if len(b.Items) > 1 {
			rest = append([]book.Block{&book.List{Pos: b.Pos, Ordered: true, Start: b.Start, Style: b.Style, Items: b.Items[1:]}}, rest...)
		}
	}
	link := redirectLink(inlines)
	if link == nil {
		return blocks
	}
	c.article.Redirect = &book.Redirect{Pos: link.Pos, Target: link.Target, Fragment: link.Fragment}
	c.dropBlocks(book.DropMarkup, blocks[0].Position(), []book.Block{&book.Paragraph{Inlines: inlines[:2]}})
	if len(inlines) > 2 {
		pos := inlines[2].Position()
		if inlines = trimLead(inlines[2:], " "); len(inlines) > 0 {
			rest = append([]book.Block{&book.Paragraph{Pos: pos, Inlines: inlines}}, rest...)
		}
	}
	return rest
}

// redirectLink returns the link of "REDIRECT link", or nil.
func redirectLink(inlines []book.Inline) *book.WikiLink {
	if len(inlines) < 2 {
		return nil
	}
	t, ok := inlines[0].(*book.Text)
	if !ok {
		return nil
	}
	if word := strings.Trim(t.Value, " #:"); !strings.EqualFold(word, "redirect") {
		return nil
	}
	link, _ := inlines[1].(*book.WikiLink)
	return link
}

// dropEmptySections takes away the headings that promise something and have
// nothing below them: the apparatus of the wiki's page, which the book has
// elsewhere, and the decades of a time line. Other headings are text, even when
// nothing follows.
func (c *converter) dropEmptySections(blocks []book.Block) []book.Block {
	kept := make([]book.Block, 0, len(blocks))
	next := 0 // level of the heading that follows; 0 at the end, 7 for other blocks
	for i := len(blocks) - 1; i >= 0; i-- {
		h, ok := blocks[i].(*book.Heading)
		if !ok {
			kept, next = append(kept, blocks[i]), 7
			continue
		}
		if next <= h.Level && isApparatus(book.PlainText(h.Inlines)) && i > 0 {
			c.dropBlocks(book.DropEmptyHead, h.Pos, []book.Block{h})
			continue
		}
		kept, next = append(kept, h), h.Level
	}
	for i, j := 0, len(kept)-1; i < j; i, j = i+1, j-1 {
		kept[i], kept[j] = kept[j], kept[i]
	}
	return kept
}

// isApparatus reports whether a heading's text is that of a list that the wiki
// makes or asks for, or a bare year or decade.
func isApparatus(text string) bool {
	text = strings.ToLower(strings.Trim(text, " :."))
	switch text {
	case "references", "reference", "notes", "footnotes", "notes and references", "references and notes", "citations",
		"internal references", "external references", "external links", "external link", "links", "see also", "further reading",
		"contents", "table of contents", "sources", "bibliography", "gallery", "images", "videos", "works cited":
		return true
	}
	year := strings.TrimSuffix(text, "s")
	return len(year) == 4 && digitsAt([]byte(year)) == 4
}

// checkLevels reports headings whose level is more than one below the last.
func (c *converter) checkLevels(blocks []book.Block) {
	last, first := 1, true
	for _, b := range blocks {
		h, ok := b.(*book.Heading)
		if !ok {
			continue
		}
		switch {
		case h.Level <= last+1:
		case first:
			c.diags.Add(book.HeadingSkipped, h.Pos, "the first heading under the title is of level %d", h.Level)
		default:
			c.diags.Add(book.HeadingSkipped, h.Pos, "heading of level %d after one of level %d", h.Level, last)
		}
		last, first = h.Level, false
	}
}
