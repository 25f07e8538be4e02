package fonts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// loadLayout parses the tables that shaping needs. It shows go-text a font
// without outlines: that library decodes every glyph it is given, which would
// be most of the time and memory of a face (49,382 glyphs in Droid Sans
// Fallback). HarfBuzz asks for outlines only to place marks in a font that
// has no mark positioning; such marks are then drawn where the font's own
// metrics put them.
func loadLayout(f *Face) (ft *font.Font, err error) {
	defer func() {
		// A malformed table may make the parser index out of range. The font is
		// then as bad as one for which it returns an error.
		if r := recover(); r != nil {
			ft, err = nil, fmt.Errorf("malformed table: %v", r)
		}
	}()
	view := newShapingView(f)
	if view.covers(f.dir) {
		return nil, errors.New("tables lie where the file must have its directory")
	}
	loader, err := opentype.NewLoader(view)
	if err != nil {
		return nil, err
	}
	if ft, err = font.NewFont(loader); err != nil {
		return nil, err
	}
	listCoverages(ft)
	return ft, nil
}

// isShapingTable reports whether a table takes part in shaping.
func isShapingTable(tag string) bool {
	switch tag {
	case "cmap", "head", "hhea", "hmtx", "maxp", "OS/2", "GDEF", "GSUB", "GPOS", "kern":
		return true
	}
	return false
}

// shapingView is a font file with a shorter table directory. The directory lies
// over the start of the file's own, so the tables keep their places and none of
// them is copied.
type shapingView struct {
	head []byte
	data []byte
	at   int64
}

func newShapingView(f *Face) *shapingView {
	head := make([]byte, 12, 12+16*len(f.dir))
	n := 0
	for _, rec := range f.dir {
		if !isShapingTable(rec.tag) {
			continue
		}
		n++
		head = append(head, rec.tag...)
		head = binary.BigEndian.AppendUint32(head, 0) // the checksum is not read
		head = binary.BigEndian.AppendUint32(head, rec.offset)
		head = binary.BigEndian.AppendUint32(head, uint32(len(rec.data)))
	}
	binary.BigEndian.PutUint32(head, versionTrueType)
	binary.BigEndian.PutUint16(head[4:], uint16(n))
	return &shapingView{head: head, data: f.data}
}

// covers reports whether the new directory lies over a table that shaping reads. In a
// file with one font it lies over the old one, in a collection over the list of fonts.
func (v *shapingView) covers(dir directory) bool {
	return slices.ContainsFunc(dir, func(rec tableRecord) bool {
		return isShapingTable(rec.tag) && len(rec.data) > 0 && int(rec.offset) < len(v.head)
	})
}

// ReadAt implements io.ReaderAt over the file with its new directory.
func (v *shapingView) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off > int64(len(v.data)) {
		return 0, io.EOF
	}
	n := copy(p, v.data[off:])
	if off < int64(len(v.head)) {
		copy(p[:n], v.head[off:])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// Read implements io.Reader.
func (v *shapingView) Read(p []byte) (int, error) {
	n, err := v.ReadAt(p, v.at)
	v.at += int64(n)
	if n > 0 {
		err = nil
	}
	return n, err
}

// Seek implements io.Seeker.
func (v *shapingView) Seek(offset int64, whence int) (int64, error) {
	at, err := bytes.NewReader(v.data).Seek(offset, whence)
	if whence == io.SeekCurrent {
		at, err = v.at+offset, nil
	}
	if err == nil {
		v.at = at
	}
	return at, err
}
