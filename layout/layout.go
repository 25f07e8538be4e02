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
	bind := &binder{composer: newComposer(s, b, &opt.Spec), book: b, spec: &opt.Spec, words: terms.For(b.Meta.Language), where: map[string]spot{}}
	set := setChapters(b, &opt, bind.words, s)
	doc := &Document{Meta: b.Meta, Pictures: b.Pictures, Single: opt.Spec.Screen, Root: &Element{Role: "Document", Lang: b.Meta.Language}}
	bind.bindBody(set, doc.Root)
	bind.bindBack(set, doc.Root)
	space := bind.bindFront(set, doc.Root)
	bind.bindIndex(doc.Root)
	bind.bindColophon(doc.Root)
	bind.bindContents(space)
	bind.finish(doc)
	diags := bind.diags
	for _, ch := range set {
		diags = append(diags, ch.section.diags...)
	}
	diags.Sort()
	return doc, diags
}

// setChapter is a chapter with its notes set.
type chapterSet struct {
	chapter *book.Chapter
	section *section
	notes   *galley
}

// setChapters sets all chapters, front and back matter included, in parallel.
func setChapters(b *book.Book, opt *Options, w *terms.Terms, s *shaper) map[*book.Chapter]*chapterSet {
	all := b.Chapters()
	sets := make([]*chapterSet, len(all))
	next := make(chan int)
	var wait sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range max(opt.Jobs, 1) {
		wait.Go(func() {
			c := newComposer(s, b, &opt.Spec)
			for i := range next {
				sets[i] = setOne(c, b, opt, w, all[i], i < len(b.Front))
				if opt.Done != nil {
					mu.Lock()
					done++
					opt.Done(done, len(all))
					mu.Unlock()
				}
			}
		})
	}
	for i := range all {
		next <- i
	}
	close(next)
	wait.Wait()
	out := make(map[*book.Chapter]*chapterSet, len(all))
	for _, set := range sets {
		out[set.chapter] = set
	}
	return out
}

func setOne(c *composer, b *book.Book, opt *Options, w *terms.Terms, ch *book.Chapter, front bool) *chapterSet {
	job := chapterJob{chapter: ch, spec: &opt.Spec, bookTitle: b.Meta.Title, place: b.NotePlace, inside: b.InsideLinks, words: w, numbers: arabicFolio}
	if front {
		job.numbers = romanFolio
	}
	set := &chapterSet{chapter: ch}
	if b.NotePlace == book.NotesBook {
		set.notes = noteGalley(c, &opt.Spec, ch)
	}
	c.store = &c.passing
	set.section = setChapter(c, job)
	c.passing.empty()
	c.store = &c.lasting
	return set
}

// bindBody puts part pages and chapters in order.
func (b *binder) bindBody(set map[*book.Chapter]*chapterSet, root *Element) {
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
