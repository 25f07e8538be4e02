package assembly

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// catalogue finds articles by the names that people and links give them.
type catalogue struct {
	byName  map[string]*book.Article
	byTitle map[string][]*book.Article
	byFold  map[string][]*book.Article
	byLast  map[string]*book.Article // those in folders, by what stands behind the last slash
	names   []string                 // file names, sorted
}

func newCatalogue(articles []*book.Article) *catalogue {
	c := &catalogue{
		byName:  make(map[string]*book.Article, len(articles)),
		byTitle: make(map[string][]*book.Article, len(articles)),
		byFold:  make(map[string][]*book.Article, len(articles)),
		byLast:  map[string]*book.Article{},
	}
	sorted := slices.Clone(articles)
	slices.SortStableFunc(sorted, func(a, b *book.Article) int {
		// An article comes before a redirect of the same title.
		if (a.Redirect == nil) != (b.Redirect == nil) {
			if a.Redirect == nil {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	for _, a := range sorted {
		if _, twice := c.byName[a.Name]; !twice {
			c.byName[a.Name] = a
			c.names = append(c.names, a.Name)
		}
		if last := book.FoldTitle(titleKey(book.WikiTitle(path.Base(a.Name)))); strings.Contains(a.Name, "/") && c.byLast[last] == nil {
			c.byLast[last] = a
		}
		title, name := titleKey(a.Title), titleKey(book.WikiTitle(a.Name))
		c.byTitle[title] = append(c.byTitle[title], a)
		c.byFold[book.FoldTitle(title)] = append(c.byFold[book.FoldTitle(title)], a)
		if name != title {
			c.byTitle[name] = append(c.byTitle[name], a)
			c.byFold[book.FoldTitle(name)] = append(c.byFold[book.FoldTitle(name)], a)
		}
	}
	slices.Sort(c.names)
	return c
}

// titleKey returns a title in the form under which the wiki finds it: one blank
// between words, the first letter a capital.
func titleKey(title string) string {
	if strings.ContainsRune(title, '_') || strings.Contains(title, "  ") {
		title = strings.Join(strings.FieldsFunc(title, func(r rune) bool { return r == '_' || r == ' ' }), " ")
	}
	title = strings.TrimSpace(title)
	first, size := utf8.DecodeRuneInString(title)
	if up := unicode.ToUpper(first); up != first {
		return string(up) + title[size:]
	}
	return title
}

// find returns the article that a link to title leads to, nil if the wiki has
// none: exactly that title, or one that differs in the case of its letters, or the
// last part of one in a folder, as notebooks and sites of documents name them.
func (c *catalogue) find(title string) *book.Article {
	key := titleKey(title)
	if found := c.byTitle[key]; len(found) > 0 {
		return found[0]
	}
	if found := c.byFold[book.FoldTitle(key)]; len(found) > 0 {
		return found[0]
	}
	return c.byLast[book.FoldTitle(key)]
}

// named returns the article that an editor means by name: a file name with or
// without .md, or a wiki title.
func (c *catalogue) named(name string) *book.Article {
	bare := strings.TrimSuffix(name, ".md")
	if a := c.byName[bare]; a != nil {
		return a
	}
	if a := c.byName[strings.ReplaceAll(bare, " ", "_")]; a != nil {
		return a
	}
	return c.find(bare)
}

// follow returns the article that a stands for: a itself, or the end of its chain
// of redirects. It returns nil when the chain is broken or turns in a circle, and
// then the redirect where that shows, with the code of the trouble.
func (c *catalogue) follow(a *book.Article) (end, stuck *book.Article, trouble book.Code) {
	seen := map[*book.Article]bool{}
	for a.Redirect != nil {
		if seen[a] {
			return nil, a, book.RedirectLoop
		}
		seen[a] = true
		next := c.redirected(a)
		if next == nil {
			return nil, a, book.RedirectBroken
		}
		a = next
	}
	return a, nil, ""
}

// redirected returns where one redirect leads. When only the case of the letters
// tells the redirect from its target, the target is the other file.
func (c *catalogue) redirected(a *book.Article) *book.Article {
	next := c.find(a.Redirect.Target)
	if next != a {
		return next
	}
	for _, other := range c.byFold[book.FoldTitle(titleKey(a.Redirect.Target))] {
		if other != a {
			return other
		}
	}
	return a
}

// nearest returns up to three file names that are like name, nearest first.
func (c *catalogue) nearest(name string) []string {
	return book.Nearest(strings.TrimSuffix(strings.ReplaceAll(name, " ", "_"), ".md"), c.names, 3)
}
