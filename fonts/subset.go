package fonts

import (
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf16"
)

// glyphSet is a set of glyph ids, a bit each.
type glyphSet []uint64

func newGlyphSet(count int) glyphSet { return make(glyphSet, (count+63)/64) }

func (s glyphSet) has(gid uint16) bool {
	return int(gid/64) < len(s) && s[gid/64]&(1<<(gid%64)) != 0
}

// add reports whether gid was not there before; ids beyond the font are ignored.
func (s glyphSet) add(gid uint16) bool {
	if int(gid/64) >= len(s) || s.has(gid) {
		return false
	}
	s[gid/64] |= 1 << (gid % 64)
	return true
}

// list returns the ids in rising order.
func (s glyphSet) list() []uint16 {
	var ids []uint16
	for i := range 64 * len(s) {
		if s.has(uint16(i)) {
			ids = append(ids, uint16(i))
		}
	}
	return ids
}

// addComponents adds to the set the glyphs of which its glyphs are composed, and
// appends the new ones to order, in the order in which they are met.
func (t *glyphTable) addComponents(set glyphSet, order []uint16) ([]uint16, error) {
	for i := 0; i < len(order); i++ {
		parts, _, err := components(t.outline(order[i]))
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", order[i], err)
		}
		for _, part := range parts {
			if int(part.glyph) >= t.count {
				return nil, fmt.Errorf("glyph %d: component %d does not exist", order[i], part.glyph)
			}
			if set.add(part.glyph) {
				order = append(order, part.glyph)
			}
		}
	}
	return order, nil
}

// appendGlyph appends a glyf entry without its instructions, and with the
// components renumbered if renumber is not nil. The result is padded to an even
// length, as a short loca wants.
func appendGlyph(glyf, entry []byte, renumber map[uint16]uint16) ([]byte, error) {
	var err error
	switch {
	case len(entry) == 0:
		return glyf, nil
	case len(entry) < 10:
		return nil, errTruncated
	case isComposite(entry):
		glyf, err = appendComposite(glyf, entry, renumber)
	case i16(entry) > 0: // one without contours is as good as empty
		glyf, err = appendSimple(glyf, entry)
	}
	if len(glyf)%2 != 0 {
		glyf = append(glyf, 0)
	}
	return glyf, err
}

func appendComposite(glyf, entry []byte, renumber map[uint16]uint16) ([]byte, error) {
	parts, end, err := components(entry)
	if err != nil {
		return nil, err
	}
	start := len(glyf)
	glyf = append(glyf, entry[:end]...)
	for _, part := range parts {
		at := glyf[start+part.at:]
		binary.BigEndian.PutUint16(at, part.flags&^haveInstruction)
		if renumber != nil {
			binary.BigEndian.PutUint16(at[2:], renumber[part.glyph])
		}
	}
	return glyf, nil
}

func appendSimple(glyf, entry []byte) ([]byte, error) {
	flags, flagsAt, pointsAt, ok := simpleFlags(entry)
	if !ok {
		return nil, errTruncated
	}
	end := pointsAt
	for _, flag := range flags {
		end += coordinateSize(flag, xShort, xSame) + coordinateSize(flag, yShort, ySame)
	}
	if end > len(entry) {
		return nil, errTruncated
	}
	glyf = append(glyf, entry[:10+2*i16(entry)]...)
	glyf = append(glyf, 0, 0) // bytes of instructions
	return append(glyf, entry[flagsAt:end]...), nil
}

// appendLoca writes the offsets of glyphs, in halves if they fit (long is false).
func appendLoca(offsets []int) (loca []byte, long bool) {
	long = offsets[len(offsets)-1] > 2*0xFFFF
	for _, offset := range offsets {
		if long {
			loca = binary.BigEndian.AppendUint32(loca, uint32(offset))
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(offset/2))
		}
	}
	return loca, long
}

// metric is a row of hmtx.
type metric struct{ advance, bearing int }

// appendMetrics writes hmtx. Equal advances at the end are written once; advances
// is how many are.
func appendMetrics(metrics []metric) (hmtx []byte, advances int) {
	advances = len(metrics)
	for advances > 1 && metrics[advances-1].advance == metrics[advances-2].advance {
		advances--
	}
	for i, m := range metrics {
		if i < advances {
			hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(m.advance))
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(m.bearing))
	}
	return hmtx, advances
}

// subsetHead returns head for a subset. The time stamps stay those of the font.
func (f *Face) subsetHead(longLoca bool) []byte {
	head := slices.Clone(f.dir.table("head")[:54])
	format := uint16(0)
	if longLoca {
		format = 1
	}
	binary.BigEndian.PutUint16(head[50:], format)
	return head
}

func (f *Face) subsetHhea(advances int) []byte {
	hhea := slices.Clone(f.dir.table("hhea")[:36])
	binary.BigEndian.PutUint16(hhea[34:], uint16(advances))
	return hhea
}

// subsetMaxp returns maxp for count glyphs without instructions. The greatest
// numbers of points and contours stay those of the whole font.
func (f *Face) subsetMaxp(count int) []byte {
	maxp := make([]byte, 32)
	copy(maxp, f.dir.table("maxp"))
	binary.BigEndian.PutUint32(maxp, 0x00010000)
	binary.BigEndian.PutUint16(maxp[4:], uint16(count))
	binary.BigEndian.PutUint16(maxp[14:], 1) // maxZones: no twilight zone
	clear(maxp[16:28])                       // what instructions need
	return maxp
}

// subsetPost returns post of version 3, without the names of glyphs.
func (f *Face) subsetPost() []byte {
	post := make([]byte, 32)
	copy(post, f.dir.table("post"))
	binary.BigEndian.PutUint32(post, 0x00030000)
	clear(post[16:]) // memory use, unknown
	return post
}

// subsetOS2 returns OS/2 with the first and last character set, nil if the font
// has none.
func (f *Face) subsetOS2(first, last rune) []byte {
	os2 := slices.Clone(f.dir.table("OS/2"))
	if len(os2) < 68 {
		return nil
	}
	binary.BigEndian.PutUint16(os2[64:], uint16(min(first, 0xFFFF)))
	binary.BigEndian.PutUint16(os2[66:], uint16(min(last, 0xFFFF)))
	return os2
}

// subsetNames returns a name table with the copyright, the names and the licence
// of the font, in English. Readers want these six or seven; the rest of the table
// is the same in other languages, and advertisement.
func (f *Face) subsetNames() []byte {
	ids := []uint16{0, 1, 2, 4, 6, 13, 14}
	var records, storage []byte
	count := 0
	for _, id := range ids {
		text := findName(f.dir.table("name"), id)
		if id == namePostScript {
			text = f.Name
		}
		if text == "" {
			continue
		}
		start := len(storage)
		for _, unit := range utf16.Encode([]rune(text)) {
			storage = binary.BigEndian.AppendUint16(storage, unit)
		}
		for _, v := range []int{3, 1, 0x409, int(id), len(storage) - start, start} {
			records = binary.BigEndian.AppendUint16(records, uint16(v))
		}
		count++
	}
	name := []byte{0, 0}
	name = binary.BigEndian.AppendUint16(name, uint16(count))
	name = binary.BigEndian.AppendUint16(name, uint16(6+len(records)))
	return append(append(name, records...), storage...)
}
