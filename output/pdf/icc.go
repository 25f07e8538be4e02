package pdf

import "encoding/binary"

// srgbProfile returns an ICC profile of sRGB (ICC.1:2010, profile version 4; the
// colour space of IEC 61966-2-1): the least that a display profile must have. The
// bytes are the same each time.
func srgbProfile() []byte {
	tags := []iccTag{
		{"desc", iccText("sRGB")},
		{"cprt", iccText("Public domain")},
		{"wtpt", iccXYZ(d50)},
		// The primaries as seen under D50, by the Bradford transform.
		{"rXYZ", iccXYZ([3]int32{0x6FA0, 0x38F5, 0x0390})},
		{"gXYZ", iccXYZ([3]int32{0x6297, 0xB787, 0x18D9})},
		{"bXYZ", iccXYZ([3]int32{0x249F, 0x0F84, 0xB6C3})},
		{"chad", iccFixed("sf32", bradford[:])},
		{"rTRC", iccCurve()},
		{"gTRC", iccCurve()},
		{"bTRC", iccCurve()},
	}
	return iccProfile(tags)
}

// Numbers below are s15Fixed16Number: 1/65536.

// d50 is the white of the profile connection space (ICC.1:2010 §7.2.16).
var d50 = [3]int32{0xF6D6, 0x10000, 0xD32D}

// bradford is the matrix that takes D65, the white of sRGB, to D50.
var bradford = [9]int32{
	0x10C42, 0x005DE, -0x00CDB,
	0x00793, 0x0FD90, -0x0045F,
	-0x0025E, 0x003DC, 0x0C06E,
}

// iccTag is a tagged element of a profile.
type iccTag struct {
	signature string
	data      []byte
}

// iccProfile writes header, tag table and elements; equal elements are shared.
func iccProfile(tags []iccTag) []byte {
	start := 128 + 4 + 12*len(tags)
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	at := map[string]int{}
	for _, tag := range tags {
		offset, ok := at[string(tag.data)]
		if !ok {
			offset = start + len(body)
			at[string(tag.data)] = offset
			body = append(body, tag.data...)
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
		}
		table = append(table, tag.signature...)
		table = binary.BigEndian.AppendUint32(table, uint32(offset))
		table = binary.BigEndian.AppendUint32(table, uint32(len(tag.data)))
	}
	p := iccHeader(start + len(body))
	return append(append(p, table...), body...)
}

// iccHeader returns the 128 bytes before the tag table (ICC.1:2010 §7.2).
func iccHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	copy(h[8:], []byte{4, 0x20, 0, 0}) // version 4.2
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2026, 1, 1} { // the date of this profile
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	for i, v := range d50 {
		binary.BigEndian.PutUint32(h[68+4*i:], uint32(v))
	}
	return h
}

// iccFixed returns an element of numbers.
func iccFixed(signature string, values []int32) []byte {
	b := append([]byte(signature), 0, 0, 0, 0)
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(v))
	}
	return b
}

func iccXYZ(v [3]int32) []byte { return iccFixed("XYZ ", v[:]) }

// iccCurve returns the transfer curve of sRGB: linear up to 0.04045, then a power
// of 2.4 (parametric curve of type 3: g, a, b, c, d).
func iccCurve() []byte {
	values := []int32{
		157286, // 2.4
		62119,  // 1/1.055
		3417,   // 0.055/1.055
		5072,   // 1/12.92
		2651,   // 0.04045
	}
	b := append([]byte("para"), 0, 0, 0, 0, 0, 3, 0, 0)
	return append(b, iccFixed("", values)[4:]...)
}

// iccText returns a text in one language (multiLocalizedUnicodeType).
func iccText(s string) []byte {
	units := utf16Bytes(s)
	b := append([]byte("mluc"), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(units)))
	b = binary.BigEndian.AppendUint32(b, 28)
	return append(b, units...)
}
