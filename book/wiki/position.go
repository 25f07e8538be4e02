package wiki

import (
	"sort"

	"publish/book"
)

// source is the repaired text of a file with the way back to the places in the
// file as it lies on disk.
type source struct {
	file  string
	text  []byte
	str   string // the same as text, to cut strings from without copying
	lines []int  // offsets in the file at which lines start
	edits []edit // in order of at
}

// edit says that from offset at of the repaired text on, the file's own offset
// is greater by shift.
type edit struct{ at, shift int }

// original returns the offset in the file of an offset in the repaired text.
func (s *source) original(off int) int {
	i := sort.Search(len(s.edits), func(i int) bool { return s.edits[i].at > off })
	if i == 0 {
		return off
	}
	return off + s.edits[i-1].shift
}

// pos returns the place in the file of an offset in the repaired text.
func (s *source) pos(off int) book.Pos {
	off = s.original(max(off, 0))
	line := sort.SearchInts(s.lines, off+1)
	return book.Pos{File: s.file, Line: line, Col: off - s.lines[line-1] + 1}
}

// lineStarts returns the offsets at which the lines of src start.
func lineStarts(src []byte) []int {
	starts := make([]int, 1, len(src)/50+2)
	for i, c := range src {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}
