package layout

import (
	"strconv"

	"publish/book"
	"publish/fonts"
	"publish/layout/linebreak"
)

// composer turns inlines into paragraphs and paragraphs into lines. Each worker
// has its own.
type composer struct {
	shaper   *shaper
	breaker  linebreak.Breaker
	pictures map[string]*book.Picture
	diags    book.Diags
	lang     string
	ragged   bool // no text is justified
	// mirrored is set for a book that is read from right to left: all of it is set as
	// in a mirror, what is read first at the left, and the finished pages are turned
	// over (see Page.mirror).
	mirrored bool
	// store keeps the lists of paragraphs: lasting, or passing while a chapter
	// is set whose paragraphs nothing needs once its pages are made.
	store            *store
	lasting, passing store
	// letterings are those that this composer has asked for.
	letterings map[textStyle]*lettering

	// Scratch space of compose, of line and of pages.
	items    []linebreak.Item
	atoms    []atom
	segments []segment
	shown    []piece
	drawn    []Word
	pager    paginator
}

func newComposer(s *shaper, b *book.Book, spec *Spec) *composer {
	c := &composer{shaper: s, pictures: b.Pictures, lang: b.Meta.Language, ragged: spec.Ragged, mirrored: book.RightToLeft(b.Meta.Language), letterings: map[textStyle]*lettering{}}
	c.store = &c.lasting
	return c
}

// block is what compose needs to know of the paragraph as a whole.
type block struct {
	style   textStyle
	align   alignment
	measure Length
	indent  Length
	first   Length
	element *Element
	// anchor is an ID that the first line carries; label hangs before it.
	anchor string
	label  *label
	// whole forbids hyphens (headings). abbreviations turns runs of capitals
	// into small capitals. lead sets so many words at the start in small caps.
	whole, abbreviations bool
	lead                 int
	// entry is set for what stands in a list of the book's own or in a running head:
	// it runs as the book does, whatever its first word.
	entry bool
	// pages sets the pages of links behind them; nil where they show none.
	pages *pageRefs
}

// label is what hangs before the first line of a paragraph: a bullet, a number. It
// stands in the indent that it says.
type label struct {
	text    string
	indent  Length
	style   textStyle
	element *Element
	link    *linkSpan
}

// compose makes a paragraph of the inlines.
func (c *composer) compose(inlines []book.Inline, b block) *paragraph {
	if c.ragged && b.align == justified {
		b.align = ragged
	}
	p := &paragraph{align: b.align, measure: b.measure, indent: b.indent, first: b.first, element: b.element,
		inlines: inlines, labelled: b.label != nil}
	if len(inlines) > 0 {
		p.pos = inlines[0].Position()
	}
	p.items, p.atoms, p.segments = c.items[:0], c.atoms[:0], c.segments[:0]
	w := writer{composer: c, block: b, p: p}
	w.anchor(b.anchor)
	if b.label != nil {
		w.hang(b.label)
	}
	w.inlines(inlines, context{style: b.style, element: b.element})
	if w.due != nil {
		w.sayPage()
	}
	w.markAnchors()
	p.finish()
	if w.rtl || c.mirrored {
		w.setOrder()
	}
	c.items, c.atoms, c.segments = p.items, p.atoms, p.segments
	p.items, p.atoms, p.segments = c.store.items.keep(p.items), c.store.atoms.keep(p.atoms), c.store.segments.keep(p.segments)
	return p
}

// hang sets a label at the paragraph's start, in figures of one width.
func (w *writer) hang(l *label) {
	style := l.style
	if l.text != bullet {
		style = style.tabular()
	}
	word := w.word(l.text, style)
	w.p.first = -l.indent
	w.box(segment{word: word, style: w.lettering(style), element: l.element, link: l.link}, 0, int32(len(l.text)),
		linebreak.Item{Kind: linebreak.Box, Width: int64(word.width)})
	w.kern(l.indent - word.width)
}

// bullet is the label of an item of a list without numbers.
const bullet = "•"

// writer fills one paragraph.
type writer struct {
	*composer
	block
	p     *paragraph
	space textStyle // of the blank that waits for a word to follow
	wait  spaceKind
	// anchors are the IDs that wait with it.
	anchors []string
	lead    int
	last    *lettering // of the last word
	rtl     bool       // a word has a say in the order of the paragraph

	due   *book.CrossRef         // the link whose page is to be said
	said  map[*book.Chapter]bool // whose pages the paragraph has said
	open  int                    // parentheses
	aside *thing                 // of the words of a page that a link says, nil for the text's
}

type spaceKind uint8

const (
	noSpace spaceKind = iota
	breakable
	unbreakable
)

// context is what surrounds a piece of text.
type context struct {
	style   textStyle
	element *Element
	link    *linkSpan
}

func (w *writer) inlines(inlines []book.Inline, ctx context) {
	for _, in := range inlines {
		w.inline(in, ctx)
	}
}

func (w *writer) inline(in book.Inline, ctx context) {
	inner := ctx
	inner.style = ctx.style.within(in)
	switch in := in.(type) {
	case *book.Text:
		w.text(in.Value, ctx, in.Pos)
	case *book.CodeSpan:
		if ctx.element != nil {
			inner.element = ctx.element.Add("Code")
		}
		w.text(in.Value, inner, in.Pos)
	case *book.LineBreak:
		w.lineBreak()
	case *book.Link:
		inner.link = w.link(ctx, &linkSpan{uri: in.URL, text: spoken(in.Inlines)})
		inner.element = inner.link.element
		w.inlines(in.Inlines, inner)
	case *book.CrossRef:
		inner.link = w.link(ctx, &linkSpan{target: in.Target, text: spoken(in.Inlines)})
		inner.element = inner.link.element
		w.inlines(in.Inlines, inner)
		w.owe(in)
	case *book.PageRef:
		w.pageRef(in, ctx)
	case *book.NoteRef:
		w.noteRef(in, ctx)
	case *book.Anchor:
		w.anchor(in.ID)
	case *book.Image:
		w.picture(in, ctx)
	case *book.Span:
		if ctx.element != nil {
			inner.element = ctx.element.Add("Span")
			inner.element.Lang = in.Lang
		}
		w.inlines(in.Inlines, inner)
	default:
		w.inlines(book.Children(in), inner)
	}
}

