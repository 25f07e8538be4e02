package fonts

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"
)

// writeFont joins tables to a font file (OpenType 1.9.1, "Font Tables"): directory
// and tables in the order of their tags, each table padded to four bytes, all
// checksums right. Empty tables are left out. It does not change the tables.
func writeFont(tables map[string][]byte) []byte {
	var tags []string
	size := 0
	for tag, data := range tables {
		if len(data) > 0 {
			tags = append(tags, tag)
			size += 16 + padded(len(data))
		}
	}
	slices.SortFunc(tags, strings.Compare)
	file := make([]byte, 12+16*len(tags), 12+size)
	binary.BigEndian.PutUint32(file, versionTrueType)
	putSearch(file[4:], len(tags), 16)
	head := 0
	for i, tag := range tags {
		start := len(file)
		file = append(file, tables[tag]...)
		if tag == "head" {
			head = start
			binary.BigEndian.PutUint32(file[start+8:], 0) // checkSumAdjustment
		}
		for len(file)%4 != 0 {
			file = append(file, 0)
		}
		record := file[12+16*i:]
		copy(record, tag)
		binary.BigEndian.PutUint32(record[4:], checksum(file[start:]))
		binary.BigEndian.PutUint32(record[8:], uint32(start))
		binary.BigEndian.PutUint32(record[12:], uint32(len(tables[tag])))
	}
	if head > 0 {
		const magic = 0xB1B0AFBA
		binary.BigEndian.PutUint32(file[head+8:], magic-checksum(file))
	}
	return file
}

func padded(n int) int { return (n + 3) &^ 3 }

// checksum adds up big-endian words; the length of data is a multiple of four.
func checksum(data []byte) uint32 {
	sum := uint32(0)
	for len(data) >= 4 {
		sum += be32(data)
		data = data[4:]
	}
	return sum
}

// putSearch writes a count and the three numbers for binary search after it, as
// the table directory and cmap have them: size is that of one record.
func putSearch(b []byte, count, size int) {
	selector := bits.Len(uint(max(count, 1))) - 1
	searchRange := size << selector
	for i, v := range []int{count, searchRange, selector, count*size - searchRange} {
		binary.BigEndian.PutUint16(b[2*i:], uint16(v))
	}
}
