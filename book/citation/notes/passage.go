package notes

import (
	"strings"
	"unicode/utf8"

	"publish/book"
)

// passage is a paragraph of a note laid flat: its characters in one string, with the
// stretches of it that are set apart. Calls of other notes and anchors take no room in
// the string; what is neither has the room of one character.
type passage struct {
	note  *book.Note
	par   *book.Paragraph
	text  string
	spans []span // in order of where they begin
	mask  []bool // bytes at which no citation can begin or end
	edits []edit
}

// form says how a stretch of text is set apart.
type form uint8

const (
	italic  form = iota
	quoted       // in quotation marks, which the span takes in
	linked       // the words of a link
	address      // a bare address
)

// span is a stretch of a passage, in bytes.
type span struct {
	from, to int
	form     form
}

// object stands for what is not text: a picture, code.
const object = '\uFFFC'

// newPassage lays a paragraph flat.
func newPassage(note *book.Note, par *book.Paragraph) *passage {
	p := &passage{note: note, par: par}
	var b strings.Builder
	p.flatten(&b, par.Inlines)
	p.text = b.String()
	p.quotations()
	p.shade()
	return p
}

func (p *passage) flatten(b *strings.Builder, inlines []book.Inline) {
	for _, in := range inlines {
		from := b.Len()
		switch in := in.(type) {
		case *book.Text:
			b.WriteString(in.Value)
		case *book.CodeSpan, *book.Image:
			b.WriteRune(object)
		case *book.LineBreak:
			b.WriteByte(' ')
		default:
			p.container(b, in, from)
		}
	}
}

// container lays what an inline holds flat and notes down how it is set apart.
func (p *passage) container(b *strings.Builder, in book.Inline, from int) {
	at := len(p.spans)
	p.flatten(b, book.Children(in))
	s := span{from: from, to: b.Len()}
	switch in := in.(type) {
	case *book.Emphasis:
		s.form = italic
	case *book.CrossRef:
		s.form = linked
	case *book.Link:
		s.form = linked
		if in.Bare {
			s.form = address
		}
	default:
		return
	}
	p.spans = append(p.spans, span{})
	copy(p.spans[at+1:], p.spans[at:])
	p.spans[at] = s
}

// quotations adds the stretches in quotation marks, those inside others left out.
func (p *passage) quotations() {
	if !strings.ContainsAny(p.text, "“\"„«‘'") {
		return
	}
	for i := 0; i < len(p.text); {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		if to := p.quotation(i, r, size); to > 0 {
			p.insert(span{i, to, quoted})
			i = to
			continue
		}
		i += size
	}
}

// quotation returns the end of the quotation that opens at i, 0 if none does.
func (p *passage) quotation(i int, open rune, size int) int {
	closers := closersOf(open)
	if closers == "" || i > 0 && !strings.ContainsRune(" ([—–/", previous(p.text, i)) {
		return 0
	}
	rest := p.text[i+size:]
	for at, r := range rest {
		if !strings.ContainsRune(closers, r) || at == 0 || rest[at-1] == ' ' {
			continue
		}
		end := at + utf8.RuneLen(r)
		if next, _ := utf8.DecodeRuneInString(rest[end:]); end == len(rest) || !isWordRune(next) {
			return i + size + end
		}
	}
	return 0
}

// closersOf returns the marks that may close what a mark opens, "" for one that opens
// nothing. Mixed pairs are common in what many hands typed.
func closersOf(open rune) string {
	switch open {
	case '“', '"':
		return "”\"″"
	case '„':
		return "“”\""
	case '«':
		return "»"
	case '‘':
		return "’"
	case '\'':
		return "'"
	}
	return ""
}

// insert puts a span in its place in the order.
func (p *passage) insert(s span) {
	at := len(p.spans)
	for at > 0 && p.spans[at-1].from > s.from {
		at--
	}
	p.spans = append(p.spans, span{})
	copy(p.spans[at+1:], p.spans[at:])
	p.spans[at] = s
}

// shade masks the bytes inside of spans and brackets.
func (p *passage) shade() {
	p.mask = make([]bool, len(p.text)+1)
	cover := func(from, to int) {
		for i := from; i < to; i++ {
			p.mask[i] = true
		}
	}
	for _, s := range p.spans {
		cover(s.from+1, s.to)
	}
	for i := 0; i < len(p.text); i++ {
		if open := strings.IndexByte("([", p.text[i]); open >= 0 {
			if n := strings.IndexByte(p.text[i:], ")]"[open]); n > 0 {
				cover(i+1, i+n)
			}
		}
	}
}

// within returns the spans of the given forms that lie in a stretch, in order.
func (p *passage) within(from, to int, forms ...form) []span {
	var list []span
	for _, s := range p.spans {
		for _, f := range forms {
			if s.form == f && s.from >= from && s.to <= to {
				list = append(list, s)
			}
		}
	}
	return list
}

// title returns the first stretch of a piece that is set apart as titles are: in
// italic, or in quotation marks.
func (p *passage) title(from, to int) (span, bool) {
	list := p.within(from, to, italic, quoted)
	if len(list) == 0 {
		return span{}, false
	}
	return list[0], true
}

func previous(s string, i int) rune {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}
