package entry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book/citation/line"
)

// bracket reads a segment in round brackets: a date, an imprint, an issue, or a
// remark.
func (t *tailReader) bracket(seg segment) {
	e := t.e
	seg.text = t.withoutArchive(seg.text)
	if seg.text == "" {
		t.i++
		return
	}
	text := line.Words(seg.text)
	d, dated := t.readDate(text)
	number, isIssue := issueOf(text)
	_, as := t.trimRole("x (" + text + ")")
	t.i++
	switch {
	case dated:
		e.date(d)
	case t.numbers && e.Issue == "" && (isVolumeNumber(text) || isIssue):
		if e.Issue = text; isIssue {
			e.Issue = number
		}
	case as != author && len(strings.Fields(text)) < 3:
		if as == editor && len(e.Editors) == 0 {
			e.Editors, e.Authors = e.Authors, nil
		}
	case t.heldBy(seg):
	case t.tags[strings.ToLower(strings.TrimPrefix(text, "in "))] != "" && strings.HasPrefix(text, "in "):
		e.Language = t.tags[strings.ToLower(strings.TrimPrefix(text, "in "))]
	case t.imprint(seg):
	case e.Publisher != "" && t.i > 1 && t.segs[t.i-2].shape == plain && len(text) < 20 && isTitleLike(text):
		e.Publisher += " (" + text + ")"
	default:
		t.remark(seg)
	}
}

// withoutArchive takes the address of a copy, and the word for it, out of words in
// brackets: "(archived: <address>, state media)". The address is among those of the
// entry already.
func (t *tailReader) withoutArchive(s line.Line) line.Line {
	at := strings.IndexRune(s, line.Bare)
	if at < 0 {
		return s
	}
	word := strings.ToLower(strings.Trim(s[:at], " :"))
	if word != "" && !t.Parser.words["file"][word] {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[at+1:])
	return strings.Trim(s[at+1+size:], " ,;")
}

// heldBy reads the periodical that holds an article, and its date: "(*Journal*, 5 March
// 1918)".
func (t *tailReader) heldBy(seg segment) bool {
	rest, ok := strings.CutPrefix(seg.text, string(rune(line.ItalicOn)))
	name, when, closed := strings.Cut(rest, string(rune(line.ItalicOff)))
	if !ok || !closed || !t.e.Part || t.e.Container != "" {
		return false
	}
	d, dated := t.readDate(when)
	if when = strings.Trim(when, " ,"); when != "" && !dated {
		return false
	}
	t.e.Container = trimEnd(line.Plain(withoutLinks(name)))
	t.e.date(d)
	return true
}

// remark keeps words in brackets as a remark on the work; a year that opens them is
// the work's.
func (t *tailReader) remark(seg segment) {
	text := seg.text
	head, rest, ok := strings.Cut(text, ", ")
	if d, dated := t.readDate(head); ok && dated && t.e.Year == "" && !hasYear(rest) {
		t.e.date(d)
		text = rest
	} else if i := strings.LastIndex(text, ", "); i > 0 {
		if d, dated := t.readDate(text[i+2:]); dated && t.e.Year == "" && !hasYear(text[:i]) {
			t.e.date(d)
			text = text[:i]
		}
	}
	if strings.ContainsRune(text, line.LinkOn) || strings.ContainsRune(text, line.Bare) {
		t.e.leave(seg)
		return
	}
	if t.e.Remark != "" {
		t.e.Remark += "; "
	}
	t.e.Remark += line.Plain(text)
}

// hasYear reports whether words have a year among them.
func hasYear(s string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }), isYear)
}

// imprint reads brackets that hold place, publisher and year, or some of them. Every
// segment in them must be understood.
func (t *tailReader) imprint(seg segment) bool {
	inner := &Entry{Part: false, body: seg.text, Links: t.e.Links}
	segs := split(seg.text)
	if len(segs) == 0 || len(segs) > 6 {
		return false
	}
	r := &tailReader{Parser: t.Parser, e: inner, s: seg.text, segs: segs}
	for r.i < len(r.segs) {
		r.next()
	}
	if len(inner.rest) == 1 && inner.rest[0].from == 0 && inner.Publisher == "" && inner.Year != "" && len(segs) == 2 &&
		isTitleLike(segs[0].text) && segs[0].shape == plain && len(strings.Fields(segs[0].text)) <= 5 {
		inner.Publisher, inner.rest = line.Words(segs[0].text), nil
	}
	if inner.Publisher != "" && inner.Year == "" && !t.isPlace(inner.Place) && !t.Parser.words.hasAny("publisher", inner.Publisher) || isArticleWord(firstWord(inner.Publisher)) {
		return false
	}
	if len(inner.rest) > 0 || inner.Remark != "" || len(inner.Authors) > 0 || inner.Publisher == "" && inner.Place == "" && inner.Year == "" && inner.Edition == "" {
		return false
	}
	e := t.e
	fill(&e.Publisher, inner.Publisher)
	fill(&e.Place, inner.Place)
	fill(&e.Volume, inner.Volume)
	fill(&e.Issue, inner.Issue)
	fill(&e.Edition, inner.Edition)
	e.date(date{inner.Year, inner.Date})
	e.Translators = append(e.Translators, inner.Translators...)
	e.Editors = append(e.Editors, inner.Editors...)
	return true
}

func isArticleWord(w string) bool { return w == "The" || w == "A" || w == "An" }
