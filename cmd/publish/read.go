package main

import (
	"crypto/sha256"
	"sync"

	"publish/book"
	"publish/book/wiki"
)

// read reads the articles, several at once. The messages are of those that are in
// the book; of the others the book needs titles and redirects only, and an editor
// of this book need not mend them.
func (s *source) read(jobs int, done func(done, total int)) ([]*book.Article, book.Diags) {
	type result struct {
		article *book.Article
		diags   book.Diags
		sum     [32]byte
	}
	results := make([]result, len(s.articles))
	next := make(chan int)
	var wait sync.WaitGroup
	var mu sync.Mutex
	finished := 0
	for range min(jobs, len(s.articles)) {
		wait.Go(func() {
			for i := range next {
				r := &results[i]
				r.article, r.sum, r.diags = s.readOne(s.articles[i])
				mu.Lock()
				finished++
				done(finished, len(s.articles))
				mu.Unlock()
			}
		})
	}
	for i := range s.articles {
		next <- i
	}
	close(next)
	wait.Wait()
	var articles []*book.Article
	var unread book.Diags
	byArticle := map[*book.Article]book.Diags{}
	s.sums = make(map[string][32]byte, len(results))
	for i, r := range results {
		if r.article == nil {
			unread = append(unread, r.diags...)
			continue
		}
		articles = append(articles, r.article)
		byArticle[r.article] = r.diags
		s.sums[s.articles[i].path] = r.sum
	}
	diags := unread
	for _, a := range book.Chosen(s.manifest, articles) {
		diags = append(diags, byArticle[a]...)
	}
	return articles, diags
}

func (s *source) readOne(f articleFile) (*book.Article, [32]byte, book.Diags) {
	src, err := s.from.ReadFile(f.path)
	if err != nil {
		var diags book.Diags
		diags.Add(book.ArticleUnread, book.Pos{File: f.path}, "the article cannot be read: %v", cause(err)).
			Hint("look at who may read the file")
		return nil, [32]byte{}, diags
	}
	article, diags := wiki.Read(f.path, f.name, src)
	return article, sha256.Sum256(src), diags
}
