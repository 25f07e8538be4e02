package entry

import (
	"strings"
	"unicode/utf8"

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

// goesOn reports whether a quotation is only the beginning of a title: "Words": what
// they mean.
func goesOn(s line.Line, title segment) bool {
	if title.shape != quote {
		return false
	}
	rest := strings.TrimLeft(s[title.to:], string(line.LinkOff))
	return strings.HasPrefix(rest, ":") && title.from < 6
}

// isInside reports whether words that are set apart stand inside a longer title: a
// word in small letters leads up to a quotation, or follows without punctuation. On is
// the link about the whole entry, if any.
func isInside(s line.Line, segs []segment, at int, on *book.Link) bool {
	if at > 0 && segs[at].shape == quote && segs[at-1].shape == plain && segs[at-1].after == 0 {
		words := strings.Fields(line.Words(segs[at-1].text))
		if n := len(words); n > 0 && startsSmall(words[n-1]) {
			if _, in := inside(words[n-1]); !in && words[n-1] != "et" {
				return true
			}
		}
	}
	if at+1 >= len(segs) || segs[at+1].shape != plain || segs[at].after != 0 || segs[at].shape == quote && on == nil {
		return false
	}
	next := segs[at+1]
	first := strings.Trim(firstWord(line.Words(next.text)), ".,:")
	return strings.HasPrefix(s[segs[at].to:], " ") && startsSmall(first) && !leads(first) && !strings.Contains(s[segs[at].to:next.from], string(line.LinkOff))
}

// leads reports whether a word leads up to what stands behind a title.
func leads(word string) bool {
	switch word {
	case "by", "in", "par", "por", "de", "di", "von", "ed", "eds", "edited", "trans", "translated", "tr", "trad", "vol", "no", "p", "pp", "aus", "dans", "at", "on",
		"retrieved", "accessed", "from", "tarafından", "hrsg", "a", "por:", "and", "c", "ca", "issue", "number", "t", "bd", "archived", "et", "y", "und", "per", "via", "through":
		return true
	}
	return false
}

// entitle takes a segment for the title.
func (p *Parser) entitle(e *Entry, s line.Line, title segment) {
	e.Known = true
	e.Part = title.shape == quote
	text := title.text
	if title.shape == italic && strings.HasPrefix(text, string(line.QuoteOn)) && strings.HasSuffix(text, string(line.QuoteOff)) {
		text, e.Part = text[1:len(text)-1], true
	}
	e.setTitle(text)
	if on := strings.IndexRune(s, line.LinkOn); e.Linked == nil && on >= 0 && on < title.to {
		end := strings.IndexRune(s[on:], line.LinkOff)
		if end < 0 || on+end > title.from {
			which, _ := utf8.DecodeRuneInString(s[on+1:])
			e.Linked = e.Links.Of(which)
		}
	}
}

// setTitle takes words for the title, without the punctuation about them.
func (e *Entry) setTitle(text line.Line) {
	text = withoutLinks(text)
	text = strings.TrimLeft(strings.TrimSpace(text), ",;:.–—| ")
	text = trimEnd(text)
	if strings.Count(text, `"`) == 1 {
		text = strings.Trim(text, `" `) // of a quotation whose other mark is lost
	}
	e.TitleLine = text
	e.Title = line.Plain(text)
}

// trimEnd takes punctuation off the end of a title, but for the full stop of an
// abbreviation.
func trimEnd(text string) string {
	text = strings.TrimRight(text, " ,;:–—|-")
	if head, ok := strings.CutSuffix(text, "."); ok && !strings.HasSuffix(head, ".") {
		last := head[strings.LastIndexAny(head, " .")+1:]
		if utf8.RuneCountInString(last) > 1 || !isUpper(last) || !strings.Contains(head, ".") {
			text = head
		}
	}
	return strings.TrimSpace(text)
}

// withoutLinks takes the marks of links out of a line, not their words.
func withoutLinks(s line.Line) line.Line {
	if !strings.ContainsRune(s, line.LinkOn) && !strings.ContainsRune(s, line.LinkOff) {
		return s
	}
	var b strings.Builder
	skip := false
	for _, r := range s {
		switch {
		case skip:
			skip = false
		case r == line.LinkOn:
			skip = true
		case r == line.LinkOff:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// before reads what stands before the title: names, their role, a year in brackets.
func (p *Parser) before(e *Entry, s line.Line, segs []segment, end int) bool {
	if len(segs) == 0 {
		return true
	}
	text, from := "", segs[0].from
	for _, seg := range segs {
		if seg.shape != round && seg.shape != square {
			continue
		}
		if d, ok := p.readDate(seg.text); ok {
			e.date(d)
		} else if _, as := p.trimRole("x " + seg.text); as != author {
			continue
		} else if len(seg.text) > 12 {
			return false
		}
		text += s[from:seg.from] + " "
		from = seg.to
	}
	text = strings.TrimLeft(withoutLinks(text+s[from:end]), " .,:;–—-")
	if strings.Trim(text, " .,:;–—-'\"“‘`*") == "" {
		return true
	}
	text = strings.TrimRight(text, " \"“‘`*'")
	return p.credit(e, text)
}

// credit gives the work to the people that stand before its title.
func (p *Parser) credit(e *Entry, text string) bool {
	text = strings.Trim(text, " ,:;–—-")
	for _, ending := range []string{"'s", "’s"} {
		if name, ok := strings.CutSuffix(text, ending); ok && p.names.Person(name) == names.Likely {
			text = name
		}
	}
	if isProse(text) {
		return false
	}
	if head, role, some := p.editorsAmong(text); some != nil {
		if list, _, ok := p.people(head, sure); ok {
			e.Authors = list
			e.give(some, role)
			return true
		}
	}
	list, as, ok := p.people(text, sure)
	if ok {
		e.give(list, as)
	}
	return ok
}

// editorsAmong parts authors from the editors that follow them: "Proudhon, Pierre;
// McKay, Iain, ed.".
func (p *Parser) editorsAmong(text string) (head string, as role, list []book.PersonName) {
	i := strings.LastIndex(text, ";")
	if i < 0 || strings.Contains(strings.ToLower(text), "eds") {
		return text, author, nil
	}
	tail, as := p.trimRole(strings.Trim(text[i+1:], " ,"))
	if as == author {
		return text, author, nil
	}
	list, _, ok := p.people(tail, sure)
	if !ok {
		return text, author, nil
	}
	return text[:i], as, list
}

// isProse reports whether words before a title are a sentence and not names.
func isProse(text string) bool {
	small, words := 0, strings.Fields(text)
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if r >= 'a' && r <= 'z' && !isParticle(w) {
			switch strings.Trim(w, ".,") {
			case "and", "et", "und", "e", "y", "with", "of", "the", "for", "ed", "eds", "al", "trans", "from":
			default:
				small++
			}
		}
	}
	return small > 3 || small > 1 && len(words) > 4 || len(words) > 30
}

// give adds people to a work by their role.
func (e *Entry) give(list []book.PersonName, as role) {
	switch as {
	case editor:
		e.Editors = append(e.Editors, list...)
	case translator:
		e.Translators = append(e.Translators, list...)
	default:
		e.Authors = append(e.Authors, list...)
	}
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
