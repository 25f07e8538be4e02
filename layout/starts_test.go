package layout

import (
	"testing"

	"publish/book"
	"publish/layout/linebreak"
)

// TestTextBefore holds the text that is counted before each line of a paragraph to
// that of its words one by one, references to pages left out.
func TestTextBefore(t *testing.T) {
	c := safetyComposer(t)
	var inlines []book.Inline
	for i := range 40 {
		inlines = append(inlines, &book.Text{Value: proseOf(7 + i)}, &book.PageRef{Target: "x", Before: "(p. ", After: ") "},
			&book.Emphasis{Inlines: []book.Inline{&book.CodeSpan{Value: "a b"}, &book.PageRef{Target: "y", Before: "and p. "}}})
	}
	p := c.compose(inlines, block{style: roman(11*Point, "en"), measure: 200 * Point})
	breaks := c.variants(p)[0].breaks
	if len(breaks) < 100 {
		t.Fatalf("only %d lines", len(breaks))
	}
	for _, end := range breaks {
		if got, want := p.textBefore(end), p.textBeforeByWord(end); got != want {
			t.Fatalf("%d bytes before the line after item %d, want %d", got, end, want)
		}
	}
}

// textBeforeByWord is textBefore without a count that is kept.
func (p *paragraph) textBeforeByWord(end int) int {
	first := nextBox(p.items, end)
	if first == len(p.items) {
		return 0
	}
	at := p.atoms[first]
	n := 0
	if !p.isAside(at) {
		n = int(at.from)
	}
	for i := range p.segments[:at.segment] {
		if s := &p.segments[i]; s.word != nil && s.thing == nil {
			n += len(s.word.text)
		}
	}
	rest := n
	book.WalkInlines(p.inlines, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.Text:
			rest -= textBytes(in.Value)
		case *book.CodeSpan:
			rest -= textBytes(in.Value)
		case *book.PageRef:
			own := min(textBytes(in.Before)+textBytes(in.After), max(rest, 0))
			rest -= own
			n -= own
		}
		return true
	})
	return n
}

// BenchmarkTextBefore finds where the lines of one long paragraph begin in the book: its
// time grows with the paragraph, not with the square of it.
func BenchmarkTextBefore(b *testing.B) {
	p := &paragraph{inlines: plainText(proseOf(200_000))}
	for i := range 200_000 {
		p.segments = append(p.segments, segment{word: &shapedWord{text: "paper"}})
		p.atoms = append(p.atoms, atom{segment: int32(i)})
	}
	p.items = make([]linebreak.Item, len(p.atoms))
	for b.Loop() {
		p.count = nil
		for i := 0; i < len(p.items); i += 10 {
			p.textBefore(i)
		}
	}
}
