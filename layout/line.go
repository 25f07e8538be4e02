package layout

import (
	"publish/book"
	"publish/fonts/bidi"
	"publish/layout/linebreak"
)

// composedLine is a line of text at its place in its paragraph: x counts from
// the left of the type area, the baseline is at 0.
type composedLine struct {
	words    []Word
	links    []LinkArea // Y and Height are relative to the baseline
	anchors  []string
	calls    []string // IDs of note calls
	pages    []pageSlot
	pictures []Picture
	hyphen   bool   // ends in a hyphen
	right    Length // where the text ends
}

// pageSlot is a word of a line whose folio is filled in when the pages are known.
type pageSlot struct {
	word  int
	ref   *book.PageRef
	style *lettering
	link  int // index of its link area, -1 for none
	far   *farLink
	// filled is set where the line fills its measure.
	filled bool
}

// piece is what one line shows of one segment.
type piece struct {
	segment  *segment
	word     *shapedWord
	space    bool   // a word space stands before it
	gap      Length // natural width of that space
	width    Length
	adjusted Length // width of the space as set
	soft     bool   // ends in a hyphen that is not in the text
	level    bidi.Level
	gapLevel bidi.Level // of the space
}

// lines draws the paragraph as a variant breaks it.
func (c *composer) lines(p *paragraph, v *variant) []composedLine {
	if v.drawn == nil {
		v.drawn = make([]composedLine, 0, v.lines)
		from := 0
		for i, to := range v.breaks {
			v.drawn = append(v.drawn, c.line(p, i, from, to))
			from = to + 1
		}
	}
	return v.drawn
}

// line draws the items from..to, to being the break.
func (c *composer) line(p *paragraph, i, from, to int) composedLine {
	start := from
	if i > 0 {
		start = min(nextBox(p.items, from-1), to)
	}
	pieces, anchors := c.pieces(p, start, to)
	if i > 0 && len(pieces) > 0 && partsWords(&p.items[from-1]) {
		pieces[0].space = true
	}
	room := Length(p.lineMeasure(i))
	set := setting{pieces: pieces}
	set.measure(p, start, to)
	last := p.items[to].Kind == linebreak.Penalty && p.items[to].Penalty == linebreak.Forced
	x := p.indentOf(i)
	if p.align == justified {
		x -= set.left
		set.justify(room+set.left+set.right, last)
		if over := set.width() - (room + set.left + set.right); over > room.Scale(1, 1000)+Point/2 {
			c.diags.Add(book.LineOverfull, p.pos, "a line is %s too wide and nothing in it can be broken", over)
		}
	} else {
		slack := room - set.width()
		switch p.align {
		case centred:
			x += slack / 2
		case flushRight:
			x += slack
		}
	}
	if p.runsBack() {
		x = p.runsBackAt(x, room, &set)
	}
	draw := c.drawLine
	if p.order != nil {
		draw = c.drawOrdered
	}
	line := draw(&set, x)
	line.anchors = anchors
	line.hyphen = p.items[to].Flagged
	return line
}

// partsWords reports whether a line that ends at the item ends between words, so
// that copied text has a blank there.
func partsWords(end *linebreak.Item) bool {
	return end.Kind == linebreak.Glue || end.Penalty == linebreak.Forced
}

