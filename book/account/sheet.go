package account

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"publish/book"
)

// Sheet is the account of one article. Source is the sum of Book, the words of
// Dropped and the length of Lost.
type Sheet struct {
	File    string // as messages show it
	Article string // name of the article, "" for matter of the editor's own
	Source  int    // words of the file, markup apart
	Book    int    // of these, words that stand in the book
	Dropped map[book.DropClass]Count
	Lost    []Word // the rarest in the source first, so that the first is easiest to find
}

// Count is how much of an article was left out in one class. There are pieces
// without words, such as separators of lists.
type Count struct{ Pieces, Words int }

// Word is a word of a source and its place.
type Word struct {
	book.Pos
	Text string
}

// Close returns the account of every chapter of b, in reading order. sources holds
// the bytes of the articles by the file that the chapters name; a chapter whose
// file is not among them is passed over.
func Close(b *book.Book, sources map[string][]byte) []Sheet {
	dropped := map[string][]book.Drop{}
	for _, d := range b.Dropped {
		dropped[d.File] = append(dropped[d.File], d)
	}
	entries := map[*book.Chapter][]*book.Entry{}
	if b.Bibliography != nil {
		for _, e := range b.Bibliography.Entries {
			for _, c := range e.In {
				entries[c] = append(entries[c], e)
			}
		}
	}
	var sheets []Sheet
	for _, c := range b.Chapters() {
		src, ok := sources[c.File]
		if !ok {
			continue
		}
		l := newLedger(dropped[c.File])
		l.chapter(c)
		for _, e := range entries[c] {
			l.inlines(e.Text)
		}
		sheets = append(sheets, l.sheet(c, src))
	}
	return sheets
}

// Total returns the sum of all sheets, without a file.
func Total(sheets []Sheet) Sheet {
	total := Sheet{Dropped: map[book.DropClass]Count{}}
	for _, s := range sheets {
		total.Source += s.Source
		total.Book += s.Book
		total.Lost = append(total.Lost, s.Lost...)
		for class, n := range s.Dropped {
			sum := total.Dropped[class]
			total.Dropped[class] = Count{sum.Pieces + n.Pieces, sum.Words + n.Words}
		}
	}
	return total
}

// ledger holds the words that an article brought into the book or that were left
// out of it, until the words of the source are set against them.
type ledger struct {
	book    map[string]int
	dropped map[book.DropClass]map[string]int
	classes []book.DropClass // of dropped, sorted
	pieces  map[book.DropClass]int
}

func newLedger(drops []book.Drop) *ledger {
	l := &ledger{book: map[string]int{}, dropped: map[book.DropClass]map[string]int{}, pieces: map[book.DropClass]int{}}
	for _, d := range drops {
		if l.dropped[d.Class] == nil {
			l.dropped[d.Class] = map[string]int{}
		}
		l.pieces[d.Class]++
		count(l.dropped[d.Class], d.Text)
	}
	l.classes = slices.Sorted(maps.Keys(l.dropped))
	return l
}

// count adds the words of s to a pool.
func count(pool map[string]int, s string) {
	for _, w := range strings.FieldsFunc(withoutFractions(s), func(r rune) bool { return !isWord(r) }) {
		pool[w]++
	}
}

func (l *ledger) chapter(c *book.Chapter) {
	l.inlines(c.Title)
	l.blocks(c.Blocks)
	for _, n := range c.Notes {
		l.blocks(n.Blocks)
	}
	for _, ref := range c.SeeAlso {
		l.inlines(ref.Inlines)
	}
}

func (l *ledger) blocks(blocks []book.Block) {
	book.EachText(blocks, l.inlines)
	book.WalkBlocks(blocks, func(b book.Block) bool {
		switch b := b.(type) {
		case *book.Verbatim:
			count(l.book, b.Text)
		case *book.Figure:
			count(l.book, b.Alt)
		}
		return true
	})
}

func (l *ledger) inlines(inlines []book.Inline) {
	count(l.book, plainText(inlines))
	book.WalkInlines(inlines, func(in book.Inline) bool {
		if image, ok := in.(*book.Image); ok {
			count(l.book, image.Alt)
		}
		return true
	})
}

// plainText is [book.PlainText] with what bare addresses have beyond their words: print
// shortens them, the links keep them.
func plainText(inlines []book.Inline) string {
	return book.PlainText(book.MapInlines(inlines, func(in book.Inline) []book.Inline {
		link, ok := in.(*book.Link)
		if !ok || !link.Bare {
			return []book.Inline{in}
		}
		words := book.PlainText(link.Inlines)
		shown, whole := map[string]int{}, map[string]int{}
		count(shown, words)
		count(whole, link.URL)
		for _, w := range slices.Sorted(maps.Keys(whole)) {
			words += strings.Repeat(" "+w, max(whole[w]-shown[w], 0))
		}
		return []book.Inline{&book.Text{Value: words}}
	}))
}

// sheet sets the words of a source against the ledger.
func (l *ledger) sheet(c *book.Chapter, src []byte) Sheet {
	words := sourceWords(src)
	s := Sheet{File: c.File, Article: c.Article, Source: len(words), Dropped: map[book.DropClass]Count{}}
	for _, class := range l.classes {
		s.Dropped[class] = Count{Pieces: l.pieces[class]}
	}
	often := map[string]int{}
	var missing []word
	for _, w := range words {
		often[w.text]++
		if class, ok := l.take(w.text); ok {
			s.add(class)
		} else {
			missing = append(missing, w)
		}
	}
	if len(missing) == 0 {
		return s
	}
	left := l.leftovers()
	for _, w := range missing {
		if class, ok := left.take(w.text); ok {
			s.add(class)
			continue
		}
		s.Lost = append(s.Lost, Word{position(c.File, src, w.off), w.text})
	}
	slices.SortStableFunc(s.Lost, func(a, b Word) int { return often[a.Text] - often[b.Text] })
	return s
}

// add counts a word that was found: in the book, or in a class of what was left out.
func (s *Sheet) add(class book.DropClass) {
	if class == "" {
		s.Book++
		return
	}
	n := s.Dropped[class]
	n.Words++
	s.Dropped[class] = n
}

// take finds a word in the ledger and takes it out; class is "" for the book.
func (l *ledger) take(w string) (class book.DropClass, ok bool) {
	if l.book[w] > 0 {
		l.book[w]--
		return "", true
	}
	for _, class := range l.classes {
		if l.dropped[class][w] > 0 {
			l.dropped[class][w]--
			return class, true
		}
	}
	return "", false
}

// position returns the place of an offset.
func position(file string, src []byte, off int) book.Pos {
	before := src[:off]
	return book.Pos{File: file, Line: bytes.Count(before, []byte("\n")) + 1, Col: off - bytes.LastIndexByte(before, '\n')}
}
