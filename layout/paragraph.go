package layout

import (
	"publish/book"
	"publish/layout/linebreak"
)

// alignment is how the lines of a paragraph fill the measure.
type alignment uint8

const (
	justified alignment = iota
	ragged              // flush left, no hyphens
	centred
	flushRight
)

// paragraph is running text ready to be broken into lines: items for the line
// breaker, and beside each box the text that it stands for.
type paragraph struct {
	items    []linebreak.Item
	atoms    []atom // atoms[i] tells what items[i] shows
	segments []segment
	align    alignment
	measure  Length // of a full line
	indent   Length // of every line; not part of the measure
	first    Length // further indent of the first line; negative for a hanging one
	pos      book.Pos
	element  *Element
	inlines  []book.Inline // what it was composed of
	labelled bool          // the first word is a label
	order    *direction    // nil if all of it runs from left to right, as the book does
	count    *textCount    // of its text, nil until a page begins inside it
}

// atom says what an item of a paragraph shows: for a box the bytes from..to of a
// segment's text.
type atom struct {
	segment  int32
	from, to int32
}

// segment is a word or a part of one in a single style, or a thing among words.
type segment struct {
	word    *shapedWord
	style   *lettering
	element *Element
	link    *linkSpan
	// thing is what the segment is besides a word, nil as a rule.
	thing *thing
}

// thing is what stands among words: one of a place, a note call, a reference to a
// page, a picture.
type thing struct {
	anchor  string // ID of a place; the segment has no word
	call    string // ID of a note call that the segment is
	page    *book.PageRef
	far     *farLink // whose page it is, nil where the text itself asks for it
	aside   bool     // the segment belongs to a page that a link says
	picture string
	width   Length // of a picture
	height  Length
}

// anchor returns the ID of the place that the segment is, "" for none.
func (s *segment) anchor() string {
	if s.thing == nil {
		return ""
	}
	return s.thing.anchor
}

// isCall reports whether the segment is a note call.
func (s *segment) isCall() bool { return s.thing != nil && s.thing.call != "" }

// isPicture reports whether the segment is a picture.
func (s *segment) isPicture() bool { return s.thing != nil && s.thing.picture != "" }

// linkSpan is a link of the text, however many words and lines it runs over.
type linkSpan struct {
	target, uri, text string
	element           *Element
}

// lineMeasure returns the room that line i has.
func (p *paragraph) lineMeasure(i int) int64 {
	if i == 0 {
		return int64(p.measure - p.first)
	}
	return int64(p.measure)
}

// indentOf returns where line i starts, from the left of the type area.
func (p *paragraph) indentOf(i int) Length {
	if p.runsBack() {
		return p.indent + min(p.first, 0)
	}
	if i == 0 {
		return p.indent + p.first
	}
	return p.indent
}

// runsBackAt returns where a line that runs against the book's direction starts at its
// left, x being where it would start if it ran with it. Indents and the room that a last line
// leaves are then at the other side.
func (p *paragraph) runsBackAt(x, room Length, set *setting) Length {
	switch p.align {
	case justified:
		return x + set.left + room + set.left - set.width()
	case ragged:
		return x + room - set.width()
	}
	return x
}

// finish ends the item list as every paragraph ends: glue that fills the last
// line, and a forced break.
func (p *paragraph) finish() {
	p.addItem(linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forbidden}, atom{})
	p.addItem(linebreak.Item{Kind: linebreak.Glue, Stretch: int64(p.measure) * 4}, atom{})
	p.addItem(linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forced}, atom{})
}

func (p *paragraph) addItem(item linebreak.Item, a atom) {
	p.items = append(p.items, item)
	p.atoms = append(p.atoms, a)
}

// empty reports whether the paragraph has nothing to show.
func (p *paragraph) empty() bool {
	for i := range p.segments {
		if p.segments[i].word != nil || p.segments[i].isPicture() {
			return false
		}
	}
	return true
}

// addsHyphen reports whether a line that ends at the item gets a hyphen that is
// not in the text.
func addsHyphen(it *linebreak.Item) bool { return it.Flagged && it.Width > 0 }

// lineParams returns the taste of the line breaker for text of a size: word spaces
// of one and a half times their width at most, no last line shorter than two ems,
// and seldom one that begins with the rest of a word. Three tenths of what a line
// can give, on average, are the letters'; the word spaces are as wished within
// that. The line penalty is higher than TeX's and the demerits for unlike lines
// lower: weighed on three books, spaces then differ less from line to line with no
// more hyphens.
func lineParams(size Length) linebreak.Params {
	return linebreak.Params{
		LinePenalty: 50, AdjDemerits: 3000, Play: 300,
		MinLastLine: int64(size) * 2, FinalHyphenDemerits: 100_000,
	}
}

