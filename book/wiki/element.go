package wiki

import (
	"html"
	"net/url"
	"path"
	"strconv"
	"strings"

	"publish/book"
)

// element puts an element with its inlines on the stack, or what is left of it.
func (c *converter) element(stack []book.Inline, f *frame, kids []book.Inline) []book.Inline {
	pos := c.src.pos(f.off)
	if f.elem == elemCall {
		if text := book.PlainText(kids); text != "" {
			c.drop(book.DropNoteMark, f.off, text)
		}
		if ref := f.node.(*book.NoteRef); c.called(ref) {
			return append(trimStack(stack), ref)
		}
		return stack
	}
	if len(kids) == 0 && f.elem != elemRef && f.elem != elemExtension {
		return stack
	}
	switch f.elem {
	case elemEmphasis:
		return append(stack, &book.Emphasis{Pos: pos, Inlines: kids})
	case elemStrong:
		return append(stack, &book.Strong{Pos: pos, Inlines: kids})
	case elemStrike:
		return append(stack, &book.Strike{Pos: pos, Inlines: kids})
	case elemSup:
		return c.superscript(stack, pos, f.off, kids)
	case elemSub:
		return append(stack, &book.Subscript{Pos: pos, Inlines: kids})
	case elemSmallCaps:
		return append(stack, &book.SmallCaps{Pos: pos, Inlines: kids})
	case elemCode:
		if c.prose {
			return append(stack, kids...)
		}
		return append(stack, &book.CodeSpan{Pos: pos, Value: book.PlainText(kids)})
	case elemLang:
		span := f.node.(*book.Span)
		span.Inlines = kids
		return append(stack, span)
	case elemWiki:
		link := f.node.(*book.WikiLink)
		link.Inlines = kids
		return append(stack, link)
	case elemCategory:
		c.drop(book.DropCategory, f.off, book.PlainText(kids))
		return stack
	case elemLink:
		return c.finishLink(stack, f, kids)
	case elemRef:
		return c.finishRef(stack, f, kids)
	case elemExtension:
		c.dropExtension(f.node.(*book.Text).Value, book.PlainText(kids), f.off)
		return stack
	case elemSkip:
		c.drop(book.DropMarkup, f.off, book.PlainText(kids))
		return stack
	}
	return append(stack, kids...)
}

// superscript keeps raised text that belongs to the words, and drops the marks
// of notes that did not come along with the text.
func (c *converter) superscript(stack []book.Inline, pos book.Pos, off int, kids []book.Inline) []book.Inline {
	text := book.PlainText(kids)
	if text == "" {
		return append(stack, kids...) // a raised note call is a note call
	}
	if isNoteMark(text, stack) {
		c.drop(book.DropNoteMark, off, text)
		return stack
	}
	return append(stack, &book.Superscript{Pos: pos, Inlines: kids})
}

// isNoteMark reports whether raised text is a note's mark. A bare number is one
// after punctuation or a word, but a power after a digit or a unit: m².
func isNoteMark(text string, before []book.Inline) bool {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		return true
	}
	if n, err := strconv.Atoi(text); err != nil || n < 1 || n > 999 {
		return strings.Trim(text, "0123456789,– -[]") == "" && text != ""
	}
	if len(before) == 0 {
		return false
	}
	last := book.PlainText(before[len(before)-1:])
	word := 0
	for i := len(last) - 1; i >= 0 && isLetter(last[i]); i-- {
		word++
	}
	if last == "" || isDigit(last[len(last)-1]) {
		return last == ""
	}
	return word == 0 || word > 2
}

