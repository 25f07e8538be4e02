package main

import (
	"maps"
	"slices"
	"strings"

	"publish/book"
	"publish/book/terms"
	"publish/fonts"
	"publish/output/epub"
)

// fontset is the characters that each face of a family has to set in an EPUB.
type fontset struct {
	family *fonts.Family
	used   map[*fonts.Face]map[rune]bool
	seen   [styles]runeSet
	lack   []rune // characters that no face has, each as often as it has a style
}

// styles is the number of sets of styles that a family has faces for.
const styles = int(fonts.Italic|fonts.Bold|fonts.Heading|fonts.Mono) + 1

// runeSet is a set of characters, a bit each.
type runeSet []uint64

// add reports whether r was not there before.
func (s *runeSet) add(r rune) bool {
	word, bit := int(r)/64, uint64(1)<<(r%64)
	if word >= len(*s) {
		*s = append(*s, make([]uint64, word+1-len(*s))...)
	}
	if (*s)[word]&bit != 0 {
		return false
	}
	(*s)[word] |= bit
	return true
}

// newFontset returns the characters of a book by face.
func newFontset(b *book.Book, family *fonts.Family) *fontset {
	s := &fontset{family: family, used: map[*fonts.Face]map[rune]bool{}}
	s.book(b)
	return s
}

// common is characters that the EPUB adds to those of the text: of its headings,
// numbers and lists in any language that is written in Latin letters.
const common = " !\"#%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz" +
	"\u00a0\u00ab\u00ad\u00bb\u2009\u2010\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u202fäöüßÄÖÜéèêàâçñáíóúîôûëï©"

// fontFiles returns the faces that an EPUB embeds, each cut down to the characters
// that the book sets in it.
func fontFiles(b *book.Book, family *fonts.Family, faces *typefaces) ([]epub.Font, error) {
	s := newFontset(b, family)
	var out []epub.Font
	for _, face := range family.Faces() {
		if s.used[face] == nil {
			continue
		}
		data, err := fonts.SubsetEPUB(face, slices.Sorted(maps.Keys(s.used[face])))
		if err != nil {
			return nil, err
		}
		f := epub.Font{
			Name: face.Name, Family: face.Family, Weight: face.Weight, Italic: face.Italic,
			Licence: face.Licence(), Data: data,
		}
		if faces.isForeign(face) {
			takePart(&f, face, family)
		}
		out = append(out, f)
	}
	return out, nil
}

// takePart gives a face that the manifest names the part that it has there, whatever
// the font says of itself: style sheets find the italic of a family by its family's
// name and its slant.
func takePart(f *epub.Font, face *fonts.Face, family *fonts.Family) {
	for _, kind := range []fonts.Style{fonts.Roman, fonts.Heading, fonts.Mono} {
		for _, style := range []fonts.Style{fonts.Roman, fonts.Italic, fonts.Bold, fonts.Bold | fonts.Italic} {
			if family.Text(kind|style) != face {
				continue
			}
			f.Family, f.Italic, f.Weight = family.Text(kind).Family, style&fonts.Italic != 0, 400
			if style&fonts.Bold != 0 {
				f.Weight = 700
			}
			switch kind {
			case fonts.Heading:
				f.Part = epub.HeadingFont
			case fonts.Mono:
				f.Part = epub.MonoFont
			}
			return
		}
	}
}

