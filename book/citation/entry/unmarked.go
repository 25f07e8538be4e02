package entry

import (
	"unicode/utf8"

	"publish/book/citation/line"
)

// unmarkedPart understands "Doe, Jane. Title. In Roe, R. *Container*…": the part has
// no marks, what holds it has. At is the index of the first segment set apart.
func (p *Parser) unmarkedPart(e *Entry, s line.Line, segs []segment, at int) bool {
	for i := 1; i < at; i++ {
		if _, ok := inside(segs[i].text); !ok || segs[i].shape != plain || segs[i-1].after == 0 {
			continue
		}
		if !p.authorFirst(e, s, segs[:i]) {
			return false
		}
		e.Part, e.Known = true, true
		p.tail(e, s, segs[i:])
		return true
	}
	return false
}

// unmarked understands an entry in which nothing is set apart.
func (p *Parser) unmarked(e *Entry, s line.Line) bool {
	segs := split(s)
	segs, stop := p.cutAddress(segs)
	segs = p.cutSites(e, segs)
	ok := len(segs) > 0 && (p.byAuthor(e, s, segs) || p.eitherFirst(e, s, segs) || p.titleAlone(e, s, segs))
	if ok {
		e.Known = true
		p.tail(e, s, stop)
	}
	return ok
}

// cutAddress parts the segments before the first bare address from the others.
func (p *Parser) cutAddress(segs []segment) (before, rest []segment) {
	for i, seg := range segs {
		if seg.shape == address {
			return segs[:i], segs[i:]
		}
	}
	return segs, nil
}

// eitherFirst decides between the author before the title and the author behind it.
func (p *Parser) eitherFirst(e *Entry, s line.Line, segs []segment) bool {
	if p.yearFirst(e, s, segs) {
		return true
	}
	if len(segs) > 2 && startsSmall(segs[1].text) && p.titleFirst(e, s, segs) {
		return true
	}
	return p.authorFirst(e, s, segs) || p.titleFirst(e, s, segs) || p.unlistedFirst(e, s, segs)
}

func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 'a' && r <= 'z'
}
