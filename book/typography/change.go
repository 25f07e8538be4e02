package typography

import (
	"strings"

	"publish/book"
)

// Change is a place of the text that was set otherwise than its source. Before and
// After are the words around it.
type Change struct {
	book.Pos
	Rule          book.Refinement
	Before, After string
}

// note records that the bytes at i were replaced in the node. What has no place in a
// source, such as a title of the manifest, is left out.
func (s *setter) note(rule book.Refinement, node *book.Text, line string, i, length int, replacement string) {
	if !s.record || node.File == "" || line[i:i+length] == replacement {
		return
	}
	from := strings.LastIndexByte(line[:i], ' ') + 1
	to := len(line)
	if end := strings.IndexByte(line[i+length:], ' '); end >= 0 {
		to = i + length + end
	}
	from, to = wordsAround(line, i, from, to)
	s.changes = append(s.changes, Change{Pos: node.Pos, Rule: rule,
		Before: line[from:to], After: line[from:i] + replacement + line[i+length:to]})
}

// wordsAround keeps a long word without blanks to what stands near the place.
func wordsAround(line string, i, from, to int) (int, int) {
	const near = 40
	for from < i-near || from > 0 && from < i && line[from]&0xC0 == 0x80 {
		from++
	}
	for to > i+near && to > 0 {
		to--
	}
	for to < len(line) && line[to]&0xC0 == 0x80 {
		to++
	}
	return from, to
}
