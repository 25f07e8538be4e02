package layout

import "sync"

// lettering is a style with the words that have been shaped in it. There is one
// for each style of a book, so that two are the same style if they are the same
// pointer. It is safe for use by several goroutines.
type lettering struct {
	textStyle
	// words by whether they may be divided and by a cheap hash: the workers
	// seldom wait for the same shard.
	words [2][wordShards]wordShard
}

const wordShards = 16

type wordShard struct {
	sync.RWMutex
	byText map[string]*shapedWord
}

// shard returns where a text is kept.
func (l *lettering) shard(text string, whole bool) *wordShard {
	hash := uint(len(text))
	if text != "" {
		hash += uint(text[0])*7 + uint(text[len(text)-1])
	}
	if whole {
		return &l.words[1][hash%wordShards]
	}
	return &l.words[0][hash%wordShards]
}

// find returns a word, nil if it has not been shaped yet.
func (s *wordShard) find(text string) *shapedWord {
	s.RLock()
	defer s.RUnlock()
	return s.byText[text]
}

// add stores a word and returns it, or the one that another worker stored first.
func (s *wordShard) add(w *shapedWord) *shapedWord {
	s.Lock()
	defer s.Unlock()
	if first := s.byText[w.text]; first != nil {
		return first
	}
	if s.byText == nil {
		s.byText = map[string]*shapedWord{}
	}
	s.byText[w.text] = w
	return w
}
