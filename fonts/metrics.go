package fonts

import (
	"errors"
	"strings"
	"unicode/utf16"
)

// readHead takes the em, the style and the lines from head and hhea.
func (f *Face) readHead() error {
	head, err := f.dir.require("head", 54)
	if err != nil {
		return err
	}
	hhea, err := f.dir.require("hhea", 36)
	if err != nil {
		return err
	}
	f.UnitsPerEm = int(be16(head[18:]))
	// OpenType allows 16 to 16,384 units.
	if f.UnitsPerEm < 16 || f.UnitsPerEm > 16384 {
		return errors.New("table \"head\": units per em out of range")
	}
	for i := range f.BBox {
		f.BBox[i] = i16(head[36+2*i:])
	}
	macStyle := be16(head[44:])
	f.Bold, f.Italic = macStyle&1 != 0, macStyle&2 != 0
	f.Ascent, f.Descent, f.LineGap = i16(hhea[4:]), i16(hhea[6:]), i16(hhea[8:])
	return nil
}

// readOS2 takes weight, style and heights from OS/2. A font without the table,
// or with an early version of it, gets the usual proportions.
func (f *Face) readOS2() {
	f.Weight = 400
	f.CapHeight, f.XHeight = f.UnitsPerEm*7/10, f.UnitsPerEm/2
	os2 := f.dir.table("OS/2")
	if len(os2) < 78 {
		if f.Bold {
			f.Weight = 700
		}
		return
	}
	f.Weight = int(be16(os2[4:]))
	selection := be16(os2[62:])
	f.Italic = f.Italic || selection&1 != 0
	f.Bold = f.Bold || selection&0x20 != 0
	if be16(os2) >= 2 && len(os2) >= 96 {
		f.XHeight, f.CapHeight = i16(os2[86:]), i16(os2[88:])
	}
}

// readPost takes the slant and the underline from post.
func (f *Face) readPost() {
	post := f.dir.table("post")
	if len(post) < 32 {
		f.UnderlinePosition, f.UnderlineThickness = -f.UnitsPerEm/10, f.UnitsPerEm/20
		return
	}
	angle := int(int32(be32(post[4:]))) // 16.16
	f.ItalicAngle = (angle + 0x8000) >> 16
	f.UnderlinePosition, f.UnderlineThickness = i16(post[8:]), i16(post[10:])
}

// Name identifiers (OpenType 1.9.1, "Name IDs").
const (
	nameFamily      = 1
	namePostScript  = 6
	nameLicence     = 13
	nameLicenceURL  = 14
	nameTypographic = 16 // the family where it holds more than four styles
)

// readNames takes the names from the name table. A font without names is called
// "Unnamed".
func (f *Face) readNames() {
	names := f.dir.table("name")
	f.Name = cleanPostScript(findName(names, namePostScript))
	f.Family = findName(names, nameTypographic)
	if f.Family == "" {
		f.Family = findName(names, nameFamily)
	}
	if f.Family == "" {
		f.Family = "Unnamed"
	}
	if f.Name == "" {
		f.Name = cleanPostScript(strings.ReplaceAll(f.Family, " ", ""))
	}
	if f.Name == "" {
		f.Name = "Unnamed"
	}
}

// findName returns the first name with this id, American English of Windows
// before any other Unicode name before Macintosh Roman; "" if there is none.
func findName(table []byte, id uint16) string {
	if len(table) < 6 {
		return ""
	}
	best, rank := "", 0
	storage := int(be16(table[4:]))
	for i := range int(be16(table[2:])) {
		if len(table) < 6+12*(i+1) {
			break
		}
		rec := table[6+12*i:]
		r := nameRank(be16(rec), be16(rec[4:]))
		if be16(rec[6:]) != id || r <= rank {
			continue
		}
		start := storage + int(be16(rec[10:]))
		end := start + int(be16(rec[8:]))
		if end > len(table) {
			continue
		}
		best, rank = decodeName(table[start:end], r), r
	}
	return best
}

// nameRank orders names of several platforms; 0 is a name that is not used.
func nameRank(platform, language uint16) int {
	switch {
	case platform == 3 && language == 0x409:
		return 4
	case platform == 3:
		return 3
	case platform == 0:
		return 2
	case platform == 1 && language == 0:
		return 1
	}
	return 0
}

// decodeName reads UTF-16, or one byte a letter for Macintosh Roman, of which
// only ASCII is expected in names.
func decodeName(raw []byte, rank int) string {
	if rank == 1 {
		return strings.Map(asciiOnly, string(raw))
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = be16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}

// cleanPostScript keeps what a PostScript name may hold (Adobe Technical Note
// 5902): printable ASCII but for ten delimiters.
func cleanPostScript(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("[](){}<>/% ", r) {
			return -1
		}
		return asciiOnly(r)
	}, name)
}

func asciiOnly(r rune) rune {
	if r < 0x20 || r > 0x7E {
		return -1
	}
	return r
}
