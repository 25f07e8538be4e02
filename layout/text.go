package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/fonts"
	"publish/layout/linebreak"
)

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
// but the spaces differ more from line to line. No line falls under three quarters of
// the ideal, from where the eye sees it.
const (
	spaceWidth   = 250
	spaceStretch = 94
	spaceShrink  = 62
)

// flushSpace sets the waiting blank, and the places that wait for the word behind it.
func (w *writer) flushSpace() {
	defer w.markAnchors()
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

func (w *writer) markAnchors() {
	for _, id := range w.anchors {
		w.mark(id)
	}
	w.anchors = w.anchors[:0]
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