// finishLink puts out a link to the outside. One that the wiki numbered, [1], says
// nothing in print: it becomes a note with the address.
func (c *converter) finishLink(stack []book.Inline, f *frame, kids []book.Inline) []book.Inline {
	link := f.node.(*book.Link)
	link.Inlines = kids
	text := book.PlainText(kids)
	if n := digitsAt([]byte(text)); n > 0 && n == len(text) && n <= 3 {
		c.drop(book.DropNoteMark, f.off, text)
		link.Bare = true
		link.Inlines = []book.Inline{&book.Text{Pos: link.Pos, Value: link.URL}}
		if c.inNote || len(stack) == 0 {
			return append(stack, link)
		}
		return append(stack, c.makeNote(link.Pos, []book.Inline{link}))
	}
	link.Bare = link.Bare || sameAddress(text, link.URL)
	return append(stack, link)
}

// sameAddress reports whether a link's text is its address.
func sameAddress(text, url string) bool {
	trim := func(s string) string {
		if i := strings.Index(s, "://"); i >= 0 {
			s = s[i+3:]
		}
		return strings.TrimSuffix(strings.ToLower(s), "/")
	}
	return trim(text) == trim(url)
}

// finishRef makes a note of the text between <ref> and </ref>.
func (c *converter) finishRef(stack []book.Inline, f *frame, kids []book.Inline) []book.Inline {
	if len(kids) == 0 {
		c.drop(book.DropEmptyNote, f.off, "")
		return stack
	}
	ref := c.makeNote(c.src.pos(f.off), kids)
	return append(trimStack(stack), ref)
}

// trimStack takes the blank off the end of the stack.
func trimStack(stack []book.Inline) []book.Inline {
	if n := len(stack); n > 0 {
		if t, ok := stack[n-1].(*book.Text); ok {
			t.Value = strings.TrimSuffix(t.Value, " ")
			if t.Value == "" {
				return stack[:n-1]
			}
		}
	}
	return stack
}

// picture returns the picture of an inline image. A text in place of the picture
// that is only its file name is worth nothing.
func (c *converter) picture(source, alt, title string, off int) *book.Image {
	if alt != "" && isFileName(alt, source) {
		c.drop(book.DropPicture, off, alt)
		alt = ""
	}
	if title = plainTitle(title); alt == "" && title != "" && title != "wikilink" && !isFileName(title, source) {
		alt = title // not the mark that pandoc puts on what the wiki wrote in double brackets
	}
	return &book.Image{Pos: c.src.pos(off), Source: strings.TrimPrefix(source, "./"), Alt: alt}
}

// plainTitle returns the title of a picture as a text has it: on one line, without
// references to characters and without what is not seen.
func plainTitle(title string) string {
	seen := strings.Map(func(r rune) rune {
		if r == '\u00AD' || r == 0 {
			return -1
		}
		return r
	}, html.UnescapeString(title))
	return strings.Join(strings.Fields(seen), " ")
}

// isFileName reports whether text is the name of a picture's file, with or without
// the wiki's word for files before it ("File:", "Datei:") or the width of a small
// copy ("300px-"), or the name of any picture's file.
func isFileName(text, source string) bool {
	if plain, err := url.PathUnescape(source); err == nil {
		source = plain
	}
	bare, spaced := bareName(text)
	if name, _ := bareName(path.Base(source)); bare == name {
		return true
	}
	return pictureExt(text) && (spaced || strings.IndexByte(strings.TrimSpace(text), ' ') < 0)
}

// bareName returns a file's name as a wiki compares it, without a namespace; spaced
// tells that it had one.
func bareName(name string) (bare string, spaced bool) {
	name = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(name), "_", " "))
	if space, rest, ok := strings.Cut(name, ":"); ok && space != "" && !strings.Contains(space, " ") {
		name, spaced = strings.TrimSpace(rest), true
	}
	if digits, rest, ok := strings.Cut(name, "px-"); ok && strings.Trim(digits, "0123456789") == "" {
		name = rest
	}
	return name, spaced
}

// pictureExt reports whether a name ends like that of a picture or a film.
func pictureExt(name string) bool {
	switch strings.ToLower(path.Ext(strings.TrimSpace(name))) {
	case ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".tif", ".tiff", ".webm", ".ogv", ".mp4", ".bmp":
		return true
	}
	return false
}
