package layout

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
	c := &composer{shaper: s, pictures: b.Pictures, lang: b.Meta.Language, ragged: spec.Ragged, letterings: map[textStyle]*lettering{}}
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
	p.finish()
	if w.rtl {
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
	lead  int
	last  *lettering // of the last word
	rtl   bool       // a word has a say in the order of the paragraph

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

// link gives a link its place in the structure tree.
func (w *writer) link(ctx context, l *linkSpan) *linkSpan {
	if ctx.link != nil {
		return ctx.link
	}
	if ctx.element != nil {
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

func (w *writer) anchor(id string) {
	if id == "" {
		return
	}
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

// text adds running text: words, and blanks that wait until a word follows.
func (w *writer) text(s string, ctx context, pos book.Pos) {
	if w.due != nil && s != "" {
		n := beforePage(s)
		w.countOpen(s[:n])
		w.words(s[:n], ctx, pos)
		if s = s[n:]; s != "" {
			w.sayPage()
		}
	}
	w.countOpen(s)
	w.words(s, ctx, pos)
}

// words adds text as it is.
func (w *writer) words(s string, ctx context, pos book.Pos) {
	for s != "" {
		end := strings.IndexFunc(s, isBlank)
		if end < 0 {
			end = len(s)
		}
		if end > 0 {
			w.flushSpace()
			if most := longestWord(s[:end]); most < end {
				w.styled(s[:most], ctx, pos)
				w.p.addItem(linebreak.Item{Kind: linebreak.Penalty, Penalty: runPenalty}, atom{})
				s = s[most:]
				continue
			}
			w.styled(s[:end], ctx, pos)
			s = s[end:]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		if r == '\u00a0' {
			w.wait = unbreakable
		} else if w.wait == noSpace {
			w.wait = breakable
		}
		w.space = ctx.style
		s = s[size:]
	}
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\u00a0' || r == '\u3000'
}

// The word space, in thousandths of an em: ideal, what it may grow by and give
// (page design: never under 0.18 em, seldom over 0.40). Stretch was weighed against
// the cost of a hyphen on three books: more of it, and fewer lines are hyphenated
// but the spaces differ more from line to line.
const (
	spaceWidth   = 250
	spaceStretch = 100
	spaceShrink  = 64
)

// flushSpace sets the waiting blank.
func (w *writer) flushSpace() {
	kind := w.wait
	w.wait = noSpace
	if kind == noSpace || !w.hasBox() {
		return
	}
	if kind == unbreakable {
		w.p.addItem(linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forbidden}, atom{})
	}
	em := int64(w.space.size)
	w.p.addItem(linebreak.Item{Kind: linebreak.Glue, Width: em * spaceWidth / 1000,
		Stretch: em * spaceStretch / 1000, Shrink: em * spaceShrink / 1000}, atom{})
}

// hasBox reports whether the line has begun: blanks at a line's start are not set.
func (w *writer) hasBox() bool {
	for i := len(w.p.items) - 1; i >= 0; i-- {
		switch {
		case w.p.items[i].Kind == linebreak.Penalty && w.p.items[i].Penalty == linebreak.Forced:
			return false
		case w.p.items[i].Kind == linebreak.Box && w.p.segments[w.p.atoms[i].segment].anchor() == "":
			return true
		}
	}
	return false
}

// styled adds a piece without blanks, its abbreviations in small capitals.
func (w *writer) styled(s string, ctx context, pos book.Pos) {
	if isAddress(s) {
		w.piece(s, ctx.withStyle(ctx.style.address()), pos)
		return
	}
	if w.lead < w.block.lead && w.p.align == justified && w.aside == nil {
		w.lead++
		lead := ctx.style.smallCaps()
		lead.style &^= fonts.Bold // the small capitals are weight enough
		w.piece(s, ctx.withStyle(lead), pos)
		return
	}
	if !w.abbreviations || ctx.style.features.SmallCaps {
		w.piece(s, ctx, pos)
		return
	}
	for s != "" {
		from, to := abbreviation(s)
		if from > 0 {
			w.piece(s[:from], ctx, pos)
		}
		if to > from {
			w.piece(s[from:to], ctx.withStyle(ctx.style.allSmallCaps()), pos)
		}
		s = s[to:]
	}
}

func (ctx context) withStyle(s textStyle) context {
	ctx.style = s
	return ctx
}

// abbreviation finds the first run of three capitals or more that is a word by
// itself, a plural s left out; from and to are both len(s) when there is none.
// Roman numerals stay capitals: they belong to names as a rule.
func abbreviation(s string) (from, to int) {
	for from < len(s) {
		n := endOfLetters(s[from:])
		word := strings.TrimSuffix(s[from:from+n], "s")
		if i := strings.IndexRune(word, '’'); i > 0 {
			word = word[:i]
		}
		if utf8.RuneCountInString(word) >= 3 && strings.ToUpper(word) == word && strings.Trim(word, "IVXLCDM") != "" && unicode.IsUpper(firstRune(word)) {
			return from, from + len(word)
		}
		from += n
		if n == 0 {
			_, size := utf8.DecodeRuneInString(s[from:])
			from += size
		}
	}
	return len(s), len(s)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func (w *writer) piece(s string, ctx context, pos book.Pos) {
	if w.last == nil || w.last.textStyle != ctx.style {
		w.last = w.lettering(ctx.style)
	}
	word := w.shaper.word(s, w.last, w.whole || w.p.align != justified)
	w.rtl = w.rtl || word.rtl
	for _, r := range word.missing {
		w.diags.Add(book.GlyphMissing, pos, "no face has the character %q (U+%04X)", r, r)
	}
	w.add(segment{word: word, style: w.last, element: ctx.element, link: ctx.link, thing: w.aside})
}

// add appends a segment as boxes with the breaks that its word allows.
func (w *writer) add(s segment) {
	word := s.word
	from, at := 0, Length(0)
	index := int32(len(w.p.segments))
	w.p.segments = append(w.p.segments, s)
	for _, b := range word.breaks {
		w.fragment(index, from, b.offset, b.at-at)
		item := linebreak.Item{Kind: linebreak.Penalty, Penalty: b.penalty}
		item.Flagged = b.hyphen || b.compound
		if b.hyphen {
			h := w.shaper.word("-", s.style, true)
			item.Width = int64(h.width)
			item.Right = int64(protrusionRight('-', s.style.size))
		}
		w.p.addItem(item, atom{segment: index})
		from, at = b.offset, b.at
	}
	w.fragment(index, from, len(word.text), word.width-at)
}

// expansion is how far glyphs may be widened or narrowed, in thousandths.
const expansion = 20

func (w *writer) fragment(index int32, from, to int, width Length) {
	s := &w.p.segments[index]
	first, _ := utf8.DecodeRuneInString(s.word.text[from:])
	last, _ := utf8.DecodeLastRuneInString(s.word.text[:to])
	item := linebreak.Item{Kind: linebreak.Box, Width: int64(width),
		Left: int64(protrusionLeft(first, s.style.size)), Right: int64(protrusionRight(last, s.style.size))}
	if s.style.rise != 0 || s.isCall() {
		item.Left, item.Right = 0, 0
	}
	item.Stretch = int64(width) * expansion / 1000
	item.Shrink = item.Stretch
	w.p.addItem(item, atom{index, int32(from), int32(to)})
}

func (w *writer) box(s segment, from, to int32, item linebreak.Item) {
	index := int32(len(w.p.segments))
	w.p.segments = append(w.p.segments, s)
	w.p.addItem(item, atom{index, from, to})
}
