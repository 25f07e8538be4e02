package fonts

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// FontFile is a font file that is read in parts, such as an os.File.
type FontFile interface {
	io.ReadSeeker
	io.ReaderAt
}

// Survey is what can be known of a font file without reading all of it: which of
// some characters its fonts have.
type Survey struct {
	Fonts []SurveyedFont // in the order of the file
}

// SurveyedFont is one font of a file.
type SurveyedFont struct {
	Number int // in the file, from 1
	Name   string
	Has    []rune // of the characters that were asked for, in their order

	weight int
	plain  bool // upright and of normal width
	serif  bool
}

// surveyTable is the size of the largest table that is read for a survey, in bytes.
// The map of a font of all Han characters has some 300,000.
const surveyTable = 4 << 20

// SurveyFont looks for characters in a font file that need not be read as a whole. A
// font that cannot be used is left out.
func SurveyFont(file FontFile, chars []rune) (s Survey, err error) {
	defer func() {
		// A malformed table may make the parser index out of range.
		if r := recover(); r != nil {
			s, err = Survey{}, fmt.Errorf("malformed table: %v", r)
		}
	}()
	loaders, err := opentype.NewLoaders(file)
	if err != nil {
		return Survey{}, err
	}
	for i, loader := range loaders[:min(len(loaders), mostFonts)] {
		if f, ok := surveyed(loader, chars); ok {
			f.Number = i + 1
			s.Fonts = append(s.Fonts, f)
		}
	}
	return s, nil
}

// surveyed reads the map, the names and the style of a font with outlines.
func surveyed(loader *opentype.Loader, chars []rune) (f SurveyedFont, ok bool) {
	if !loader.HasTable(opentype.MustNewTag("glyf")) {
		return f, false
	}
	has, err := mapped(loader, chars)
	if err != nil || len(has) == 0 {
		return f, false
	}
	f.Has = has
	face := &Face{UnitsPerEm: 1000}
	for _, tag := range []string{"OS/2", "name"} {
		data, err := loader.RawTable(opentype.MustNewTag(tag))
		if err == nil && len(data) <= surveyTable {
			face.dir = append(face.dir, tableRecord{tag: tag, data: data})
		}
	}
	face.readOS2()
	face.readNames()
	if face.mayEmbed() != nil {
		return f, false
	}
	f.Name, f.weight = face.Name, face.Weight
	f.serif = strings.Contains(face.Family, "Serif") || strings.Contains(face.Family, "Mincho")
	f.plain = !face.Italic && !strings.Contains(face.Name, "Condensed") && !strings.Contains(face.Name, "Mono")
	return f, true
}

// mapped returns which of chars a font has a glyph for.
func mapped(loader *opentype.Loader, chars []rune) ([]rune, error) {
	data, err := loader.RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return nil, err
	}
	if len(data) > surveyTable {
		return nil, errTruncated
	}
	table, _, err := tables.ParseCmap(data)
	if err != nil {
		return nil, err
	}
	cmap, _, err := font.ProcessCmap(table, tables.FPNone)
	if err != nil {
		return nil, err
	}
	var has []rune
	for _, r := range chars {
		if gid, ok := cmap.Lookup(r); ok && gid != 0 {
			has = append(has, r)
		}
	}
	return has, nil
}

// Prefer orders fonts for standing in beside a text with serifs: more characters
// first, then upright letters of normal width, serifs, a weight near that of text,
// and the name, so that the choice does not depend on the order of files.
func (f *SurveyedFont) Prefer(other *SurveyedFont) int {
	return cmp.Or(
		cmp.Compare(len(other.Has), len(f.Has)),
		compareBool(f.plain, other.plain),
		compareBool(f.serif, other.serif),
		cmp.Compare(abs(f.weight-400), abs(other.weight-400)),
		strings.Compare(f.Name, other.Name),
		cmp.Compare(f.Number, other.Number),
	)
}

// Without returns the font as if nobody had asked for some of its characters.
func (f SurveyedFont) Without(chars []rune) SurveyedFont {
	f.Has = slices.DeleteFunc(slices.Clone(f.Has), func(r rune) bool { return slices.Contains(chars, r) })
	return f
}

// compareBool puts true first.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func abs(n int) int { return max(n, -n) }
