package fonts

import (
	"errors"
	"fmt"
)

// glyphTable finds the outline and the metrics of each glyph in glyf, loca and
// hmtx without parsing them all.
type glyphTable struct {
	count    int // of glyphs
	long     bool
	loca     []byte
	glyf     []byte
	hmtx     []byte
	advances int // glyphs with an advance of their own; the rest repeat the last
}

// readGlyphTable checks that loca and hmtx are as long as maxp and hhea say and
// that loca rises and stays within glyf.
func readGlyphTable(dir directory) (glyphTable, error) {
	maxp, err := dir.require("maxp", 6)
	if err != nil {
		return glyphTable{}, err
	}
	head, hhea := dir.table("head"), dir.table("hhea") // read before
	t := glyphTable{
		count:    int(be16(maxp[4:])),
		long:     be16(head[50:]) != 0,
		loca:     dir.table("loca"),
		glyf:     dir.table("glyf"),
		hmtx:     dir.table("hmtx"),
		advances: int(be16(hhea[34:])),
	}
	if t.count == 0 || t.loca == nil {
		return t, errNoTrueType
	}
	if t.advances == 0 || t.advances > t.count {
		return t, errors.New("table \"hhea\": wrong number of advances")
	}
	if len(t.hmtx) < 4*t.advances+2*(t.count-t.advances) {
		return t, fmt.Errorf("table \"hmtx\": %w", errTruncated)
	}
	return t, t.checkLoca()
}

func (t *glyphTable) checkLoca() error {
	size := 2
	if t.long {
		size = 4
	}
	if len(t.loca) < size*(t.count+1) {
		return fmt.Errorf("table \"loca\": %w", errTruncated)
	}
	last := 0
	for i := range t.count + 1 {
		at := t.offset(i)
		if at < last {
			return errors.New("table \"loca\": offsets fall")
		}
		last = at
	}
	if last > len(t.glyf) {
		return fmt.Errorf("table \"glyf\": %w", errTruncated)
	}
	return nil
}

// offset returns where in glyf the glyph i starts; i may be the number of glyphs.
func (t *glyphTable) offset(i int) int {
	if t.long {
		return int(be32(t.loca[4*i:]))
	}
	return 2 * int(be16(t.loca[2*i:]))
}

// outline returns the glyf entry of a glyph, empty for a space and for a glyph
// that does not exist.
func (t *glyphTable) outline(gid uint16) []byte {
	if int(gid) >= t.count {
		return nil
	}
	return t.glyf[t.offset(int(gid)):t.offset(int(gid)+1)]
}

// metrics returns advance and left side bearing of a glyph, zeros for a glyph
// that does not exist.
func (t *glyphTable) metrics(gid uint16) (advance, bearing int) {
	i := int(gid)
	switch {
	case i >= t.count:
		return 0, 0
	case i < t.advances:
		return int(be16(t.hmtx[4*i:])), i16(t.hmtx[4*i+2:])
	}
	return int(be16(t.hmtx[4*(t.advances-1):])), i16(t.hmtx[4*t.advances+2*(i-t.advances):])
}

// Flags of a component of a composite glyph (OpenType 1.9.1, "glyf").
const (
	argsAreWords    = 0x0001
	argsAreXY       = 0x0002
	haveScale       = 0x0008
	moreComponents  = 0x0020
	haveXYScale     = 0x0040
	haveTwoByTwo    = 0x0080
	haveInstruction = 0x0100
)

// isComposite reports whether a glyf entry is made of other glyphs.
func isComposite(entry []byte) bool { return len(entry) >= 10 && i16(entry) < 0 }

// component is one part of a composite glyph.
type component struct {
	flags uint16
	glyph uint16
	at    int    // where it starts in the glyf entry
	args  []byte // offsets, then the scale
}

// components returns the parts of a composite glyph, and where in the entry they
// end. It returns nil for a simple glyph.
func components(entry []byte) (parts []component, end int, err error) {
	if !isComposite(entry) {
		return nil, 0, nil
	}
	at := 10
	for {
		if at+4 > len(entry) {
			return nil, 0, fmt.Errorf("composite glyph: %w", errTruncated)
		}
		flags := be16(entry[at:])
		next := at + 4 + argumentSize(flags)
		if next > len(entry) {
			return nil, 0, fmt.Errorf("composite glyph: %w", errTruncated)
		}
		parts = append(parts, component{flags, be16(entry[at+2:]), at, entry[at+4 : next]})
		at = next
		if flags&moreComponents == 0 {
			return parts, at, nil
		}
	}
}

// argumentSize is the number of bytes of offsets and scale that flags announce.
func argumentSize(flags uint16) int {
	size := 2
	if flags&argsAreWords != 0 {
		size = 4
	}
	switch {
	case flags&haveScale != 0:
		size += 2
	case flags&haveXYScale != 0:
		size += 4
	case flags&haveTwoByTwo != 0:
		size += 8
	}
	return size
}
