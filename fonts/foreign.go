package fonts

import (
	"errors"
	"fmt"
)

// ErrForbidden tells that a font's licence bits forbid to embed it, or to embed a
// part of it.
var ErrForbidden = errors.New("the font forbids embedding")

// ReadFace reads a font file from outside the program, of a collection the font that
// goes by the name: its number from 1, its PostScript name, or its family; "" is the
// first. Unlike ParseFace it looks at everything that an edition will need, so that
// a face that it returns can be set and embedded whatever the text: the layout
// tables, the character map and every outline. A font that forbids to be embedded is
// ErrForbidden.
func ReadFace(data []byte, name string) (*Face, error) {
	f, err := openNamed(data, name)
	if err != nil {
		return nil, err
	}
	if err := f.mayEmbed(); err != nil {
		return nil, err
	}
	ft, err := f.load()
	if err != nil {
		return nil, err
	}
	if ft.Cmap == nil {
		return nil, errors.New("font has no map of characters")
	}
	return f, f.glyphs.check()
}

// Bits of fsType (OpenType 1.9.1, "OS/2", fsType).
const (
	useMask       = 0x000F // 0 installable, else the least restrictive bit that is set
	useRestricted = 0x0002
	noSubsetting  = 0x0100
	bitmapsAlone  = 0x0200
	fsTypeAt      = 8
)

// mayEmbed reads what the font says about embedding. An edition holds a part of the
// font only, and its outlines.
func (f *Face) mayEmbed() error {
	os2 := f.dir.table("OS/2")
	if len(os2) < fsTypeAt+2 {
		return nil
	}
	bits := be16(os2[fsTypeAt:])
	switch {
	case bits&useMask == useRestricted:
		return ErrForbidden
	case be16(os2) >= 2 && bits&noSubsetting != 0: // version 2 brought the bit
		return fmt.Errorf("%w of a part of it", ErrForbidden)
	case be16(os2) >= 2 && bits&bitmapsAlone != 0:
		return fmt.Errorf("%w of its outlines", ErrForbidden)
	}
	return nil
}

// check decodes every outline once.
func (t *glyphTable) check() error {
	depths := make([]uint8, t.count)
	for i := range t.count {
		if err := t.checkGlyph(uint16(i), depths, 0); err != nil {
			return fmt.Errorf("glyph %d: %w", i, err)
		}
	}
	return nil
}

// checkGlyph checks a glyph and what it is composed of. depths holds for each glyph
// that is known to be good how deep it is nested, from 1.
func (t *glyphTable) checkGlyph(gid uint16, depths []uint8, depth int) error {
	if depth > maxComponentDepth {
		return errors.New("components are nested too deep")
	}
	if d := int(depths[gid]); d > 0 && depth+d-1 <= maxComponentDepth {
		return nil
	}
	entry := t.outline(gid)
	parts, _, err := components(entry)
	switch {
	case err != nil:
		return err
	case parts == nil:
		depths[gid] = 1
		return checkSimple(entry)
	}
	deepest := uint8(0)
	for _, part := range parts {
		if int(part.glyph) >= t.count {
			return fmt.Errorf("component %d does not exist", part.glyph)
		}
		if err := t.checkGlyph(part.glyph, depths, depth+1); err != nil {
			return err
		}
		deepest = max(deepest, depths[part.glyph])
	}
	depths[gid] = deepest + 1
	return nil
}

// checkSimple checks the entry of a glyph that is not composite.
func checkSimple(entry []byte) error {
	if len(entry) >= 10 {
		if _, ok := simpleContours(entry); !ok {
			return errTruncated
		}
	}
	_, err := appendGlyph(nil, entry, nil)
	return err
}
