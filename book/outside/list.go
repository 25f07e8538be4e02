package outside

import (
	"strconv"
	"strings"

	"publish/book"
	"publish/book/citation/address"
)

// List numbers the addresses of a book in the order of reading and puts a call behind
// the links that lead to them. Notes at the end of the book are read after all text.
func List(b *book.Book) {
	l := &lister{book: b, byKey: map[string]*book.Address{}}
	for _, c := range b.Chapters() {
		l.blocks(c, c.Blocks)
		if b.NotePlace != book.NotesBook {
			l.notes(c)
		}
	}
	if b.NotePlace == book.NotesBook {
		for _, c := range b.Chapters() {
			l.notes(c)
		}
	}
}

// lister lists the addresses of one book.
type lister struct {
	book    *book.Book
	byKey   map[string]*book.Address
	chapter *book.Chapter
	called  map[*book.Address]bool // in this run of text
}

func (l *lister) notes(c *book.Chapter) {
	var blocks []book.Block
	for _, n := range c.Notes {
		blocks = append(blocks, n.Blocks...)
	}
	l.blocks(c, blocks)
}

// blocks puts calls into a run of text of a chapter.
func (l *lister) blocks(c *book.Chapter, blocks []book.Block) {
	l.chapter, l.called = c, map[*book.Address]bool{}
	for _, b := range blocks {
		if _, ok := b.(*book.Heading); !ok {
			book.EditText([]book.Block{b}, l.edit)
		}
	}
}

// edit puts calls into a list of inlines; one without links stays as it is.
func (l *lister) edit(inlines *[]book.Inline) {
	found := false
	book.WalkInlines(*inlines, func(in book.Inline) bool {
		found = found || leadsOut(in) != nil
		return !found
	})
	if !found {
		return
	}
	*inlines = book.MapInlines(*inlines, func(in book.Inline) []book.Inline {
		link := leadsOut(in)
		if link == nil {
			return []book.Inline{in}
		}
		if call := l.call(link); call != nil {
			return []book.Inline{in, call}
		}
		return []book.Inline{in}
	})
}

// leadsOut returns a link whose words do not say where it leads; nil for all else.
func leadsOut(in book.Inline) *book.Link {
	link, ok := in.(*book.Link)
	if !ok || link.Bare || len(link.Inlines) == 0 {
		return nil
	}
	return link
}

// call returns the call for the address of a link, nil if this run of text has one.
func (l *lister) call(link *book.Link) *book.NoteRef {
	a := l.address(link)
	if l.called[a] {
		return nil
	}
	l.called[a] = true
	// No ID of the book begins with a low line.
	id := a.ID + "-call-" + strconv.Itoa(len(a.Calls)+1)
	a.Calls = append(a.Calls, book.AddressCall{ID: id, Chapter: l.chapter})
	return &book.NoteRef{Pos: link.Pos, ID: id, Note: a.ID, Number: a.Number, Address: true}
}

// address returns the address that a link leads to, new at its first call. Addresses
// that differ only in what servers take for the same are one.
func (l *lister) address(link *book.Link) *book.Address {
	shown := strings.TrimPrefix(address.Readable(link.URL), "mailto:")
	key := strings.TrimPrefix(strings.TrimSuffix(shown, "/"), "www.")
	if a := l.byKey[key]; a != nil {
		return a
	}
	n := len(l.book.Addresses) + 1
	words := []book.Inline{&book.Text{Pos: link.Pos, Value: shown}}
	a := &book.Address{Pos: link.Pos, ID: "_address-" + strconv.Itoa(n), Number: n, URL: link.URL,
		Inlines: []book.Inline{&book.Link{Pos: link.Pos, URL: link.URL, Bare: true, Inlines: words}}}
	l.book.Addresses, l.byKey[key] = append(l.book.Addresses, a), a
	return a
}
