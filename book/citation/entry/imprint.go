package entry

import (
	"strings"

	"publish/book/citation/line"
)

// placeAndPublisher reads "Leeds: Forme", "Golden, Colorado: Forme", "Forme, Leeds".
func (t *tailReader) placeAndPublisher(text string) bool {
	e, seg, next := t.e, t.seg(), t.peek(1)
	place := text
	if seg.after == ',' && next.shape == plain && next.after == ':' && t.Parser.words["region"][strings.ToLower(strings.TrimRight(next.text, "."))] {
		place += ", " + next.text
		t.i++
		seg, next = next, t.peek(1)
	}
	known := t.isPlace(place)
	if seg.after != ':' || next.shape != plain || e.Publisher != "" && !known || !known && (!isTitleLike(place) || len(strings.Fields(place)) > 3 || isNumber(place)) ||
		!known && !isTitleLike(line.Words(next.text)) || !isUpper(next.text) || !known && len(strings.Fields(next.text)) > 6 {
		if place != text {
			t.i--
		}
		return false
	}
	publisher, year := endYear(line.Words(next.text))
	e.Place = strings.TrimRight(place, " .")
	e.Publisher = strings.TrimRight(publisher, " ,")
	if year != "" {
		e.date(date{year: year})
	}
	t.i += 2
	for t.i < len(t.segs) && t.segs[t.i-1].after == ',' && t.seg().shape == plain && t.isMorePublisher(line.Words(t.seg().text)) {
		e.Publisher += ", " + line.Words(t.seg().text)
		t.i++
	}
	return true
}

// isMorePublisher reports whether a segment behind a publisher's name belongs to it:
// Inc., Ltd, or another house.
func (t *tailReader) isMorePublisher(text string) bool {
	switch strings.ToLower(strings.TrimRight(text, ".")) {
	case "inc", "ltd", "llc", "limited", "gmbh", "co":
		return true
	}
	_, year := endYear(text)
	return year == "" && t.Parser.words.hasAny("publisher", text) && isTitleLike(text) && !isAccess(text)
}

// isPlace reports whether words are places of publication: "London", "London and New
// York", "Monsey, NY", "Cambridge, Mass.".
func (p *Parser) isPlace(s string) bool {
	s = strings.ToLower(strings.TrimRight(s, ". "))
	if p.words["place"][s] {
		return true
	}
	if head, region, ok := strings.Cut(s, ", "); ok && p.words["region"][strings.TrimRight(region, ".")] {
		return !strings.Contains(head, " ") || p.words["place"][head] || len(strings.Fields(head)) < 4
	}
	for _, and := range []string{" and ", " & ", "/", " – ", "–", "-", "; "} {
		if head, tail, ok := strings.Cut(s, and); ok && p.words["place"][strings.TrimSpace(head)] && p.words["place"][strings.TrimSpace(tail)] {
			return true
		}
	}
	return false
}

// placeAlone reads a place that stands for itself, with a year perhaps: "New York",
// "Zürich 2001".
func (t *tailReader) placeAlone(text string) bool {
	place, year := endYear(text)
	place = strings.TrimRight(place, ". ")
	known := t.isPlace(place)
	if !known && !(year != "" && t.e.Publisher != "" && t.e.Place == "" && isTitleLike(place) && len(strings.Fields(place)) <= 4) || t.e.Place != "" {
		return false
	}
	if t.e.Part && t.e.Container == "" && year == "" {
		return false
	}
	t.e.Place = place
	if year != "" {
		t.e.date(date{year: year})
	}
	t.i++
	if t.i < len(t.segs) && t.segs[t.i-1].after == ',' && t.seg().shape == plain && t.Parser.words["region"][strings.ToLower(strings.TrimRight(t.seg().text, "."))] {
		t.e.Place += ", " + t.seg().text
		t.i++
	}
	return true
}

