package entry

import (
	"strings"

	"publish/book/citation/line"
)

// inside reads the word that leads from a part to what holds it: in, In:, aus. Rest is
// what follows it in the segment.
func inside(text string) (rest string, ok bool) {
	for _, in := range []string{"in:", "In:", "in ", "In ", "en: ", "dans ", "Dans ", "aus: "} {
		if rest, ok := strings.CutPrefix(text, in); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return "", text == "in" || text == "In" || text == "dans" || text == "Dans" || text == "from" || text == "From"
}

// italic takes words in italic behind the title for the container, if the title is
// that of a part.
func (t *tailReader) italic(seg segment) {
	if t.i > 0 && t.segs[t.i-1].after == '/' || t.i == 0 && strings.HasSuffix(strings.TrimRight(t.s[:seg.from], " "), "/") {
		t.remark(segment{text: seg.text}) // the title in another language
		t.i++
		return
	}
	if t.e.Container != "" || !t.e.Part && !t.held || seg.shape == quote && !t.held {
		t.leave()
		return
	}
	t.e.Container = trimEnd(line.Plain(withoutLinks(seg.text)))
	t.open = true
	t.i++
}

// container reads what holds the work: "in *Container*", "In Roe, R. *Container*", "In
// Container".
func (t *tailReader) container(text string) bool {
	rest, ok := inside(text)
	if !ok || t.e.Container != "" {
		return false
	}
	next := t.setApart()
	switch {
	case next < 0 && rest == "":
		return false
	case next < 0:
		return t.plainContainer(rest)
	}
	head := strings.TrimSpace(line.Words(withoutLinks(t.s[t.seg().from:t.segs[next].from])))
	head, _ = inside(head + " ")
	head = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(head), "editor "), "editors "))
	head = strings.Trim(head, " :,")
	if head != "" && !t.holders(head) {
		return false
	}
	t.held = true
	t.e.Part = true
	t.i = next
	return true
}

// holders reads the names between "in" and the container: its editors, or the author
// of a book that a part is from.
func (t *tailReader) holders(head string) bool {
	if isProse(head) {
		return false
	}
	list, as, ok := t.people(strings.ReplaceAll(head, "(ed.)", "ed."), sure)
	if !ok {
		list, as, ok = t.people(strings.NewReplacer("(", "", ")", "").Replace(head), sure)
	}
	if !ok {
		return false
	}
	if as == author {
		as = editor
	}
	t.e.give(list, as)
	return true
}

// setApart returns the index of the next segment in italic that only names part from
// the one being read, -1 for none.
func (t *tailReader) setApart() int {
	for i := t.i; i < len(t.segs) && i < t.i+8; i++ {
		switch t.segs[i].shape {
		case italic:
			return i
		case address, quote:
			return -1
		}
		if d, ok := t.readDate(t.segs[i].text); ok && d.year != "" && i > t.i {
			return -1
		}
	}
	return -1
}

// plainContainer reads a container that is not set apart: it goes to the end of its
// sentence or to the first segment that looks like an imprint.
func (t *tailReader) plainContainer(rest string) bool {
	if !t.e.Part && !t.e.Known || !isUpper(rest) && !isNumber(rest) || len(rest) < 3 {
		return false
	}
	if _, ok := t.readDate(rest); ok {
		return false
	}
	name, volume, issue, ok := journalNumbers(rest)
	if ok {
		rest, t.e.Volume, t.e.Issue, t.numbers = name, volume, issue, true
	}
	for t.i+1 < len(t.segs) && t.seg().after == ':' && t.peek(1).shape == plain && !t.isPlaceOrRegion(rest) {
		t.i++
		rest += ": " + line.Words(t.seg().text)
	}
	t.e.Container = trimEnd(rest)
	t.held, t.e.Part = true, true
	t.i++
	return true
}

// subtitle reads a sentence that goes on with the title of the container.
func (t *tailReader) subtitle(text string) bool {
	if !t.open || !t.held || len(strings.Fields(text)) < 4 && t.peek(1).shape != plain || isTitleLike(text) && len(strings.Fields(text)) < 4 || t.e.Publisher != "" {
		return false
	}
	sep := ". "
	if prev := t.segs[max(t.i-1, 0)]; prev.after == ':' {
		sep = ": "
	} else if prev.after == ',' {
		return false
	}
	from := t.seg().from
	t.i = t.sentenceEnd()
	t.e.Container += sep + line.Words(t.s[from:t.segs[t.i-1].to])
	t.open = false
	return true
}

// sentenceEnd returns the index behind the segments that go on with the subtitle: up
// to a full stop, if a year follows it, or else this one and what a colon joins.
func (t *tailReader) sentenceEnd() int {
	for i := t.i; i+1 < len(t.segs) && t.segs[i].shape == plain; i++ {
		if t.segs[i].after != '.' {
			continue
		}
		for _, later := range t.segs[i+1:] {
			if _, year := endYear(line.Words(later.text)); year != "" {
				return i + 1
			}
		}
		break
	}
	i := t.i
	for t.segs[i].after == ':' && i+1 < len(t.segs) && t.segs[i+1].shape == plain {
		i++
	}
	return i + 1
}

// longTitle joins to a title in italic the sentences that go on with it before "in":
// *Auszug*. Ein Bericht, in: …
func (p *Parser) longTitle(e *Entry, s line.Line, title segment, rest []segment) []segment {
	if title.shape != italic {
		return rest
	}
	for i, seg := range rest {
		if seg.shape != plain {
			return rest
		}
		if _, ok := inside(seg.text); !ok || i == 0 {
			continue
		}
		e.Part = true
		if isDateSegment(p, rest[0]) {
			return rest
		}
		more := line.Words(s[rest[0].from:rest[i-1].to])
		if title.after == ':' {
			more = ": " + more
		} else {
			more = ". " + more
		}
		e.TitleLine += more
		e.Title += more
		return rest[i:]
	}
	return rest
}

func isDateSegment(p *Parser, seg segment) bool {
	_, ok := p.readDate(seg.text)
	return ok
}
