package index_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"publish/book"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/index"
)

// golden is an index made by hand, of one article.
type golden struct {
	Sections map[string]string `json:"sections"`
	Entries  []goldenEntry     `json:"entries"`
	Stop     []struct {
		Term string `json:"term"`
	} `json:"stop"`
}

type goldenEntry struct {
	Heading    string   `json:"heading"`
	Weight     string   `json:"weight"`
	Accept     []string `json:"accept"`
	Sections   []string `json:"sections"`
	Subentries []struct {
		Sections []string `json:"sections"`
	} `json:"subentries"`
}

// TestGolden compares the index of one article, as a book by itself, with one made
// by hand: how many of its headings are found, how many of the places that it gives
// for them, how many of ours for them are among its own, and whether a term stands
// in it that no good index would hold.
func TestGolden(t *testing.T) {
	src, err := os.ReadFile("../../../shared/golden/index-russian-revolution-failure.json")
	if err != nil {
		t.Skip("the golden index is not on this machine")
	}
	var g golden
	if err := json.Unmarshal(src, &g); err != nil {
		t.Fatal(err)
	}
	b := oneArticle(t, "Russian_Revolution_Failure")
	s := score(&g, b)
	t.Logf("must %d of %d, should %d of %d, nice %d of %d; pairs %d of %d; locators %d of %d right; %d headings to %d",
		s.found["must"], s.all["must"], s.found["should"], s.all["should"], s.found["nice"], s.all["nice"],
		s.pairs, s.allPairs, s.right, s.locators, s.headings, len(g.Entries))
	t.Logf("not found: %s", strings.Join(s.lost, "; "))
	t.Logf("places not found: %s", strings.Join(s.lostPairs, "; "))
	t.Logf("places too many: %s", strings.Join(s.wrong, "; "))
	t.Logf("other headings: %s", strings.Join(s.others, "; "))
	t.Logf("in the index, but not worth it: %s", strings.Join(s.stopped, "; "))
	floor := func(what string, got, of, percent int) {
		if 100*got < percent*of {
			t.Errorf("%s: %d of %d, want %d%%", what, got, of, percent)
		}
	}
	floor("headings that any index has", s.found["must"], s.all["must"], 95)
	floor("headings that a good index has", s.found["must"]+s.found["should"], s.all["must"]+s.all["should"], 92)
	floor("places", s.pairs, s.allPairs, 86)
	floor("right locators", s.right, s.locators, 82)
	if len(s.stopped) > 0 {
		t.Errorf("%d terms that no good index holds", len(s.stopped))
	}
	if 10*s.headings > 16*len(g.Entries) {
		t.Errorf("%d headings, the index made by hand has %d", s.headings, len(g.Entries))
	}
}

// oneArticle makes a book of one article of the real ones, with its index.
func oneArticle(tb testing.TB, name string) *book.Book {
	tb.Helper()
	_, articles := realBooks(tb)
	m := &book.Manifest{
		Meta:  book.Meta{Language: "en"},
		Parts: []book.PartSpec{{Chapters: []book.ChapterSpec{{Article: name}}}},
	}
	b, _ := assembly.Assemble(m, articles, nil)
	citation.Gather(b, book.BibliographySpec{})
	index.Build(b, m.Index)
	return b
}

// scores says how an index stands to one made by hand.
type scores struct {
	found, all       map[string]int // headings by weight
	pairs, allPairs  int            // heading and section
	right, locators  int
	headings         int
	lost, stopped    []string
	lostPairs, wrong []string
	others           []string
}

func score(g *golden, b *book.Book) scores {
	titles := map[string]int{}
	for id, title := range g.Sections {
		n, _ := strconv.Atoi(id[1:])
		titles[title] = n
	}
	return scoreAt(g, b, sectionsOfIDs(b, titles))
}

