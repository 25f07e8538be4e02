package assembly

import (
	"path"
	"strings"

	"publish/book"
)

// resolver finds the article of each chapter that a manifest names.
type resolver struct {
	*catalogue
	manifest *book.Manifest
	taken    map[*book.Article]*draft
	diags    book.Diags
}

// chapters returns a draft for each chapter that the specs name. A glob stands
// for every article that it fits and that no chapter names by itself.
func (r *resolver) chapters(specs []book.ChapterSpec) []*draft {
	var drafts []*draft
	for _, spec := range specs {
		if isGlob(spec.Article) && r.named(spec.Article) == nil {
			drafts = append(drafts, r.matching(spec)...)
		} else if d := r.single(spec); d != nil {
			drafts = append(drafts, d)
		}
	}
	return drafts
}

func isGlob(name string) bool { return strings.ContainsAny(name, "*?[") }

// matching returns the drafts for a glob, in the order of the file names.
func (r *resolver) matching(spec book.ChapterSpec) []*draft {
	pattern := strings.TrimSuffix(spec.Article, ".md")
	var drafts []*draft
	found := false
	for _, name := range r.names {
		ok, err := path.Match(pattern, name)
		if err != nil {
			r.diags.Add(book.ManifestValue, spec.Pos, "%q is not a pattern that file names can fit", spec.Article)
			return nil
		}
		if !ok {
			continue
		}
		found = true
		a := r.byName[name]
		if a.Redirect != nil || r.taken[a] != nil || r.isNamed(a) {
			continue
		}
		drafts = append(drafts, r.take(book.ChapterSpec{Pos: spec.Pos, Article: name}, a))
	}
	if !found {
		r.diags.Add(book.ArticleMissing, spec.Pos, "no article fits %q", spec.Article)
	}
	return drafts
}

// isNamed reports whether the manifest names the article elsewhere without a
// glob.
func (r *resolver) isNamed(a *book.Article) bool {
	named := false
	eachChapter(r.manifest, func(spec book.ChapterSpec) {
		if isGlob(spec.Article) {
			return
		}
		if b := r.named(spec.Article); b != nil {
			end, _, _ := r.follow(b)
			named = named || end == a
		}
	})
	return named
}

// eachChapter calls f for every chapter that a manifest names, in the order of the
// book.
func eachChapter(m *book.Manifest, f func(book.ChapterSpec)) {
	for _, spec := range m.Front {
		f(spec)
	}
	for _, p := range m.Parts {
		for _, spec := range p.Chapters {
			f(spec)
		}
	}
	for _, spec := range m.Back {
		f(spec)
	}
}

// single returns the draft for one named article, nil when there is none.
func (r *resolver) single(spec book.ChapterSpec) *draft {
	a := r.named(spec.Article)
	if a == nil {
		d := r.diags.Add(book.ArticleMissing, spec.Pos, "no article named %q", spec.Article)
		for _, near := range r.nearest(spec.Article) {
			d.Hint("there is %q", near)
		}
		return nil
	}
	if a.Redirect != nil && r.manifest.Folder {
		return nil
	}
	end, stuck, trouble := r.follow(a)
	switch trouble {
	case book.RedirectLoop:
		r.diags.Add(book.RedirectLoop, stuck.Redirect.Pos, "the redirect to %q leads back to itself", stuck.Redirect.Target)
		return nil
	case book.RedirectBroken:
		r.diags.Add(book.ArticleMissing, spec.Pos, "%q is a redirect to %q, which does not exist", a.Name, stuck.Redirect.Target)
		return nil
	}
	if end != a {
		r.diags.Add(book.ArticleRedirect, spec.Pos, "%q is a redirect to %q", spec.Article, end.Name).
			Hint("name %q here", end.Name)
	}
	if first := r.taken[end]; first != nil {
		r.diags.Add(book.ArticleTwice, spec.Pos, "the article %q is in the book already", end.Name).
			Hint("it was named first at %s", first.spec.Pos)
		return nil
	}
	return r.take(spec, end)
}

func (r *resolver) take(spec book.ChapterSpec, a *book.Article) *draft {
	d := &draft{Chapter: &book.Chapter{Pos: a.Pos, Article: a.Name}, spec: spec, article: a}
	r.taken[a] = d
	if len(a.Blocks) == 0 {
		start := book.Pos{File: a.Pos.File, Line: 1, Col: 1}
		r.diags.Add(book.ArticleEmpty, start, "the article %q has no text", a.Name)
	}
	return d
}
