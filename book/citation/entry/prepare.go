package entry

import (
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/line"
)

// unwrapped takes off what encloses the whole entry: italic that the source forgot
// to end, the link of a linked entry, the bullet of a list.
func (e *Entry) unwrapped(s line.Line) line.Line {
	s = strings.TrimLeft(s, "•*· ")
	s = e.tornLink(s)
	for {
		inner, link, ok := e.wholly(strings.TrimRight(s, " .,;"))
		switch {
		case ok && link != nil:
			e.Linked, s = link, strings.TrimLeft(inner, "| ")
		case ok && strings.ContainsAny(inner, string([]rune{line.LinkOn, line.QuoteOn, line.Bare})) && len(split(inner)) > 2:
			s = inner
		default:
			return s
		}
	}
}

// tornLink reads links that lost their form in the export: "[<address>| words]" and
// "<address>(words)".
func (e *Entry) tornLink(s line.Line) line.Line {
	open := strings.TrimPrefix(s, "[")
	open = strings.TrimSpace(open)
	if on, size := utf8.DecodeRuneInString(open); on == line.Bare {
		which, width := utf8.DecodeRuneInString(open[size:])
		rest := strings.TrimSpace(open[size+width:])
		inner, closed := strings.CutSuffix(rest, "]")
		if !strings.HasPrefix(s, "[") {
			inner, closed = strings.CutSuffix(strings.TrimPrefix(rest, "("), ")")
			closed = closed && strings.HasPrefix(rest, "(")
		}
		if closed && inner != "" && !strings.ContainsRune(inner, line.Bare) {
			e.Linked = e.Links.Of(which)
			return strings.TrimLeft(inner, "| ")
		}
	}
	return s
}

// wholly reports whether one mark encloses all of a line: that of italic, or that of
// a link, which it returns.
func (e *Entry) wholly(s line.Line) (inner line.Line, link *book.Link, ok bool) {
	on, size := utf8.DecodeRuneInString(s)
	switch {
	case on == line.ItalicOn && strings.IndexRune(s, line.ItalicOff) == len(s)-1:
		return s[size : len(s)-1], nil, true
	case on == line.LinkOn && strings.IndexRune(s, line.LinkOff) == len(s)-1:
		which, width := utf8.DecodeRuneInString(s[size:])
		return strings.TrimSpace(s[size+width : len(s)-1]), e.Links.Of(which), true
	}
	return s, nil, false
}

// collectAddresses keeps the bare addresses of a line in order.
func (e *Entry) collectAddresses(s line.Line) {
	for at, r := range s {
		if r != line.Bare {
			continue
		}
		which, _ := utf8.DecodeRuneInString(s[at+1:])
		if link := e.Links.Of(which); link != nil {
			e.Addresses = append(e.Addresses, link)
		}
	}
}

// leadingYear takes the year off an entry of a chronological list: "1921: Title".
func leadingYear(e *Entry, s line.Line) line.Line {
	for _, sep := range []string{": ", " – ", " - ", " — "} {
		if year, rest, ok := strings.Cut(s, sep); ok && isYear(year) {
			e.Year = year
			e.Known = true
			return rest
		}
	}
	return s
}

// fileMarks takes the marks of files off a line, which say nothing of the work but
// its language: [PDF, 2 MB, EN], (PDF), [RU].
func (p *Parser) fileMarks(e *Entry, s line.Line) line.Line {
	if strings.IndexByte(s, '[') < 0 && strings.IndexByte(s, '(') < 0 && !strings.Contains(s, "]") {
		return s
	}
	for at := 0; at < len(s); {
		closing := byte(']')
		switch s[at] {
		case '(':
			closing = ')'
		case '[':
		default:
			at++
			continue
		}
		end := closingBracket(s[at:min(len(s), at+longestMark)], s[at], closing)
		if end < 0 || !p.isFileMark(s[at+1:at+end], closing == ']') {
			at++
			continue
		}
		p.tagOf(e, s[at+1:at+end])
		s = join(s[:at], s[at+end+1:])
	}
	return p.tornMark(e, s)
}

// tornMark takes off a mark that lost its opening bracket to the address before it:
// "<address>, 2MB, EN]".
func (p *Parser) tornMark(e *Entry, s line.Line) line.Line {
	for {
		end := strings.IndexByte(s, ']')
		bare := strings.LastIndex(s[:max(end, 0)], string(rune(line.Bare)))
		if end < 0 || bare < 0 || strings.IndexByte(s[bare:end], '[') >= 0 {
			return s
		}
		_, size := utf8.DecodeRuneInString(s[bare+1:])
		from := bare + 1 + size
		if next := strings.IndexByte(s[end+1:], ']'); next >= 0 && strings.Trim(s[min(from, end):end], " ,") == "" {
			end += 1 + next // the bracket was turned round: "]PDF, RU]"
		}
		if from > end || !p.isFileMark(strings.Trim(s[from:end], " ,]"), true) {
			return s
		}
		p.tagOf(e, strings.Trim(s[from:end], " ,]"))
		s = join(s[:from], s[end+1:])
	}
}

// join puts two pieces of a line together that something stood between.
func join(before, after string) string {
	before, after = strings.TrimRight(before, " "), strings.TrimLeft(after, " ")
	switch {
	case before == "" || after == "" || strings.IndexAny(after[:1], ".,;:") == 0:
		return before + after
	}
	return before + " " + after
}

// longestMark is the greatest length of the mark of a file, in bytes.
const longestMark = 62

// isFileMark reports whether words in brackets describe a file: every one of them a
// kind of file, a size, a duration or a language, which in round brackets needs the
// others beside it.
func (p *Parser) isFileMark(s string, squared bool) bool {
	if len(s) > longestMark {
		return false
	}
	files, tags, others := 0, 0, 0
	for _, w := range strings.FieldsFunc(line.Words(s), func(r rune) bool { return strings.ContainsRune(" ,;/", r) }) {
		lower := strings.ToLower(w)
		switch {
		case p.words["file"][lower]:
			files++
		case p.tags[lower] != "" && w == strings.ToUpper(w) && len(w) == 2:
			tags++
		case strings.Trim(lower, "0123456789.:kmgb") == "" && strings.ContainsAny(lower, "0123456789"):
			if isYear(lower) {
				return false
			}
			files++
		case len(w) == 2 && w == strings.ToUpper(w):
			others++ // a language that no list has
		default:
			return false
		}
	}
	if others > 0 && (files == 0 || !squared) {
		return false
	}
	return squared && files+tags > 0 || files > 0 && strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZpa")
}

// tagOf takes the language from the mark of a file.
func (p *Parser) tagOf(e *Entry, mark string) {
	for _, w := range strings.FieldsFunc(mark, func(r rune) bool { return strings.ContainsRune(" ,;/", r) }) {
		if tag := p.tags[strings.ToLower(w)]; tag != "" && len(w) == 2 && w == strings.ToUpper(w) && e.Language == "" {
			e.Language = tag
		}
	}
}