// hardParams returns the taste for a paragraph that lineParams cannot set: spaces
// of two and a half times their width, and where that fails two more ems a line
// before a line may be too wide. No paragraph is run long or short by it.
func hardParams(size Length) linebreak.Params {
	p := lineParams(size)
	p.Tolerance, p.EmergencyStretch = 3000, int64(size)*2
	return p
}

// variant is one way to break a paragraph into lines.
type variant struct {
	breaks []int
	lines  int
	cost   int64 // above that of the best way
	drawn  []composedLine
}

// variants returns the ways in which the paragraph may be set, the best first.
// Only justified text is ever run longer or shorter than its best.
func (c *composer) variants(p *paragraph) []variant {
	if p.align == justified && p.fullOfAddresses() {
		p.align = ragged
	}
	if p.align != justified {
		breaks := c.raggedBreaks(p)
		return []variant{{breaks: breaks, lines: len(breaks)}}
	}
	if len(p.items) > longItems {
		breaks := c.longBreaks(p)
		return []variant{{breaks: breaks, lines: len(breaks)}}
	}
	found := c.breaker.Variants(p.items, p.lineMeasure, lineParams(p.size()))
	if !found[0].Fits {
		breaks, ok := c.breaker.Break(p.items, p.lineMeasure, hardParams(p.size()))
		if !ok && p.addresses() > 0 {
			p.align = ragged
			breaks = c.raggedBreaks(p)
		}
		return []variant{{breaks: breaks, lines: len(breaks)}}
	}
	best := 0
	for i := range found {
		if found[i].Demerits < found[best].Demerits {
			best = i
		}
	}
	out := []variant{{breaks: found[best].Breaks, lines: found[best].Lines}}
	for i := range found {
		if d := found[i].Lines - found[best].Lines; i != best && d >= -1 && d <= 1 {
			out = append(out, variant{breaks: found[i].Breaks, lines: found[i].Lines,
				cost: variantCost(found[i].Demerits - found[best].Demerits)})
		}
	}
	return out
}

// fullOfAddresses reports whether a fifth of the text or more is web addresses.
// They break in few places: justified, the words between them would stand far
// apart.
func (p *paragraph) fullOfAddresses() bool { return p.addresses() >= 200 }

// addresses returns how many thousandths of the text are web addresses, 1 at least if
// there are any.
func (p *paragraph) addresses() int64 {
	var all, addresses Length
	for i := range p.segments {
		if w := p.segments[i].word; w != nil {
			all += w.width
			if isAddress(w.text) {
				addresses += w.width
			}
		}
	}
	if addresses == 0 {
		return 0
	}
	return max(int64(addresses)*1000/int64(all), 1)
}

// size returns the size of the paragraph's letters.
func (p *paragraph) size() Length {
	for i := range p.segments {
		if p.segments[i].word != nil {
			return p.segments[i].style.size
		}
	}
	return 10 * Point
}

// raggedBreaks fills line after line (first fit): the right edge of ragged text
// is free, so nothing is won by looking ahead. Words are not hyphenated; they are
// divided only where they may be without a hyphen, or when alone on a line.
func (c *composer) raggedBreaks(p *paragraph) []int {
	var breaks []int
	start, width, last := 0, Length(0), -1
	for i := 0; i < len(p.items); i++ {
		item := &p.items[i]
		room := Length(p.lineMeasure(len(breaks)))
		switch item.Kind {
		case linebreak.Box:
			width += Length(item.Width)
		case linebreak.Glue:
			if i > start {
				if (width <= room || last < 0) && !isTied(p.items, i) {
					last = i
				}
				width += Length(item.Width)
			}
		case linebreak.Penalty:
			if item.Penalty == linebreak.Forced {
				if width > room && last > start {
					breaks = append(breaks, last)
					start, width, i = nextBox(p.items, last), 0, nextBox(p.items, last)-1
					last = -1
					continue
				}
				breaks = append(breaks, i)
				start, width, last = i+1, 0, -1
				continue
			}
			if !addsHyphen(item) && item.Penalty < linebreak.Forbidden && width <= room {
				last = i
			}
		}
		if width > room && item.Kind == linebreak.Box && last > start {
			breaks = append(breaks, last)
			start = nextBox(p.items, last)
			width, last, i = 0, -1, start-1
		}
	}
	return breaks
}

// isTied reports whether the glue at i holds two words together: a penalty in front
// forbids a break there.
func isTied(items []linebreak.Item, i int) bool {
	return i > 0 && items[i-1].Kind == linebreak.Penalty && items[i-1].Penalty >= linebreak.Forbidden
}

// nextBox returns the index of the first item after a break that is not dropped
// at the start of a line.
func nextBox(items []linebreak.Item, after int) int {
	for i := after + 1; i < len(items); i++ {
		if items[i].Kind == linebreak.Box || items[i].Kind == linebreak.Penalty && items[i].Penalty == linebreak.Forced {
			return i
		}
	}
	return len(items)
}
