package citation

import (
	"strings"

	"publish/book"
	"publish/book/names"
)

// citation is a parsed entry: the work, and what the style needs beyond it.
type citation struct {
	book.Work
	quoted bool   // the title is that of a part or a page, set in quotation marks
	rest   string // what follows the title and is not understood
	known  bool   // author and title were found, or a title that is plainly one
}

// parse understands an entry. Subject is the author of a list of works on the page
// of a person, else zero.
func (p *parser) parse(l line, subject book.PersonName) citation {
	c := citation{}
	c.URL = l.url()
	if len(l.links) > 0 && c.URL == "" {
		c.URL = l.links[0].URL
	}
	text := p.trimMarks(l.plain(), &c)
	switch before, title, after, italic := l.italics(); {
	case italic:
		p.italicTitle(&c, before, title, p.trimMarks(after, &citation{}))
	case p.quotedTitle(&c, text):
	case p.authorFirst(&c, text):
	case p.titleFirst(&c, text):
	default:
		c.Title = text
		c.quoted = c.URL != ""
		c.known = false
	}
	if c.known && len(c.Authors) == 0 && len(c.Editors) == 0 && subject.Family != "" && c.Title != "" {
		c.Authors = []book.PersonName{subject}
	}
	p.imprint(&c)
	return c
}

// trimMarks takes the marks of files off a text: [PDF, 2 MB, EN].
func (p *parser) trimMarks(s string, c *citation) string {
	marks := p.pattern(`\s*\[([A-Za-z0-9 .,;/]*\b(?:PDF|EPUB|DOC|DJVU|HTML|MOBI|EN|RU|ES|FR|DE|IT|UA|ZH|PL|formats)\b[A-Za-z0-9 .,;/]*)\]`)
	for _, m := range marks.FindAllStringSubmatch(s, -1) {
		if lang := p.pattern(`\b(EN|RU|ES|FR|DE|IT|UA|ZH|PL)\b`).FindString(m[1]); lang != "" && c.Language == "" {
			c.Language = strings.ToLower(strings.Replace(lang, "UA", "uk", 1))
		}
	}
	s = strings.Join(strings.Fields(marks.ReplaceAllString(s, " ")), " ")
	s = strings.NewReplacer(" , ,", ",", " ,", ",", " ; ;", ";", " ;", ";", ",,", ",").Replace(s)
	return strings.Trim(s, " ,;")
}

// italicTitle understands an entry whose title is in italic.
func (p *parser) italicTitle(c *citation, before, title, after string) {
	c.Title = strings.TrimRight(title, " ,.")
	c.rest = after
	if before == "" {
		c.known = true
		p.behind(c)
		return
	}
	before, year := p.bracketYear(before)
	p.sure = true
	who, editors, ok := p.authors(before)
	p.sure = false
	if !ok {
		if name, one := mononym(before); one {
			who, ok = []book.PersonName{name}, true
		}
	}
	if !ok {
		c.Title = ""
		return
	}
	c.Year, c.known = year, true
	if editors {
		c.Editors = who
	} else {
		c.Authors = who
	}
}

// behind finds the author behind a title: "by Jane Doe".
func (p *parser) behind(c *citation) {
	rest := strings.TrimLeft(c.rest, " ,")
	by, ok := strings.CutPrefix(rest, "by ")
	if edited, is := strings.CutPrefix(rest, "edited by "); is {
		by, ok = edited, true
	}
	if !ok {
		return
	}
	name, tail := by, ""
	if i := strings.IndexAny(by, "(<[;"); i > 0 {
		name, tail = strings.TrimSpace(by[:i]), by[i:]
	}
	p.sure = true
	defer func() { p.sure = false }()
	if who, _, ok := p.authors(name); ok {
		c.rest = tail
		if strings.HasPrefix(rest, "edited") {
			c.Editors = who
		} else {
			c.Authors = who
		}
		return
	}
	// A name, then more: up to the first comma.
	if head, more, found := strings.Cut(name, ","); found {
		if who, _, ok := p.authors(head); ok {
			c.Authors, c.rest = who, strings.TrimSpace(more+" "+tail)
		}
	}
	if len(c.Authors) == 0 && len(strings.Fields(name)) <= 4 && isNamed(name) && name != "" {
		c.Authors, c.rest = []book.PersonName{{Family: name}}, tail
	}
}

