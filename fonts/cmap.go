package fonts

import (
	"encoding/binary"
	"errors"
	"slices"
)

// mapping is one entry of a character map.
type mapping struct {
	char rune
	gid  uint16
}

// sortMappings sorts by character and drops doubles. It fails if a character has
// two glyphs.
func sortMappings(m []mapping) ([]mapping, error) {
	slices.SortStableFunc(m, func(a, b mapping) int { return int(a.char) - int(b.char) })
	m = slices.Compact(m)
	for i := 1; i < len(m); i++ {
		if m[i].char == m[i-1].char {
			return nil, errors.New("one code stands for two glyphs")
		}
	}
	return m, nil
}

// writeCmap writes a character map for Windows: format 4 for the characters up to
// U+FFFE, and format 12 too if there are others. m is sorted.
func writeCmap(m []mapping) ([]byte, error) {
	bmp := m
	if i := slices.IndexFunc(m, func(e mapping) bool { return e.char >= 0xFFFF }); i >= 0 {
		bmp = m[:i]
	}
	tables := [][]byte{cmapFormat4(bmp)}
	if len(tables[0]) > 0xFFFF {
		return nil, errors.New("too many codes for one font")
	}
	if len(bmp) < len(m) {
		tables = append(tables, cmapFormat12(m))
	}
	encodings := []uint16{1, 10}
	cmap := binary.BigEndian.AppendUint16([]byte{0, 0}, uint16(len(tables)))
	offset := 4 + 8*len(tables)
	for i, table := range tables {
		cmap = binary.BigEndian.AppendUint16(cmap, 3)
		cmap = binary.BigEndian.AppendUint16(cmap, encodings[i])
		cmap = binary.BigEndian.AppendUint32(cmap, uint32(offset))
		offset += len(table)
	}
	return append(cmap, slices.Concat(tables...)...), nil
}

// segment4 is a range of consecutive characters. If shared, the difference from
// character to glyph is the same for all.
type segment4 struct {
	entries []mapping
	shared  bool
}

// segments4 cuts m into ranges of consecutive characters.
func segments4(m []mapping) []segment4 {
	var segments []segment4
	for len(m) > 0 {
		n, shared := 1, true
		for n < len(m) && m[n].char == m[n-1].char+1 {
			if m[n].gid != m[n-1].gid+1 {
				shared = false
			}
			n++
		}
		segments = append(segments, segment4{m[:n], shared})
		m = m[n:]
	}
	return segments
}

// cmapFormat4 writes a subtable of format 4 (OpenType 1.9.1, "cmap").
func cmapFormat4(m []mapping) []byte {
	segments := append(segments4(m), segment4{[]mapping{{0xFFFF, 0}}, true})
	n := len(segments)
	head, list := make([]byte, 16+8*n), []byte(nil)
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	for i, s := range segments {
		put := func(array, v int) { binary.BigEndian.PutUint16(head[array+2*i:], uint16(v)) }
		first := s.entries[0]
		put(starts, int(first.char))
		put(ends, int(s.entries[len(s.entries)-1].char))
		if s.shared {
			put(deltas, int(first.gid)-int(first.char))
			continue
		}
		// The offset is counted from its own place to the segment's glyphs.
		put(offsets, len(head)+len(list)-(offsets+2*i))
		for _, e := range s.entries {
			list = binary.BigEndian.AppendUint16(list, e.gid)
		}
	}
	binary.BigEndian.PutUint16(head, 4)
	binary.BigEndian.PutUint16(head[2:], uint16(len(head)+len(list)))
	putSearch(head[6:], n, 2)
	binary.BigEndian.PutUint16(head[6:], uint16(2*n))
	return append(head, list...)
}

// cmapFormat12 writes a subtable of format 12.
func cmapFormat12(m []mapping) []byte {
	table := make([]byte, 16)
	for i := 0; i < len(m); {
		n := 1
		for i+n < len(m) && m[i+n].char == m[i].char+rune(n) && m[i+n].gid == m[i].gid+uint16(n) {
			n++
		}
		for _, v := range []uint32{uint32(m[i].char), uint32(m[i+n-1].char), uint32(m[i].gid)} {
			table = binary.BigEndian.AppendUint32(table, v)
		}
		i += n
	}
	binary.BigEndian.PutUint16(table, 12)
	binary.BigEndian.PutUint32(table[4:], uint32(len(table)))
	binary.BigEndian.PutUint32(table[12:], uint32((len(table)-16)/12))
	return table
}
