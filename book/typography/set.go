package typography

import (
	"runtime"
	"sync"

	"publish/book"
)

// Set gives every text of b its typographic characters by the book's language, and
// those of passages in another by theirs. It changes the values of the book's Text
// nodes, which the assembly made for this book alone, and its titles. What
// b.Typography is without stays as it is.
func Set(b *book.Book) { set(b, false) }

// Changes sets b like Set and returns what it changed, in reading order.
func Changes(b *book.Book) []Change { return set(b, true) }

func set(b *book.Book, record bool) []Change {
	chapters := b.Chapters()
	setters := make([]*setter, len(chapters))
	jobs := make(chan int)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(chapters)) {
		wait.Go(func() {
			for i := range jobs {
				setters[i].chapter(chapters[i])
			}
		})
	}
	for i := range chapters {
		setters[i] = newSetter(b.Meta.Language, b.Typography)
		setters[i].record = record
		jobs <- i
	}
	close(jobs)
	wait.Wait()
	rest := newSetter(b.Meta.Language, b.Typography)
	rest.record = record
	rest.matter(b)
	var changes []Change
	for _, s := range append(setters, rest) {
		changes = append(changes, s.changes...)
	}
	return changes
}

// matter sets what belongs to no chapter.
func (s *setter) matter(b *book.Book) {
	for _, p := range b.Parts {
		p.Title = s.text(p.Title)
	}
	b.Meta.Title, b.Meta.Subtitle = s.text(b.Meta.Title), s.text(b.Meta.Subtitle)
	b.Meta.Description = s.text(b.Meta.Description)
	for _, list := range b.WorkLists() {
		for _, e := range list.Entries {
			s.edit(&e.Text)
		}
	}
	if b.Index != nil {
		for _, g := range b.Index.Groups {
			s.entries(g.Entries)
		}
	}
}

func (s *setter) chapter(c *book.Chapter) {
	s.edit(&c.Title)
	c.Short = s.text(c.Short)
	book.EditText(c.Blocks, s.edit)
	for _, n := range c.Notes {
		book.EditText(n.Blocks, s.edit)
	}
	book.EditText(c.Questions, s.edit)
	for _, ref := range c.SeeAlso {
		s.edit(&ref.Inlines)
	}
}

func (s *setter) entries(list []*book.IndexEntry) {
	for _, e := range list {
		s.edit(&e.Heading)
		for _, refs := range [][]book.IndexRef{e.See, e.SeeAlso} {
			for i := range refs {
				s.edit(&refs[i].Heading)
			}
		}
		s.entries(e.Sub)
	}
}

// edit sets one list of inlines.
func (s *setter) edit(inlines *[]book.Inline) {
	if s.rules.Has(book.Ordinals) {
		*inlines = s.ordinals(*inlines, s.Marks)
	}
	s.inlines(*inlines)
}

// Text returns a text of its own with its typographic characters.
func Text(s, language string) string {
	return newSetter(language, book.Typography{}).text(s)
}

func (s *setter) text(value string) string {
	t := &book.Text{Value: value}
	s.inlines([]book.Inline{t})
	return t.Value
}
