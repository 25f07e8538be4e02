package book

import "fmt"

// Pos is a place in a source file. Line and Col count from 1, Col in bytes; a
// zero Line means the file as a whole. File is the path as the user would give
// it, with forward slashes.
type Pos struct {
	File      string
	Line, Col int
}

// String returns the place as file:line:col, leaving out what is zero.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Before reports whether p stands before q: by file name, line, column.
func (p Pos) Before(q Pos) bool {
	if p.File != q.File {
		return p.File < q.File
	}
	if p.Line != q.Line {
		return p.Line < q.Line
	}
	return p.Col < q.Col
}

// Position returns p itself: embedded in a node it tells where the node stands.
func (p Pos) Position() Pos { return p }