// publisherName reads a segment that has a word of publishers' names.
func (t *tailReader) publisherName(text string) bool {
	name, year := endYear(text)
	if t.e.Part && t.e.Container == "" || !t.Parser.words.hasAny("publisher", name) || !isTitleLike(name) || len(strings.Fields(name)) > 9 {
		return false
	}
	if n := len(t.e.rest); n > 0 && t.i > 0 && t.e.rest[n-1] == (span{t.segs[t.i-1].from, t.segs[t.i-1].to}) && t.segs[t.i-1].after == ',' && isNamed(t.segs[t.i-1].text) &&
		!strings.Contains(t.segs[t.i-1].text, " ") {
		name = line.Words(t.segs[t.i-1].text) + ", " + name // Little, Brown Book Group
		t.e.rest = t.e.rest[:n-1]
	}
	if t.e.Publisher != "" {
		if t.segs[max(t.i-1, 0)].after == ';' {
			t.e.Publisher += "; " + name
		} else {
			t.e.Publisher += ", " + name
		}
	} else {
		t.e.Publisher = name
	}
	if year != "" {
		t.e.date(date{year: year})
	}
	t.i++
	t.open = false
	return true
}

// shortPublisher reads a few words in capitals that a place or a year follows or a
// place precedes.
func (t *tailReader) shortPublisher(text string) bool {
	if t.e.Publisher != "" || t.e.Part && t.e.Container == "" || !isTitleLike(text) || len(strings.Fields(text)) > 5 || startsSmall(text) {
		return false
	}
	if t.e.Container != "" && !t.held {
		return false
	}
	if seg, next := t.seg(), t.peek(1); !t.isImprintNext(next, seg.after) && !(t.i > 0 && t.e.Place != "") {
		return false
	}
	name, year := endYear(text)
	t.e.Publisher = name
	if year != "" {
		t.e.date(date{year: year})
	}
	t.i++
	return true
}

// isImprintNext reports whether a segment is a date or a place, as follows the name
// of a publisher.
func (t *tailReader) isImprintNext(next segment, after rune) bool {
	text := line.Words(next.text)
	if next.shape == round {
		_, ok := t.readDate(text)
		return ok
	}
	if next.shape != plain || after == 0 {
		return false
	}
	place, year := endYear(text)
	return year != "" && (place == "" || isTitleLike(place)) || t.isPlace(text)
}

// isImprint reports whether a segment looks like what follows a title and not like a
// part of one.
func (p *Parser) isImprint(e *Entry, segs []segment, i int) bool {
	seg := segs[i]
	text := line.Words(seg.text)
	switch seg.shape {
	case round:
		return !isTitleBracket(seg)
	case plain:
	default:
		return true
	}
	if _, ok := p.readDate(text); ok {
		return !(seg.after == ':' || segs[i-1].after == ':') || i > 1 && isTitleLike(segs[i-1].text)
	}
	rest, year := endYear(text)
	_, isPage := pagesOf(text, i > 1)
	_, isVolume := volumeOf(text)
	_, isIssue := issueOf(text)
	_, _, credited := p.contributor(text)
	switch {
	case isPage, isVolume, isIssue, credited, isHost(text), isAccess(text):
		return true
	case year != "" && p.words["place"][strings.ToLower(rest)]:
		return true
	case isTitleLike(text) && len(strings.Fields(text)) <= 7 && p.words.hasAny("publisher", text) && segs[i-1].after != 0:
		return true
	case i > 1 && i+1 < len(segs) && segs[i+1].after == ':' && p.words["region"][strings.ToLower(segs[i+1].text)]:
		return true
	case p.words["place"][strings.ToLower(text)] && i > 1, i > 1 && seg.after == ':' && p.words["region"][strings.ToLower(text)]:
		return true
	case i > 1 && segs[i-1].after == ':' && (p.words["place"][strings.ToLower(segs[i-1].text)] || p.words["region"][strings.ToLower(segs[i-1].text)]) && isTitleLike(text):
		return true
	}
	name, _, _, ok := journalNumbers(text)
	return ok && isTitleLike(name) && segs[i-1].after != 0
}

// isImprintBracket reports whether brackets hold an imprint: "(Leeds: Forme, 1931)".
func (p *Parser) isImprintBracket(s string) bool {
	segs := split(s)
	last := segs[len(segs)-1:]
	if len(segs) == 0 {
		return false
	}
	_, dated := p.readDate(last[0].text)
	return dated && !isYearRange(s) && (len(segs) == 1 || isTitleLike(segs[0].text))
}

// isTitleBracket reports whether a bracket belongs to a title: years that it covers,
// or words of its own language.
func isTitleBracket(seg segment) bool {
	return seg.shape == round && isYearRange(seg.text)
}
