package style

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/entry"
	"publish/book/citation/line"
)

// Setter sets works for a book in one language.
type Setter struct {
	lang  string // base of the book's language
	terms terms
}

// New returns a setter for a book in a language (BCP 47).
func New(lang string) *Setter {
	base, _, _ := strings.Cut(lang, "-")
	return &Setter{lang: base, terms: termsOf(base)}
}

// Entry returns the text of a work as an entry of a bibliography. One that was not
// understood stands as the source has it.
func (s *Setter) Entry(e *entry.Entry, pos book.Pos) []book.Inline {
	if !e.Known {
		return line.Inlines(e.Source, e.Links, pos)
	}
	w := &writer{Setter: s, e: e, pos: pos}
	w.sentence(w.heads())
	w.title()
	rest := w.looseRest()
	switch e.Kind {
	case book.ChapterWork:
		w.chapter()
	case book.ArticleWork, book.WebWork:
		w.article()
	default:
		w.monograph()
	}
	for _, r := range rest {
		w.sentence(strings.TrimSpace(r))
	}
	w.identifiers()
	return w.out
}

// writer sets one entry, sentence by sentence.
type writer struct {
	*Setter
	e   *entry.Entry
	pos book.Pos
	out []book.Inline
}

func (w *writer) text(s string) {
	if s != "" {
		w.out = append(w.out, &book.Text{Pos: w.pos, Value: s})
	}
}

func (w *writer) blank() {
	if len(w.out) > 0 {
		w.text(" ")
	}
}

// sentence appends a line with a full stop, unless it has an end.
func (w *writer) sentence(l line.Line) {
	l = strings.TrimSpace(l)
	if line.Words(l) == "" {
		return
	}
	w.blank()
	w.out = append(w.out, line.Inlines(stopped(l), w.e.Links, w.pos)...)
}

// stopped ends a line with a full stop; inside a quotation that ends it, as Chicago 18,
// 6.9 has it.
func stopped(l line.Line) line.Line {
	if hasEnd(line.Words(l)) {
		return l
	}
	if head, ok := strings.CutSuffix(l, string(rune(line.QuoteOff))); ok {
		return head + "." + string(rune(line.QuoteOff))
	}
	return l + "."
}

func hasEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’\"') "))
	last, _ := utf8.DecodeLastRuneInString(s)
	return r == '.' && last != ')' || strings.ContainsRune("?!…。？！", r)
}

// heads returns the people under whom the entry stands.
func (w *writer) heads() line.Line {
	e := w.e
	switch {
	case len(e.Authors) > 0:
		return people(e.Authors, true, w.terms)
	case len(e.Editors) > 0 && e.Kind != book.ChapterWork:
		role := w.terms.ed
		if len(e.Editors) > 1 {
			role = w.terms.eds
		}
		return people(e.Editors, true, w.terms) + ", " + role
	case len(e.Translators) > 0 && e.Container == "" && len(e.Editors) == 0:
		return people(e.Translators, true, w.terms) + ", " + w.terms.trans
	}
	return ""
}

// people joins names, the first turned round where invert is set.
func people(list []book.PersonName, invert bool, t terms) string {
	if n := len(list); n > 1 && list[n-1].Family == book.EtAl {
		return strings.Join(each(list[:n-1], invert), ", ") + ", " + book.EtAl
	}
	names := each(list, invert)
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		if invert && list[0].Given != "" && t.serial {
			return names[0] + ", " + t.and + " " + names[1]
		}
		return names[0] + " " + t.and + " " + names[1]
	}
	comma := ""
	if t.serial {
		comma = ","
	}
	return strings.Join(names[:len(names)-1], ", ") + comma + " " + t.and + " " + names[len(names)-1]
}

// each returns the names of a list, the first turned round where invert is set.
func each(list []book.PersonName, invert bool) []string {
	var names []string
	for i, n := range list {
		names = append(names, person(n, invert && i == 0))
	}
	return names
}

// person returns a name straight or turned round.
func person(n book.PersonName, invert bool) string {
	given, suffix, _ := strings.Cut(n.Given, ", ")
	switch {
	case n.Given == "":
		return n.Family
	case invert && suffix != "":
		return n.Family + ", " + given + ", " + suffix
	case invert:
		return n.Family + ", " + given
	case suffix != "":
		return given + " " + n.Family + " " + suffix
	}
	return given + " " + n.Family
}

// title sets the title: that of a book in italic, that of a part or a page in
// quotation marks, linked if its words were; then the remark, and words that go on
// with the sentence.
func (w *writer) title() {
	w.blank()
	after := w.remark()
	words := w.titleInlines(after == "")
	if w.e.Linked != nil {
		words = []book.Inline{&book.Link{Pos: w.pos, URL: w.e.Linked.URL, Inlines: words}}
	}
	w.out = append(w.out, words...)
	w.out = append(w.out, line.Inlines(after, w.e.Links, w.pos)...)
	if !w.e.Part && after == "" && !hasEnd(w.e.Title) {
		w.text(".")
	}
}

// titleInlines returns the title with its marks; closed puts a full stop into the
// quotation.
func (w *writer) titleInlines(closed bool) []book.Inline {
	e := w.e
	var words []book.Inline
	if e.Part {
		title := singleQuotes(e.TitleLine)
		if closed && !hasEnd(line.Words(title)) {
			title = closedTitle(title)
		}
		words = line.Inlines(string(rune(line.QuoteOn))+title+string(rune(line.QuoteOff)), e.Links, w.pos)
	} else {
		words = []book.Inline{&book.Emphasis{Pos: w.pos, Inlines: line.Inlines(e.TitleLine, e.Links, w.pos)}}
	}
	if e.Language != "" && e.Language != w.lang {
		words = []book.Inline{&book.Span{Pos: w.pos, Lang: e.Language, Inlines: words}}
	}
	return words
}

// closedTitle ends a title with a full stop, inside a quotation that ends it.
func closedTitle(title line.Line) line.Line {
	if head, ok := strings.CutSuffix(title, "’"); ok && strings.Contains(head, "‘") {
		return head + ".’"
	}
	return title + "."
}

// singleQuotes sets quotations inside a quotation in single marks.
func singleQuotes(l line.Line) line.Line {
	return strings.NewReplacer(string(rune(line.QuoteOn)), "‘", string(rune(line.QuoteOff)), "’", "“", "‘", "”", "’").Replace(l)
}

// remark returns what goes on with the title's sentence, its full stop included: the
// remark in brackets, and a piece that begins small.
func (w *writer) remark() line.Line {
	after := ""
	if w.e.Remark != "" {
		after = " (" + w.e.Remark + ")"
	}
	for _, r := range w.e.Rest {
		if isSmall(r) {
			after += ", " + strings.TrimRight(r, ".")
		}
	}
	if after == "" {
		return ""
	}
	return after + "."
}

// looseRest returns the pieces that do not go on with the title's sentence.
func (w *writer) looseRest() []line.Line {
	var rest []line.Line
	for _, r := range w.e.Rest {
		if !isSmall(r) {
			rest = append(rest, r)
		}
	}
	return rest
}

// isSmall reports whether a line begins with a small letter.
func isSmall(l line.Line) bool {
	r, _ := utf8.DecodeRuneInString(line.Words(l))
	return unicode.IsLower(r)
}
