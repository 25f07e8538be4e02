package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Errors of reading a font. They are wrapped with the table that is at fault.
var (
	errTruncated  = errors.New("font is truncated")
	errNoTrueType = errors.New("font has no TrueType outlines")
	errCFF        = errors.New("font has PostScript outlines (CFF); the same font with TrueType outlines can be used")
	errWOFF       = errors.New("font is compressed for the web (WOFF)")
)

// Versions in the first four bytes of a font file (OpenType 1.9.1, "Table
// Directory").
const (
	versionTrueType = 0x00010000
	versionApple    = 0x74727565 // 'true'
	versionCFF      = 0x4F54544F // 'OTTO'
	versionTTC      = 0x74746366 // 'ttcf'
	versionWOFF     = 0x774F4646 // 'wOFF'
	versionWOFF2    = 0x774F4632 // 'wOF2'
)

// directory is the table directory of a font file, in the order of the file.
type directory []tableRecord

// tableRecord names one table and holds its bytes, a part of the file.
type tableRecord struct {
	tag    string
	offset uint32
	data   []byte
}

// readDirectory reads the table directory that begins at a byte of the file. It
// fails if a table reaches beyond the end of the file or the file is of a kind that
// this package cannot use.
func readDirectory(data []byte, at int) (directory, error) {
	if len(data)-at < 12 {
		return nil, errTruncated
	}
	if err := checkVersion(be32(data[at:])); err != nil {
		return nil, err
	}
	n := int(be16(data[at+4:]))
	if len(data)-at < 12+16*n {
		return nil, errTruncated
	}
	dir := make(directory, n)
	for i := range dir {
		rec := data[at+12+16*i:]
		offset, length := be32(rec[8:]), be32(rec[12:])
		if uint64(offset)+uint64(length) > uint64(len(data)) {
			return nil, fmt.Errorf("table %q: %w", rec[:4], errTruncated)
		}
		dir[i] = tableRecord{
			tag:    string(rec[:4]),
			offset: offset,
			data:   data[offset : offset+length : offset+length],
		}
	}
	return dir, nil
}

// checkVersion tells why a file with this version cannot be read, or nil.
func checkVersion(version uint32) error {
	switch version {
	case versionTrueType, versionApple:
		return nil
	case versionCFF:
		return errCFF
	case versionTTC:
		return errors.New("font is a collection within a collection")
	case versionWOFF, versionWOFF2:
		return errWOFF
	}
	return errors.New("not a TrueType font")
}

// table returns the bytes of the named table, nil if there is none.
func (d directory) table(tag string) []byte {
	for _, rec := range d {
		if rec.tag == tag {
			return rec.data
		}
	}
	return nil
}

// require returns the named table, which must have at least size bytes.
func (d directory) require(tag string, size int) ([]byte, error) {
	t := d.table(tag)
	if len(t) < size {
		return nil, fmt.Errorf("table %q: %w", tag, errTruncated)
	}
	return t, nil
}

func be16(b []byte) uint16 { return binary.BigEndian.Uint16(b) }

func be32(b []byte) uint32 { return binary.BigEndian.Uint32(b) }

// i16 reads a signed 16-bit number.
func i16(b []byte) int { return int(int16(be16(b))) }