// pieces gathers what the items from..to show: boxes of one segment that stand
// together become one piece, shaped as a whole.
//
// The pieces are good until the next call.
func (c *composer) pieces(p *paragraph, from, to int) (pieces []piece, anchors []string) {
	pieces = c.shown[:0]
	defer func() { c.shown = pieces }()
	var gap Length
	var gapLevel bidi.Level
	space := false
	open := -1 // segment of the last piece, while it may go on
	var begin, end int32
	flush := func(hyphen bool) {
		if open >= 0 {
			c.close(&pieces[len(pieces)-1], begin, end, hyphen)
		}
		open = -1
	}
	for i := from; i < to; i++ {
		item, a := &p.items[i], p.atoms[i]
		switch item.Kind {
		case linebreak.Glue:
			flush(false)
			gap, space = gap+Length(item.Width), item.Stretch < int64(p.measure)
			gapLevel = p.levelOf(i)
		case linebreak.Box:
			s := &p.segments[a.segment]
			switch {
			case s.anchor() != "":
				anchors = append(anchors, s.anchor())
			case s.word == nil && !s.isPicture():
				gap += Length(item.Width)
				gapLevel = p.levelOf(i)
			case open == int(a.segment):
				end = a.to
			default:
				flush(false)
				pieces = append(pieces, piece{segment: s, space: space, gap: gap, level: p.levelOf(i), gapLevel: gapLevel})
				if s.word == nil {
					pieces[len(pieces)-1].width = s.thing.width
				} else {
					open, begin, end = int(a.segment), a.from, a.to
				}
				gap, space = 0, false
			}
		}
	}
	flush(addsHyphen(&p.items[to]))
	return pieces, anchors
}

// close shapes a piece that shows begin..end of its segment's text.
func (c *composer) close(pc *piece, begin, end int32, hyphen bool) {
	whole := pc.segment.word
	pc.word = whole
	if begin > 0 || int(end) < len(whole.text) || hyphen {
		text := whole.text[begin:end]
		added := 0
		if hyphen {
			text, added = text+"-", 1
			pc.soft = true
		}
		if whole.order != nil {
			pc.word = c.shaper.directed(text, pc.segment.style, whole.part(int(begin), int(end), added))
		} else {
			pc.word = c.shaper.word(text, pc.segment.style, true)
		}
	}
	pc.width = pc.word.width
}

// setting is a line being justified.
type setting struct {
	pieces      []piece
	left, right Length // how far the ends hang into the margins
	text, gaps  Length // natural widths
	expand      int32  // of the glyphs, in 1/100,000
	filled      bool   // as wide as the room
}

// measure adds up the natural widths and finds what hangs out.
func (s *setting) measure(p *paragraph, from, to int) {
	for i := range s.pieces {
		pc := &s.pieces[i]
		s.text += pc.width
		pc.adjusted = pc.gap
		if i > 0 {
			s.gaps += pc.gap
		} else {
			pc.gap, pc.adjusted = 0, 0
		}
	}
	for i := from; i < to; i++ {
		if p.items[i].Kind == linebreak.Box && p.items[i].Width > 0 {
			s.left = Length(p.items[i].Left)
			break
		}
	}
	if addsHyphen(&p.items[to]) {
		s.right = Length(p.items[to].Right)
		return
	}
	for i := to - 1; i >= from; i-- {
		if p.items[i].Kind == linebreak.Box && p.items[i].Width > 0 {
			s.right = Length(p.items[i].Right)
			return
		}
	}
}

// width returns the width as set.
func (s *setting) width() Length {
	w := Length(0)
	for i := range s.pieces {
		w += expanded(s.pieces[i].width, s.expand) + s.pieces[i].adjusted
	}
	return w
}

func expanded(w Length, by int32) Length { return w + w.Scale(int64(by), 100_000) }

// justify makes the line as wide as the room. The glyphs give what they can, which
// nobody sees, before the word spaces do, so that most lines have the same space
// (Hàn Thế Thành 2000, ch. 4). The last line is only ever narrowed.
func (s *setting) justify(room Length, last bool) {
	want := room - s.text - s.gaps
	if last && want >= 0 {
		return
	}
	s.filled = true
	if s.text > 0 {
		most := s.text.Scale(expansion, 1000)
		s.expand = int32(int64(max(min(want, most), -most)) * 100_000 / int64(s.text))
	}
	text := Length(0)
	for i := range s.pieces {
		text += expanded(s.pieces[i].width, s.expand)
	}
	s.stretchGaps(room - text - (s.gaps - s.spaces()))
}

