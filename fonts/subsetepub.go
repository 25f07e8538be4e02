package fonts

import (
	"fmt"
	"maps"
	"slices"

	"golang.org/x/text/unicode/norm"
)

// SubsetEPUB writes a TrueType font with which a reading system can set the given
// characters, with kerning, ligatures, small capitals, all figures and the forms
// of languages, just as with the whole face. Glyphs keep their numbers, so that
// GSUB, GPOS and GDEF stay as they are; the outlines and the kerning of those that
// the characters cannot lead to are empty. Instructions, glyph names and other
// tables are left out. Characters that the face lacks are passed over; space, no-break space and
// hyphen, which a reading system may add, and composed forms of the characters are
// kept if the face has them. The order of runes does not matter.
func SubsetEPUB(f *Face, runes []rune) ([]byte, error) {
	data, err := f.subsetEPUB(runes)
	if err != nil {
		return nil, fmt.Errorf("subset %s: %w", f.Name, err)
	}
	return data, nil
}

func (f *Face) subsetEPUB(runes []rune) ([]byte, error) {
	ft, err := f.load()
	if err != nil {
		return nil, err
	}
	m, err := f.mappings(runes)
	if err != nil {
		return nil, err
	}
	set := newGlyphSet(f.glyphs.count)
	set.add(0)
	for _, e := range m {
		set.add(e.gid)
	}
	closeOverGSUB(ft.GSUB, set, slices.Contains(runes, 0x2044))
	if _, err := f.glyphs.addComponents(set, set.list()); err != nil {
		return nil, err
	}
	cmap, err := writeCmap(m)
	if err != nil {
		return nil, err
	}
	tables := map[string][]byte{
		"cmap": cmap,
		"OS/2": f.subsetOS2(firstLast(m)),
	}
	for _, tag := range []string{"GDEF", "GSUB", "gasp", "kern"} {
		tables[tag] = f.dir.table(tag)
	}
	tables["GPOS"] = trimKerning(f.dir.table("GPOS"), set)
	return f.writeEmptied(set, tables)
}

func firstLast(m []mapping) (first, last rune) {
	if len(m) == 0 {
		return 0, 0
	}
	return m[0].char, m[len(m)-1].char
}

// mappings returns the characters that the subset's character map is to have.
func (f *Face) mappings(runes []rune) ([]mapping, error) {
	wanted := map[rune]bool{}
	for _, r := range runes {
		wanted[r] = true
	}
	for _, r := range []rune{' ', 0xA0, '-', 0x2010} { // 0x2010 is put at the end of hyphenated lines
		wanted[r] = true
	}
	f.addComposed(wanted)
	var m []mapping
	for r := range wanted {
		if gid, ok := f.Glyph(r); ok {
			m = append(m, mapping{r, gid})
		}
	}
	return sortMappings(m)
}

// addComposed adds the characters that a shaper makes of a letter and a mark
// which are both wanted.
func (f *Face) addComposed(wanted map[rune]bool) {
	if !slices.ContainsFunc(slices.Collect(maps.Keys(wanted)), extends) {
		return
	}
	var composed []rune
	for _, block := range composedBlocks() {
		for r := block[0]; r <= block[1]; r++ {
			if isComposedOf(r, wanted) {
				composed = append(composed, r)
			}
		}
	}
	for _, r := range composed {
		wanted[r] = true
	}
}

// isComposedOf reports whether r is a wanted letter, which may have marks itself,
// and wanted marks.
func isComposedOf(r rune, wanted map[rune]bool) bool {
	parts := []rune(norm.NFD.String(string(r)))
	for n := len(parts) - 1; n > 0 && wanted[parts[n]]; n-- {
		if letter := []rune(norm.NFC.String(string(parts[:n]))); len(letter) == 1 && wanted[letter[0]] {
			return true
		}
	}
	return false
}

// composedBlocks lists the first and last characters of the blocks with composed
// letters: Latin to Arabic, Latin and Greek extended, Kana, Hebrew forms.
func composedBlocks() [][2]rune {
	return [][2]rune{{0xC0, 0x6FF}, {0x1E00, 0x1FFF}, {0x3040, 0x30FF}, {0xFB1D, 0xFB4F}}
}

// writeEmptied writes all glyphs under their own numbers; those that are not in
// the set have neither outline nor width.
func (f *Face) writeEmptied(set glyphSet, tables map[string][]byte) ([]byte, error) {
	var glyf []byte
	var err error
	offsets := []int{0}
	metrics := make([]metric, f.glyphs.count)
	for i := range metrics {
		gid := uint16(i)
		if set.has(gid) {
			metrics[i].advance, metrics[i].bearing = f.glyphs.metrics(gid)
			if glyf, err = appendGlyph(glyf, f.glyphs.outline(gid), nil); err != nil {
				return nil, fmt.Errorf("glyph %d: %w", gid, err)
			}
		}
		offsets = append(offsets, len(glyf))
	}
	f.putGlyphTables(tables, glyf, offsets, metrics)
	return writeFont(tables), nil
}
