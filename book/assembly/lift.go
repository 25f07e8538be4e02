package assembly

import (
	"strings"

	"publish/book"
)

// largestIcon is the height in pixels up to which a picture may stand among the
// words, where it is as high as the letters. Icons of wikis are up to 60 pixels
// high; in a photograph of that size nothing would be seen.
const largestIcon = 64

// lifted returns the blocks with the large pictures in running text made figures of
// their own: before a paragraph that begins with one, else after it.
func (d *draft) lifted(blocks []book.Block, pictures map[string]*book.Picture) []book.Block {
	return replaceAll(blocks, func(b book.Block) []book.Block {
		p, ok := b.(*book.Paragraph)
		if !ok {
			return []book.Block{b}
		}
		l := lifter{pictures: pictures}
		rest := l.without(p.Inlines)
		if len(l.figures) == 0 {
			return []book.Block{b}
		}
		for _, f := range l.figures {
			d.checkAlt(f.(*book.Figure))
		}
		if !shows(rest) {
			return l.figures
		}
		text := &book.Paragraph{Pos: p.Pos, Inlines: rest}
		if l.first {
			return append(l.figures, text)
		}
		return append([]book.Block{text}, l.figures...)
	})
}

// lifter takes the large pictures out of inlines.
type lifter struct {
	pictures map[string]*book.Picture
	figures  []book.Block
	words    bool // seen so far
	first    bool // a picture came before all words
}

func (l *lifter) without(inlines []book.Inline) []book.Inline {
	var out []book.Inline
	for i, in := range inlines {
		if image, ok := in.(*book.Image); ok && l.isLarge(image) {
			l.first = l.first || !l.words
			l.figures = append(l.figures, &book.Figure{Pos: image.Pos, Source: image.Source, Alt: image.Alt, Size: image.Size})
			continue
		}
		inner := book.Children(in)
		before := len(l.figures)
		kept := l.without(inner)
		switch {
		case len(l.figures) == before:
		case !shows(kept):
			continue // it held nothing else
		default:
			in = book.WithChildren(in, kept)
		}
		if text, ok := in.(*book.Text); ok && strings.TrimSpace(text.Value) == "" && len(out) == 0 && i > 0 {
			continue // the blank between a picture and the first word
		}
		l.words = l.words || shows([]book.Inline{in})
		out = append(out, in)
	}
	return out
}

func (l *lifter) isLarge(image *book.Image) bool {
	p := l.pictures[image.Source]
	if p == nil {
		return false
	}
	height := p.Height
	if width := image.Size.In(p); width > 0 && p.Width > 0 {
		height = width * p.Height / p.Width
	}
	return height > largestIcon
}

// shows reports whether inlines show anything.
func shows(inlines []book.Inline) bool {
	found := strings.TrimSpace(book.PlainText(inlines)) != ""
	book.WalkInlines(inlines, func(in book.Inline) bool {
		switch in.(type) {
		case *book.Image, *book.NoteRef:
			found = true
		}
		return !found
	})
	return found
}