// spaces returns the natural width of the word spaces, kerns left out.
func (s *setting) spaces() Length {
	var w Length
	for i := range s.pieces {
		if s.pieces[i].space && i > 0 {
			w += s.pieces[i].gap
		}
	}
	return w
}

// minimumSpace is the narrowest word space ever set, in thousandths of its ideal
// width: a line that is still too wide then sticks out and is reported.
const minimumSpace = 560

// stretchGaps gives the word spaces a total width, shared in proportion, without
// losing a unit.
func (s *setting) stretchGaps(total Length) {
	natural := s.spaces()
	if natural <= 0 {
		return
	}
	total = max(total, natural.Scale(minimumSpace, 1000))
	var before, done Length
	for i := range s.pieces {
		if pc := &s.pieces[i]; pc.space && i > 0 {
			before += pc.gap
			upTo := total.Scale(int64(before), int64(natural))
			pc.adjusted = upTo - done
			done = upTo
		}
	}
}

// drawLine places the pieces of a line from x on.
func (c *composer) drawLine(s *setting, x Length) composedLine {
	line := composedLine{words: c.drawn[:0]}
	for i := range s.pieces {
		pc := &s.pieces[i]
		x += pc.adjusted
		s.drawPiece(&line, pc, x)
		x += expanded(pc.width, s.expand)
	}
	line.right = x
	c.drawn = line.words
	line.words = c.store.words.keep(line.words)
	return line
}

func (s *setting) drawPiece(line *composedLine, pc *piece, x Length) {
	seg := pc.segment
	width := expanded(pc.width, s.expand)
	link := -1
	if seg.link != nil {
		link = line.addLink(seg, x, width)
	}
	if seg.isPicture() {
		line.pictures = append(line.pictures, seg.drawPicture(x, width))
		return
	}
	line.note(seg, link, s.filled)
	for j, run := range pc.word.runs {
		line.words = append(line.words, s.word(pc, j, x))
		x += expanded(runWidth(run, seg.style.size), s.expand)
	}
}

// word returns a run of a piece at its place.
func (s *setting) word(pc *piece, j int, x Length) Word {
	seg := pc.segment
	return Word{X: x, Rise: seg.style.rise, Run: pc.word.runs[j], Size: runSize(pc.word.runs[j], seg.style.size), Element: seg.element, Expand: s.expand,
		Space: pc.space && j == 0, SoftHyphen: pc.soft && j == len(pc.word.runs)-1}
}

// drawPicture places a picture on the baseline.
func (s *segment) drawPicture(x, width Length) Picture {
	return Picture{X: x, Y: -s.thing.height, Width: width, Height: s.thing.height, Name: s.thing.picture, Element: s.element}
}

// note keeps what a segment is besides a word, before its word is drawn. A filled line
// is as wide as its room.
func (l *composedLine) note(seg *segment, link int, filled bool) {
	t := seg.thing
	if t == nil {
		return
	}
	if t.call != "" {
		l.calls = append(l.calls, t.call)
	}
	if t.page != nil {
		l.pages = append(l.pages, pageSlot{word: len(l.words), ref: t.page, style: seg.style, link: link, far: t.far, filled: filled})
	}
}

// addLink makes the line's area of a link, or widens it when the link goes on.
func (l *composedLine) addLink(seg *segment, x, width Length) int {
	if n := len(l.links); n > 0 && l.links[n-1].Element == seg.link.element && seg.link.element != nil {
		l.links[n-1].Width = x + width - l.links[n-1].X
		return n - 1
	}
	l.links = append(l.links, seg.area(x, width))
	return len(l.links) - 1
}

// area returns the area of a segment's link. It reaches from a little above the
// letters to a little below.
func (s *segment) area(x, width Length) LinkArea {
	size := s.style.size
	return LinkArea{X: x, Y: -size.Scale(3, 4) - s.style.rise, Width: width, Height: size,
		Target: s.link.target, URI: s.link.uri, Text: s.link.text, Element: s.link.element}
}
