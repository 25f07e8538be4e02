package assembly_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"publish/book"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/index"
	"publish/book/typography"
	"publish/book/wiki"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestGolden makes a book of each testdata/*.txtar: book.yaml and the
// articles are the input; book, notes, bibliography, index and messages are the
// dumps of what must come of them, each where the archive has it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := dumps(t, archive)
			for i, f := range archive.Files {
				data, output := got[f.Name]
				if !output {
					continue
				}
				if !bytes.Equal(data, f.Data) && !*update {
					t.Errorf("%s:\n%s\nwant:\n%s", f.Name, data, f.Data)
				}
				archive.Files[i].Data = data
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// dumps makes the book of an archive and returns the dumps of its parts by name.
func dumps(t *testing.T, archive *txtar.Archive) map[string][]byte {
	t.Helper()
	var m *book.Manifest
	var articles []*book.Article
	var diags book.Diags
	for _, f := range archive.Files {
		if f.Name == "book.yaml" {
			m, diags = book.ReadManifest(f.Name, f.Data, book.ManifestOptions{})
		} else if name, ok := strings.CutSuffix(f.Name, ".md"); ok {
			a, _ := wiki.Read(f.Name, name, f.Data)
			articles = append(articles, a)
		}
	}
	if m == nil {
		t.Fatal("the archive has no book.yaml")
	}
	var pictures map[string]*book.Picture
	if slices.ContainsFunc(archive.Files, func(f txtar.File) bool { return f.Name == "press.png" }) {
		pictures = map[string]*book.Picture{"press.png": {Name: "press.png"}}
	}
	b, found := assembly.Assemble(m, articles, pictures)
	diags = append(diags, found...)
	diags.Sort()
	citation.Gather(b, book.BibliographySpec{})
	index.Build(b, m.Index)
	typography.Set(b)
	out := map[string][]byte{}
	for name, dump := range map[string]func(io.Writer, *book.Book) error{
		"book": book.DumpBook, "notes": book.DumpNotes, "bibliography": book.DumpBibliography, "index": book.DumpIndex,
	} {
		var buf bytes.Buffer
		if err := dump(&buf, b); err != nil {
			t.Fatal(err)
		}
		out[name] = buf.Bytes()
	}
	var messages strings.Builder
	for _, d := range diags {
		messages.WriteString(d.String() + "\n")
	}
	out["messages"] = []byte(messages.String())
	return out
}