// spokenText is the longest text, in characters, by which a link is named. Every line
// that a link runs over bears its name.
const spokenText = 200

// spoken returns what names a link to those who hear it: its text, cut if nobody would
// hear it to the end.
func spoken(inlines []book.Inline) string {
	text := book.PlainText(inlines)
	if len(text) <= spokenText {
		return text
	}
	n := 0
	for i := range text {
		if n++; n > spokenText {
			return text[:i] + "…"
		}
	}
	return text
}

// link gives a link its place in the structure tree. What leads to another place from a
// list of the book's own, such as the index, is a reference.
func (w *writer) link(ctx context, l *linkSpan) *linkSpan {
	if ctx.link != nil {
		return ctx.link
	}
	switch {
	case ctx.element == nil:
	case w.block.entry && l.uri == "":
		l.element = ctx.element.Add("Reference").Add("Link")
	default:
		l.element = ctx.element.Add("Link")
	}
	return l
}

// noteRef sets the call of a note in superior figures, tied to the word before
// it; two calls in a row are kept apart by a thin space.
func (w *writer) noteRef(ref *book.NoteRef, ctx context) {
	number := strconv.Itoa(ref.Number)
	style := ctx.style.superior()
	text := "note " + number
	switch {
	case ref.Address: // no face has superior brackets
		style.features.Figures = fonts.FiguresDefault
		style, text, number = style.raised(), "address "+number, "["+number+"]"
	case !w.shaper.superiors:
		style = style.raised()
	}
	l := &linkSpan{target: ref.Note, text: text}
	if ctx.element != nil {
		l.element = ctx.element.Add("Reference").Add("Link")
	}
	if n := len(w.p.segments); n > 0 && w.p.segments[n-1].isCall() && w.wait == noSpace {
		w.kern(style.size.Scale(1, 8))
	}
	wait := w.wait
	w.wait = noSpace
	w.anchor(ref.ID)
	w.add(segment{word: w.word(number, style), style: w.lettering(style), element: l.element, link: l, thing: &thing{call: ref.ID}})
	w.wait = wait
}

// lettering returns the lettering of a style.
func (c *composer) lettering(style textStyle) *lettering {
	l := c.letterings[style]
	if l == nil {
		l = c.shaper.lettering(style)
		c.letterings[style] = l
	}
	return l
}

// word shapes text that is never divided.
func (c *composer) word(text string, style textStyle) *shapedWord {
	return c.shaper.word(text, c.lettering(style), true)
}

// pageRef leaves room for a folio that is not known yet.
func (w *writer) pageRef(ref *book.PageRef, ctx context) {
	w.text(ref.Before, ctx, ref.Pos)
	w.folio(ref, ctx, &thing{page: ref})
	w.text(ref.After, ctx, ref.Pos)
}

// folio leaves the room of three figures.
func (w *writer) folio(ref *book.PageRef, ctx context, t *thing) {
	l := w.link(ctx, &linkSpan{target: ref.Target, text: "page"})
	w.flushSpace()
	w.add(segment{word: w.word("000", ctx.style), style: w.lettering(ctx.style), element: l.element, link: l, thing: t})
}

// anchor marks a place. Behind a blank it belongs to the word that follows, and goes
// with it where a line ends between the two.
func (w *writer) anchor(id string) {
	switch {
	case id == "":
	case w.wait != noSpace:
		w.anchors = append(w.anchors, id)
	default:
		w.mark(id)
	}
}

// mark sets a place among the words.
func (w *writer) mark(id string) {
	w.box(segment{thing: &thing{anchor: id}}, 0, 0, linebreak.Item{Kind: linebreak.Box})
}

func (w *writer) kern(width Length) {
	w.box(segment{}, 0, 0, linebreak.Item{Kind: linebreak.Box, Width: int64(width)})
}

// picture sets a small picture among the words, as high as the letters.
func (w *writer) picture(in *book.Image, ctx context) {
	pic := w.pictures[in.Source]
	if pic == nil || pic.Height == 0 {
		return
	}
	w.flushSpace()
	height := ctx.style.size
	width := height.Scale(int64(pic.Width), int64(pic.Height))
	if width > w.p.measure {
		width, height = w.p.measure, w.p.measure.Scale(int64(pic.Height), int64(pic.Width))
	}
	w.box(segment{thing: &thing{picture: in.Source, width: width, height: height}, element: addFigure(ctx.element, in.Alt)}, 0, 0, linebreak.Item{Kind: linebreak.Box, Width: int64(width)})
}

func (w *writer) lineBreak() {
	if w.due != nil {
		w.sayPage()
	}
	w.wait = noSpace
	if w.p.align == justified {
		w.p.addItem(linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forbidden}, atom{})
		w.p.addItem(linebreak.Item{Kind: linebreak.Glue, Stretch: int64(w.p.measure) * 4}, atom{})
	}
	w.p.addItem(linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forced}, atom{})
}
