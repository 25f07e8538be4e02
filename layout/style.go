package layout

import (
	"publish/book"
	"publish/fonts"
)

// textStyle is how a piece of text is set. It is comparable: a key of the word
// cache.
type textStyle struct {
	style    fonts.Style
	features fonts.Features
	size     Length
	rise     Length
	track    int32 // letterspacing in thousandths of an em
	lang     string
}

// roman returns the plain style of a size in a language.
func roman(size Length, lang string) textStyle {
	return textStyle{size: size, lang: lang, features: fonts.Features{Figures: fonts.OldStyle}}
}

// italic returns s in italic; italic within italic goes back to roman.
func (s textStyle) italic() textStyle {
	s.style ^= fonts.Italic
	return s
}

func (s textStyle) bold() textStyle {
	s.style |= fonts.Bold
	return s
}

// smallCaps returns s in the face's own small capitals, spaced a little, as
// capitals of any size need to be.
func (s textStyle) smallCaps() textStyle {
	s.features.SmallCaps = true
	s.track = 50
	return s
}

// allSmallCaps turns capitals into small capitals too.
func (s textStyle) allSmallCaps() textStyle {
	s = s.smallCaps()
	s.features.AllSmallCaps = true
	return s
}

// heading returns s in the face of headings, which is that of the text where a book
// has no other.
func (s textStyle) heading() textStyle {
	s.style |= fonts.Heading
	return s
}

// superior returns the style of a note call: the face's own superior figures.
func (s textStyle) superior() textStyle {
	s.style = fonts.Roman
	s.features = fonts.Features{Figures: fonts.Superior}
	s.track = 0
	return s
}

// raised and lowered stand in for superior and inferior letters that the face
// lacks: smaller ones, moved off the baseline.
func (s textStyle) raised() textStyle {
	s.rise += s.size.Scale(33, 100)
	s.size = s.size.Scale(66, 100)
	return s
}

func (s textStyle) lowered() textStyle {
	s.rise -= s.size.Scale(14, 100)
	s.size = s.size.Scale(66, 100)
	return s
}

// tabular returns s with lining figures of one width, for columns of numbers.
func (s textStyle) tabular() textStyle {
	s.features.Figures = fonts.TabularLining
	return s
}

// address returns the style of web addresses: lining figures, which stand well
// among capitals and lower case alike.
func (s textStyle) address() textStyle {
	s.features = fonts.Features{NoLigatures: true}
	s.track = 0
	return s
}

// verbatim returns the style of program text: its own face where a book has one, no
// ligatures, lining figures.
func (s textStyle) verbatim() textStyle {
	s.style |= fonts.Mono
	s.features = fonts.Features{Figures: fonts.TabularLining, NoLigatures: true}
	s.size = s.size.Scale(92, 100)
	return s
}

// within returns the style that an inline gives to the text inside it.
func (s textStyle) within(in book.Inline) textStyle {
	switch in := in.(type) {
	case *book.Emphasis:
		return s.italic()
	case *book.Strong:
		return s.bold()
	case *book.SmallCaps:
		return s.allSmallCaps()
	case *book.Superscript:
		return s.raised()
	case *book.Subscript:
		return s.lowered()
	case *book.CodeSpan:
		return s.verbatim()
	case *book.Span:
		s.lang = in.Lang
	}
	return s
}
