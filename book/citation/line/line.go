package line

import (
	"strings"
	"unicode/utf8"

	"publish/book"
)

// Line is text with marks.
type Line = string

// The marks. LinkOn and Bare are followed by a rune that tells the link: see
// [Links.Of].
const (
	ItalicOn  = '\x01'
	ItalicOff = '\x02'
	QuoteOn   = '\x03'
	QuoteOff  = '\x04'
	LinkOn    = '\x05'
	LinkOff   = '\x06'
	Bare      = '\x0e'
)

// firstLink is the rune of the first link, in a plane for private use.
const firstLink = 0xF0000

// maxLinks is the greatest number of links that a line can tell apart.
const maxLinks = 0xFFFD

// Links are the links of a line.
type Links []*book.Link

// Of returns the link that a rune behind LinkOn or Bare stands for, nil for none.
func (l Links) Of(r rune) *book.Link {
	if i := int(r) - firstLink; i >= 0 && i < len(l) {
		return l[i]
	}
	return nil
}

// Flat lays inlines flat. Whole is false when they hold what a line has no place
// for: code, pictures, calls of notes.
func Flat(inlines []book.Inline) (text Line, links Links, whole bool) {
	f := flattener{whole: true}
	f.add(inlines, false)
	return quoted(tidy(f.b.String())), f.links, f.whole
}

type flattener struct {
	b     strings.Builder
	links Links
	whole bool
}

func (f *flattener) add(inlines []book.Inline, italic bool) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *book.Text:
			f.text(in.Value)
		case *book.Emphasis:
			if italic {
				f.add(in.Inlines, true) // italic in italic: a title in a title
				continue
			}
			f.b.WriteRune(ItalicOn)
			f.add(in.Inlines, true)
			f.b.WriteRune(ItalicOff)
		case *book.Link:
			f.link(in, italic)
		case *book.LineBreak:
			f.b.WriteByte(' ')
		case *book.Anchor:
		case *book.Strong, *book.Span, *book.CrossRef, *book.SmallCaps:
			f.add(book.Children(in), italic)
		default:
			f.whole = false
			f.add(book.Children(in), italic)
		}
	}
}

// text adds characters, but for those that marks are made of.
func (f *flattener) text(s string) {
	for _, r := range s {
		if r < ' ' || r >= firstLink {
			r = ' '
		}
		f.b.WriteRune(r)
	}
}

func (f *flattener) link(in *book.Link, italic bool) {
	if len(f.links) == maxLinks {
		f.whole = false
		return
	}
	f.links = append(f.links, in)
	index := rune(firstLink + len(f.links) - 1)
	if in.Bare {
		f.b.WriteByte(' ')
		f.b.WriteRune(Bare)
		f.b.WriteRune(index)
		f.b.WriteByte(' ')
		return
	}
	f.b.WriteRune(LinkOn)
	f.b.WriteRune(index)
	f.add(in.Inlines, italic)
	f.b.WriteRune(LinkOff)
}

// tidy makes runs of blanks single, takes blanks out from behind an opening mark
// and before a closing one, and makes the wiki's doubled apostrophes italic.
func tidy(s string) Line {
	s = wikiItalic(s)
	s = strings.Join(strings.Fields(s), " ")
	for _, m := range []rune{ItalicOn, ItalicOff} {
		if on := string(m); m == ItalicOn {
			s = strings.ReplaceAll(s, on+" ", " "+on)
		} else {
			s = strings.ReplaceAll(s, " "+on, on+" ")
		}
	}
	s = strings.ReplaceAll(s, "\x01\x02", "")
	return strings.TrimSpace(strings.Join(strings.Fields(s), " "))
}

// wikiItalic reads pairs of doubled apostrophes, which MediaWiki makes italic of
// (Help:Formatting), where the export left them.
func wikiItalic(s string) string {
	for _, pair := range [][2]string{{"''", "''"}, {"‘’", "’’"}} {
		for {
			before, rest, ok := strings.Cut(s, pair[0])
			inside, after, closed := strings.Cut(rest, pair[1])
			if !ok || !closed || inside == "" {
				break
			}
			s = before + string(ItalicOn) + inside + string(ItalicOff) + after
		}
	}
	return s
}

// IsMark reports whether a rune is a mark or tells the link of one.
func IsMark(r rune) bool {
	return r < ' ' && r > 0 || r >= firstLink
}

// Plain returns the text of a line without its marks; quotations keep quotation
// marks.
func Plain(l Line) string { return strip(l, true) }

// Words is Plain without the marks of quotations.
func Words(l Line) string { return strip(l, false) }

func strip(l Line, quotes bool) string {
	if strings.IndexFunc(l, IsMark) < 0 {
		return l
	}
	var b strings.Builder
	for _, r := range l {
		switch {
		case quotes && r == QuoteOn:
			b.WriteRune('“')
		case quotes && r == QuoteOff:
			b.WriteRune('”')
		case !IsMark(r):
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Inlines makes a line into inlines again, all at one position.
func Inlines(l Line, links Links, pos book.Pos) []book.Inline {
	u := unflattener{links: links, pos: pos}
	return u.until(&l, 0)
}

type unflattener struct {
	links Links
	pos   book.Pos
}

// until returns the inlines up to the mark stop, or to the end, and takes them off
// the line.
func (u *unflattener) until(l *Line, stop rune) []book.Inline {
	var out []book.Inline
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			out = append(out, &book.Text{Pos: u.pos, Value: text.String()})
			text.Reset()
		}
	}
	for *l != "" {
		r, size := utf8.DecodeRuneInString(*l)
		*l = (*l)[size:]
		switch r {
		case stop:
			flush()
			return out
		case ItalicOn:
			flush()
			if inside := u.until(l, ItalicOff); len(inside) > 0 {
				out = append(out, &book.Emphasis{Pos: u.pos, Inlines: inside})
			}
		case QuoteOn:
			text.WriteRune('“')
		case QuoteOff:
			text.WriteRune('”')
		case LinkOn, Bare:
			which, size := utf8.DecodeRuneInString(*l)
			*l = (*l)[size:]
			flush()
			out = append(out, u.link(r, u.links.Of(which), l)...)
		case ItalicOff, LinkOff:
		default:
			if !IsMark(r) {
				text.WriteRune(r)
			}
		}
	}
	flush()
	return out
}

func (u *unflattener) link(mark rune, link *book.Link, l *Line) []book.Inline {
	if mark == Bare {
		if link == nil {
			return nil
		}
		return []book.Inline{link}
	}
	inside := u.until(l, LinkOff)
	if link == nil || len(inside) == 0 {
		return inside
	}
	return []book.Inline{&book.Link{Pos: link.Pos, URL: link.URL, Inlines: inside}}
}

// Balanced returns a piece of a line with a mark at its beginning for each that was
// opened before it and is closed in it.
func Balanced(l Line, from, to int) Line {
	piece := l[from:to]
	open := ""
	for at, r := range piece {
		if r == LinkOn {
			break
		}
		if r == LinkOff {
			if on := lastLink(l[:from]); on != "" && at > 0 {
				open = on
			}
			break
		}
	}
	return open + piece
}

// lastLink returns the last opening mark of a link with its rune, "" for none.
func lastLink(l Line) string {
	i := -1
	for at, r := range l {
		if r == LinkOn {
			i = at
		}
	}
	if i < 0 || i+1 >= len(l) {
		return ""
	}
	_, size := utf8.DecodeRuneInString(l[i+1:])
	return l[i : i+1+size]
}
