package main

import (
	"crypto/sha256"
	"errors"
	"strconv"
	"sync"

	"publish/book"
	"publish/book/assembly"
	"publish/book/wiki"
)

// read reads the articles, several at once: those of the book in full, of the
// others title, redirect and categories only. It returns all of them, and the
// messages of those in the book. Done is called by one goroutine at a time.
func (s *source) read(jobs int, done func(done, total int)) ([]*book.Article, book.Diags) {
	articles := make([]*book.Article, len(s.articles))
	texts := make([][]byte, len(s.articles))
	diags := make([]book.Diags, len(s.articles))
	parallel(jobs, len(s.articles), func(int, int) {}, func(i int) {
		texts[i], diags[i] = s.load(s.articles[i])
		if diags[i] == nil {
			articles[i] = wiki.Peek(s.articles[i].path, s.articles[i].name, texts[i])
		}
	})
	wanted := s.chosen(articles)
	size := 0
	for _, i := range wanted {
		size += len(texts[i])
	}
	boundMemory(size)
	s.sums = make(map[string][32]byte, len(wanted))
	sums := make([][32]byte, len(wanted))
	parallel(jobs, len(wanted), done, func(n int) {
		i := wanted[n]
		f := s.articles[i]
		articles[i], diags[i] = wiki.Read(f.path, f.name, texts[i])
		sums[n] = sha256.Sum256(texts[i])
	})
	for n, i := range wanted {
		s.sums[s.articles[i].path] = sums[n]
	}
	if s.keep {
		s.texts = make(map[string][]byte, len(wanted))
		for _, i := range wanted {
			s.texts[s.articles[i].path], _ = wiki.Decode(texts[i])
		}
	}
	var all book.Diags
	var read []*book.Article
	for i, a := range articles {
		all = append(all, diags[i]...)
		if a != nil {
			read = append(read, a)
		}
	}
	return read, all
}

// load returns the bytes of one file.
func (s *source) load(f articleFile) ([]byte, book.Diags) {
	src, err := f.read(s.from)
	var diags book.Diags
	var out *book.OutsideError
	switch {
	case err == nil:
		return src, nil
	case errors.As(err, &out):
		diags.Add(book.PathOutside, f.pos, "the article %q is %v", f.path, err).
			Hint("put the article itself into the folder, or let the key articles name the folder that it lies in")
	default:
		what := "the article"
		if f.pos.File != f.path {
			what += " " + strconv.Quote(f.path)
		}
		diags.Add(book.ArticleUnread, f.pos, "%s cannot be read: %v", what, cause(err)).
			Hint("see that it is a file, and that you may read it")
	}
	return nil, diags
}

// chosen returns which of the articles the book takes, by their places in the list.
func (s *source) chosen(articles []*book.Article) []int {
	places := make(map[*book.Article]int, len(articles))
	var known []*book.Article
	for i, a := range articles {
		if a != nil {
			places[a] = i
			known = append(known, a)
		}
	}
	var list []int
	for _, a := range assembly.Chosen(s.manifest, known) {
		list = append(list, places[a])
	}
	return list
}

// parallel calls do for every number below n, by several workers at once, and
// done after each, by one of them at a time.
func parallel(jobs, n int, done func(done, total int), do func(i int)) {
	next := make(chan int)
	var wait sync.WaitGroup
	var mu sync.Mutex
	finished := 0
	for range min(jobs, n) {
		wait.Go(func() {
			for i := range next {
				do(i)
				mu.Lock()
				finished++
				done(finished, n)
				mu.Unlock()
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}
