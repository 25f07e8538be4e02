package entry

import (
	"slices"
	"strings"

	"publish/book/citation/line"
)

// tail reads the segments behind the title, one after another.
func (p *Parser) tail(e *Entry, s line.Line, segs []segment) {
	t := &tailReader{Parser: p, e: e, s: s, segs: segs}
	for t.i < len(t.segs) {
		t.next()
	}
}

type tailReader struct {
	*Parser
	e       *Entry
	s       line.Line
	segs    []segment
	i       int  // the segment to read
	held    bool // a container that holds the work was named behind "in"
	numbers bool // volume or issue were read, so that bare figures are pages
	open    bool // the container may go on with a subtitle
}

func (t *tailReader) seg() segment { return t.segs[t.i] }

// peek returns the n-th segment from the one to read, a zero one behind the end.
func (t *tailReader) peek(n int) segment {
	if t.i+n < len(t.segs) {
		return t.segs[t.i+n]
	}
	return segment{}
}

func (t *tailReader) leave() {
	t.e.leave(t.seg())
	t.i++
}

func (t *tailReader) next() {
	seg := t.seg()
	switch seg.shape {
	case address:
		t.i++
	case italic, quote:
		t.italic(seg)
	case round:
		t.bracket(seg)
	case plain:
		t.words(seg)
	default:
		t.leave()
	}
}

// words reads a segment of plain words by the first rule that knows it.
func (t *tailReader) words(seg segment) {
	text := strings.TrimSpace(line.Words(withoutLinks(seg.text)))
	text = strings.TrimLeft(text, "”\"' ")
	if text == "" {
		t.i++
		return
	}
	for _, rule := range []func(string) bool{
		t.history, t.dates, t.access, t.contributors, t.container, t.numbersOf, t.thesis, t.placeAndPublisher,
		t.placeAlone, t.journal, t.publisherName, t.site, t.subtitle, t.shortPublisher,
	} {
		if rule(text) {
			return
		}
	}
	t.leave()
}

// history leaves what tells of other editions and of what the work holds, to its end.
func (t *tailReader) history(text string) bool {
	switch strings.ToLower(strings.Trim(firstWord(text), ".,:")) {
	case "uploaded":
		for t.i < len(t.segs) && t.seg().shape == plain {
			t.leave()
		}
		return true
	case "reprinted", "repr", "originally", "includes", "including", "contains", "reviewed", "rpt", "reissued", "republished", "quoted", "cited", "discussed", "see":
	default:
		return false
	}
	if len(strings.Fields(text)) < 2 {
		return false
	}
	for t.i < len(t.segs) {
		t.leave()
	}
	return true
}

// isMonth reports whether words have the name of a month or season among them.
func (p *Parser) isMonth(text string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool { return p.months[strings.Trim(w, ".,–-")] != "" })
}

// dayWithoutYear reads a day or month whose year stands in the next segment, or stood
// before.
func (t *tailReader) dayWithoutYear(text string) bool {
	if next := strings.TrimSpace(t.peek(1).text); isYear(next) {
		d, _ := t.readDate(text + " " + next)
		t.e.date(d)
		t.i += 2
		return true
	}
	if d, ok := t.readDate(text + " " + t.e.Year); ok && isYear(t.e.Year) && t.e.Date == "" {
		t.e.date(d)
		t.i++
		return true
	}
	t.leave()
	return true
}

// dates reads a date, in one segment or, where a comma parts the year from the day,
// in two.
func (t *tailReader) dates(text string) bool {
	d, ok := t.readDate(text)
	if !ok {
		return false
	}
	if t.e.Year != "" && d.year != "" && d.year != t.e.Year && d.year != "forthcoming" {
		if t.e.Date == "" && d.exact != "" {
			return false
		}
		t.leave()
		return true
	}
	if d.year == "" && t.isMonth(text) {
		return t.dayWithoutYear(text)
	}
	t.i++
	t.e.date(d)
	return true
}

// isLast reports whether nothing but an address follows.
func (t *tailReader) isLast() bool {
	return t.i+1 == len(t.segs) || t.segs[t.i+1].shape == address
}

func fill(field *string, value string) {
	if *field == "" {
		*field = value
	}
}
