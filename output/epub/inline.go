package epub

import (
	"fmt"
	"strings"

	"publish/book"
)

// inlines writes running text, with the markers of the pages that begin in it.
func (e *edition) inlines(m *markup, list []book.Inline) {
	t := inlineWriter{edition: e, markup: m}
	from := len(m.buf)
	t.list(list)
	t.flush()
	if len(list) > 0 {
		e.breakPages(m, from, list[0])
	}
}

// flat writes running text without anything that may stand only once or that
// leads elsewhere: no IDs, links, note calls or pictures. It serves contents and
// other headings that repeat a text.
func (e *edition) flat(m *markup, list []book.Inline) {
	t := inlineWriter{edition: e, markup: m, plain: true}
	t.list(list)
}

// inlineWriter writes one run of inlines.
type inlineWriter struct {
	*edition
	*markup
	plain bool // as flat
	bare  bool // in the text of an address: it may break at its punctuation
	depth int  // of links; a link inside a link is not allowed in HTML
	calls []*book.NoteRef
}

func (t *inlineWriter) list(list []book.Inline) {
	for _, in := range list {
		t.one(in)
	}
}

func (t *inlineWriter) one(in book.Inline) {
	switch in := in.(type) {
	case *book.Text:
		t.characters(in.Value)
	case *book.Emphasis:
		t.wrap("em", in.Inlines)
	case *book.Strong:
		t.wrap("strong", in.Inlines)
	case *book.Strike:
		t.wrap("s", in.Inlines)
	case *book.Superscript:
		t.wrap("sup", in.Inlines)
	case *book.Subscript:
		t.wrap("sub", in.Inlines)
	case *book.SmallCaps:
		t.raw(`<span class="small-caps">`)
		t.list(in.Inlines)
		t.raw(`</span>`)
	case *book.CodeSpan:
		t.raw(`<code>`)
		t.text(in.Value)
		t.raw(`</code>`)
	case *book.LineBreak:
		t.lineBreak()
	case *book.Span:
		t.raw(`<span`)
		t.lang(in.Lang)
		if book.RightToLeft(t.Meta.Language) && !book.RightToLeft(in.Lang) {
			t.attr("dir", "ltr")
		}
		t.raw(`>`)
		t.list(in.Inlines)
		t.raw(`</span>`)
	default:
		t.reference(in)
	}
}

// reference writes the inlines that point somewhere or are pointed at.
func (t *inlineWriter) reference(in book.Inline) {
	switch in := in.(type) {
	case *book.Link:
		t.outside(in)
	case *book.CrossRef:
		t.inside(in)
	case *book.WikiLink:
		t.fail(in.Pos, "wiki link to %q was not resolved", in.Target)
	case *book.PageRef: // an edition without fixed pages leaves it out
	case *book.NoteRef:
		t.noteRef(in)
	case *book.Anchor:
		t.anchor(in)
	case *book.Image:
		t.image(in)
	default:
		panic(fmt.Sprintf("epub: unknown inline %T", in))
	}
}

func (t *inlineWriter) wrap(tag string, list []book.Inline) {
	t.raw("<" + tag + ">")
	t.list(list)
	t.raw("</" + tag + ">")
}

func (t *inlineWriter) lineBreak() {
	if t.plain {
		t.raw(" ")
		return
	}
	t.raw("<br/>")
}

func (t *inlineWriter) characters(s string) {
	if t.bare {
		breakable(t.markup, s)
		return
	}
	t.text(s)
}

// breakable writes an address so that it may break after a slash and before
// other punctuation, as in print (Chicago 18, 7.47).
func breakable(m *markup, s string) {
	from := 0
	for i := 1; i < len(s); i++ {
		after := s[i-1] == '/' && s[i] != '/'
		before := strings.IndexByte(".?#&=_%~-", s[i]) >= 0 && s[i-1] != '/'
		if after || before {
			m.text(s[from:i])
			m.raw("<wbr/>")
			from = i
		}
	}
	m.text(s[from:])
}

// outside writes a link that leads out of the book.
func (t *inlineWriter) outside(in *book.Link) {
	if t.plain || t.depth > 0 {
		t.list(in.Inlines)
		return
	}
	t.raw(`<a`)
	if in.Bare {
		t.raw(` class="url"`)
	}
	t.attr("href", address(in.URL))
	t.raw(`>`)
	t.depth, t.bare = t.depth+1, in.Bare
	t.list(in.Inlines)
	t.depth, t.bare = t.depth-1, false
	t.raw(`</a>`)
	t.flush()
}

// inside writes a link to another place of the book.
func (t *inlineWriter) inside(in *book.CrossRef) {
	if t.plain || t.depth > 0 {
		t.list(in.Inlines)
		return
	}
	t.raw(`<a`)
	t.href(in.Target, in.Pos)
	t.raw(`>`)
	t.depth++
	t.list(in.Inlines)
	t.depth--
	t.raw(`</a>`)
	t.flush()
}

// noteRef writes the call of a note. Inside a link it has to wait for the link's
// end.
func (t *inlineWriter) noteRef(in *book.NoteRef) {
	if t.plain {
		return
	}
	if t.depth > 0 {
		t.calls = append(t.calls, in)
		return
	}
	t.raw(`<sup><a`)
	t.href(in.Note, in.Pos)
	t.id(in.ID)
	if in.Address {
		t.raw(` ` + addressRole + `>[`)
		t.number(in.Number)
		t.raw(`]</a></sup>`)
		return
	}
	t.raw(` epub:type="noteref" role="doc-noteref">`)
	t.number(in.Number)
	t.raw(`</a></sup>`)
}

// flush writes the calls that waited.
func (t *inlineWriter) flush() {
	if t.depth > 0 {
		return
	}
	calls := t.calls
	t.calls = nil
	for _, c := range calls {
		t.noteRef(c)
	}
}

func (t *inlineWriter) anchor(in *book.Anchor) {
	if t.plain {
		return
	}
	t.raw(`<span`)
	t.id(in.ID)
	t.raw(`></span>`)
}

func (t *inlineWriter) image(in *book.Image) {
	if t.plain {
		return
	}
	t.picture(t.markup, in.Pos, in.Source, in.Alt, in.Size, "icon")
}
