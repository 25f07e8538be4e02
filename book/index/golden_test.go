package index_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"publish/book"
	"publish/book/assembly"
	"publish/book/index"
)

// TestGolden compares the index of one article, as a book by itself, with one made
// by hand: how many of its headings are found, and whether a term stands in it that
// no good index would hold.
func TestGolden(t *testing.T) {
	src, err := os.ReadFile("../../../shared/golden/index-russian-revolution-failure.json")
	if err != nil {
		t.Skip("the golden index is not on this machine")
	}
	var golden struct {
		Entries []struct {
			Heading string   `json:"heading"`
			Weight  string   `json:"weight"`
			Accept  []string `json:"accept"`
		} `json:"entries"`
		Stop []struct {
			Term string `json:"term"`
		} `json:"stop"`
	}
	if err := json.Unmarshal(src, &golden); err != nil {
		t.Fatal(err)
	}
	_, articles := realBooks(t)
	m := &book.Manifest{
		Meta:  book.Meta{Language: "en"},
		Parts: []book.PartSpec{{Chapters: []book.ChapterSpec{{Article: "Russian_Revolution_Failure"}}}},
	}
	b, _ := assembly.Assemble(m, articles, nil)
	index.Build(b, m.Index)
	var have []string
	for _, g := range b.Index.Groups {
		for _, e := range g.Entries {
			have = append(have, strings.ToLower(book.PlainText(e.Heading)))
		}
	}
	found, all := map[string]int{}, map[string]int{}
	var lost []string
	for _, e := range golden.Entries {
		all[e.Weight]++
		if slices.ContainsFunc(append(e.Accept, e.Heading), func(h string) bool {
			h, _, _ = strings.Cut(strings.ToLower(h), " (")
			return slices.ContainsFunc(have, func(own string) bool {
				own, _, _ = strings.Cut(own, " (")
				return own == h || strings.TrimSuffix(own, "s") == strings.TrimSuffix(h, "s")
			})
		}) {
			found[e.Weight]++
		} else {
			lost = append(lost, e.Heading)
		}
	}
	t.Logf("must %d of %d, should %d of %d, nice %d of %d; %d headings in all", found["must"], all["must"],
		found["should"], all["should"], found["nice"], all["nice"], len(have))
	t.Logf("not found: %s", strings.Join(lost, "; "))
	t.Logf("headings: %s", strings.Join(have, "; "))
	for _, s := range golden.Stop {
		if slices.Contains(have, strings.ToLower(s.Term)) {
			t.Logf("in the index, but not worth it: %s", s.Term)
		}
	}
	if 100*found["must"] < 50*all["must"] {
		t.Errorf("%d of %d headings that any index has", found["must"], all["must"])
	}
}
