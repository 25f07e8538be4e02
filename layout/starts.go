package layout

import (
	"publish/book"
	"publish/layout/linebreak"
)

// begin is where something begins in the book: see [book.PageStart].
type begin struct {
	at     any
	offset int
}

// begins notes on a sheet where it begins in the book: with the first thing on it
// that has a place there.
func (s *sheet) begins(b begin) {
	if s.start.at == nil {
		s.start = b
	}
}

// beginOf returns where line number line of a unit begins in the book. What the
// layout adds to the book has no place there.
func (u *unit) beginOf(variant, line int) begin {
	p := u.paragraph
	if p == nil {
		return begin{at: u.at}
	}
	b := begin{u.at, u.offset}
	if b.at == nil && len(p.inlines) > 0 {
		b.at = p.inlines[0]
	}
	if line > 0 {
		b.offset += p.textBefore(u.variants[variant].breaks[line-1])
	}
	return b
}

// textBefore returns how many bytes of text stand before the line after a break,
// as [book.PageStart] counts them.
func (p *paragraph) textBefore(end int) int {
	first := nextBox(p.items, end)
	if first == len(p.items) || p.items[first].Kind != linebreak.Box {
		return 0
	}
	at := p.atoms[first]
	n, label := int(at.from), p.labelled
	if p.isAside(at) {
		n = 0
	}
	for i := range p.segments[:at.segment] {
		s := &p.segments[i]
		if s.word == nil || s.thing != nil {
			continue
		}
		if label {
			label = false
			continue
		}
		n += len(s.word.text)
	}
	return withoutPageRefs(p.inlines, n)
}

// withoutPageRefs takes from the first n bytes of text those that belong to
// references to pages.
func withoutPageRefs(inlines []book.Inline, n int) int {
	rest := n
	book.WalkInlines(inlines, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.Text:
			rest -= textBytes(in.Value)
		case *book.CodeSpan:
			rest -= textBytes(in.Value)
		case *book.PageRef:
			if own := min(textBytes(in.Before)+textBytes(in.After), max(rest, 0)); own > 0 {
				rest -= own
				n -= own
			}
		}
		return rest > 0
	})
	return n
}

// textBytes returns the length of a text without its blanks.
func textBytes(s string) int {
	n := len(s)
	for _, r := range s {
		if isBlank(r) {
			n -= len(string(r))
		}
	}
	return n
}

// begin returns where line i of the index begins in the book; nothing for what is
// repeated at the top of a column.
func (l *indexLine) begin() begin {
	switch {
	case l.at == nil:
		return begin{}
	case l.end == 0:
		return begin{at: l.at}
	}
	return begin{l.at, l.paragraph.textBefore(l.end)}
}
