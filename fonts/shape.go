package fonts

import "sync"

// Shaper shapes texts in the faces of a family and remembers them. It may be used
// by many goroutines at once; what it returns does not depend on their number or
// order.
type Shaper struct {
	family *Family
	cache  cache

	mu   sync.Mutex
	idle []*worker
}

// NewShaper returns a shaper for the family.
func NewShaper(f *Family) *Shaper {
	s := &Shaper{family: f}
	s.cache.init()
	return s
}

// Family returns the family whose faces the shaper uses.
func (s *Shaper) Family() *Family { return s.family }

// Shape turns text into glyphs: usually one run, several where the face, the
// script or the direction changes. The runs are in visual order, to be drawn from
// left to right; right-to-left parts are ordered by the bidirectional algorithm as
// in a left-to-right paragraph (UAX #9). An empty text gives nil.
//
// Each character is drawn in the text face of the style if that has it, otherwise
// in the first face of the family that does; a combining mark in the face of its
// base if one face has both. A character that no face has is drawn as a box and
// listed in Run.Missing. Soft hyphens and zero-width spaces take no part in
// shaping; white characters such as a tab become spaces.
//
// lang is a BCP 47 tag, "" if unknown; it selects forms such as the Turkish
// dotless i in small capitals.
//
// The result is shared and must not be changed. A text seen before costs one
// look-up and no allocation.
func (s *Shaper) Shape(text string, style Style, feat Features, lang string) []*Run {
	return s.ShapeDirected(text, style, feat, lang, ByText)
}

// ShapeDirected is Shape for text whose direction is known, such as a part of a
// paragraph at one embedding level: all of it runs that way, its signs mirrored from
// right to left, and the runs are in the order of reading. ByText is as Shape.
func (s *Shaper) ShapeDirected(text string, style Style, feat Features, lang string, dir Direction) []*Run {
	if text == "" {
		return nil
	}
	style %= styleCount
	key := s.cache.key(text, style, feat, lang, dir)
	if runs := s.cache.find(key); runs != nil {
		return runs
	}
	w := s.takeWorker()
	runs := w.shape(text, style, feat, lang, dir)
	s.returnWorker(w)
	if len(text) > longestCached {
		return runs
	}
	return s.cache.add(key, runs)
}

// takeWorker returns an idle worker or a new one. Workers are kept in a list and
// not in a sync.Pool, which would drop their prepared plans now and then.
func (s *Shaper) takeWorker() *worker {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.idle)
	if n == 0 {
		return newWorker(s.family)
	}
	w := s.idle[n-1]
	s.idle = s.idle[:n-1]
	return w
}

func (s *Shaper) returnWorker(w *worker) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.idle = append(s.idle, w)
}
