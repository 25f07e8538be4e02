package entry

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book/citation/line"
)

// shape is what a segment looks like in the source.
type shape uint8

const (
	plain   shape = iota
	italic        // set apart
	quote         // in quotation marks
	round         // in round brackets
	square        // in square brackets
	address       // a bare address
)

// segment is a piece of an entry between two marks of punctuation, or one set
// apart from its surroundings.
type segment struct {
	shape    shape
	text     line.Line // without brackets and the marks of its shape
	after    rune      // punctuation that follows: . , ; : – | ? or 0 for none
	from, to int       // where it stands in the line, punctuation left out
}

// split cuts a line into segments. Full stops of abbreviations and initials, and
// punctuation in brackets, do not cut.
func split(s line.Line) []segment {
	p := splitter{s: s}
	for p.at < len(s) {
		p.next()
	}
	p.flush(p.at)
	return p.out
}

type splitter struct {
	s     string
	at    int
	start int // of the plain segment being read
	out   []segment
}

func (p *splitter) next() {
	r, size := utf8.DecodeRuneInString(p.s[p.at:])
	switch r {
	case line.ItalicOn:
		p.enclosed(italic, line.ItalicOn, line.ItalicOff)
	case line.QuoteOn:
		p.enclosed(quote, line.QuoteOn, line.QuoteOff)
	case line.Bare:
		_, index := utf8.DecodeRuneInString(p.s[p.at+size:])
		p.flush(p.at)
		p.append(segment{shape: address, text: p.s[p.at : p.at+size+index], from: p.at, to: p.at + size + index})
	case '(':
		p.bracket(round, '(', ')')
	case '[':
		p.bracket(square, '[', ']')
	case '.', ',', ';', ':', '|', '–', '—', '-', '/':
		if p.cuts(r, size) {
			p.flush(p.at)
			p.mark(r)
			p.at += size
			p.start = p.at
			return
		}
		p.at += size
	default:
		p.at += size
	}
}

// enclosed reads a segment between two marks.
func (p *splitter) enclosed(kind shape, on, off rune) {
	rest := p.s[p.at+1:]
	end := strings.IndexRune(rest, off)
	if end < 0 {
		end = len(rest)
	}
	if strings.TrimSpace(rest[:end]) == "" {
		p.at = min(p.at+end+2, len(p.s))
		return
	}
	p.flush(p.at)
	to := min(p.at+end+2, len(p.s))
	p.append(segment{shape: kind, text: strings.TrimSpace(rest[:end]), from: p.at, to: to})
}

// bracket reads a segment in brackets that follows a blank or a mark; others, such
// as "work(s)", are part of their word.
func (p *splitter) bracket(kind shape, open, closing byte) {
	if before, _ := utf8.DecodeLastRuneInString(p.s[:p.at]); unicode.IsLetter(before) || unicode.IsDigit(before) && kind == square {
		p.at++
		return
	}
	end := closingBracket(p.s[p.at:], open, closing)
	if end < 0 {
		p.at++
		return
	}
	p.flush(p.at)
	p.append(segment{shape: kind, text: strings.TrimSpace(p.s[p.at+1 : p.at+end]), from: p.at, to: p.at + end + 1})
}

// closingBracket returns the index of the bracket that closes the first one, -1 for
// none.
func closingBracket(s string, open, closing byte) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case open:
			depth++
		case closing:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func (p *splitter) append(seg segment) {
	p.out = append(p.out, seg)
	p.at, p.start = seg.to, seg.to
}

// flush ends the plain segment that runs up to an index.
func (p *splitter) flush(to int) {
	text := p.s[p.start:to]
	trimmed := strings.TrimSpace(text)
	if strings.TrimFunc(trimmed, func(r rune) bool { return r == line.LinkOff || r == ' ' }) == "" {
		p.start = to
		return
	}
	from := p.start + strings.Index(text, trimmed)
	p.out = append(p.out, segment{text: trimmed, from: from, to: from + len(trimmed)})
	p.start = to
}

// mark records the punctuation behind the last segment.
func (p *splitter) mark(r rune) {
	if r == '—' || r == '-' {
		r = '–'
	}
	if n := len(p.out); n > 0 && (p.out[n-1].after == 0 || p.out[n-1].after == ',') {
		p.out[n-1].after = r
	}
}

// cuts reports whether punctuation at the splitter's place ends a segment.
func (p *splitter) cuts(r rune, size int) bool {
	before, after := p.s[p.start:p.at], p.s[p.at+size:]
	next, _ := utf8.DecodeRuneInString(after)
	open := after == "" || next == ' ' || line.IsMark(next) && next != line.LinkOff
	if next == line.LinkOff {
		open = len(after) == 1 || after[1] == ' '
	}
	switch r {
	case '.':
		return open && !isAbbreviated(before) && !isOrdinal(before, after) || next == '"' || next == '”'
	case ',', ';':
		return open || next == '(' || next == '['
	case ':':
		return open || strings.TrimSpace(before) == ""
	case '|':
		return true
	case '/':
		return open && strings.HasSuffix(before, " ")
	}
	return open && (strings.HasSuffix(before, " ") || before == "")
}

// isAbbreviated reports whether a full stop behind words belongs to the last one:
// an initial, or an abbreviation of the trade.
func isAbbreviated(before string) bool {
	before = line.Words(before)
	word := before[strings.LastIndexAny(before, " (-./")+1:]
	if word == "" {
		return before != ""
	}
	if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.IsUpper(r) {
		return true
	}
	const abbreviations = " ed eds trans tr transl vol vols no nos nr num p pp s ch chap art st mt dr mr mrs ms prof jr sr inc ltd co corp bros univ hrsg hg bd bde t n c ca al rev fr gen col sgt op cit loc vs cf coll comp dir trad coord dept dist diss assn jan feb mar apr jun jul aug sep sept oct nov dec rept т кн ред пер изд г гг "
	return strings.Contains(abbreviations, " "+strings.ToLower(word)+" ") && !isSentence(before, word)
}

// isOrdinal reports whether a figure that begins a segment, or stands before the name
// of a month, is an ordinal, as German and its neighbours write them: "3. Kongress",
// "15.–17. März".
func isOrdinal(before, after string) bool {
	before = strings.TrimSpace(before)
	last := before[strings.LastIndexAny(before, " -–.")+1:]
	if len(after) < 2 || !isNumber(last) || len(last) > 2 {
		return false
	}
	return last == before && isUpper(after[1:]) || isMonth(firstWord(after[1:]))
}

// isMonth reports whether a word is the name of a month in German and its neighbours.
func isMonth(word string) bool {
	switch strings.ToLower(strings.Trim(word, ".,")) {
	case "januar", "jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember",
		"januari", "februari", "mars", "maj", "marts", "desember", "december":
		return true
	}
	return false
}

// isSentence tells the words that are both an abbreviation and one that ends a
// sentence: "al" and "co" never do here, but a figure before "s" or "c" does not
// abbreviate.
func isSentence(before, word string) bool {
	return len(word) == 1 && strings.HasSuffix(strings.TrimSuffix(before, word), "’")
}
