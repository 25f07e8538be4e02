package wiki

import (
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"publish/book"
)

// corpusDir holds real exported articles; it is not part of the project.
const corpusDir = "../../../shared/corpus/anarwiki/pages"

// page is one file of the corpus as it was read.
type page struct {
	file   string
	src    []byte
	result Result
}

// readCorpus reads the corpus once for all tests, and skips the test if it is
// not there.
func readCorpus(t testing.TB) []page {
	t.Helper()
	pages, err := corpusOnce()
	if err != nil {
		t.Skipf("the folder of real articles is not there: %v", err)
	}
	return pages
}

var corpusOnce = sync.OnceValues(func() ([]page, error) {
	files, err := List(corpusDir, "pages")
	if err != nil {
		return nil, err
	}
	results := ReadFiles(files, runtime.GOMAXPROCS(0), nil)
	pages := make([]page, len(files))
	for i, f := range files {
		src, err := os.ReadFile(f.Path)
		if err != nil {
			return nil, err
		}
		pages[i] = page{f.Name, src, results[i]}
	}
	return pages, nil
})

// corpusPage returns one page of the corpus.
func corpusPage(t testing.TB, name string) page {
	t.Helper()
	for _, p := range readCorpus(t) {
		if p.file == "pages/"+name+".md" {
			return p
		}
	}
	t.Skipf("%s is not among the real articles", name)
	return page{}
}

func TestCorpusHasNoErrors(t *testing.T) {
	pages := readCorpus(t)
	if len(pages) < 500 {
		t.Fatalf("read %d pages, want 500 or more", len(pages))
	}
	for _, p := range pages {
		if p.result.Article == nil {
			t.Errorf("%s: no article", p.file)
			continue
		}
		for _, d := range p.result.Diags {
			if d.Severity == book.Error {
				t.Errorf("%s", d)
			}
		}
	}
}

// TestCorpusPositions holds that every node stands at a place that its file has.
func TestCorpusPositions(t *testing.T) {
	for _, p := range readCorpus(t) {
		lines := lineStarts(p.src)
		check := func(what string, pos book.Pos) {
			if pos.File != p.file || pos.Line < 1 || pos.Line > len(lines) {
				t.Errorf("%s: %s stands at %s", p.file, what, pos)
				return
			}
			end := len(p.src) + 1
			if pos.Line < len(lines) {
				end = lines[pos.Line]
			}
			if pos.Col < 1 || lines[pos.Line-1]+pos.Col > end+1 {
				t.Errorf("%s: %s stands beyond its line at %s", p.file, what, pos)
			}
		}
		eachNode(p.result.Article, check)
		for _, d := range p.result.Diags {
			check("message "+string(d.Code), d.Pos)
		}
		for _, d := range p.result.Article.Dropped {
			check("drop "+string(d.Class), d.Pos)
		}
	}
}

// eachNode calls f for every node of an article that stands in its file.
func eachNode(a *book.Article, f func(what string, pos book.Pos)) {
	blocks := func(blocks []book.Block) {
		book.WalkBlocks(blocks, func(b book.Block) bool {
			f("block", b.Position())
			return true
		})
		book.EachText(blocks, func(inlines []book.Inline) {
			book.WalkInlines(inlines, func(in book.Inline) bool {
				f("inline", in.Position())
				return true
			})
		})
	}
	blocks(a.Blocks)
	for _, n := range a.Notes {
		f("note", n.Pos)
		blocks(n.Blocks)
	}
	if a.Redirect != nil {
		f("redirect", a.Redirect.Pos)
	}
}

func TestReadDirSkipsHiddenFiles(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"B.md": "b\n", "A.md": "a\n", "._A.md": "x", ".!1!C.md": "x", "notes.txt": "x",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	results, err := ReadDir(dir, 3)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range results {
		names = append(names, r.Article.Name)
	}
	if len(names) != 2 || names[0] != "A" || names[1] != "B" {
		t.Errorf("read %q, want A and B", names)
	}
}

func TestUnreadableFile(t *testing.T) {
	results := ReadFiles([]File{{Path: filepath.Join(t.TempDir(), "gone.md"), Name: "pages/gone.md"}}, 2, nil)
	d := results[0].Diags
	if results[0].Article != nil || len(d) != 1 || d[0].Code != book.ArticleUnread || d[0].File != "pages/gone.md" {
		t.Errorf("got %v, %v", results[0].Article, d)
	}
}

// BenchmarkCorpus reads all real articles with one worker.
func BenchmarkCorpus(b *testing.B) {
	files, err := List(corpusDir, "pages")
	if err != nil {
		b.Skip(err)
	}
	srcs := make([][]byte, len(files))
	size := 0
	for i, f := range files {
		if srcs[i], err = os.ReadFile(f.Path); err != nil {
			b.Fatal(err)
		}
		size += len(srcs[i])
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	p := newParser()
	for b.Loop() {
		for i, f := range files {
			read(p, f.Name, "x", srcs[i])
		}
	}
}
