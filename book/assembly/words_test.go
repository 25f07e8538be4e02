package assembly_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"publish/book"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/index"
	"publish/book/typography"
)

// TestWords closes the account of the real books: every word that the reader took
// from the articles stands in the book, or among what was dropped on purpose.
func TestWords(t *testing.T) {
	manifests, articles := realBooks(t)
	for _, m := range append(manifests, folderBook(articles)) {
		t.Run(m.Meta.Slug, func(t *testing.T) {
			want := account{}
			dropped := account{}
			for _, a := range assembly.Chosen(m, articles) {
				want.inlines(a.Heading)
				want.blocks(a.Blocks)
				for _, n := range a.Notes {
					want.blocks(n.Blocks)
				}
				for _, d := range a.Dropped {
					dropped.add(d.Text)
				}
			}
			b, _ := assembly.Assemble(m, articles, nil)
			compare(t, "assembled", want, accountOf(b, dropped), true)
			citation.Gather(b, book.BibliographySpec{})
			index.Build(b, m.Index)
			typography.Set(b)
			compare(t, "finished", want, accountOf(b, dropped), false)
		})
	}
}

// account counts words; what typography may change between them parts them.
type account map[string]int

func (a account) add(s string) {
	for _, w := range strings.FieldsFunc(norm.NFKC.String(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	}) {
		a[w]++
	}
}

func (a account) inlines(inlines []book.Inline) {
	a.add(book.PlainText(inlines))
	book.WalkInlines(inlines, func(in book.Inline) bool {
		if c, ok := in.(*book.CodeSpan); ok {
			a.add(c.Value)
		}
		return true
	})
}

func (a account) blocks(blocks []book.Block) {
	book.EachText(blocks, a.inlines)
	book.WalkBlocks(blocks, func(b book.Block) bool {
		if v, ok := b.(*book.Verbatim); ok {
			a.add(v.Text)
		}
		return true
	})
}

// accountOf counts the words of a book, and what it dropped but for what the reader
// had dropped before.
func accountOf(b *book.Book, before account) account {
	a := account{}
	for _, c := range b.Chapters() {
		a.inlines(c.Title)
		a.blocks(c.Blocks)
		for _, n := range c.Notes {
			a.blocks(n.Blocks)
		}
		for _, ref := range c.SeeAlso {
			a.inlines(ref.Inlines)
		}
	}
	for _, e := range entriesOf(b) {
		a.inlines(e.Text)
	}
	for _, d := range b.Dropped {
		a.add(d.Text)
	}
	for w, n := range before {
		a[w] -= n
	}
	return a
}

// compare reports words that are missing and, where the two must be equal, words
// that came from nowhere.
func compare(t *testing.T, stage string, want, got account, equal bool) {
	t.Helper()
	bad := 0
	for w, n := range want {
		if got[w] < n {
			if bad++; bad < 20 {
				t.Errorf("%s: %q stands %d times, want %d", stage, w, got[w], n)
			}
		}
	}
	for w, n := range got {
		if equal && n > want[w] {
			if bad++; bad < 20 {
				t.Errorf("%s: %q stands %d times, want %d", stage, w, n, want[w])
			}
		}
	}
	t.Logf("%s: %d words of %d are not right", stage, bad, len(want))
}
