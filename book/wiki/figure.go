package wiki

import (
	"strings"

	"publish/book"
)

// pictures adds a paragraph that holds nothing but pictures as figures.
func (l *blockList) pictures(inlines []book.Inline) bool {
	for _, in := range inlines {
		if picture(in) == nil && !isSpace(in) {
			return false
		}
	}
	for _, in := range inlines {
		if p := picture(in); p != nil {
			l.put(figureOf(p))
		}
	}
	return true
}

// picture returns the picture that an inline is, alone or inside a link.
func picture(in book.Inline) *book.Image {
	switch in := in.(type) {
	case *book.Image:
		return in
	case *book.Link:
		if len(in.Inlines) == 1 {
			return picture(in.Inlines[0])
		}
	case *book.WikiLink:
		if len(in.Inlines) == 1 {
			return picture(in.Inlines[0])
		}
	}
	return nil
}

func isSpace(in book.Inline) bool {
	switch in := in.(type) {
	case *book.LineBreak:
		return true
	case *book.Text:
		return strings.Trim(in.Value, " .") == ""
	}
	return false
}

// figureOf returns a picture that stands by itself. Its text is its caption.
func figureOf(p *book.Image) *book.Figure {
	f := &book.Figure{Pos: p.Pos, Source: p.Source, Alt: p.Alt, Size: p.Size}
	if p.Alt != "" {
		f.Caption = []book.Inline{&book.Text{Pos: p.Pos, Value: p.Alt}}
	}
	return f
}

// gallery drops what is left of a picture gallery: file names with captions,
// which say nothing without their pictures.
func (l *blockList) gallery(inlines []book.Inline) bool {
	first, ok := inlines[0].(*book.Text)
	if !ok {
		return false
	}
	name, _, ok := strings.Cut(first.Value, "|")
	if !ok || !pictureExt(name) || len(name) > 200 {
		return false
	}
	pos := first.Pos
	l.c.dropBlocks(book.DropPicture, pos, []book.Block{&book.Paragraph{Pos: pos, Inlines: inlines}})
	return true
}
