package index

import (
	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// indexer holds what the steps of one index share.
type indexer struct {
	names    *names.Lexicon
	sorter   *collation.Sorter
	ids      idents
	linked   map[*book.Text]*term // by the first text of a link
	sections int                  // of the book
	orderOf  map[*book.Chapter]int
	letters  map[string]string // of names of persons, by their sort keys
}

// Build makes the index of b and puts the anchors that it leads to into the text.
// A book whose manifest wants no index, or that gives no headings, gets none.
func Build(b *book.Book, spec book.IndexSpec) {
	b.Index = nil
	if spec.Omit {
		return
	}
	x := &indexer{names: names.New(), sorter: collation.New(b.Meta.Language), ids: idsOf(b), orderOf: map[*book.Chapter]int{}, letters: map[string]string{}}
	chapters := b.Chapters()
	words := 0
	for i, c := range chapters {
		x.orderOf[c] = i
		words += c.Words
	}
	terms := x.terms(b)
	x.scan(chapters, terms)
	terms = x.choose(terms, words)
	x.anchors(chapters, terms)
	if entries := x.entries(terms); len(entries) > 0 {
		b.Index = &book.Index{Groups: x.groups(entries)}
	}
}
