package layout

import (
	"sort"
	"unicode/utf8"

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
	if p.count == nil {
		p.count = p.countText()
	}
	at := p.atoms[first]
	n := p.count.before[at.segment]
	if !p.isAside(at) {
		n += int(at.from)
	}
	return p.count.withoutPages(n)
}

// textCount says how much of a paragraph's text stands before each of its segments.
// It is counted once, for a paragraph may begin thousands of pages.
type textCount struct {
	before []int // bytes before each segment, references to pages with them
	pages  []pageText
}

// pageText is what references to pages hold of a paragraph's text.
type pageText struct {
	at     int // bytes before the reference
	length int
	sum    int // length of those before it
}

// countText returns the count of a paragraph's text.
func (p *paragraph) countText() *textCount {
	c := &textCount{before: make([]int, len(p.segments))}
	n, label := 0, p.labelled
	for i := range p.segments {
		c.before[i] = n
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
	at, sum := 0, 0
	book.WalkInlines(p.inlines, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.Text:
			at += textBytes(in.Value)
		case *book.CodeSpan:
			at += textBytes(in.Value)
		case *book.PageRef:
			length := textBytes(in.Before) + textBytes(in.After)
			c.pages = append(c.pages, pageText{at, length, sum})
			at += length
			sum += length
		}
		return true
	})
	return c
}

// withoutPages takes from the first n bytes of text those that belong to references
// to pages.
func (c *textCount) withoutPages(n int) int {
	i := sort.Search(len(c.pages), func(i int) bool { return c.pages[i].at >= n }) - 1
	if i < 0 {
		return n
	}
	last := c.pages[i]
	return n - last.sum - min(last.length, n-last.at)
}

// textBytes returns the length of a text without its blanks.
func textBytes(s string) int {
	n := len(s)
	for _, r := range s {
		if isBlank(r) {
			n -= utf8.RuneLen(r)
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
