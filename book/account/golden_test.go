package account_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"publish/book"
	"publish/book/account"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/index"
	"publish/book/typography"
	"publish/book/wiki"
)

// TestGoldens closes the account of a book of each of the reader's examples, whose
// markup is of every kind that it knows: nothing is lost.
func TestGoldens(t *testing.T) {
	files, err := filepath.Glob("../wiki/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			name, ok := strings.CutSuffix(strings.TrimSuffix(f.Name, ".quoted"), ".md")
			if !ok {
				continue
			}
			t.Run(filepath.Base(file)+"/"+name, func(t *testing.T) {
				closeExample(t, name, text(t, f))
			})
		}
	}
}

// text returns the bytes of an example, some of which are written as a Go string.
func text(t *testing.T, f txtar.File) []byte {
	if !strings.HasSuffix(f.Name, ".quoted") {
		return f.Data
	}
	s, err := strconv.Unquote(strings.TrimSpace(string(f.Data)))
	if err != nil {
		t.Fatal(err)
	}
	return []byte(s)
}

func closeExample(t *testing.T, name string, src []byte) {
	file := name + ".md"
	a, _ := wiki.Read(file, name, src)
	if a.Redirect != nil {
		return // it is no chapter
	}
	m := book.FolderManifest(".", []string{name}, book.ManifestOptions{})
	b, _ := assembly.Assemble(m, []*book.Article{a}, nil)
	citation.Gather(b, m.Bibliography)
	index.Build(b, m.Index)
	typography.Set(b)
	sheets := account.Close(b, map[string][]byte{file: src})
	if len(sheets) != 1 {
		t.Fatalf("%d sheets", len(sheets))
	}
	checkSheet(t, sheets[0])
}
