package notes_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"publish/book"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/citation/notes"
	"publish/book/wiki"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestGolden ties the notes of the book in each testdata/*.txtar, whose articles are
// its files: "notes" is what must come of them, "messages" what is reported, "cited"
// the list of works cited.
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
			b, messages := tied(t, archive)
			got := map[string]string{"notes": notesOf(b), "messages": messages, "cited": citedIn(b)}
			for i, f := range archive.Files {
				want, output := got[f.Name]
				if !output {
					continue
				}
				if !bytes.Equal([]byte(want), f.Data) && !*update {
					t.Errorf("%s:\n%s\nwant:\n%s", f.Name, want, f.Data)
				}
				archive.Files[i].Data = []byte(want)
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// tied makes the book of an archive with its notes tied.
func tied(t *testing.T, archive *txtar.Archive) (*book.Book, string) {
	t.Helper()
	m := &book.Manifest{Meta: book.Meta{Title: "A", Language: "en"}, Parts: []book.PartSpec{{}}}
	var articles []*book.Article
	for _, f := range archive.Files {
		name, ok := strings.CutSuffix(f.Name, ".md")
		if !ok {
			continue
		}
		a, _ := wiki.Read(f.Name, name, f.Data)
		articles = append(articles, a)
		m.Parts[0].Chapters = append(m.Parts[0].Chapters, book.ChapterSpec{Article: name})
	}
	b, _ := assembly.Assemble(m, articles, nil)
	citation.Gather(b, m.Bibliography)
	diags := notes.Tie(b, true)
	citation.List(b)
	diags.Sort()
	var out strings.Builder
	for _, d := range diags {
		fmt.Fprintln(&out, d)
	}
	return b, out.String()
}

// notesOf returns the notes of a book, links in braces, and what became of them.
func notesOf(b *book.Book) string {
	var out strings.Builder
	for _, c := range b.Chapters() {
		fmt.Fprintf(&out, "%s\n", c.ID)
		for _, n := range c.Notes {
			var lines []string
			book.EachText(n.Blocks, func(inlines []book.Inline) { lines = append(lines, marked(inlines)) })
			fmt.Fprintf(&out, "%d. %s\n", n.Number, strings.Join(lines, " / "))
			for _, tie := range n.Ties {
				if tie.Now != "" {
					fmt.Fprintf(&out, "   was: %s\n", tie.Was)
				}
			}
		}
	}
	return out.String()
}

// marked returns inlines as text: *italic*, {words|target}, <address>.
func marked(inlines []book.Inline) string {
	var b strings.Builder
	for _, in := range inlines {
		switch in := in.(type) {
		case *book.Text:
			b.WriteString(in.Value)
		case *book.Emphasis:
			b.WriteString("*" + marked(in.Inlines) + "*")
		case *book.CrossRef:
			b.WriteString("{" + marked(in.Inlines) + "|" + in.Target + "}")
		case *book.Link:
			b.WriteString("<" + marked(in.Inlines) + ">")
		case *book.NoteRef:
			fmt.Fprintf(&b, "^%d", in.Number)
		default:
			b.WriteString(marked(book.Children(in)))
		}
	}
	return b.String()
}

// citedIn returns the works that the notes cite.
func citedIn(b *book.Book) string {
	var out strings.Builder
	for _, e := range b.Cited.Entries {
		fmt.Fprintln(&out, marked(e.Text))
	}
	return out.String()
}
