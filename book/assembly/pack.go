package assembly

import (
	"path"
	"strconv"
	"strings"

	"publish/book"
)

// numberedChapter is a chapter of the whole book, from which some are chosen.
type numberedChapter struct {
	spec    book.ChapterSpec
	article *book.Article
	number  int
}

// whole returns the chapters of the whole book. What is wrong with those that are not
// chosen is no matter of the pack.
func (r *resolver) whole() []numberedChapter {
	all := &resolver{catalogue: r.catalogue, manifest: r.manifest, taken: map[*book.Article]*draft{}}
	all.chapters(r.manifest.Front)
	var list []numberedChapter
	for _, part := range r.manifest.Parts {
		for _, d := range all.chapters(part.Chapters) {
			list = append(list, numberedChapter{d.spec, d.article, len(list) + 1})
		}
	}
	return list
}

// chosen returns the drafts of the chapters that are chosen, in the order in which they
// are, with the titles and numbers that they have in the whole book. An article that is
// not in it has a number after all of them.
func (r *resolver) chosen(specs []book.ChapterSpec) []*draft {
	whole := r.whole()
	next := len(whole) + 1
	var drafts []*draft
	for _, spec := range specs {
		fit := r.fitting(spec.Article, whole)
		for _, c := range fit {
			if r.taken[c.article] == nil {
				d := r.take(c.spec, c.article)
				d.Number = c.number
				drafts = append(drafts, d)
			}
		}
		if len(fit) > 0 {
			continue
		}
		for _, d := range r.chapters([]book.ChapterSpec{spec}) {
			d.Number = next
			next++
			drafts = append(drafts, d)
		}
	}
	return drafts
}

// fitting returns the chapters that a name means: that of an article, a title, a glob,
// a number or a run of numbers such as 2-4.
func (r *resolver) fitting(name string, whole []numberedChapter) []numberedChapter {
	if a := r.named(name); a != nil {
		if end, _, _ := r.follow(a); end != nil {
			a = end
		}
		return filter(whole, func(c numberedChapter) bool { return c.article == a })
	}
	title := book.FoldTitle(name)
	if fit := filter(whole, func(c numberedChapter) bool { return book.FoldTitle(c.spec.Title) == title }); fit != nil {
		return fit
	}
	if isGlob(name) {
		pattern := strings.TrimSuffix(name, ".md")
		return filter(whole, func(c numberedChapter) bool { ok, err := path.Match(pattern, c.article.Name); return ok && err == nil })
	}
	if from, to, ok := numbers(name); ok {
		return filter(whole, func(c numberedChapter) bool { return c.number >= from && c.number <= to })
	}
	return nil
}

// numbers reads a number or a run of them.
func numbers(s string) (from, to int, ok bool) {
	first, last, run := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	if !run {
		last = first
	}
	from, err1 := strconv.Atoi(strings.TrimSpace(first))
	to, err2 := strconv.Atoi(strings.TrimSpace(last))
	return from, to, err1 == nil && err2 == nil
}

func filter(list []numberedChapter, keep func(numberedChapter) bool) []numberedChapter {
	var out []numberedChapter
	for _, c := range list {
		if keep(c) {
			out = append(out, c)
		}
	}
	return out
}
