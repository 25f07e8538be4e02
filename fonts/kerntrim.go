package fonts

import (
	"math/bits"
	"slices"
)

// trimKerning returns a copy of a GPOS table in which the kerning of glyphs that
// are not in the set is zero. Nothing moves, so every offset stays right; runs of
// zeros vanish when the font is compressed, and kerning of pairs that cannot occur
// is the larger part of a text face's GPOS. Pairs of other glyphs are as before.
// A table that is not as it should be is returned unchanged.
func trimKerning(gpos []byte, set glyphSet) []byte {
	t := kernTrimmer{
		data: gpos,
		set:  set,
		keep: make([]bool, len(gpos)),
		drop: make([]bool, len(gpos)),
	}
	t.lookups()
	if t.bad {
		return gpos
	}
	trimmed := slices.Clone(gpos)
	for i := range trimmed {
		// What two places share stays if either needs it.
		if t.drop[i] && !t.keep[i] {
			trimmed[i] = 0
		}
	}
	return trimmed
}

// kernTrimmer walks the pair adjustments of GPOS (OpenType 1.9.1, "GPOS", lookup
// type 2) and marks each of their bytes.
type kernTrimmer struct {
	data       []byte
	set        glyphSet
	keep, drop []bool
	bad        bool // something lies outside the table
	work       int  // entries looked at, against tables made to take long
}

// maxTrimWork is far above what a font of 65,535 glyphs needs.
const maxTrimWork = 1 << 24

// u16 reads a number; beyond the table it is 0 and the table is bad.
func (t *kernTrimmer) u16(at int) int {
	t.work++
	if at < 0 || at+2 > len(t.data) || t.work > maxTrimWork {
		t.bad = true
		return 0
	}
	return int(be16(t.data[at:]))
}

// mark sets size bytes of one of the two maps.
func (t *kernTrimmer) mark(m []bool, at, size int) {
	if at < 0 || at+size > len(m) {
		t.bad = true
		return
	}
	for i := range size {
		m[at+i] = true
	}
}

const (
	lookupPair      = 2
	lookupExtension = 9
)

func (t *kernTrimmer) lookups() {
	list := t.u16(8)
	for i := 0; i < t.u16(list) && !t.bad; i++ {
		lookup := list + t.u16(list+2+2*i)
		for j := 0; j < t.u16(lookup+4) && !t.bad; j++ {
			kind, subtable := t.u16(lookup), lookup+t.u16(lookup+6+2*j)
			if kind == lookupExtension {
				kind = t.u16(subtable + 2)
				subtable += t.u16(subtable+4)<<16 | t.u16(subtable+6)
			}
			if kind == lookupPair {
				t.pairs(subtable)
			}
		}
	}
}

func (t *kernTrimmer) pairs(at int) {
	size := 2 * (bits.OnesCount(uint(t.u16(at+4))) + bits.OnesCount(uint(t.u16(at+6))))
	firsts := t.coverage(at + t.u16(at+2))
	switch t.u16(at) {
	case 1:
		t.mark(t.keep, at, 10+2*len(firsts))
		for i, first := range firsts {
			if i < t.u16(at+8) && !t.bad {
				t.pairSet(at+t.u16(at+10+2*i), size, t.set.has(first))
			}
		}
	case 2:
		t.mark(t.keep, at, 16)
		t.matrix(at, size, firsts)
	}
}

// pairSet marks the pairs of one first glyph, which is used or not.
func (t *kernTrimmer) pairSet(at, valueSize int, used bool) {
	count := t.u16(at)
	if !used {
		t.mark(t.drop, at, 2+count*(2+valueSize))
		return
	}
	t.mark(t.keep, at, 2)
	for i := 0; i < count && !t.bad; i++ {
		record := at + 2 + i*(2+valueSize)
		second := uint16(t.u16(record))
		t.mark(t.keep, record, 2) // the search needs its order
		if t.set.has(second) {
			t.mark(t.keep, record+2, valueSize)
		} else {
			t.mark(t.drop, record+2, valueSize)
		}
	}
}

// matrix marks the cells of a table of pairs of classes.
func (t *kernTrimmer) matrix(at, size int, firsts []uint16) {
	used := slices.DeleteFunc(firsts, func(gid uint16) bool { return !t.set.has(gid) })
	rows := t.usedClasses(at+t.u16(at+8), used)
	columns := t.usedClasses(at+t.u16(at+10), t.set.list())
	width := t.u16(at + 14)
	for r := 0; r < t.u16(at+12) && !t.bad; r++ {
		for c := 0; c < width && !t.bad; c++ {
			m := t.drop
			if rows[r] && columns[c] {
				m = t.keep
			}
			t.mark(m, at+16+(r*width+c)*size, size)
			t.work++
		}
	}
}

// coverage lists the glyphs of a coverage table in their order.
func (t *kernTrimmer) coverage(at int) (glyphs []uint16) {
	format, count := t.u16(at), t.u16(at+2)
	for i := 0; i < count && !t.bad; i++ {
		if format == 1 {
			glyphs = append(glyphs, uint16(t.u16(at+4+2*i)))
			continue
		}
		for gid := t.u16(at + 4 + 6*i); gid <= t.u16(at+6+6*i) && !t.bad; gid++ {
			glyphs = append(glyphs, uint16(gid))
		}
	}
	return glyphs
}

// usedClasses tells which classes of a class definition the glyphs have.
func (t *kernTrimmer) usedClasses(at int, glyphs []uint16) map[int]bool {
	classes := map[uint16]int{}
	start, count := t.u16(at+2), t.u16(at+2)
	if t.u16(at) == 1 {
		count = t.u16(at + 4)
	}
	for i := 0; i < count && !t.bad; i++ {
		if t.u16(at) == 1 {
			classes[uint16(start+i)] = t.u16(at + 6 + 2*i)
			continue
		}
		for gid := t.u16(at + 4 + 6*i); gid <= t.u16(at+6+6*i) && !t.bad; gid++ {
			classes[uint16(gid)] = t.u16(at + 8 + 6*i)
		}
	}
	used := map[int]bool{}
	for _, gid := range glyphs {
		used[classes[gid]] = true // class 0 if none is given
	}
	return used
}
