package typography

import (
	"runtime"
	"sync"

	"publish/book"
)

// Set gives every text of b its typographic characters by the book's language. It
// changes the values of the book's Text nodes, which the assembly made for this book
// alone, and its titles.
func Set(b *book.Book) {
	marks := MarksOf(b.Meta.Language)
	chapters := b.Chapters()
	jobs := make(chan *book.Chapter)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(chapters)) {
		wait.Go(func() {
			s := &setter{Marks: marks}
			for c := range jobs {
				s.chapter(c)
			}
		})
	}
	for _, c := range chapters {
		jobs <- c
	}
	close(jobs)
	wait.Wait()
	s := &setter{Marks: marks}
	for _, p := range b.Parts {
		p.Title = s.text(p.Title)
	}
	b.Meta.Title, b.Meta.Subtitle = s.text(b.Meta.Title), s.text(b.Meta.Subtitle)
	b.Meta.Description = s.text(b.Meta.Description)
	if b.Bibliography != nil {
		for _, e := range b.Bibliography.Entries {
			s.inlines(e.Text)
		}
	}
	if b.Index != nil {
		for _, g := range b.Index.Groups {
			s.entries(g.Entries)
		}
	}
}

func (s *setter) chapter(c *book.Chapter) {
	s.inlines(c.Title)
	c.Short = s.text(c.Short)
	book.EachText(c.Blocks, s.inlines)
	for _, n := range c.Notes {
		book.EachText(n.Blocks, s.inlines)
	}
	for _, ref := range c.SeeAlso {
		s.inlines(ref.Inlines)
	}
}

func (s *setter) entries(list []*book.IndexEntry) {
	for _, e := range list {
		s.inlines(e.Heading)
		for _, refs := range [][]book.IndexRef{e.See, e.SeeAlso} {
			for _, ref := range refs {
				s.inlines(ref.Heading)
			}
		}
		s.entries(e.Sub)
	}
}

// Text returns a text of its own with its typographic characters.
func Text(s, language string) string {
	return (&setter{Marks: MarksOf(language)}).text(s)
}

func (s *setter) text(value string) string {
	t := &book.Text{Value: value}
	s.inlines([]book.Inline{t})
	return t.Value
}
