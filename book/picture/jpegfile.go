package picture

import (
	"bytes"
	"encoding/binary"
)

// Markers of a JPEG file (ITU-T T.81, table B.1).
const (
	markSOF0  = 0xC0 // baseline
	markSOF2  = 0xC2 // progressive
	markRST0  = 0xD0
	markRST7  = 0xD7
	markSOI   = 0xD8
	markEOI   = 0xD9
	markSOS   = 0xDA
	markAPP0  = 0xE0
	markAPP1  = 0xE1
	markAdobe = 0xEE
	markAPP15 = 0xEF
	markCOM   = 0xFE
)

// jpegFile is what a walk over the segments of a JPEG file finds.
type jpegFile struct {
	turn        orientation
	progressive bool
	components  int
	samples     int64 // of all components, with the padding to whole blocks
	scans       int
	// clean holds the file without metadata; nil if the file is not as regular as
	// that takes.
	clean []byte
}

// mostScans bounds the passes over the picture. A progressive file has about ten;
// each pass costs time for every block, however few bytes it takes, so that
// thousands of empty ones would never end.
func (f *jpegFile) mostScans() int {
	if f.progressive {
		return 64
	}
	return 8
}

// memory estimates what decoding takes: a byte for each sample, and for a
// progressive file a coefficient of four.
func (f *jpegFile) memory() int64 {
	if f.progressive {
		return f.samples * 5
	}
	return f.samples
}

// walkJPEG walks over the segments. It steps over stray bytes as decoders do, so
// that it sees every segment they see.
func walkJPEG(data []byte) *jpegFile {
	w := &jpegWalk{file: &jpegFile{turn: 1}, data: data, at: 2, regular: true}
	w.clean = append(make([]byte, 0, len(data)), 0xFF, markSOI)
	for w.at+1 < len(data) && w.step() {
	}
	return w.file
}

// jpegWalk is a walk over the segments of a file.
type jpegWalk struct {
	file    *jpegFile
	data    []byte
	at      int
	clean   []byte // what was kept of data[:at]
	regular bool   // whether nothing stood between segments
	inScan  bool   // whether the samples of a scan are here
}

// step goes over one mark, segment or stretch of samples. It reports whether the
// file goes on; where it ends as it should, the file gets its clean bytes.
func (w *jpegWalk) step() bool {
	if w.data[w.at] != 0xFF {
		return w.samples()
	}
	mark := w.data[w.at+1]
	switch {
	case mark == 0xFF: // fill
		w.at++
		return true
	case mark == 0 || mark >= markRST0 && mark <= markRST7:
		w.regular = w.regular && w.inScan
		w.clean = append(w.clean, 0xFF, mark)
		w.at += 2
		return true
	case mark == markEOI:
		if w.regular {
			w.file.clean = append(w.clean, 0xFF, markEOI)
		}
		return false
	}
	return w.segment(mark)
}

// samples goes over the bytes of a scan up to the next mark, or over one stray byte.
func (w *jpegWalk) samples() bool {
	if !w.inScan {
		w.regular = false
		w.at++
		return true
	}
	next := bytes.IndexByte(w.data[w.at:], 0xFF)
	if next < 0 {
		return false
	}
	w.clean = append(w.clean, w.data[w.at:w.at+next]...)
	w.at += next
	return true
}

// segment goes over a segment that has a length.
func (w *jpegWalk) segment(mark byte) bool {
	if w.at+4 > len(w.data) {
		return false
	}
	end := w.at + 2 + int(binary.BigEndian.Uint16(w.data[w.at+2:]))
	if end < w.at+4 || end > len(w.data) {
		return false
	}
	body := w.data[w.at+4 : end]
	w.file.segment(mark, body)
	if keepsSegment(mark, body) {
		w.clean = append(w.clean, w.data[w.at:end]...)
	}
	w.inScan = mark == markSOS
	w.at = end
	return true
}

// segment notes what a segment says.
func (f *jpegFile) segment(mark byte, body []byte) {
	switch {
	case mark == markSOS:
		f.scans++
	case mark == markAPP1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
		f.turn = readOrientation(body[6:])
	case mark >= markSOF0 && mark <= markSOF2 && len(body) >= 6:
		f.progressive = mark == markSOF2
		f.frame(body)
	}
}

// frame counts the samples of a frame: of each component one block for each factor
// of its sampling, in every unit of blocks.
func (f *jpegFile) frame(body []byte) {
	height, width := int64(binary.BigEndian.Uint16(body[1:])), int64(binary.BigEndian.Uint16(body[3:]))
	f.components = int(body[5])
	var across, down, blocks int64 = 1, 1, 0
	for c := 6; c+2 < len(body); c += 3 {
		h, v := int64(body[c+1]>>4), int64(body[c+1]&15)
		across, down = max(across, h), max(down, v)
		blocks += h * v
	}
	units := (width + 8*across - 1) / (8 * across) * ((height + 8*down - 1) / (8 * down))
	f.samples = units * blocks * 64
}

// keepsSegment reports whether a picture needs a segment to be decoded. Of those
// for applications these are the one of JFIF, without its thumbnail, and Adobe's,
// which tells the colour space.
func keepsSegment(mark byte, body []byte) bool {
	switch {
	case mark == markAPP0:
		return bytes.HasPrefix(body, []byte("JFIF\x00")) && len(body) == 14
	case mark == markAdobe:
		return bytes.HasPrefix(body, []byte("Adobe")) && len(body) == 12
	}
	return (mark < markAPP0 || mark > markAPP15) && mark != markCOM
}
