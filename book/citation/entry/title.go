package entry

import (
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/line"
)

// goesOn reports whether a quotation is only the beginning of a title: "Words": what
// they mean.
func goesOn(s line.Line, title segment) bool {
	if title.shape != quote {
		return false
	}
	rest := strings.TrimLeft(s[title.to:], string(line.LinkOff))
	return strings.HasPrefix(rest, ":") && title.from < 6
}

// isInside reports whether words that are set apart stand inside a longer title: a
// word in small letters leads up to a quotation, or follows without punctuation. On is
// the link about the whole entry, if any.
func isInside(s line.Line, segs []segment, at int, on *book.Link) bool {
	if at > 0 && segs[at].shape == quote && segs[at-1].shape == plain && segs[at-1].after == 0 {
		words := strings.Fields(line.Words(segs[at-1].text))
		if n := len(words); n > 0 && startsSmall(words[n-1]) {
			if _, in := inside(words[n-1]); !in && words[n-1] != "et" {
				return true
			}
		}
	}
	if at+1 >= len(segs) || segs[at+1].shape != plain || segs[at].after != 0 || segs[at].shape == quote && on == nil {
		return false
	}
	next := segs[at+1]
	first := strings.Trim(firstWord(line.Words(next.text)), ".,:")
	return strings.HasPrefix(s[segs[at].to:], " ") && startsSmall(first) && !leads(first) && !strings.Contains(s[segs[at].to:next.from], string(line.LinkOff))
}

// leads reports whether a word leads up to what stands behind a title.
func leads(word string) bool {
	switch word {
	case "by", "in", "par", "por", "de", "di", "von", "ed", "eds", "edited", "trans", "translated", "tr", "trad", "vol", "no", "p", "pp", "aus", "dans", "at", "on",
		"retrieved", "accessed", "from", "tarafından", "hrsg", "a", "por:", "and", "c", "ca", "issue", "number", "t", "bd", "archived", "et", "y", "und", "per", "via", "through":
		return true
	}
	return false
}

// entitle takes a segment for the title.
func (p *Parser) entitle(e *Entry, s line.Line, title segment) {
	e.Known = true
	e.Part = title.shape == quote
	text := title.text
	if title.shape == italic && strings.HasPrefix(text, string(line.QuoteOn)) && strings.HasSuffix(text, string(line.QuoteOff)) {
		text, e.Part = text[1:len(text)-1], true
	}
	e.setTitle(text)
	if on := strings.IndexRune(s, line.LinkOn); e.Linked == nil && on >= 0 && on < title.to {
		end := strings.IndexRune(s[on:], line.LinkOff)
		if end < 0 || on+end > title.from {
			which, _ := utf8.DecodeRuneInString(s[on+1:])
			e.Linked = e.Links.Of(which)
		}
	}
}

// setTitle takes words for the title, without the punctuation about them.
func (e *Entry) setTitle(text line.Line) {
	text = withoutLinks(text)
	text = strings.TrimLeft(strings.TrimSpace(text), ",;:.–—| ")
	text = trimEnd(text)
	if strings.Count(text, `"`) == 1 {
		text = strings.Trim(text, `" `) // of a quotation whose other mark is lost
	}
	e.TitleLine = text
	e.Title = line.Plain(text)
}

// trimEnd takes punctuation off the end of a title, but for the full stop of an
// abbreviation.
func trimEnd(text string) string {
	text = strings.TrimRight(text, " ,;:–—|-")
	if head, ok := strings.CutSuffix(text, "."); ok && !strings.HasSuffix(head, ".") {
		last := head[strings.LastIndexAny(head, " .")+1:]
		if utf8.RuneCountInString(last) > 1 || !isUpper(last) || !strings.Contains(head, ".") {
			text = head
		}
	}
	return strings.TrimSpace(text)
}

// withoutLinks takes the marks of links out of a line, not their words.
func withoutLinks(s line.Line) line.Line {
	if !strings.ContainsRune(s, line.LinkOn) && !strings.ContainsRune(s, line.LinkOff) {
		return s
	}
	var b strings.Builder
	skip := false
	for _, r := range s {
		switch {
		case skip:
			skip = false
		case r == line.LinkOn:
			skip = true
		case r == line.LinkOff:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
