package layout

import (
	"slices"

	"publish/fonts/bidi"
)

// lineUnit is what is moved as a whole when a line is put in the order of the eye:
// a run, a picture or a space.
type lineUnit struct {
	piece *piece
	run   int // of the piece's word; -1 for a space, 0 for a picture
	level bidi.Level
	x     Length
	width Length
	link  int // of the line's link areas, -1 for none
}

// drawOrdered places the pieces of a line of a paragraph with text from right to
// left, from x on. The words stay in the order of reading; only their places change.
func (c *composer) drawOrdered(s *setting, x Length) composedLine {
	line := composedLine{words: c.drawn[:0]}
	units := s.units()
	levels := make([]bidi.Level, len(units))
	for i := range units {
		levels[i] = units[i].level
	}
	order := bidi.Order(levels)
	if c.mirrored {
		slices.Reverse(order)
	}
	var before *linkSpan // of the unit to the left
	for _, k := range order {
		u := &units[k]
		u.x = x
		x += u.width
		if link := u.piece.segment.link; u.run < 0 {
			// a space belongs to a link that goes on behind it
		} else if link == nil {
			before = nil
		} else {
			u.link = line.linkUnit(u, before == link)
			before = link
		}
	}
	line.right = x
	for i := range units {
		s.drawUnit(&line, &units[i])
	}
	c.drawn = line.words
	line.words = c.store.words.keep(line.words)
	return line
}

// units lists what the pieces show, in the order of reading.
func (s *setting) units() []lineUnit {
	var units []lineUnit
	for i := range s.pieces {
		pc := &s.pieces[i]
		if pc.adjusted != 0 {
			units = append(units, lineUnit{piece: pc, run: -1, level: pc.gapLevel, width: pc.adjusted, link: -1})
		}
		if pc.word == nil {
			units = append(units, lineUnit{piece: pc, level: pc.level, width: expanded(pc.width, s.expand), link: -1})
			continue
		}
		at, left := 0, expanded(pc.width, s.expand)
		for j, run := range pc.word.runs {
			width := expanded(runWidth(run, pc.segment.style.size), s.expand)
			if j == len(pc.word.runs)-1 {
				width = left // nothing is lost by rounding
			}
			left -= width
			level := pc.level
			if pc.word.order != nil {
				level = pc.word.levelAt(at)
			}
			units = append(units, lineUnit{piece: pc, run: j, level: level, width: width, link: -1})
			at += len(run.Text)
		}
	}
	return units
}

// linkUnit makes an area for a unit of a link, or widens the last one, and returns
// its index.
func (l *composedLine) linkUnit(u *lineUnit, goesOn bool) int {
	if n := len(l.links); goesOn && n > 0 {
		l.links[n-1].Width = u.x + u.width - l.links[n-1].X
		return n - 1
	}
	l.links = append(l.links, u.piece.segment.area(u.x, u.width))
	return len(l.links) - 1
}

// drawUnit adds a unit to the line at its place.
func (s *setting) drawUnit(line *composedLine, u *lineUnit) {
	pc, seg := u.piece, u.piece.segment
	switch {
	case u.run < 0:
	case pc.word == nil:
		line.pictures = append(line.pictures, seg.drawPicture(u.x, u.width))
	default:
		if u.run == 0 {
			line.note(seg, u.link, false)
		}
		line.words = append(line.words, s.word(pc, u.run, u.x))
	}
}
