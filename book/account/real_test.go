package account_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"publish/book"
	"publish/book/account"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/index"
	"publish/book/typography"
	"publish/book/wiki"
)

// TestRealBooks closes the account of the real books and of one book of all
// articles: nothing is lost.
func TestRealBooks(t *testing.T) {
	for _, m := range realBooks(t) {
		t.Run(m.Meta.Slug, func(t *testing.T) {
			b, sources := realBook(t, m)
			sheets := account.Close(b, sources)
			if len(sheets) != len(b.Chapters()) {
				t.Fatalf("%d sheets of %d chapters", len(sheets), len(b.Chapters()))
			}
			words, kept, lost := 0, 0, 0
			for _, s := range sheets {
				checkSheet(t, s)
				words, kept, lost = words+s.Source, kept+s.Book, lost+len(s.Lost)
			}
			t.Logf("%d words, %d in the book, %d lost", words, kept, lost)
		})
	}
}

// checkSheet holds that a sheet adds up and that nothing is lost.
func checkSheet(t *testing.T, s account.Sheet) {
	t.Helper()
	sum := s.Book + len(s.Lost)
	for _, n := range s.Dropped {
		sum += n.Words
	}
	if sum != s.Source {
		t.Errorf("%s: %d words, but %d in the book, left out or lost", s.File, s.Source, sum)
	}
	for _, w := range s.Lost {
		t.Errorf("%s: %q is lost", w.Pos, w.Text)
	}
}

// realBooks returns the manifests of the real books, and that of one of all
// articles; without them it skips the test.
func realBooks(tb testing.TB) []*book.Manifest {
	tb.Helper()
	files, _ := filepath.Glob("../../../shared/corpus/books/*.yaml")
	if len(files) == 0 {
		tb.Skip("the real books are not there: ../shared/corpus/books")
	}
	var manifests []*book.Manifest
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		m, diags := book.ReadManifest(file, src, book.ManifestOptions{})
		if diags.Worst() == book.Error {
			tb.Fatal(diags)
		}
		manifests = append(manifests, m)
	}
	dir := manifests[0].Path(manifests[0].Articles)
	list, err := wiki.List(dir, dir)
	if err != nil {
		tb.Fatal(err)
	}
	var names []string
	for _, f := range list {
		names = append(names, filepath.Base(f.Path))
	}
	return append(manifests, book.FolderManifest(dir, names, book.ManifestOptions{}))
}

// realBook returns the finished book of a manifest and the bytes of its articles.
func realBook(tb testing.TB, m *book.Manifest) (*book.Book, map[string][]byte) {
	tb.Helper()
	results, err := wiki.ReadDir(m.Path(m.Articles), runtime.GOMAXPROCS(0))
	if err != nil {
		tb.Fatal(err)
	}
	var articles []*book.Article
	for _, r := range results {
		articles = append(articles, r.Article)
	}
	b, _ := assembly.Assemble(m, articles, nil)
	citation.Gather(b, book.BibliographySpec{})
	index.Build(b, m.Index)
	typography.Set(b)
	sources := map[string][]byte{}
	for _, c := range b.Chapters() {
		if sources[c.File], err = os.ReadFile(filepath.Join(m.Path(m.Articles), c.Article+".md")); err != nil {
			tb.Fatal(err)
		}
	}
	return b, sources
}

func BenchmarkClose(b *testing.B) {
	manifests := realBooks(b)
	m := manifests[len(manifests)-1]
	whole, sources := realBook(b, m)
	b.ReportAllocs()
	for b.Loop() {
		account.Close(whole, sources)
	}
}
