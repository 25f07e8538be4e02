package main

import (
	"cmp"
	"slices"
	"strings"

	"publish/book"
)

// plan is a proposal for a book: every article of a folder in a part, or left out
// with the reason.
type plan struct {
	title     string
	parts     []planPart
	redirects []leftOut
	stubs     []leftOut
	repeats   []leftOut
	portals   []leftOut
	index     bool // whether a file of index rules goes with it
}

type planPart struct {
	title    string
	chapters []string // names of articles
}

// leftOut is an article that is not a chapter, and why.
type leftOut struct{ name, why string }

// Taste, settled on a wiki of 502 articles.
const (
	stubWords    = 60 // fewer are a stub
	smallBook    = 8  // up to so many chapters there are no parts
	leastPart    = 3  // chapters of a part
	mostParts    = 14
	overviewFrom = 4  // links in, from as many articles, that make an overview
	overviewPart = 24 // one overview for so many articles
	mostOverview = 10
)

// candidate is an article that may be a chapter.
type candidate struct {
	chapter    *book.Chapter
	title      string
	categories []string
	links      map[*candidate]int // by which it leads to others
	out, in    int                // links from it and to it
	inward     int                // articles that lead to it
	members    int                // articles in the category of its title
	placed     bool
}

// newPlan puts the chapters of a book of everything in order. Diags are those of
// its assembly: they tell which chapters repeat others.
func newPlan(b *book.Book, articles []*book.Article, diags book.Diags) *plan {
	p := &plan{title: b.Meta.Title}
	byName := map[string]*book.Article{}
	for _, a := range articles {
		byName[a.Name] = a
		if a.Redirect != nil {
			p.redirects = append(p.redirects, leftOut{a.Name, "leads to " + a.Redirect.Target})
		}
	}
	repeats := map[string]string{}
	for _, d := range diags {
		if d.Code == book.ArticleDuplicate {
			repeats[d.File] = d.Text
		}
	}
	var all []*candidate
	for _, c := range b.Body() {
		a := byName[c.Article]
		switch text := repeats[c.File]; {
		case strings.HasSuffix(a.Title, "Main Page"):
			p.portals = append(p.portals, leftOut{c.Article, ""})
		case text != "":
			p.repeats = append(p.repeats, leftOut{c.Article, text})
		case c.Words < stubWords:
			p.stubs = append(p.stubs, leftOut{c.Article, countWords(c.Words)})
		default:
			all = append(all, &candidate{chapter: c, title: a.Title, categories: a.Categories, links: map[*candidate]int{}})
		}
	}
	if len(all) == 0 { // better a book of stubs than none
		p.stubs, p.portals, p.repeats = nil, nil, nil
		for _, c := range b.Body() {
			all = append(all, &candidate{chapter: c, title: byName[c.Article].Title, links: map[*candidate]int{}})
		}
	}
	link(all, b.Mentions)
	p.arrange(all)
	return p
}

// link counts the links between candidates, and the members of the categories
// that candidates are named for.
func link(all []*candidate, mentions []book.Mention) {
	of := make(map[*book.Chapter]*candidate, len(all))
	named := make(map[string]*candidate, len(all))
	for _, c := range all {
		of[c.chapter] = c
		named[strings.ToLower(c.title)] = c
	}
	for _, m := range mentions {
		from, to := of[m.Chapter], of[m.Topic.Chapter]
		if from == nil || to == nil || from == to {
			continue
		}
		if from.links[to] == 0 {
			to.inward++
		}
		from.links[to]++
		from.out++
		to.in++
	}
	for _, c := range all {
		for _, category := range c.categories {
			if head := named[strings.ToLower(category)]; head != nil && head != c {
				head.members++
			}
		}
	}
}

// weight tells how much of an overview an article is.
func (c *candidate) weight() int { return c.inward + 2*c.members }

// arrange makes the parts: overviews, then the larger categories, then the rest.
func (p *plan) arrange(all []*candidate) {
	slices.SortStableFunc(all, func(a, b *candidate) int {
		if c := cmp.Compare(b.weight(), a.weight()); c != 0 {
			return c
		}
		return strings.Compare(a.chapter.Article, b.chapter.Article)
	})
	if len(all) <= smallBook {
		p.add("", all)
		return
	}
	limit := min(max(len(all)/overviewPart, 1), mostOverview)
	var first []*candidate
	for _, c := range all[:limit] {
		if c.weight() >= overviewFrom {
			first = append(first, c)
			c.placed = true
		}
	}
	if len(first) > 0 {
		p.add("Overview", first)
	}
	p.byCategory(all)
	rest := slices.DeleteFunc(slices.Clone(all), func(c *candidate) bool { return c.placed })
	if len(rest) > 0 {
		title := "Further Articles"
		if len(p.parts) == 0 {
			title = ""
		}
		p.add(title, rest)
	}
}

// byCategory makes a part of the category whose articles, those that are in no part
// yet, hold together best, again and again. Categories that hold a third of all
// articles say nothing of them.
func (p *plan) byCategory(all []*candidate) {
	sizes, links := map[string]int{}, 0
	for _, c := range all {
		links += c.out
		for _, category := range c.categories {
			sizes[category]++
		}
	}
	for range mostParts {
		free := map[string][]*candidate{}
		for _, c := range all {
			for _, category := range c.categories {
				if !c.placed && sizes[category]*3 < len(all) {
					free[category] = append(free[category], c)
				}
			}
		}
		best, most := "", 0
		for category, members := range free {
			if len(members) < max(leastPart, len(all)/60) {
				continue
			}
			if n := cohesion(members, links); n > most || n == most && category < best {
				best, most = category, n
			}
		}
		if best == "" {
			return
		}
		for _, c := range free[best] {
			c.placed = true
		}
		p.add(best, free[best])
	}
}

// cohesion returns how much articles belong together: the links among them, less
// those that chance would put there if every link led to some article in proportion
// to its links (Newman 2006, "Modularity and community structure in networks"). So
// a subject comes before a mark of quality that articles on everything bear.
func cohesion(members []*candidate, links int) int {
	among := make(map[*candidate]bool, len(members))
	for _, c := range members {
		among[c] = true
	}
	inside, out, in := 0, 0, 0
	for _, c := range members {
		out, in = out+c.out, in+c.in
		for to, n := range c.links {
			if among[to] {
				inside += n
			}
		}
	}
	return inside - out*in/max(links, 1)
}

// add makes a part of articles, which come with the weightiest first: after that
// one always the article that has the most links with those before it.
func (p *plan) add(title string, list []*candidate) {
	part := planPart{title: title}
	near := make(map[*candidate]int, len(list))
	rest := slices.Clone(list)
	for len(rest) > 0 {
		at := 0
		for i, c := range rest {
			if near[c] > near[rest[at]] {
				at = i
			}
		}
		next := rest[at]
		rest = slices.Delete(rest, at, at+1)
		part.chapters = append(part.chapters, next.chapter.Article)
		for _, c := range rest {
			near[c] += next.links[c] + c.links[next]
		}
	}
	p.parts = append(p.parts, part)
}
