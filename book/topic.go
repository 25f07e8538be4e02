package book

import (
	"slices"
	"strings"
)

// Topic is a subject that the wiki names: an article, in the book or not, or a
// title that links lead to although nobody has written the article. What an
// index is made of.
type Topic struct {
	Title      string   // wiki title
	Aliases    []string // titles of the redirects that lead to the article, sorted
	Categories []string // of the article
	Written    bool     // the wiki has the article
	Chapter    *Chapter // that the article is in this book, else nil
}

// Mention is a place of the text where an article linked to a topic.
type Mention struct {
	Pos
	Topic   *Topic
	Chapter *Chapter
	Note    *Note  // the note that holds the place, nil for the chapter's text
	At      Inline // the first piece of the linked words, as it stands in the text
	Words   string // the linked words
	Name    string // the title that the link gives, perhaps of a redirect to the topic
}

// topics makes the topics of a book and ties each mention to its own.
func topics(drafts []*draft, r *resolver) ([]*Topic, []Mention) {
	written := map[*Article]*Topic{}
	wanted := map[string]*Topic{}
	forms := map[*Topic]map[string]int{}
	var all []*Topic
	of := func(to destination) *Topic {
		if to.article != nil {
			t := written[to.article]
			if t == nil {
				t = &Topic{Title: to.article.Title, Categories: to.article.Categories, Written: true}
				written[to.article] = t
				all = append(all, t)
			}
			return t
		}
		key := foldKey(to.title)
		t := wanted[key]
		if t == nil {
			t = &Topic{}
			wanted[key], forms[t] = t, map[string]int{}
			all = append(all, t)
		}
		forms[t][to.title]++
		return t
	}
	var mentions []Mention
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
	slices.SortStableFunc(all, func(a, b *Topic) int { return strings.Compare(a.Title, b.Title) })
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
