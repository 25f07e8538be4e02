package fonts

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
)

// Face is one TrueType font file, read once. The exported fields are read-only;
// lengths are in design units. A Face may be used by many goroutines.
type Face struct {
	Name   string // PostScript name (name table, id 6), "EBGaramond-Italic"
	Family string // family name, "EB Garamond"

	UnitsPerEm int
	Ascent     int // of the tallest letters above the baseline (hhea)
	Descent    int // below the baseline, negative (hhea)
	LineGap    int // further space between lines that the font asks for (hhea)
	CapHeight  int // height of H
	XHeight    int // height of x

	ItalicAngle int    // whole degrees, negative where the letters lean right
	Weight      int    // 400 regular, 700 bold (OS/2)
	BBox        [4]int // xMin, yMin, xMax, yMax over all glyphs

	UnderlinePosition  int // of the middle of the line, negative
	UnderlineThickness int

	Bold, Italic bool

	data   []byte
	dir    directory
	glyphs glyphTable
	load   func() (*font.Font, error) // parses the layout tables, once
	// leaves is what the face leaves to others though it has glyphs for some of it, nil
	// as a rule.
	leaves *unicode.RangeTable
}

// ParseFace reads a TrueType font, of a collection the first. The face keeps data,
// which must not change afterwards. Broken or truncated data gives an error, never a
// panic.
func ParseFace(data []byte) (*Face, error) {
	starts, err := fontStarts(data)
	if err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	return parseFaceAt(data, starts[0])
}

func parseFaceAt(data []byte, at int) (*Face, error) {
	f, err := openFace(data, at)
	if err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	if _, err := f.load(); err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	return f, nil
}

// openFace reads what is needed to know a face and leaves the layout tables for
// later: a bundled face that no text needs costs a few microseconds.
func openFace(data []byte, at int) (*Face, error) {
	dir, err := readDirectory(data, at)
	if err != nil {
		return nil, err
	}
	f := &Face{data: data, dir: dir}
	if err := f.readHead(); err != nil {
		return nil, err
	}
	if f.glyphs, err = readGlyphTable(dir); err != nil {
		return nil, err
	}
	f.readOS2()
	f.readPost()
	f.readNames()
	f.load = sync.OnceValues(func() (*font.Font, error) { return loadLayout(f) })
	return f, nil
}

// Data returns the whole font file. It is read-only.
func (f *Face) Data() []byte { return f.data }

// NumGlyphs returns the number of glyphs; the greatest glyph id is one less.
func (f *Face) NumGlyphs() int { return f.glyphs.count }

// GlyphAdvance returns the advance of a glyph before kerning, 0 for a glyph that
// the face does not have.
func (f *Face) GlyphAdvance(gid uint16) int {
	advance, _ := f.glyphs.metrics(gid)
	return advance
}

// HasFeature reports whether the face has a substitution of its own for an OpenType
// feature, such as "sups" or "smcp", in any script.
func (f *Face) HasFeature(tag string) bool {
	ft, err := f.load()
	return err == nil && slices.ContainsFunc(ft.GSUB.Features, func(feature font.Feature) bool { return feature.Tag.String() == tag })
}

// Licence returns the name of the licence under which the font says that it may be
// passed on, "" if it is none of the free ones that most fonts are under.
func (f *Face) Licence() string {
	names := f.dir.table("name")
	text := findName(names, nameLicence) + " " + findName(names, nameLicenceURL)
	switch {
	case strings.Contains(text, "Open Font License"), strings.Contains(text, "OFL"):
		return "SIL Open Font License 1.1"
	case strings.Contains(text, "Apache License"), strings.Contains(text, "apache.org/licenses"):
		return "Apache License 2.0"
	}
	return ""
}

// Has reports whether the face has a glyph of its own for r.
func (f *Face) Has(r rune) bool {
	_, ok := f.Glyph(r)
	return ok
}

// Glyph returns the glyph that the face's character map gives for r, before any
// substitution. ok is false if there is none.
func (f *Face) Glyph(r rune) (gid uint16, ok bool) {
	ft, err := f.load()
	if err != nil || ft.Cmap == nil {
		return 0, false
	}
	g, ok := ft.Cmap.Lookup(r)
	if !ok || g == 0 || int(g) >= f.glyphs.count {
		return 0, false
	}
	return uint16(g), true
}

// style returns the style that the font says it has.
func (f *Face) style() Style {
	s := Roman
	if f.Italic {
		s |= Italic
	}
	if f.Bold {
		s |= Bold
	}
	return s
}
