package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// corpusPages is a folder of real articles; it is not part of the project.
const corpusPages = "../../../shared/corpus/anarwiki/pages"

// TestEveryArticle makes a book of each real article by itself, both editions, and
// one of all of them: each is written whole, whatever the article holds.
func TestEveryArticle(t *testing.T) {
	files, err := filepath.Glob(corpusPages + "/[^.]*.md")
	switch {
	case err != nil:
		t.Fatal(err)
	case len(files) == 0:
		t.Skip("the real articles are not there: ../shared/corpus")
	case testing.Short():
		t.Skip("takes a minute of CPU")
	}
	out := t.TempDir()
	failed := make([]string, len(files))
	parallel(runtime.GOMAXPROCS(0), len(files), func(int, int) {}, func(i int) {
		dir := filepath.Join(out, filepath.Base(files[i]))
		failed[i] = buildAlone(t, dir, files[i])
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	for i, trouble := range failed {
		if trouble != "" {
			t.Errorf("%s: %s", files[i], trouble)
		}
	}
	t.Run("all", func(t *testing.T) { buildTest(t, corpusPages) })
}

// buildAlone builds a book of one article and says what went wrong.
func buildAlone(t *testing.T, dir, article string) (trouble string) {
	stdout, messages, status := publishTest(t, "build", "-q", "--progress", "none", "-j", "1", "-o", dir, article)
	written := strings.Fields(stdout)
	if status != 0 || len(written) != 2 {
		return messages
	}
	for _, name := range written {
		if info, err := os.Stat(name); err != nil || info.Size() < 1000 {
			return name + " is not whole"
		}
	}
	return ""
}
