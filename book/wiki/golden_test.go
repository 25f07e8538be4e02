package wiki

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"publish/book"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestGolden reads each testdata/*.txtar. Its *.md files are the input, *.md.quoted as Go strings; the file
// of the same name with .article is the dump of what the reader must make of it.
// Messages are expected at their lines: <!-- ERROR "code" "code" -->.
func TestGolden(t *testing.T) {
	for _, path := range goldenFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want := map[string][]byte{}
			var out []txtar.File
			for _, f := range archive.Files {
				want[f.Name] = f.Data
			}
			for _, f := range archive.Files {
				name, ok := strings.CutSuffix(strings.TrimSuffix(f.Name, ".quoted"), ".md")
				if !ok {
					continue
				}
				article, diags := Read(name+".md", name, goldenText(t, f))
				var b bytes.Buffer
				if err := book.DumpArticle(&b, article); err != nil {
					t.Fatal(err)
				}
				if got := b.Bytes(); !*update && !bytes.Equal(got, want[name+".article"]) {
					t.Errorf("%s:\n%s\nwant:\n%s", f.Name, got, want[name+".article"])
				}
				compareMessages(t, f, diags)
				out = append(out, f, txtar.File{Name: name + ".article", Data: b.Bytes()})
			}
			if *update {
				archive.Files = out
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// goldenText returns what a file of a golden holds; the name of one that is written
// as a Go string ends in .quoted.
func goldenText(t testing.TB, f txtar.File) []byte {
	t.Helper()
	if !strings.HasSuffix(f.Name, ".quoted") {
		return f.Data
	}
	text, err := strconv.Unquote(strings.TrimSpace(string(f.Data)))
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return []byte(text)
}

// goldenFiles returns the goldens; none at all is a failure.
func goldenFiles(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no goldens in testdata: %v", err)
	}
	return paths
}

var (
	expected = regexp.MustCompile(`<!-- ERROR((?: "[a-z-]+")+) -->`)
	quoted   = regexp.MustCompile(`"([a-z-]+)"`)
)

// compareMessages holds that every expected message is reported and every
// reported one is expected. Messages of weight info need not be.
func compareMessages(t *testing.T, f txtar.File, diags book.Diags) {
	t.Helper()
	want := map[string]bool{}
	for i, line := range bytes.Split(f.Data, []byte("\n")) {
		for _, m := range expected.FindAllSubmatch(line, -1) {
			for _, code := range quoted.FindAllSubmatch(m[1], -1) {
				want[fmt.Sprintf("%d %s", i+1, code[1])] = true
			}
		}
	}
	for _, d := range diags {
		key := fmt.Sprintf("%d %s", d.Line, d.Code)
		if _, ok := want[key]; !ok && d.Severity != book.Info {
			t.Errorf("not expected: %s", d)
		}
		want[key] = false
	}
	for key, missing := range want {
		if missing {
			t.Errorf("%s: line %s was expected and not reported", f.Name, key)
		}
	}
}

// FuzzRead holds that no input makes the reader panic, and that what it makes
// keeps the promises of the book's types.
func FuzzRead(f *testing.F) {
	for _, path := range goldenFiles(f) {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.Contains(file.Name, ".md") {
				f.Add(goldenText(f, file))
			}
		}
	}
	f.Add([]byte("a \xC2\n\xC3 \xFF\xEF\xAC\x81"))
	f.Fuzz(func(t *testing.T, src []byte) {
		a, diags := Read("fuzz.md", "fuzz", src)
		lines := len(lineStarts(src))
		eachNode(a, func(what string, pos book.Pos) {
			if pos.Line < 1 || pos.Line > lines || pos.Col < 1 {
				t.Errorf("%s stands at %s of %d lines", what, pos, lines)
			}
		})
		for _, d := range diags {
			if d.Line > lines {
				t.Errorf("message beyond the end: %s", d)
			}
		}
		checkTexts(t, a)
	})
}

// checkTexts holds what book says of texts and links.
func checkTexts(t *testing.T, a *book.Article) {
	t.Helper()
	check := func(blocks []book.Block) {
		book.EachText(blocks, func(inlines []book.Inline) {
			book.WalkInlines(inlines, func(in book.Inline) bool {
				switch in := in.(type) {
				case *book.Text:
					if in.Value == "" || strings.ContainsAny(in.Value, "\n\t\u00AD\x00") || strings.Contains(in.Value, "  ") {
						t.Errorf("%s: text %q", in.Pos, in.Value)
					}
				case *book.Link:
					if scheme, _, _ := strings.Cut(in.URL, ":"); !safeScheme(scheme) {
						t.Errorf("%s: link to %q", in.Pos, in.URL)
					}
				}
				return true
			})
		})
	}
	check(a.Blocks)
	labels := map[string]bool{}
	for _, n := range a.Notes {
		if labels[n.Label] || len(n.Blocks) == 0 {
			t.Errorf("%s: note %s stands twice or is empty", n.Pos, n.Label)
		}
		labels[n.Label] = true
		check(n.Blocks)
	}
	for _, list := range noteCalls(a) {
		if !labels[list] {
			t.Errorf("call of note %s, which is not there", list)
		}
	}
}

// noteCalls returns the labels that an article calls.
func noteCalls(a *book.Article) []string {
	var labels []string
	visit := func(blocks []book.Block) {
		book.EachText(blocks, func(inlines []book.Inline) {
			book.WalkInlines(inlines, func(in book.Inline) bool {
				if ref, ok := in.(*book.NoteRef); ok {
					labels = append(labels, ref.Label)
				}
				return true
			})
		})
	}
	visit(a.Blocks)
	for _, n := range a.Notes {
		visit(n.Blocks)
	}
	return labels
}

func TestCorpusTexts(t *testing.T) {
	for _, p := range readCorpus(t) {
		t.Run(p.result.Article.Name, func(t *testing.T) { checkTexts(t, p.result.Article) })
	}
}
