package picture

import (
	"encoding/binary"
	"hash/crc32"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// eachChunk calls f with the chunks of a PNG file (PNG, third edition, §5.3) as far
// as they are whole.
func eachChunk(data []byte, f func(kind string, body []byte)) {
	for at := len(pngSignature); at+12 <= len(data); {
		length := int64(binary.BigEndian.Uint32(data[at:]))
		if int64(at)+12+length > int64(len(data)) {
			return
		}
		kind := string(data[at+4 : at+8])
		f(kind, data[at+8:at+8+int(length)])
		if kind == "IEND" {
			return
		}
		at += 12 + int(length)
	}
}

// inspectPNG returns the orientation of a picture and what decoding it takes.
func inspectPNG(data []byte, pixels int64) (orientation, int64) {
	turn, memory := orientation(1), pixels*4
	eachChunk(data, func(kind string, body []byte) {
		switch {
		case kind == "IHDR" && len(body) == 13:
			if body[8] == 16 {
				memory *= 2
			}
			if body[12] != 0 { // interlaced: the last pass is half the picture
				memory += memory / 2
			}
		case kind == "eXIf":
			turn = readOrientation(body)
		}
	})
	return turn, memory
}

// cleanPNG returns a PNG file without what is not needed to show it; nil if it has
// transparency, more than 8 bits a sample or interlacing, which not every edition
// takes.
func cleanPNG(data []byte) []byte {
	var head, palette, pixels []byte
	plain := true
	eachChunk(data, func(kind string, body []byte) {
		switch kind {
		case "IHDR":
			head = body
		case "PLTE":
			palette = body
		case "IDAT":
			pixels = append(pixels, body...)
		case "tRNS":
			plain = false
		}
	})
	if !plain || len(head) != 13 || head[8] > 8 || head[9]&4 != 0 || head[12] != 0 {
		return nil
	}
	if head[9] != 3 {
		palette = nil // only a suggestion
	}
	out := appendChunk([]byte(pngSignature), "IHDR", head)
	if palette != nil {
		out = appendChunk(out, "PLTE", palette)
	}
	return appendChunk(appendChunk(out, "IDAT", pixels), "IEND", nil)
}

func appendChunk(out []byte, kind string, body []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
	start := len(out)
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}
