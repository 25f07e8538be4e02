package assembly_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"publish/book"
	"publish/book/assembly"
	"publish/book/wiki"
)

// realBooks reads the manifests and articles of the real books; it skips the test
// on machines that do not have them.
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
		m, diags := book.ReadManifest(file, src, book.ManifestOptions{})
		if diags.Worst() == book.Error {
			tb.Fatal(diags)
		}
		manifests = append(manifests, m)
	}
	return manifests, readArticles(tb, manifests[0].Path(manifests[0].Articles))
}

func readArticles(tb testing.TB, dir string) []*book.Article {
	tb.Helper()
	results, err := wiki.ReadDir(dir, runtime.GOMAXPROCS(0))
	if err != nil {
		tb.Fatal(err)
	}
	var articles []*book.Article
	for _, r := range results {
		if r.Article == nil {
			tb.Fatal(r.Diags)
		}
		articles = append(articles, r.Article)
	}
	return articles
}

// folderBook returns the manifest of one book of all articles.
func folderBook(articles []*book.Article) *book.Manifest {
	var names []string
	for _, a := range articles {
		names = append(names, a.Name)
	}
	return book.FolderManifest("articles", names, book.ManifestOptions{})
}

func TestRealBooks(t *testing.T) {
	manifests, articles := realBooks(t)
	for _, m := range append(manifests, folderBook(articles)) {
		t.Run(m.Meta.Slug, func(t *testing.T) {
			b, diags := assembly.Assemble(m, articles, nil)
			counts := map[book.Code]int{}
			for _, d := range diags {
				counts[d.Code]++
				if d.Severity == book.Error {
					t.Error(d)
				}
			}
			t.Logf("%d chapters, %d mentions, %d topics, %d entries, messages %v",
				len(b.Chapters()), len(b.Mentions), len(b.Topics), len(entriesOf(b)), counts)
			checkBook(t, b)
		})
	}
}

func entriesOf(b *book.Book) []*book.Entry {
	if b.Bibliography == nil {
		return nil
	}
	return b.Bibliography.Entries
}

// checkBook holds a book to what every writer relies on.
func checkBook(t *testing.T, b *book.Book) {
	t.Helper()
	ids, targets, calls := map[string]bool{}, map[string]book.Pos{}, map[string]*book.NoteRef{}
	declare := func(id string, pos book.Pos) {
		if id == "" || ids[id] {
			t.Errorf("%v: the ID %q is empty or taken", pos, id)
		}
		ids[id] = true
	}
	visit := func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			switch in := in.(type) {
			case *book.WikiLink:
				t.Errorf("%v: the link to %q is left", in.Pos, in.Target)
			case *book.CrossRef:
				targets[in.Target] = in.Pos
			case *book.NoteRef:
				declare(in.ID, in.Pos)
				calls[in.ID] = in
			case *book.Anchor:
				declare(in.ID, in.Pos)
			}
			return true
		})
	}
	for _, p := range b.Parts {
		if p.ID != "" {
			declare(p.ID, p.Pos)
		}
	}
	for _, e := range entriesOf(b) {
		declare(e.ID, e.Pos)
		visit(e.Text)
		if len(e.In) == 0 || len(e.Text) == 0 {
			t.Errorf("%v: an entry without text or chapters", e.Pos)
		}
	}
	for _, c := range b.Chapters() {
		declare(c.ID, c.Pos)
		level := 1
		for _, block := range c.Blocks {
			if h, ok := block.(*book.Heading); ok {
				declare(h.ID, h.Pos)
				if h.Level < 2 || h.Level > level+1 {
					t.Errorf("%v: level %d under level %d", h.Pos, h.Level, level)
				}
				level = h.Level
			}
		}
		book.EachText(c.Blocks, visit)
		for _, n := range c.Notes {
			declare(n.ID, n.Pos)
			book.EachText(n.Blocks, visit)
		}
		for _, ref := range c.SeeAlso {
			targets[ref.Target] = ref.Pos
		}
	}
	for _, c := range b.Chapters() {
		for i, n := range c.Notes {
			if n.Number != i+1 || len(n.Refs) == 0 {
				t.Errorf("%v: note %d stands at %d and has %d calls", n.Pos, n.Number, i+1, len(n.Refs))
			}
			for _, id := range n.Refs {
				if call := calls[id]; call == nil || call.Note != n.ID || call.Number != n.Number {
					t.Errorf("%v: the call %q does not lead to the note", n.Pos, id)
				}
				delete(calls, id)
			}
		}
	}
	for id := range calls {
		t.Errorf("the call %q has no note", id)
	}
	for id, pos := range targets {
		if !ids[id] {
			t.Errorf("%v: nothing has the ID %q", pos, id)
		}
	}
}

func BenchmarkAssemble(b *testing.B) {
	manifests, articles := realBooks(b)
	for _, m := range []*book.Manifest{manifests[1], folderBook(articles)} {
		b.Run(m.Meta.Slug, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				assembly.Assemble(m, articles, nil)
			}
		})
	}
}
