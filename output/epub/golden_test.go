package epub

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"publish/book"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// The text files of two editions of the sample book stand in testdata as they
// should be: with the locators of chapters and the notes at the end of the book,
// and with the folios of a print edition and the notes in their chapters.
func TestGolden(t *testing.T) {
	printed := sampleBook(t)
	printed.NotePlace = book.NotesChapter
	withFolios := Options{Folios: map[string]string{"at-1": "3", "ref-1b": "5", "at-2": "112", "at-3": "4", "at-4": "112"}}
	withFolios.Pages, withFolios.PageSource = samplePages(printed), "Sample, PDF edition"
	for _, test := range []struct {
		name string
		book *book.Book
		opt  Options
	}{
		{"sample", sampleBook(t), sampleOptions(t)},
		{"folios", printed, withFolios},
	} {
		files, order := unzip(t, write(t, test.book, test.opt))
		archive := &txtar.Archive{Comment: []byte("An edition of sampleBook. Pictures and the style sheet are left out.\n")}
		for _, name := range order {
			if strings.HasSuffix(name, ".xhtml") || strings.HasSuffix(name, ".opf") || strings.HasSuffix(name, ".ncx") {
				archive.Files = append(archive.Files, txtar.File{Name: name, Data: files[name]})
			}
		}
		compareGolden(t, filepath.Join("testdata", test.name+".txtar"), txtar.Format(archive))
	}
}

func compareGolden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	gotLines, wantLines := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range gotLines {
		if i >= len(wantLines) || gotLines[i] != wantLines[i] {
			t.Fatalf("%s:%d:\n got %s\nwant %s", path, i+1, gotLines[i], strings.Join(wantLines[i:min(i+1, len(wantLines))], ""))
		}
	}
	t.Fatalf("%s is longer than the edition", path)
}
