package notes

import (
	"strings"

	"publish/book"
	"publish/book/citation/entry"
	"publish/book/citation/line"
)

// kind is what a piece of a note is.
type kind uint8

const (
	remark  kind = iota // no citation, or one that no rule understands
	full                // people or a title, and where or when the work came out
	titled              // people and a title
	dated               // people and a year
	named               // people and the place in a work
	again               // the same work as before: "ibid."
	earlier             // the work of the people that was cited before: "op. cit."
	author              // another work of the people before: "idem"
)

// citation is one citation of a note.
type citation struct {
	*passage
	piece
	kind    kind
	entry   *entry.Entry // of full and titled ones
	people  naming
	title   title
	year    string
	head    int    // where the words that tell the work end
	place   string // place in the work, as the citation has it
	mark    span   // of "ibid." and its like
	work    *work  // nil where it is not known
	more    bool   // "ibid." goes on with words that are no place
	same    bool   // the place is that of the citation before, too: "loc. cit."
	chapter *chapter
	order   int // in the chapter
}

// cite understands one piece of a passage.
func (r *reader) cite(p *passage, at piece) *citation {
	c := &citation{passage: p, piece: at}
	s := p.text[at.from:at.to]
	switch {
	case r.repeated(c, s), r.short(c, s):
	case r.sameAuthor(c, s):
	default:
		r.whole(c)
	}
	return c
}

// repeated reads "ibid.", "op. cit." and their like, with the people before them.
func (r *reader) repeated(c *citation, s string) bool {
	for i := 0; i < len(s) && i < 90; i++ {
		if i > 0 && s[i-1] != ' ' && s[i-1] != '(' && s[i-1] != '[' {
			continue
		}
		for _, list := range []string{"ibid", "opcit", "loccit", "idem"} {
			n := r.leading(list, s[i:])
			if n == 0 || list == "idem" && i > 0 {
				continue
			}
			who, ok := r.naming(s[:i])
			if i > 0 && !ok || strings.Contains(s[:i], ". ") && len(s[:i]) > 60 {
				return false
			}
			rest := s[i+n:]
			if rest != "" && !strings.ContainsAny(rest[:1], ",.:;)] ") || list == "idem" && !r.isLocator(rest) && strings.Trim(rest, " .") != "" {
				return false
			}
			c.people, c.place = who, r.leadLocator(rest)
			c.kind, c.same = again, list == "loccit"
			c.more = c.place == "" && strings.Trim(rest, " ,.:;)") != ""
			if list == "opcit" || list == "loccit" && i > 0 {
				c.kind = earlier
			}
			c.mark = span{from: c.from + i, to: c.from + i + n}
			c.head = c.mark.to
			return true
		}
	}
	return false
}

// sameAuthor reads "idem" before another work.
func (r *reader) sameAuthor(c *citation, s string) bool {
	n := r.leading("idem", s)
	if n == 0 || n == len(s) || !strings.ContainsRune(",: ", rune(s[n])) {
		return false
	}
	if r.whole(c); c.entry == nil {
		return false
	}
	c.kind, c.mark = author, span{from: c.from, to: c.from + n}
	return true
}

// short reads people with a year or a place in a work.
func (r *reader) short(c *citation, s string) bool {
	if _, ok := c.passage.title(c.from, c.to); ok || len(s) > 120 {
		return false
	}
	if at := strings.IndexAny(s, "12"); at > 2 && len(s) >= at+4 && isYear(s[at:at+4]) && (s[at-1] == '(' || s[at-1] == ' ') {
		end := at + 4
		if end < len(s) && s[end] >= 'a' && s[end] <= 'e' {
			end++
		}
		year := s[at:end]
		if end < len(s) && s[end] == ')' {
			end++
		}
		rest := strings.Trim(s[end:], " ,.:;")
		who, ok := r.naming(strings.TrimRight(s[:at], "( "))
		if ok && (rest == "" || r.isLocator(rest)) {
			if s[at-1] != '(' && r.wholeFirst(c, s[:at]) {
				return true
			}
			c.kind, c.people, c.year, c.place, c.head = dated, who, year, rest, c.from+end
			return true
		}
	}
	from := r.tailLocator(s)
	if from == 0 || from == len(s) {
		return false
	}
	before := strings.TrimRight(s[:from], " ")
	who, ok := r.naming(before)
	if !ok || !strings.HasSuffix(before, ",") {
		return false
	}
	if r.wholeFirst(c, before) {
		return true
	}
	c.kind, c.people, c.place = named, who, strings.TrimRight(s[from:], " .")
	c.head = c.from + len(strings.TrimRight(before, ","))
	return true
}

