package assembly

import (
	"slices"
	"strings"

	"publish/book"
)

// topics makes the topics of a book and ties each mention to its own.
func topics(drafts []*draft, r *resolver) ([]*book.Topic, []book.Mention) {
	written := map[*book.Article]*book.Topic{}
	wanted := map[string]*book.Topic{}
	forms := map[*book.Topic]map[string]int{}
	var all []*book.Topic
	of := func(to destination) *book.Topic {
		if to.article != nil {
			t := written[to.article]
			if t == nil {
				t = &book.Topic{Title: to.article.Title, Categories: to.article.Categories, Written: true}
				written[to.article] = t
				all = append(all, t)
			}
			return t
		}
		key := book.FoldTitle(to.title)
		t := wanted[key]
		if t == nil {
			t = &book.Topic{}
			wanted[key], forms[t] = t, map[string]int{}
			all = append(all, t)
		}
		forms[t][to.title]++
		return t
	}
	var mentions []book.Mention
	for _, d := range drafts {
		of(destination{article: d.article}).Chapter = d.Chapter
		for i, to := range d.targets {
			d.mentions[i].Topic = of(to)
		}
		mentions = append(mentions, d.mentions...)
	}
	for t, counts := range forms {
		t.Title = commonest(counts)
	}
	for _, name := range r.names {
		if a := r.byName[name]; a.Redirect != nil {
			if end, _, _ := r.follow(a); end != nil && written[end] != nil {
				written[end].Aliases = append(written[end].Aliases, a.Title)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *book.Topic) int { return strings.Compare(a.Title, b.Title) })
	return all, mentions
}

// commonest returns the form with the highest count, of equals the first by code
// points.
func commonest(counts map[string]int) string {
	best, most := "", 0
	for form, n := range counts {
		if n > most || n == most && form < best {
			best, most = form, n
		}
	}
	return best
}
