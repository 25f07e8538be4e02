package main

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"publish/output/validators"
)

// corpusPages is a folder of real articles; it is not part of the project.
const corpusPages = "../../../shared/corpus/anarwiki/pages"

// TestEveryArticle makes a book of each real article by itself, both editions, and
// one of all of them: each is written whole, whatever the article holds, and EPUBCheck
// accepts its EPUB.
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
		failed[i] = buildAlone(t, filepath.Join(out, filepath.Base(files[i])), files[i])
	})
	for i, trouble := range failed {
		if trouble != "" {
			t.Errorf("%s: %s", files[i], trouble)
		}
	}
	t.Run("EPUBCheck", func(t *testing.T) { checkAlone(t, out) })
	t.Run("all", func(t *testing.T) {
		editions := buildTest(t, corpusPages)
		t.Run("EPUBCheck", func(t *testing.T) { validators.EPUBCheck(t, editions[".epub"]) })
	})
}

// checkAlone has every EPUB checked that stands in a folder of a folder, many with
// one start of Java, but not so many that a slow machine is given up on.
func checkAlone(t *testing.T, out string) {
	found, err := filepath.Glob(filepath.Join(out, "*", "*.epub"))
	if err != nil || len(found) == 0 {
		t.Fatalf("%d EPUBs, error %v", len(found), err)
	}
	for batch := range slices.Chunk(found, 64) {
		validators.EPUBCheckAll(t, batch...)
	}
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
		if filepath.Ext(name) == ".pdf" {
			if err := os.Remove(name); err != nil {
				return err.Error()
			}
		}
	}
	return ""
}