// scoreAt scores with the number of the section that holds each ID.
func scoreAt(g *golden, b *book.Book, at map[string]int) scores {
	s := scores{found: map[string]int{}, all: map[string]int{}}
	ours := map[string]*book.IndexEntry{}
	taken := map[*book.IndexEntry]bool{}
	var entries []*book.IndexEntry
	for _, group := range b.Index.Groups {
		for _, e := range group.Entries {
			s.headings++
			entries = append(entries, e)
			ours[normal(book.PlainText(e.Heading))] = e
		}
	}
	for _, e := range g.Entries {
		s.all[e.Weight]++
		var match *book.IndexEntry
		for _, h := range append([]string{e.Heading}, e.Accept...) {
			if match = ours[normal(h)]; match != nil && (len(match.See) == 0 || len(e.Sections)+len(e.Subentries) == 0) {
				break
			}
		}
		want := wanted(&e)
		s.allPairs += len(want)
		if match == nil {
			s.lost = append(s.lost, e.Heading)
			continue
		}
		s.found[e.Weight]++
		taken[match] = true
		have := covered(match, at)
		for _, n := range want {
			if slices.Contains(have, n) {
				s.pairs++
			} else {
				s.lostPairs = append(s.lostPairs, fmt.Sprintf("%s S%d", e.Heading, n))
			}
		}
		if len(want) > 0 {
			s.locators += len(have)
			for _, n := range have {
				if slices.Contains(want, n) {
					s.right++
				} else {
					s.wrong = append(s.wrong, fmt.Sprintf("%s S%d", e.Heading, n))
				}
			}
		}
	}
	for _, e := range entries {
		if !taken[e] {
			s.others = append(s.others, book.PlainText(e.Heading))
		}
	}
	for _, stop := range g.Stop {
		isHeading := slices.ContainsFunc(g.Entries, func(e goldenEntry) bool { return normal(e.Heading) == normal(stop.Term) })
		if ours[normal(stop.Term)] != nil && !isHeading {
			s.stopped = append(s.stopped, stop.Term)
		}
	}
	return s
}

// normal returns a heading without case, qualifier and plural.
func normal(h string) string {
	h, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(h, "’", "'")), " (")
	h = strings.TrimSuffix(h, ", the")
	return strings.TrimSuffix(strings.ReplaceAll(h, "-", " "), "s")
}

// wanted returns the sections of an entry made by hand, ranges written out.
func wanted(e *goldenEntry) []int {
	set := map[int]bool{}
	add := func(list []string) {
		for _, s := range list {
			first, last, ok := strings.Cut(s, "-")
			from, _ := strconv.Atoi(first[1:])
			to := from
			if ok {
				to, _ = strconv.Atoi(last[1:])
			}
			for ; from <= to; from++ {
				set[from] = true
			}
		}
	}
	add(e.Sections)
	for _, sub := range e.Subentries {
		add(sub.Sections)
	}
	return sorted(set)
}

func sorted(set map[int]bool) []int {
	var list []int
	for n := range set {
		list = append(list, n)
	}
	slices.Sort(list)
	return list
}

// covered returns the sections that the locators of an entry and of its subentries
// lead to.
func covered(e *book.IndexEntry, at map[string]int) []int {
	set := map[int]bool{}
	for _, l := range e.Locators {
		if l.Principal {
			continue
		}
		to := at[l.From]
		if l.To != "" {
			to = at[l.To]
		}
		for n := at[l.From]; n <= to; n++ {
			set[n] = true
		}
	}
	for _, sub := range e.Sub {
		for _, n := range covered(sub, at) {
			set[n] = true
		}
	}
	return sorted(set)
}

// sectionsOfIDs returns the number of the section that holds each ID.
func sectionsOfIDs(b *book.Book, titles map[string]int) map[string]int {
	at := map[string]int{}
	for _, c := range b.Chapters() {
		n := 0
		at[c.ID] = 0
		for _, block := range c.Blocks {
			if h, ok := block.(*book.Heading); ok {
				n = titles[book.PlainText(h.Inlines)]
				at[h.ID] = n
			}
			book.EachText([]book.Block{block}, func(inlines []book.Inline) {
				book.WalkInlines(inlines, func(in book.Inline) bool {
					if a, ok := in.(*book.Anchor); ok {
						at[a.ID] = n
					}
					return true
				})
			})
		}
	}
	return at
}
