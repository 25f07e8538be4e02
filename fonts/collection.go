package fonts

import (
	"errors"
	"fmt"
	"strconv"
)

// mostFonts is how many fonts of a collection are looked at; the largest that exist
// have some fifty.
const mostFonts = 256

// fontStarts returns where the table directories of a file begin: one, or those of a
// collection (OpenType 1.9.1, "Font Collections").
func fontStarts(data []byte) ([]int, error) {
	if len(data) < 12 {
		return nil, errTruncated
	}
	if be32(data) != versionTTC {
		return []int{0}, nil
	}
	n := int(min(be32(data[8:]), mostFonts))
	if n == 0 {
		return nil, errors.New("collection without fonts")
	}
	if len(data) < 12+4*n {
		return nil, errTruncated
	}
	starts := make([]int, n)
	for i := range starts {
		at := be32(data[12+4*i:])
		if uint64(at) > uint64(len(data)) {
			return nil, errTruncated
		}
		starts[i] = int(at)
	}
	return starts, nil
}

// openNamed opens the font of a file that goes by a name: its number from 1, its
// PostScript name, or its family; the first for "".
func openNamed(data []byte, name string) (*Face, error) {
	starts, err := fontStarts(data)
	if err != nil {
		return nil, err
	}
	if name == "" {
		return openFace(data, starts[0])
	}
	if n, err := strconv.Atoi(name); err == nil {
		if n < 1 || n > len(starts) {
			return nil, fmt.Errorf("the file has no font number %d but %d", n, len(starts))
		}
		return openFace(data, starts[n-1])
	}
	var names []string
	for _, at := range starts {
		f, err := openFace(data, at)
		if err != nil {
			continue
		}
		if f.Name == name || f.Family == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return nil, fmt.Errorf("the file has no font %q but %q", name, names)
}
