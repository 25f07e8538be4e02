package fonts

import (
	"reflect"
	"unsafe"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Before it applies a lookup, HarfBuzz asks a small filter whether a glyph may be
// covered. In go-text v0.3.5 the filter forgets ranges: setDigest.addRange returns
// as soon as one of its three parts is full (issue 278 of that project, mended by
// its pull request 279, in no release yet). A lookup whose coverage is a list of
// ranges (format 2) is then silently skipped; of EB Garamond that is half of the
// kerning of lower case. Coverages that list their glyphs (format 1) are not
// concerned. So every coverage that is asked is turned into such a list before
// HarfBuzz sees it. TestKerning fails without this; when it passes without, this
// file can go.

// maxListed bounds how many glyph ids the lists of one font may hold, against
// fonts that are made to eat memory. Noto Serif needs some 20,000.
const maxListed = 1 << 20

// coverageLister turns ranges into lists.
type coverageLister struct{ left int }

// listCoverages rewrites the coverages of all lookups of a font that nobody else
// uses yet.
func listCoverages(ft *font.Font) {
	lister := coverageLister{left: maxListed}
	for _, lookup := range ft.GSUB.Lookups {
		for i, subtable := range lookup.Subtables {
			lookup.Subtables[i] = lister.rewrite(reflect.ValueOf(subtable)).Interface().(tables.GSUBLookup)
		}
	}
	for _, lookup := range ft.GPOS.Lookups {
		for i, subtable := range lookup.Subtables {
			lookup.Subtables[i] = lister.rewrite(reflect.ValueOf(subtable)).Interface().(tables.GPOSLookup)
		}
	}
}

// rewrite returns a copy of a struct with listed coverages: of its fields, of the
// struct in its field Data, and the first of each slice, which is the one that
// decides whether a contextual lookup applies.
func (l *coverageLister) rewrite(original reflect.Value) reflect.Value {
	if original.Kind() != reflect.Struct {
		return original
	}
	c := reflect.New(original.Type()).Elem()
	c.Set(original)
	for i := range c.NumField() {
		// The fields are not exported and the library has no way to set them.
		field := reflect.NewAt(c.Field(i).Type(), unsafe.Pointer(c.Field(i).UnsafeAddr())).Elem()
		switch value := field.Interface().(type) {
		case tables.Coverage2:
			field.Set(reflect.ValueOf(l.list(value)))
		case []tables.Coverage:
			if len(value) > 0 {
				if ranges, ok := value[0].(tables.Coverage2); ok {
					value[0] = l.list(ranges)
				}
			}
		default:
			if field.Kind() == reflect.Interface && !field.IsNil() && c.Type().Field(i).Name == "Data" {
				field.Set(l.rewrite(field.Elem()))
			}
		}
	}
	return c
}

// list returns the glyphs of ranges that rise and count on; other ranges, which
// only a broken font has, are returned as they are.
func (l *coverageLister) list(ranges tables.Coverage2) tables.Coverage {
	count, next := 0, 0
	for _, r := range ranges.Ranges {
		if int(r.StartGlyphID) < next || r.EndGlyphID < r.StartGlyphID || int(r.StartCoverageIndex) != count {
			return ranges
		}
		next = int(r.EndGlyphID) + 1
		count += next - int(r.StartGlyphID)
	}
	if count > l.left {
		return ranges
	}
	l.left -= count
	glyphs := make([]tables.GlyphID, 0, count)
	for _, r := range ranges.Ranges {
		for gid := int(r.StartGlyphID); gid <= int(r.EndGlyphID); gid++ {
			glyphs = append(glyphs, tables.GlyphID(gid))
		}
	}
	return tables.Coverage1{Glyphs: glyphs}
}