// quotedTitle understands a title in quotation marks at the beginning, and its
// author behind it or before it.
func (p *parser) quotedTitle(c *citation, s string) bool {
	open := strings.IndexAny(s, "\"“„«《")
	if open < 0 {
		return false
	}
	before := strings.TrimSpace(s[:open])
	_, width := firstRune(s[open:])
	inside := s[open+width:]
	end, closing := closingMark(inside)
	if end <= 0 || strings.HasPrefix(strings.TrimSpace(inside[end+closing:]), ":") {
		return false
	}
	title, after := strings.TrimSpace(inside[:end]), strings.TrimSpace(inside[end+closing:])
	if before != "" {
		before, c.Year = p.bracketYear(before)
		who, editors, ok := p.authors(before)
		if !ok {
			c.Year = ""
			return false
		}
		c.Authors = who
		if editors {
			c.Authors, c.Editors = nil, who
		}
	}
	c.Title, c.rest, c.quoted, c.known = strings.TrimRight(title, ",. "), after, true, true
	if before == "" {
		p.behind(c)
		if len(c.Authors) == 0 && after != "" {
			name, tail := after, ""
			if i := strings.IndexAny(after, "(<["); i > 0 {
				name, tail = strings.TrimSpace(after[:i]), after[i:]
			}
			if who, _, ok := p.authors(name); ok {
				c.Authors, c.rest = who, tail
			}
		}
	}
	return true
}

func firstRune(s string) (rune, int) {
	for _, r := range s {
		return r, len(string(r))
	}
	return 0, 0
}

// closingMark finds the mark that ends a quotation: the last one before "by", or
// else the first that no letter follows.
func closingMark(s string) (at, width int) {
	for i, r := range s {
		if !strings.ContainsRune("\"”“»》", r) {
			continue
		}
		w := len(string(r))
		if rest := s[i+w:]; rest == "" || strings.ContainsRune(" ,.;:(<[)", []rune(rest)[0]) {
			return i, w
		}
	}
	return -1, 0
}

// authorFirst understands "Jane Doe, Title", "Doe, Jane. Title", "Jane Doe: Title"
// and "Jane Doe - Title".
func (p *parser) authorFirst(c *citation, s string) bool {
	if m := p.pattern(`^(.{3,80}?) \((\d{4})\)\.? (.+)$`).FindStringSubmatch(s); m != nil {
		p.sure = true
		who, editors, ok := p.authors(m[1])
		p.sure = false
		if ok {
			c.Year, c.known = m[2], true
			c.Title, c.rest = firstSentence(m[3])
			if bare := strings.Trim(c.Title, "\"“”"); len(bare) < len(c.Title) {
				c.Title, c.quoted = bare, true
			}
			if c.Authors = who; editors {
				c.Authors, c.Editors = nil, who
			}
			return true
		}
	}
	for _, sep := range []string{". ", ": ", " - ", " – ", " — ", ", ", " | "} {
		at := 0
		for range 3 {
			i := strings.Index(s[at:], sep)
			if i < 0 {
				break
			}
			head, tail := s[:at+i], strings.TrimSpace(s[at+i+len(sep):])
			at += i + len(sep)
			who, editors, ok := p.authors(head)
			if !ok && sep == ", " && at == i+len(sep) && !strings.ContainsAny(tail, ",") {
				if name, one := mononym(head); one && len(strings.Fields(tail)) > 1 && p.names.Person(tail) != names.Likely {
					who, ok = []book.PersonName{name}, true
				}
			}
			if !ok || tail == "" || len([]rune(tail)) < 4 {
				continue
			}
			if _, _, also := p.authors(tail); also {
				continue
			}
			if c.Authors = who; editors {
				c.Authors, c.Editors = nil, who
			}
			c.Title, c.rest = tail, ""
			if sep == ". " {
				c.Title, c.rest = firstSentence(tail)
			} else {
				c.Title, c.rest = p.trimYear(tail)
			}
			c.quoted, c.known = c.URL != "", true
			return true
		}
	}
	return false
}

// titleFirst understands "Title, Jane Doe, 1921", "Title - Jane Doe", "Title by Jane
// Doe" and "Title, ed. Somebody".
func (p *parser) titleFirst(c *citation, s string) bool {
	s, year := p.endYear(s)
	if title, who, ok := strings.Cut(s, ", ed. "); ok {
		c.Title, c.known = title, true
		if c.Editors, _, ok = p.authors(who); !ok {
			c.Editors = []book.PersonName{{Family: who}}
		}
		c.Year = year
		return true
	}
	for _, sep := range []string{" by ", " - ", " – ", " — ", "? ", ", "} {
		i := strings.LastIndex(s, sep)
		if i < 4 {
			continue
		}
		title, tail := s[:i], s[i+len(sep):]
		if sep == "? " {
			title += "?"
		}
		who, _, ok := p.authors(tail)
		if !ok && sep == ", " && year != "" {
			if name, one := mononym(tail); one {
				who, ok = []book.PersonName{name}, true
			}
		}
		if !ok && sep == ", " {
			if before, and, both := strings.Cut(tail, " and "); both {
				one, first := mononym(before)
				two, second := mononym(and)
				who, ok = []book.PersonName{one, two}, first && second
			}
		}
		if ok {
			c.Title, c.Authors, c.Year = title, who, year
			c.quoted, c.known = c.URL != "", true
			return true
		}
	}
	return false
}

