package index_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"publish/book"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/index"
	"publish/book/typography"
	"publish/book/wiki"
)

// realBooks returns the real books and all articles; it skips the test on machines
// that do not have them.
func realBooks(tb testing.TB) (manifests []*book.Manifest, articles []*book.Article) {
	tb.Helper()
	files, _ := filepath.Glob("../../../shared/corpus/books/*.yaml")
	if len(files) == 0 {
		tb.Skip("the real books are not on this machine")
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		m, _ := book.ReadManifest(file, src, book.ManifestOptions{})
		manifests = append(manifests, m)
	}
	results, err := wiki.ReadDir(manifests[0].Path(manifests[0].Articles), runtime.GOMAXPROCS(0))
	if err != nil {
		tb.Fatal(err)
	}
	var names []string
	for _, r := range results {
		articles = append(articles, r.Article)
		names = append(names, r.Article.Name)
	}
	return append(manifests, book.FolderManifest("articles", names, book.ManifestOptions{})), articles
}

func TestRealIndexes(t *testing.T) {
	manifests, articles := realBooks(t)
	for _, m := range manifests {
		t.Run(m.Meta.Slug, func(t *testing.T) {
			var first string
			for range 2 {
				b, _ := assembly.Assemble(m, articles, nil)
				before := plain(b)
				index.Build(b, m.Index)
				if plain(b) != before {
					t.Error("the anchors change the text")
				}
				check(t, b)
				var out bytes.Buffer
				if err := book.DumpIndex(&out, b); err != nil {
					t.Fatal(err)
				}
				if first == "" {
					first = out.String()
					measure(t, b, first)
				} else if out.String() != first {
					t.Error("the same book has another index")
				}
			}
			if dir := os.Getenv("PUBLISH_DUMP"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, m.Meta.Slug+".index.txt"), []byte(first), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// plain returns the words of every chapter.
func plain(b *book.Book) string {
	var s strings.Builder
	for _, c := range b.Chapters() {
		book.EachText(c.Blocks, func(inlines []book.Inline) { s.WriteString(book.PlainText(inlines) + "\n") })
	}
	return s.String()
}

// check holds an index to what writers rely on: every anchor is there once, every
// reference leads to an entry that has locators, and the entries are in order.
func check(t *testing.T, b *book.Book) {
	t.Helper()
	ids := map[string]int{}
	for _, c := range b.Chapters() {
		ids[c.ID]++
		for _, block := range c.Blocks {
			if h, ok := block.(*book.Heading); ok {
				ids[h.ID]++
			}
		}
		for _, n := range c.Notes {
			ids[n.ID]++
		}
		book.EachText(c.Blocks, func(inlines []book.Inline) {
			book.WalkInlines(inlines, func(in book.Inline) bool {
				if a, ok := in.(*book.Anchor); ok {
					ids[a.ID]++
				}
				return true
			})
		})
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d places have the ID %q", n, id)
		}
	}
	entries := map[string]*book.IndexEntry{}
	last := ""
	for _, g := range b.Index.Groups {
		for _, e := range g.Entries {
			if entries[e.ID] != nil || ids[e.ID] > 0 {
				t.Errorf("the ID %q is taken", e.ID)
			}
			entries[e.ID] = e
			if e.Sort < last {
				t.Errorf("%q is out of order", book.PlainText(e.Heading))
			}
			last = e.Sort
		}
	}
	for _, e := range entries {
		if len(e.Locators) > 6 {
			t.Errorf("%q has %d locators in a row", book.PlainText(e.Heading), len(e.Locators))
		}
		for _, sub := range e.Sub {
			if len(sub.Locators) > 6 {
				t.Errorf("%q, %q has %d locators in a row", book.PlainText(e.Heading), book.PlainText(sub.Heading), len(sub.Locators))
			}
			if len(sub.Locators) == 0 || len(e.Sub) < 2 || book.PlainText(sub.Heading) == book.PlainText(e.Heading) {
				t.Errorf("%q has the subentry %q", book.PlainText(e.Heading), book.PlainText(sub.Heading))
			}
			if entries[sub.ID] != nil || ids[sub.ID] > 0 {
				t.Errorf("the ID %q is taken", sub.ID)
			}
			for _, l := range sub.Locators {
				if ids[l.From] != 1 || l.To != "" && ids[l.To] != 1 {
					t.Errorf("%q has the locator %q-%q", book.PlainText(sub.Heading), l.From, l.To)
				}
			}
		}
		if len(e.Locators)+len(e.Sub) == 0 && len(e.See) == 0 {
			t.Errorf("%q leads nowhere", book.PlainText(e.Heading))
		}
		seen := map[string]bool{}
		for _, l := range e.Locators {
			if ids[l.From] != 1 || l.To != "" && ids[l.To] != 1 || seen[l.From] {
				t.Errorf("%q has the locator %q-%q", book.PlainText(e.Heading), l.From, l.To)
			}
			seen[l.From] = true
		}
		for _, ref := range append(e.See, e.SeeAlso...) {
			if to := entries[ref.Target]; to == nil || len(to.Locators)+len(to.Sub) == 0 || to == e {
				t.Errorf("%q refers to %q", book.PlainText(e.Heading), ref.Target)
			}
		}
	}
}

// measure holds the index to its length: a page to between 20 and 45 of the text.
func measure(t *testing.T, b *book.Book, dump string) {
	words, lines, locators := 0, 0, 0
	for _, c := range b.Chapters() {
		words += c.Words
	}
	for _, g := range b.Index.Groups {
		for _, e := range g.Entries {
			lines += 1 + (len(book.PlainText(e.Heading))+7*len(e.Locators))/38
			locators += len(e.Locators)
			for _, sub := range e.Sub {
				lines += 1 + (len(book.PlainText(sub.Heading))+7*len(sub.Locators))/38
				locators += len(sub.Locators)
			}
		}
	}
	pages, indexPages := words/245+len(b.Chapters())*7/10, max((lines+40)/88, 1)
	t.Logf("%d entries, %d locators, %d lines: %d pages for %d", strings.Count(dump, "\n"), locators, lines, indexPages, pages)
	if ratio := pages / indexPages; ratio < 20 || ratio > 45 {
		t.Errorf("a page of index to %d pages of text", ratio)
	}
}

// BenchmarkBook makes whole books out of articles that were read, with everything
// that comes before the pages.
func BenchmarkBook(b *testing.B) {
	manifests, articles := realBooks(b)
	for _, m := range []*book.Manifest{manifests[1], manifests[3]} {
		b.Run(m.Meta.Slug, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				made, _ := assembly.Assemble(m, articles, nil)
				citation.Gather(made, book.BibliographySpec{})
				index.Build(made, m.Index)
				typography.Set(made)
			}
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	manifests, articles := realBooks(b)
	for _, m := range []*book.Manifest{manifests[1], manifests[3]} {
		b.Run(m.Meta.Slug, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				made, _ := assembly.Assemble(m, articles, nil)
				b.StartTimer()
				index.Build(made, m.Index)
			}
		})
	}
}