// book adds every text of the book. Titles and headings are set upright or in
// italic by their place, so that they count for both.
func (s *fontset) book(b *book.Book) {
	for _, style := range []fonts.Style{fonts.Roman, fonts.Italic, fonts.Bold, fonts.Heading, fonts.Heading | fonts.Italic, fonts.Mono} {
		s.text(common, style)
	}
	var plain strings.Builder
	m := b.Meta
	for _, text := range []string{m.Title, m.Subtitle, m.Publisher, m.Rights, m.Source, m.Description, m.Series, m.Identifier} {
		plain.WriteString(text)
	}
	for _, a := range m.Authors {
		plain.WriteString(a.Name)
	}
	plain.WriteString(strings.Join(m.Identifiers, "") + terms.For(m.Language).Text())
	for _, p := range b.Parts {
		plain.WriteString(p.Title)
	}
	for _, src := range b.Sources {
		plain.WriteString(src.Title + src.URL)
	}
	s.titles(plain.String())
	for _, c := range b.Chapters() {
		s.titles(book.PlainText(c.Title) + c.Short)
		s.blocks(c.Blocks)
		for _, n := range c.Notes {
			s.blocks(n.Blocks)
		}
		s.blocks(c.Questions)
		for _, ref := range c.SeeAlso {
			s.both(book.PlainText(ref.Inlines))
		}
	}
	for _, list := range b.WorkLists() {
		for _, e := range list.Entries {
			s.inlines(e.Text, fonts.Roman)
		}
	}
	if b.Index != nil {
		for _, group := range b.Index.Groups {
			s.both(group.Letter)
			s.entries(group.Entries)
		}
	}
}

func (s *fontset) both(text string) {
	s.text(text, fonts.Roman)
	s.text(text, fonts.Italic)
}

// titles adds text that stands in a heading and elsewhere too: in contents, in running
// heads.
func (s *fontset) titles(text string) {
	s.both(text)
	s.text(text, fonts.Heading)
	s.text(text, fonts.Heading|fonts.Italic)
}

func (s *fontset) entries(list []*book.IndexEntry) {
	for _, e := range list {
		s.inlines(e.Heading, fonts.Roman)
		for _, ref := range slices.Concat(e.See, e.SeeAlso) {
			s.inlines(ref.Heading, fonts.Roman)
		}
		s.entries(e.Sub)
	}
}

// blocks adds the text of blocks. Headings, terms, captions and heads of tables
// are set in italic.
func (s *fontset) blocks(blocks []book.Block) {
	book.WalkBlocks(blocks, func(b book.Block) bool {
		switch b := b.(type) {
		case *book.Heading:
			s.titles(book.PlainText(b.Inlines))
		case *book.Table:
			s.table(b)
		case *book.DefinitionList:
			for _, item := range b.Items {
				s.inlines(item.Term, fonts.Italic)
			}
		case *book.Figure:
			s.inlines(b.Caption, fonts.Italic)
		case *book.Verbatim:
			s.text(b.Text, fonts.Mono)
		}
		return true
	})
	book.EachText(blocks, func(list []book.Inline) { s.inlines(list, fonts.Roman) })
}

func (s *fontset) table(t *book.Table) {
	s.inlines(t.Caption, fonts.Italic)
	for _, row := range slices.Concat(t.Head, t.Body) {
		for _, cell := range row.Cells {
			book.EachText(cell.Blocks, func(list []book.Inline) { s.inlines(list, fonts.Italic) })
		}
	}
}

// inlines adds running text. Emphasis inside emphasis goes back to upright.
func (s *fontset) inlines(list []book.Inline, style fonts.Style) {
	for _, in := range list {
		inner := style
		switch in := in.(type) {
		case *book.Text:
			s.text(in.Value, style)
		case *book.CodeSpan:
			s.text(in.Value, style|fonts.Mono)
		case *book.PageRef:
			s.text(in.Before+in.After, style)
		case *book.Emphasis:
			inner ^= fonts.Italic
		case *book.Strong:
			inner |= fonts.Bold
		}
		s.inlines(book.Children(in), inner)
	}
}

func (s *fontset) text(text string, style fonts.Style) {
	for _, r := range text {
		if !s.seen[style].add(r) {
			continue
		}
		face := s.family.FaceFor(r, style)
		if face == nil {
			s.lack = append(s.lack, r)
			continue
		}
		if s.used[face] == nil {
			s.used[face] = map[rune]bool{}
		}
		s.used[face][r] = true
	}
}
