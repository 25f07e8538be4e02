package layout

import (
	"strings"

	"publish/book"
	"publish/book/terms"
)

// pageRefs sets the page behind links to other chapters, as "(p. 114)": readers of
// paper cannot press a link. One serves one chapter.
type pageRefs struct {
	own     *book.Chapter
	chapter map[string]*book.Chapter // of every ID that links lead to
	word    string                   // "p." in the language of the book
	// near holds the links that lead a page away or less, which say no page.
	near map[*book.CrossRef]bool
}

// farLink is a link that says its page, and what set it.
type farLink struct {
	link *book.CrossRef
	refs *pageRefs
}

// chaptersByID returns the chapter in which the place of every ID stands.
func chaptersByID(b *book.Book) map[string]*book.Chapter {
	of := map[string]*book.Chapter{}
	for _, ch := range b.Chapters() {
		of[ch.ID] = ch
		book.WalkBlocks(ch.Blocks, func(blk book.Block) bool {
			if h, ok := blk.(*book.Heading); ok && h.ID != "" {
				of[h.ID] = ch
			}
			return true
		})
	}
	return of
}

// newPageRefs returns what sets the pages of a chapter's links, nil if they show none.
func newPageRefs(b *book.Book, own *book.Chapter, of map[string]*book.Chapter, w *terms.Terms) *pageRefs {
	if b.InsideLinks != book.InsidePage {
		return nil
	}
	return &pageRefs{own: own, chapter: of, word: w.Word(terms.PageShort), near: map[*book.CrossRef]bool{}}
}

// owe notes after a link that its page is due: that of the first to each chapter in a
// paragraph.
func (w *writer) owe(link *book.CrossRef) {
	if w.pages == nil {
		return
	}
	to := w.pages.chapter[link.Target]
	if to == nil || to == w.pages.own || w.pages.near[link] || w.said[to] {
		return
	}
	if w.due != nil {
		w.sayPage()
	}
	if w.said == nil {
		w.said = map[*book.Chapter]bool{}
	}
	w.said[to], w.due = true, link
}

// beforePage returns how much of a text belongs before a page that is due: the rest of
// the word that the link began, with the quotation marks that close it.
func beforePage(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool { return isBlank(r) || strings.ContainsRune(".,;:!?)]…–—", r) })
	if n < 0 {
		return len(s)
	}
	return n
}

// sayPage sets the page that is due: in parentheses, or behind a comma where the text
// stands in some already (Chicago 18, 6.101). All of it is one reference, which is not
// text of the book. A line may end before it: tied to the link's last word, it made the
// word spaces vary more (0.147 for 0.143 over a book with many links).
func (w *writer) sayPage() {
	link := w.due
	w.due = nil
	ref := &book.PageRef{Pos: link.Pos, Target: link.Target, Before: " (" + w.pages.word + "\u00a0", After: ")"}
	if w.open > 0 {
		ref.Before, ref.After = ", "+w.pages.word+"\u00a0", ""
	}
	ctx := context{style: w.block.style}
	if w.block.element != nil {
		ctx.element = w.block.element.Add("Reference")
	}
	wait := w.wait
	w.wait = noSpace
	w.aside = &thing{aside: true}
	w.text(ref.Before, ctx, ref.Pos)
	w.folio(ref, ctx, &thing{page: ref, far: &farLink{link, w.pages}})
	w.text(ref.After, ctx, ref.Pos)
	w.aside, w.wait = nil, wait
}

// countOpen keeps count of the parentheses that are open.
func (w *writer) countOpen(s string) {
	for _, r := range s {
		switch r {
		case '(', '[':
			w.open++
		case ')', ']':
			w.open = max(w.open-1, 0)
		}
	}
}

// pageless returns the chapters in which some link says a page that is no further than
// the next, and notes those links down.
func (b *binder) pageless() map[*book.Chapter]bool {
	found := map[*book.Chapter]bool{}
	for i, s := range b.body {
		for _, slot := range s.slots {
			far := slot.slot.far
			if far == nil {
				continue
			}
			if to, ok := b.where[far.link.Target]; ok && !to.front && abs(to.sheet-i) <= 1 {
				far.refs.near[far.link] = true
				found[far.refs.own] = true
			}
		}
	}
	return found
}

// refill gives a line the folio that it was set without. What the folio is wider or
// narrower than its room is shared by the word spaces of a justified line that runs in
// one direction; in other lines the words to its right move.
func (s *slotOnSheet) refill(word *shapedWord) {
	words := s.line.Words
	old := &words[s.slot.word]
	change := word.width - old.Size.Scale(int64(old.Run.Advance), int64(old.Run.Face.UnitsPerEm))
	old.Run = word.runs[0]
	x := old.X
	moves := make([]Length, len(words))
	spaces, ordered := 0, true
	for i := range words {
		if i > 0 && words[i].Space {
			spaces++
		}
		ordered = ordered && (i == 0 || words[i].X >= words[i-1].X)
	}
	for i, before := 0, 0; i < len(words); i++ {
		if i > 0 && words[i].Space {
			before++
		}
		if s.slot.filled && ordered && spaces > 0 {
			moves[i] -= change.Scale(int64(before), int64(spaces))
		}
		if words[i].X > x {
			moves[i] += change
		}
	}
	s.moveAreas(moves, change)
	for i := range words {
		words[i].X += moves[i]
	}
}

// moveAreas moves the links of a line with its words.
func (s *slotOnSheet) moveAreas(moves []Length, change Length) {
	words := s.line.Words
	for _, a := range s.areas {
		first, last := 0, 0
		for i := range words {
			if words[i].X <= a.X {
				first = i
			}
			if words[i].X < a.X+a.Width {
				last = i
			}
		}
		a.Width += moves[last] - moves[first]
		if last == s.slot.word {
			a.Width += change
		}
		a.X += moves[first]
	}
}

// isAside reports whether an item of a paragraph is in a page that a link says.
func (p *paragraph) isAside(a atom) bool {
	t := p.segments[a.segment].thing
	return t != nil && (t.aside || t.page != nil)
}