// firstSentence parts a title from what follows its full stop.
func firstSentence(s string) (title, rest string) {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '.' && s[i+1] == ' ' && !(s[i-1] >= 'A' && s[i-1] <= 'Z') {
			return s[:i], strings.TrimSpace(s[i+2:])
		}
	}
	return strings.TrimRight(s, "."), ""
}

// trimYear takes a year or another description in brackets off the end of a title.
func (p *parser) trimYear(s string) (title, rest string) {
	if m := p.pattern(`^(.+?),? (\((?:ca?\. ?|diary )?\d{4}[^()]*\))\.?$`).FindStringSubmatch(s); m != nil && !strings.Contains(m[1], ";") {
		return m[1], m[2]
	}
	return s, ""
}

func (p *parser) bracketYear(s string) (rest, year string) {
	if m := p.pattern(`^(.*?)[\s.,]*\((\d{4})\)[\s.,:]*$`).FindStringSubmatch(s); m != nil {
		return m[1], m[2]
	}
	return s, ""
}

func (p *parser) endYear(s string) (rest, year string) {
	if m := p.pattern(`^(.*?), (\d{4})\.?$`).FindStringSubmatch(s); m != nil {
		return m[1], m[2]
	}
	return s, ""
}

// imprint understands what follows the title: (Year), Publisher; Place: Publisher,
// Year; ISBN. What it does not understand stays in rest.
func (p *parser) imprint(c *citation) {
	rest := strings.Trim(c.rest, " ,;.")
	if m := p.pattern(`(?i)[,.\s]*\bISBN[|: ]*([0-9][0-9Xx-]{8,16})`).FindStringSubmatchIndex(rest); m != nil {
		c.ISBN = rest[m[2]:m[3]]
		rest = strings.Trim(rest[:m[0]]+rest[m[1]:], " ,;.")
	}
	if m := p.pattern(`[,.\s]*\bpp?\. ?(\d+(?:[-–]\d+)?)$`).FindStringSubmatchIndex(rest); m != nil {
		c.Pages = rest[m[2]:m[3]]
		rest = strings.Trim(rest[:m[0]], " ,;.")
	}
	switch {
	case p.full(rest, `^\(?([A-Z][^:()0-9]{1,40}): ([^:()]{2,60}?),? (\d{4})\)?$`, &c.Place, &c.Publisher, &c.Year):
	case p.full(rest, `^\(?([A-Z][^:()0-9]{1,40}): ([^:()0-9]{2,60})\)?$`, &c.Place, &c.Publisher):
	case p.full(rest, `^\((\d{4})\)[,.]? ([A-Z][^:()0-9]{1,40}): ([^:()]{2,60})$`, &c.Year, &c.Place, &c.Publisher):
	case p.full(rest, `^\((\d{4})\)[,.]? ?([^:()]*)$`, &c.Year, &c.Publisher):
	case p.full(rest, `^\(([^:(),]{2,40}), (\d{4})\)$`, &c.Publisher, &c.Year):
	case p.full(rest, `^([^:()0-9,]{2,50}?),? \((\d{4})\)$`, &c.Publisher, &c.Year):
	case p.full(rest, `^(\d{4})$`, &c.Year):
	case p.full(rest, `^([A-Z][^:()0-9,.]*(?:Press|Books|Publishers?|Publishing|Verlag|Editions|Éditions)[^:()0-9,]*)$`, &c.Publisher):
	default:
		if m := p.pattern(`^\((?:ca?\. ?)?(\d{4})\b`).FindStringSubmatch(rest); m != nil && bracketed(rest) {
			c.Year = m[1]
		}
		c.rest = rest
		return
	}
	c.rest = ""
}

// full fills in the fields when the pattern fits the whole of s.
func (p *parser) full(s, pattern string, fields ...*string) bool {
	m := p.pattern(pattern).FindStringSubmatch(s)
	if m == nil {
		return false
	}
	for i, f := range fields {
		if m[i+1] != "" {
			*f = strings.Trim(m[i+1], " ,.")
		}
	}
	return true
}
