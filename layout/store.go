package layout

import "publish/layout/linebreak"

// store keeps the lists of paragraphs and their lines in large pieces. A chapter
// is set in a store that is emptied when its pages are made: most of what a layout
// would allocate is such lists.
type store struct {
	items    slab[linebreak.Item]
	atoms    slab[atom]
	segments slab[segment]
	words    slab[Word]
}

// empty makes room for another chapter. Nothing that was kept may be used again.
func (s *store) empty() {
	s.items.empty()
	s.atoms.empty()
	s.segments.empty()
	s.words.empty()
}

// slab hands out lists that lie side by side.
type slab[T any] struct {
	pieces [][]T
	at     int // the piece being filled
}

// slabPiece is how many elements a piece has, if no list is longer.
const slabPiece = 1024

// keep returns a copy of a list. It has no room to grow.
func (s *slab[T]) keep(list []T) []T {
	for s.at < len(s.pieces) && cap(s.pieces[s.at])-len(s.pieces[s.at]) < len(list) {
		s.at++
	}
	if s.at == len(s.pieces) {
		s.pieces = append(s.pieces, make([]T, 0, max(len(list), slabPiece)))
	}
	piece := &s.pieces[s.at]
	from := len(*piece)
	*piece = append(*piece, list...)
	return (*piece)[from:len(*piece):len(*piece)]
}

func (s *slab[T]) empty() {
	for i := range s.pieces {
		s.pieces[i] = s.pieces[i][:0]
	}
	s.at = 0
}
