package book

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// catalogue finds articles by the names that people and links give them.
type catalogue struct {
	byName  map[string]*Article
	byTitle map[string][]*Article
	byFold  map[string][]*Article
	names   []string // file names, sorted
}

func newCatalogue(articles []*Article) *catalogue {
	c := &catalogue{
		byName:  make(map[string]*Article, len(articles)),
		byTitle: make(map[string][]*Article, len(articles)),
		byFold:  make(map[string][]*Article, len(articles)),
	}
	sorted := slices.Clone(articles)
	slices.SortStableFunc(sorted, func(a, b *Article) int {
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
		title, name := titleKey(a.Title), titleKey(WikiTitle(a.Name))
		c.byTitle[title] = append(c.byTitle[title], a)
		c.byFold[foldKey(title)] = append(c.byFold[foldKey(title)], a)
		if name != title {
			c.byTitle[name] = append(c.byTitle[name], a)
			c.byFold[foldKey(name)] = append(c.byFold[foldKey(name)], a)
		}
	}
	slices.Sort(c.names)
	return c
}

// WikiTitle returns the wiki's title for a file name: without .md, without the
// (1) that tells apart files whose names differ only in case, with blanks for
// underscores. Longer numbers in brackets are years and stay.
func WikiTitle(name string) string {
	name = strings.TrimSuffix(name, ".md")
	if n := len(name); n > 3 && name[n-1] == ')' && name[n-3] == '(' && name[n-2] >= '0' && name[n-2] <= '9' {
		name = name[:n-3]
	}
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == ' ' }), " ")
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

// foldKey returns a title with its case and the form of its apostrophes folded.
func foldKey(title string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', 'ʼ', '`':
			return '\''
		case '–', '—', '‐', '‑':
			return '-'
		}
		return unicode.ToLower(r)
	}, title)
}

// find returns the article that a link to title leads to, nil if the wiki has
// none: exactly that title, or one that differs in the case of its letters.
func (c *catalogue) find(title string) *Article {
	key := titleKey(title)
	if found := c.byTitle[key]; len(found) > 0 {
		return found[0]
	}
	if found := c.byFold[foldKey(key)]; len(found) > 0 {
		return found[0]
	}
	return nil
}

// named returns the article that an editor means by name: a file name with or
// without .md, or a wiki title.
func (c *catalogue) named(name string) *Article {
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
func (c *catalogue) follow(a *Article) (end, stuck *Article, trouble Code) {
	seen := map[*Article]bool{}
	for a.Redirect != nil {
		if seen[a] {
			return nil, a, RedirectLoop
		}
		seen[a] = true
		next := c.redirected(a)
		if next == nil {
			return nil, a, RedirectBroken
		}
		a = next
	}
	return a, nil, ""
}

// redirected returns where one redirect leads. When only the case of the letters
// tells the redirect from its target, the target is the other file.
func (c *catalogue) redirected(a *Article) *Article {
	next := c.find(a.Redirect.Target)
	if next != a {
		return next
	}
	for _, other := range c.byFold[foldKey(titleKey(a.Redirect.Target))] {
		if other != a {
			return other
		}
	}
	return a
}

// nearest returns up to three file names that are like name, nearest first.
func (c *catalogue) nearest(name string) []string {
	return nearest(strings.TrimSuffix(strings.ReplaceAll(name, " ", "_"), ".md"), c.names, 3)
}

// nearest returns up to limit of the known words that are like word, nearest
// first. A word is like another when a third of its letters, at most, differ, or
// when one is the beginning of the other.
func nearest(word string, known []string, limit int) []string {
	type candidate struct {
		word     string
		distance int
	}
	folded := strings.ToLower(word)
	var found []candidate
	for _, k := range known {
		lower := strings.ToLower(k)
		if apart := len(lower) - len(folded); len(folded) >= 4 && (strings.HasPrefix(lower, folded) || len(lower) >= 4 && strings.HasPrefix(folded, lower)) {
			found = append(found, candidate{k, 1 + min(2, max(apart, -apart)/6)})
			continue
		} else if max(apart, -apart) > len(folded)/3+1 {
			continue
		}
		if d := levenshtein.ComputeDistance(folded, lower); d <= max(1, len([]rune(folded))/3) {
			found = append(found, candidate{k, d})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.distance - b.distance })
	var words []string
	for _, f := range found[:min(limit, len(found))] {
		words = append(words, f.word)
	}
	return words
}
