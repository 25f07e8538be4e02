package entry

import (
	"strings"
	"unicode/utf8"

	"publish/book/citation/line"
)

// linkedWords understands an entry whose title is the words of a link, with names
// before it or other words behind it.
func (p *Parser) linkedWords(e *Entry, s line.Line, segs []segment) bool {
	on := strings.IndexRune(s, line.LinkOn)
	if on < 0 {
		return false
	}
	which, size := utf8.DecodeRuneInString(s[on+1:])
	from := on + 1 + size
	length := strings.IndexRune(s[from:], line.LinkOff)
	if length <= 0 {
		return false
	}
	if goesOnAfterLink(s[from+length+1:]) || !p.before(e, s, segmentsBefore(segs, on), on) {
		return false
	}
	e.Linked, e.Known, e.Part = e.Links.Of(which), true, true
	inner := s[from : from+length]
	if on > 0 && len(e.Authors)+len(e.Editors) > 0 || !p.unmarked(e, inner) {
		e.setTitle(inner)
	}
	e.rest = nil // of the inner line, whose places are others
	e.Part = e.ISBN == ""
	p.tail(e, s, segmentsBehind(segs, s, from+length+1))
	return true
}

// goesOnAfterLink reports whether a sentence goes on behind linked words, so that they are
// no title: "[The Press]'s statement", "[a letter] about vats".
func goesOnAfterLink(rest line.Line) bool {
	if strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’") {
		return true
	}
	word := strings.Trim(firstWord(strings.TrimPrefix(rest, " ")), ".,:;")
	return strings.HasPrefix(rest, " ") && startsSmall(word) && !leads(word)
}

func segmentsBefore(segs []segment, at int) []segment {
	for i, seg := range segs {
		if seg.to > at {
			if seg.from < at {
				seg.text = strings.TrimSpace(seg.text[:min(len(seg.text), at-seg.from)])
				seg.to = at
				return append(append([]segment(nil), segs[:i]...), seg)
			}
			return segs[:i]
		}
	}
	return segs
}

// segmentsBehind returns the segments of what stands behind a place in the line.
func segmentsBehind(segs []segment, s line.Line, at int) []segment {
	for i, seg := range segs {
		if seg.to <= at {
			continue
		}
		if seg.from >= at {
			return segs[i:]
		}
		seg.text, seg.from = strings.TrimSpace(s[at:seg.to]), at
		if seg.text == "" {
			return segs[i+1:]
		}
		return append([]segment{seg}, segs[i+1:]...)
	}
	return nil
}
