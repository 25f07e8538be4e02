package layout

import (
	"sync"

	"publish/book"
	"publish/book/terms"
	"publish/fonts"
)

// Options is what a layout needs beside the book. Jobs is the number of workers,
// 0 for one; the result does not depend on it. Done, when not nil, is called
// after each chapter with their number so far and in all; calls do not overlap.
type Options struct {
	Spec  Spec
	Fonts *fonts.Family
	Jobs  int
	Done  func(done, total int)
}

// Layout sets the book: pages of text at fixed positions, and where every ID of
// the book stands. Messages tell of lines that could not be set well and of
// characters that no face has.
func Layout(b *book.Book, opt Options) (*Document, book.Diags) {
	s := newShaper(opt.Fonts, opt.Spec.typography(b))
	numbers := b.ParagraphNumbers()
	opt.Spec = opt.Spec.withRoom(newComposer(s, b, &opt.Spec), numbers)
	words := terms.For(b.Meta.Language)
	sets := newChapterSets(b, words, numbers)
	setChapters(sets, b, &opt, words, s)
	opt.Done = nil
	for range mostRounds {
		trial := newBinder(b, &opt, words, s)
		trial.bindBody(sets, &Element{})
		stale := trial.pageless()
		if len(stale) == 0 {
			break
		}
		setChapters(sets.of(stale), b, &opt, words, s)
	}
	return bindBook(sets, newBinder(b, &opt, words, s))
}

// mostRounds is how often chapters are set once more because a link of theirs turned
// out to lead no further than the next page. A link that has lost its page gets none
// again, so that the rounds come to an end; after the last one some page may be said
// that need not be.
const mostRounds = 5

func newBinder(b *book.Book, opt *Options, words *terms.Terms, s *shaper) *binder {
	return &binder{composer: newComposer(s, b, &opt.Spec), book: b, spec: &opt.Spec, words: words, where: map[string]spot{}}
}

// bindBook puts all that was set in order.
func bindBook(sets chapterSets, bind *binder) (*Document, book.Diags) {
	b := bind.book
	doc := &Document{Meta: b.Meta, Pictures: b.Pictures, Single: bind.spec.Screen, RightToLeft: bind.mirrored, Root: &Element{Role: "Document", Lang: b.Meta.Language}}
	bind.bindBody(sets, doc.Root)
	bind.bindBack(sets, doc.Root)
	space := bind.bindFront(sets, doc.Root)
	bind.bindIndex(doc.Root)
	bind.bindColophon(doc.Root)
	bind.bindContents(space)
	bind.finish(doc)
	diags := bind.diags
	for _, ch := range sets {
		diags = append(diags, ch.section.diags...)
	}
	diags.Sort()
	return doc, diags
}

// chapterSet is a chapter with its notes set.
type chapterSet struct {
	chapter *book.Chapter
	front   bool
	pages   *pageRefs
	numbers book.ParagraphNumbers
	section *section
	notes   *galley
}

type chapterSets map[*book.Chapter]*chapterSet

// newChapterSets returns what is to be set.
func newChapterSets(b *book.Book, w *terms.Terms, numbers book.ParagraphNumbers) chapterSets {
	sets, of := chapterSets{}, chaptersByID(b)
	for i, ch := range b.Chapters() {
		sets[ch] = &chapterSet{chapter: ch, front: i < len(b.Front), pages: newPageRefs(b, ch, of, w), numbers: numbers}
	}
	return sets
}

// of returns the sets of some chapters.
func (s chapterSets) of(chapters map[*book.Chapter]bool) chapterSets {
	some := chapterSets{}
	for ch := range chapters {
		some[ch] = s[ch]
	}
	return some
}

// setChapters sets chapters, those of front and back matter included, in parallel.
func setChapters(sets chapterSets, b *book.Book, opt *Options, w *terms.Terms, s *shaper) {
	next := make(chan *chapterSet)
	var wait sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range max(opt.Jobs, 1) {
		wait.Go(func() {
			c := newComposer(s, b, &opt.Spec)
			for set := range next {
				set.set(c, b, opt, w)
				if opt.Done != nil {
					mu.Lock()
					done++
					opt.Done(done, len(sets))
					mu.Unlock()
				}
			}
		})
	}
	for _, ch := range b.Chapters() {
		if set := sets[ch]; set != nil {
			next <- set
		}
	}
	close(next)
	wait.Wait()
}

func (set *chapterSet) set(c *composer, b *book.Book, opt *Options, w *terms.Terms) {
	job := chapterJob{chapter: set.chapter, spec: &opt.Spec, bookTitle: b.Meta.Title, place: b.NotePlace,
		inside: b.InsideLinks, pages: set.pages, words: w, numbers: arabicFolio, paragraphs: set.numbers, study: b.Study}
	if set.front {
		job.numbers = romanFolio
	}
	if b.NotePlace == book.NotesBook {
		set.notes = noteGalley(c, &opt.Spec, set.chapter)
	}
	c.store = &c.passing
	set.section = setChapter(c, job)
	c.passing.empty()
	c.store = &c.lasting
}

// bindBody puts part pages and chapters in order.
func (b *binder) bindBody(set chapterSets, root *Element) {
	for _, part := range b.book.Parts {
		parent := root
		if part.Title != "" {
			parent = root.Add("Part")
			parent.Title = part.Title
			b.padBody(recto)
			b.body = append(b.body, partPage(b.composer, b.spec, part, b.words, parent))
		}
		for _, ch := range part.Chapters {
			b.addBody(set[ch].section)
			adopt(parent, set[ch].section.element)
		}
	}
	for _, ch := range b.book.Back {
		b.addBody(set[ch].section)
		adopt(root, set[ch].section.element)
	}
	b.locate(b.body, false, 0)
}

func adopt(parent, child *Element) {
	child.Parent = parent
	parent.Kids = append(parent.Kids, child)
}
