package picture

import "encoding/binary"

// orientation is how a picture is to be turned to stand upright, 1 to 8 (Exif
// 2.32, §4.6.4 A): 1 as it is, 2 mirrored, 3 by half a turn, 4 mirrored upside
// down, 5 mirrored along the falling diagonal, 6 by a quarter clockwise, 7
// mirrored along the rising diagonal, 8 by a quarter against the clock.
type orientation uint8

// swaps reports whether turning swaps width and height.
func (o orientation) swaps() bool { return o >= 5 }

// source returns where, in a stored picture of w × h pixels, the pixel x, y of the
// upright one stands.
func (o orientation) source(x, y, w, h int) (int, int) {
	switch o {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}

// readOrientation finds the orientation in Exif data, a small TIFF file; 1 if it
// says nothing that makes sense.
func readOrientation(exif []byte) orientation {
	const tag, short = 0x0112, 3
	var order binary.ByteOrder = binary.LittleEndian
	switch {
	case len(exif) < 8:
		return 1
	case string(exif[:4]) == "MM\x00*":
		order = binary.BigEndian
	case string(exif[:4]) != "II*\x00":
		return 1
	}
	at := int64(order.Uint32(exif[4:]))
	if at+2 > int64(len(exif)) {
		return 1
	}
	entries := exif[at+2:]
	for range order.Uint16(exif[at:]) {
		if len(entries) < 12 {
			break
		}
		if order.Uint16(entries) == tag && order.Uint16(entries[2:]) == short {
			if o := order.Uint16(entries[8:]); o >= 1 && o <= 8 {
				return orientation(o)
			}
			break
		}
		entries = entries[12:]
	}
	return 1
}
