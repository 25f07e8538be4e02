package fonts

import (
	"errors"
	"fmt"
)

// SubsetPDF writes a TrueType font with the given glyphs, in which the code
// codes[i] stands for glyphs[i]. Glyph 0 comes first, then glyphs in the order
// given, then what they are composed of; see [SubsetGlyphs] for their numbers. A
// glyph may be given several times, under several codes. Instructions, glyph names
// and layout tables are left out.
//
// It fails if a glyph does not exist, if two glyphs have the same code, if there
// are too many codes for a map of format 4, and if the font is broken.
func SubsetPDF(f *Face, glyphs []uint16, codes []uint16) ([]byte, error) {
	data, err := f.subsetPDF(glyphs, codes)
	if err != nil {
		return nil, fmt.Errorf("subset %s: %w", f.Name, err)
	}
	return data, nil
}

// SubsetGlyphs returns the number that each of glyphs has in the font that
// SubsetPDF makes of them: 0 stays 0, the others count from 1 in the order in which
// they first occur.
func SubsetGlyphs(glyphs []uint16) []uint16 {
	_, renumber := subsetOrder(glyphs)
	ids := make([]uint16, len(glyphs))
	for i, gid := range glyphs {
		ids[i] = renumber[gid]
	}
	return ids
}

// subsetOrder returns the glyphs in their new order, and the new id of each.
func subsetOrder(glyphs []uint16) (order []uint16, renumber map[uint16]uint16) {
	order, renumber = []uint16{0}, map[uint16]uint16{0: 0}
	for _, gid := range glyphs {
		if _, ok := renumber[gid]; !ok {
			renumber[gid] = uint16(len(order))
			order = append(order, gid)
		}
	}
	return order, renumber
}

func (f *Face) subsetPDF(glyphs, codes []uint16) ([]byte, error) {
	if len(glyphs) != len(codes) {
		return nil, errors.New("as many codes as glyphs are needed")
	}
	order, renumber := subsetOrder(glyphs)
	cmap, first, last, err := codeMap(glyphs, codes, renumber)
	if err != nil {
		return nil, err
	}
	set := newGlyphSet(f.glyphs.count)
	for _, gid := range order {
		if int(gid) >= f.glyphs.count {
			return nil, fmt.Errorf("glyph %d does not exist", gid)
		}
		set.add(gid)
	}
	named := len(order)
	if order, err = f.glyphs.addComponents(set, order); err != nil {
		return nil, err
	}
	for i, gid := range order[named:] {
		renumber[gid] = uint16(named + i)
	}
	return f.writeSubset(order, renumber, map[string][]byte{
		"cmap": cmap,
		"OS/2": f.subsetOS2(first, last),
	})
}

// codeMap writes the character map from codes to new glyph ids, and tells the
// first and last code.
func codeMap(glyphs, codes []uint16, renumber map[uint16]uint16) (cmap []byte, first, last rune, err error) {
	m := make([]mapping, len(glyphs))
	for i, gid := range glyphs {
		if codes[i] == 0xFFFF {
			return nil, 0, 0, errors.New("code 65535 is reserved")
		}
		m[i] = mapping{rune(codes[i]), renumber[gid]}
	}
	if m, err = sortMappings(m); err != nil {
		return nil, 0, 0, err
	}
	if len(m) > 0 {
		first, last = m[0].char, m[len(m)-1].char
	}
	cmap, err = writeCmap(m)
	return cmap, first, last, err
}

// writeSubset writes the glyphs of order under their new numbers, with the given
// further tables.
func (f *Face) writeSubset(order []uint16, renumber map[uint16]uint16, tables map[string][]byte) ([]byte, error) {
	var glyf []byte
	var err error
	offsets := []int{0}
	metrics := make([]metric, len(order))
	for i, gid := range order {
		metrics[i].advance, metrics[i].bearing = f.glyphs.metrics(gid)
		if glyf, err = appendGlyph(glyf, f.glyphs.outline(gid), renumber); err != nil {
			return nil, fmt.Errorf("glyph %d: %w", gid, err)
		}
		offsets = append(offsets, len(glyf))
	}
	f.putGlyphTables(tables, glyf, offsets, metrics)
	return writeFont(tables), nil
}

// putGlyphTables adds the outlines, their metrics and the tables that every font
// must have.
func (f *Face) putGlyphTables(tables map[string][]byte, glyf []byte, offsets []int, metrics []metric) {
	if len(glyf) == 0 {
		glyf = make([]byte, 4) // a font of spaces alone still needs the table
	}
	loca, long := appendLoca(offsets)
	hmtx, advances := appendMetrics(metrics)
	tables["glyf"], tables["loca"], tables["hmtx"] = glyf, loca, hmtx
	tables["head"] = f.subsetHead(long)
	tables["hhea"] = f.subsetHhea(advances)
	tables["maxp"] = f.subsetMaxp(len(metrics))
	tables["post"] = f.subsetPost()
	tables["name"] = f.subsetNames()
}
