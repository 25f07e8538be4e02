package fonts

import (
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// Figures chooses the shape of the digits.
type Figures uint8

// The shapes of digits that a face may have. A face without the shape sets its
// usual digits.
const (
	FiguresDefault Figures = iota // as the font has them
	OldStyle                      // proportional, with ascenders and descenders, for text
	TabularLining                 // of one width and the height of capitals, for tables
	Superior                      // small and raised, for note references
)

// Features chooses among the forms that a face has for the same characters. The
// zero value is plain text with kerning and the standard ligatures. Values can be
// compared.
type Features struct {
	SmallCaps    bool // lower case as small capitals
	AllSmallCaps bool // both cases as small capitals
	Figures      Figures
	NoLigatures  bool // for verbatim text and spaced letters
}

// bits packs features into a number below 32.
func (f Features) bits() uint64 {
	b := uint64(f.Figures & 3)
	if f.SmallCaps {
		b |= 4
	}
	if f.AllSmallCaps {
		b |= 8
	}
	if f.NoLigatures {
		b |= 16
	}
	return b
}

// tags lists the OpenType features that f switches.
func (f Features) tags() []harfbuzz.Feature {
	var list []harfbuzz.Feature
	set := func(value uint32, tags ...string) {
		for _, tag := range tags {
			list = append(list, harfbuzz.Feature{
				Tag:   opentype.MustNewTag(tag),
				Value: value,
				Start: harfbuzz.FeatureGlobalStart,
				End:   harfbuzz.FeatureGlobalEnd,
			})
		}
	}
	if f.SmallCaps || f.AllSmallCaps {
		set(1, "smcp")
	}
	if f.AllSmallCaps {
		set(1, "c2sc")
	}
	switch f.Figures {
	case OldStyle:
		set(1, "onum", "pnum")
	case TabularLining:
		set(1, "lnum", "tnum")
	case Superior:
		set(1, "sups")
	}
	if f.NoLigatures {
		set(0, "liga", "clig")
	}
	return list
}
