package entry

import (
	"strings"

	"publish/book"
	"publish/book/citation/line"
	"publish/book/names"
)

// Parser understands entries. It holds the lists that tell names from titles, and
// must not be used by two goroutines at once.
type Parser struct {
	names  *names.Lexicon
	words  wordSets
	months map[string]string
	tags   map[string]string // languages by the words for them
}

// New returns a parser.
func New() *Parser {
	p := &Parser{names: names.New(), words: readWords()}
	p.months = pairs(p.words["month"])
	p.tags = pairs(p.words["tag"])
	for word, tag := range pairs(p.words["language"]) {
		p.tags[word] = tag
	}
	return p
}

// pairs makes a map of a list of word=value.
func pairs(list map[string]bool) map[string]string {
	m := map[string]string{}
	for item := range list {
		word, value, _ := strings.Cut(item, "=")
		m[word] = value
	}
	return m
}

// Names returns the lexicon of names that the parser uses.
func (p *Parser) Names() *names.Lexicon { return p.names }

// longestEntry is the greatest length of an entry that is parsed, in bytes: what is
// longer is an essay.
const longestEntry = 4000

// longestTitle is the greatest number of words that an entry of a list of works may
// have to be a title as it stands.
const longestTitle = 15

// Parse understands one entry.
func (p *Parser) Parse(inlines []book.Inline, hint Hint) *Entry {
	text, links, whole := line.Flat(inlines)
	return p.ParseLine(text, links, whole, hint)
}

// ParseAll understands an entry that may list several works: a title in quotation
// marks with its addresses, a semicolon, and the next.
func (p *Parser) ParseAll(inlines []book.Inline, hint Hint) []*Entry {
	text, links, whole := line.Flat(inlines)
	var list []*Entry
	for _, piece := range works(text) {
		list = append(list, p.ParseLine(piece, links, whole, hint))
	}
	return list
}

// works cuts a line into those that list one work each.
func works(s line.Line) []line.Line {
	if !strings.HasPrefix(s, string(rune(line.QuoteOn))) {
		return []line.Line{s}
	}
	var list []line.Line
	for from := 0; ; {
		at := strings.Index(s[from:], "; "+string(rune(line.QuoteOn)))
		if at < 0 {
			return append(list, s)
		}
		if at += from; !strings.ContainsRune(s[:at], line.Bare) {
			from = at + 1
			continue
		}
		list, s, from = append(list, s[:at]), s[at+2:], 0
	}
}

// ParseLine understands an entry that was laid flat.
func (p *Parser) ParseLine(text line.Line, links line.Links, whole bool, hint Hint) *Entry {
	e := &Entry{Source: text, Links: links, Whole: whole}
	s := e.unwrapped(e.Source)
	s = p.fileMarks(e, s)
	s = e.identifiers(s)
	s = leadingYear(e, s)
	e.body = s
	e.collectAddresses(s)
	if len(s) <= longestEntry {
		p.read(e, s)
	}
	if !e.Known && hint.Subject != (book.PersonName{}) && len(strings.Fields(s)) <= longestTitle {
		e.setTitle(s)
		e.Known = true
	}
	p.finish(e, hint)
	return e
}

// read finds the title and what stands about it.
func (p *Parser) read(e *Entry, s line.Line) {
	segs := split(s)
	if len(segs) == 0 {
		return
	}
	at := anchor(segs)
	try := func(read func() bool) bool {
		before := *e
		if read() {
			return true
		}
		*e = before
		return false
	}
	switch {
	case at > 0 && try(func() bool { return p.unmarkedPart(e, s, segs, at) }):
	case at >= 0 && try(func() bool { return p.anchored(e, s, segs, at) }):
	case at >= 0 && segs[at].shape == italic && e.Linked == nil:
	case try(func() bool { return p.linkedWords(e, s, segs) }):
	case try(func() bool { return p.unmarked(e, s) }):
	}
}

// anchor returns the index of the first segment that is set apart as titles are, -1
// for none.
func anchor(segs []segment) int {
	for i, seg := range segs {
		if seg.shape == italic || seg.shape == quote {
			return i
		}
		if seg.shape == address {
			return -1
		}
	}
	return -1
}

// anchored understands an entry whose title is set apart: names, if any, before it,
// and the rest behind it. It reports false when what stands before is no name.
func (p *Parser) anchored(e *Entry, s line.Line, segs []segment, at int) bool {
	title := segs[at]
	if goesOn(s, title) || isInside(s, segs, at, e.Linked) {
		return false
	}
	if !p.before(e, s, segs[:at], title.from) {
		return false
	}
	p.entitle(e, s, title)
	rest := segs[at+1:]
	rest = p.longTitle(e, s, title, rest)
	p.tail(e, s, rest)
	return true
}

// date sets the date of a work, the first that is found; other years are kept among
// the words that are not understood.
func (e *Entry) date(d date) {
	switch {
	case e.Year == "" && d.year != "":
		e.Year, e.Date = d.year, d.exact
	case e.Date == "" && d.exact != "" && (d.year == e.Year || d.year == ""):
		e.Date = d.exact
	case d.year != "" && d.year != e.Year:
		e.numbers = append(e.numbers, d.year)
	}
}
