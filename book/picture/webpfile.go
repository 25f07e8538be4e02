package picture

import (
	"bytes"
	"encoding/binary"
)

// webpFile is what a walk over the chunks of a WebP file finds (RFC 9649, §2).
type webpFile struct {
	turn     orientation
	lossy    bool
	animated bool
}

func walkWebP(data []byte) webpFile {
	f := webpFile{turn: 1}
	for at := 12; at+8 <= len(data); {
		length := int64(binary.LittleEndian.Uint32(data[at+4:]))
		if int64(at)+8+length > int64(len(data)) {
			break
		}
		body := data[at+8 : at+8+int(length)]
		switch string(data[at : at+4]) {
		case "VP8 ":
			f.lossy = true
		case "ANIM":
			f.animated = true
		case "EXIF":
			f.turn = readOrientation(bytes.TrimPrefix(body, []byte("Exif\x00\x00")))
		}
		at += 8 + int(length+length&1)
	}
	return f
}
