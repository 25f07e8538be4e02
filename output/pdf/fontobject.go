package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"publish/fonts"
)

// resource returns the name of the font in content streams.
func (f *codedFont) resource() string { return "F" + strconv.Itoa(f.index) }

// family returns the name under which gofpdf knows the font.
func (f *codedFont) family() string { return "f" + strconv.Itoa(f.index) }

// trueType returns the font file: the glyphs in use, with a character map from
// codes.
func (f *codedFont) trueType() ([]byte, error) {
	return fonts.SubsetPDF(f.face, f.glyphs, f.codes)
}

// writeFonts writes all fonts and returns the dictionary of their names.
func (f *finisher) writeFonts(resources dict) (dict, error) {
	old, err := lookup[dict](f.src, resources, "Font")
	if err != nil {
		return nil, err
	}
	byName := map[name]dict{}
	for _, e := range old {
		d, err := lookup[dict](f.src, e.value)
		if err != nil {
			return nil, err
		}
		base, _ := d.get("BaseFont").(name)
		byName[base] = d
	}
	var names dict
	for _, font := range f.fonts.fonts {
		d := byName[name("utf8"+font.family())]
		if d == nil {
			return nil, fmt.Errorf("gofpdf did not write the font %s", font.face.Name)
		}
		r, err := f.writeFont(font, d)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", font.face.Name, err)
		}
		names = append(names, entry{name(font.resource()), r})
	}
	return names, nil
}

// writeFont writes one font with its descendant, descriptor, file and maps (ISO
// 32000-1 §9.7). gofpdf's own file, widths and maps are left behind: it gives all
// fonts one map from codes to characters, and knows nothing of glyphs drawn
// through raw operators.
func (f *finisher) writeFont(font *codedFont, type0 dict) (ref, error) {
	descendants, err := lookup[array](f.src, type0, "DescendantFonts")
	if err != nil || len(descendants) != 1 {
		return 0, fmt.Errorf("%w: descendant font", errSyntax)
	}
	cid, err := lookup[dict](f.src, descendants[0])
	if err != nil {
		return 0, err
	}
	descriptor, err := lookup[dict](f.src, cid, "FontDescriptor")
	if err != nil {
		return 0, err
	}
	file := font.file
	base := subsetTag(file) + name("+"+font.face.Name)
	first := f.out.allocMany(6)
	top, descendant, description, fontFile, toUnicode, toGlyph := first, first+1, first+2, first+3, first+4, first+5
	if err := f.out.put(top, type0.
		with("BaseFont", base).
		with("DescendantFonts", array{descendant}).
		with("ToUnicode", toUnicode)); err != nil {
		return 0, err
	}
	if err := f.out.put(descendant, cid.
		with("BaseFont", base).
		with("CIDSystemInfo", dict{{"Registry", text("Adobe")}, {"Ordering", text("Identity")}, {"Supplement", integer(0)}}).
		with("FontDescriptor", description).
		with("DW", nil).
		with("W", font.widths()).
		with("CIDToGIDMap", toGlyph)); err != nil {
		return 0, err
	}
	if err := f.out.put(description, descriptor.
		with("FontName", base).
		with("MissingWidth", nil).
		with("FontFile2", fontFile)); err != nil {
		return 0, err
	}
	if err := f.out.putStream(fontFile, dict{{"Length1", integer(len(file))}}, file); err != nil {
		return 0, err
	}
	if err := f.out.putStream(toUnicode, dict{}, font.toUnicode()); err != nil {
		return 0, err
	}
	return top, f.out.putStream(toGlyph, dict{}, font.toGlyph())
}

// subsetTag returns six letters that tell the subset from others of its face (ISO
// 32000-1 §9.6.4). They are a hash of the font file.
func subsetTag(file []byte) name {
	sum := sha256.Sum256(file)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return name(tag)
}

// widths returns the widths of all codes, a list for each row of codes without a
// gap (ISO 32000-1 §9.7.4.3).
func (f *codedFont) widths() array {
	var all, row array
	for i, code := range f.codes {
		if i == 0 || code != f.codes[i-1]+1 {
			if row != nil {
				all = append(all, row)
			}
			all, row = append(all, integer(int(code))), nil
		}
		row = append(row, integer(int(f.width(f.glyphs[i]))))
	}
	return append(all, row)
}

// toGlyph returns the map from codes to glyphs of the font file: two bytes for
// each code from 0 up.
func (f *codedFont) toGlyph() []byte {
	ids := fonts.SubsetGlyphs(f.glyphs)
	b := make([]byte, 2*(int(slices.Max(f.codes))+1))
	for i, code := range f.codes {
		b[2*code], b[2*int(code)+1] = byte(ids[i]>>8), byte(ids[i])
	}
	return b
}

// charsPerBlock is the most lines that a block of a CMap may have (Adobe Technical
// Note 5014).
const charsPerBlock = 100

// toUnicode returns the map from codes to text (ISO 32000-1 §9.10.3).
func (f *codedFont) toUnicode() []byte {
	b := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	for at := 0; at < len(f.codes); at += charsPerBlock {
		n := min(charsPerBlock, len(f.codes)-at)
		b = fmt.Appendf(b, "%d beginbfchar\n", n)
		for i := at; i < at+n; i++ {
			b = fmt.Appendf(b, "<%04X> <%X>\n", f.codes[i], utf16Bytes(f.texts[i]))
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