// wholeFirst reads a citation as one that names the work where the words before its
// year or place can be more than people.
func (r *reader) wholeFirst(c *citation, before string) bool {
	if !strings.Contains(strings.TrimRight(before, ", "), ",") {
		return false
	}
	r.whole(c)
	return c.kind != remark
}

// whole reads a citation that names the work.
func (r *reader) whole(c *citation) {
	s := c.text[c.from:c.to]
	if len(s) > longestCitation || strings.IndexByte(s, ' ') < 0 {
		return
	}
	e := r.parser.Parse(c.clone(c.from, c.to), entry.Hint{})
	if !e.Known || e.Title == "" {
		return
	}
	names := e.Authors
	if len(names) == 0 {
		names = e.Editors
	}
	c.entry, c.year = e, e.Year
	c.people = naming{readings: [][]person{peopleOf(names)}}
	if t, ok := c.passage.title(c.from, c.to); ok {
		if who, ok := r.naming(c.text[c.from:t.from]); ok && (who.others || len(names) == 0 && !facts(e)) {
			c.people = who
		}
	}
	c.title = r.titleOfWork(&e.Work)
	at := r.tailLocator(s)
	c.place = strings.Trim(s[at:], " .")
	if len(c.place) == 4 && isYear(c.place) {
		c.place = ""
	}
	switch {
	case facts(e):
		c.kind = full
		if len(names) == 0 && e.Container == "" && e.URL == "" && !e.Part {
			c.kind = remark
		}
	case (len(c.people.readings[0]) > 0 || c.inside && c.opensTitle(c.from)) && r.onlyPlaces(e) && r.headOf(c, e):
		c.kind = titled
		c.place = ""
		if rest := strings.Trim(c.text[c.head:c.to], " ,.:"); r.isLocator(rest) {
			c.place = rest
		}
	}
}

// longestCitation is the greatest length of a citation, in bytes: what is longer is an
// essay.
const longestCitation = 1200

// facts reports whether an entry says where or when the work came out.
func facts(e *entry.Entry) bool {
	return e.Publisher != "" || e.Place != "" || e.Year != "" || e.Container != "" || e.URL != "" || e.DOI != "" || e.ISBN != ""
}

// onlyPlaces reports whether what no rule understood of an entry is places in the
// work.
func (r *reader) onlyPlaces(e *entry.Entry) bool {
	for _, rest := range e.Rest {
		if !r.isLocator(rest) && !r.has("locator", strings.Trim(line.Words(rest), " .,")) {
			return false
		}
	}
	return true
}

// headOf finds the end of the title in the words of a short citation.
func (r *reader) headOf(c *citation, e *entry.Entry) bool {
	if t, ok := c.passage.title(c.from, c.to); ok && strings.Contains(c.text[t.from:t.to], firstWord(e.Title)) {
		c.head = t.to
		r.takeVolume(c, e)
		return true
	}
	if at := strings.Index(c.text[c.from:c.to], e.Title); at >= 0 {
		c.head = c.from + at + len(e.Title)
		return true
	}
	return false
}

// takeVolume makes the volume behind a title part of what tells the work.
func (r *reader) takeVolume(c *citation, e *entry.Entry) {
	rest := c.text[c.head:c.to]
	fields := strings.Fields(rest)
	if e.Volume == "" || len(fields) < 2 {
		return
	}
	for i := 0; i+1 < len(fields) && i < 2; i++ {
		if r.sets["volume"][strings.Trim(fold(fields[i]), ".,")] || fold(fields[i]) == "vol." {
			if figure := strings.Trim(fields[i+1], ",."); figure == e.Volume {
				c.head += strings.Index(rest, fields[i+1]) + len(figure)
				c.place = strings.Trim(c.text[c.head:c.to], " ,.:")
				return
			}
		}
	}
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// family reports whether a citation gives people by their family names only, so that
// there must be a full form somewhere.
func (c *citation) family() bool { return len(c.people.readings) > 0 && c.people.bare() }

// names returns the people of an entry, its editors where it has no authors.
func names(w *book.Work) []book.PersonName {
	if len(w.Authors) > 0 {
		return w.Authors
	}
	return w.Editors
}
