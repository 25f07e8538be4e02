package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// setter sets one entry in the style of the bibliography.
type setter struct {
	pos book.Pos
	out []book.Inline
}

// set returns the entry of a work.
func set(c citation, l line, pos book.Pos) []book.Inline {
	s := &setter{pos: pos}
	if who := people(c.Authors, true); who != "" {
		s.sentence(who)
	} else if who := people(c.Editors, true); who != "" {
		role := ", ed"
		if len(c.Editors) > 1 {
			role = ", eds"
		}
		s.sentence(who + role)
	}
	s.title(c, l.url())
	if len(c.Authors) > 0 && len(c.Editors) > 0 {
		s.sentence("Edited by " + people(c.Editors, false))
	}
	s.sentence(imprint(c))
	if remark(c.rest) == "" {
		s.sentence(c.rest)
	}
	if c.ISBN != "" {
		s.sentence("ISBN " + c.ISBN)
	}
	for _, link := range l.links {
		s.blank()
		s.out = append(s.out, link)
	}
	return s.out
}

// people joins names for an entry: the first turned round where invert is set.
func people(list []book.PersonName, invert bool) string {
	var names []string
	for i, n := range list {
		switch {
		case n.Given == "":
			names = append(names, n.Family)
		case i == 0 && invert:
			names = append(names, n.Family+", "+n.Given)
		default:
			names = append(names, n.Given+" "+n.Family)
		}
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		if !invert {
			return names[0] + " and " + names[1]
		}
		return names[0] + ", and " + names[1]
	}
	return strings.Join(names[:len(names)-1], ", ") + ", and " + names[len(names)-1]
}

// imprint is place, publisher, year and pages.
func imprint(c citation) string {
	s := c.Publisher
	if c.Place != "" {
		s = c.Place + ": " + s
	}
	year := c.Year
	if bracketed(c.rest) && strings.Contains(c.rest, year) {
		year = "" // the remark behind the title has it
	}
	pages := c.Pages
	switch {
	case pages == "":
	case strings.ContainsAny(pages, "-–"):
		pages = "pp. " + pages
	default:
		pages = "p. " + pages
	}
	for _, more := range []string{year, pages} {
		if s != "" && more != "" {
			s += ", "
		}
		s += more
	}
	return s
}

// bracketed reports whether words are a remark in brackets, which stands with the
// title.
func bracketed(s string) bool { return strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") }

// remark returns what of the rest goes on with the title's own sentence: brackets,
// and words that begin small.
func remark(rest string) string {
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		return ""
	case first == '(':
		return " " + rest
	case unicode.IsLower(first):
		return ", " + rest
	}
	return ""
}

// title sets the title: that of a book in italic, that of a part or a page in
// quotation marks, linked if its words were.
func (s *setter) title(c citation, url string) {
	s.blank()
	stop := "."
	if strings.HasSuffix(c.Title, ".") || strings.HasSuffix(c.Title, "?") || strings.HasSuffix(c.Title, "!") || strings.HasSuffix(c.Title, "…") {
		stop = ""
	}
	remark := remark(c.rest)
	if remark != "" && !strings.HasSuffix(remark, ".") {
		remark += "."
	}
	var words []book.Inline
	if c.quoted {
		inside := stop
		if remark != "" {
			inside = ""
		}
		words = []book.Inline{&book.Text{Pos: s.pos, Value: "“" + c.Title + inside + "”"}}
		stop = ""
	} else {
		words = []book.Inline{&book.Emphasis{Pos: s.pos, Inlines: []book.Inline{&book.Text{Pos: s.pos, Value: c.Title}}}}
	}
	if url != "" {
		words = []book.Inline{&book.Link{Pos: s.pos, URL: url, Inlines: words}}
	}
	s.out = append(s.out, words...)
	if remark != "" {
		stop = remark
	}
	if stop != "" {
		s.text(stop)
	}
}

func (s *setter) text(value string) {
	s.out = append(s.out, &book.Text{Pos: s.pos, Value: value})
}

func (s *setter) blank() {
	if len(s.out) > 0 {
		s.text(" ")
	}
}

// sentence appends words with a full stop, unless they have one.
func (s *setter) sentence(words string) {
	words = strings.TrimSpace(words)
	if words == "" {
		return
	}
	s.blank()
	if !strings.HasSuffix(words, ".") && !strings.HasSuffix(words, "?") && !strings.HasSuffix(words, "!") {
		words += "."
	}
	s.text(words)
}
