package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"publish/book"
)

var update = flag.Bool("update", false, "rewrite what testdata/diag and testdata/structure expect")

// TestDiag runs the program on each testdata/diag/CODE.txtar, which shows what makes
// it report that code. The messages are expected at their places:
//
//	text <!-- ERROR "code" "code" -->     in an article, at this line
//	key: value # ERROR "code"             in a manifest
//	ERROR "code" FILE:LINE                in the archive's comment, where a mark would
//	                                      be in the way; FILE for one without a line
//
// every expected one must be reported, and every reported one expected. The file
// messages of the archive holds them as they are printed.
//
// The comment may give the command ("check book.yaml" if not) after a dollar sign. A
// file whose name ends in .quoted holds its bytes as a Go string; one in .link is a
// symbolic link; one in .font tells how to make a font of a bundled one ([testFont]).
func TestDiag(t *testing.T) {
	codes := slices.DeleteFunc(book.Codes(), func(code book.Code) bool {
		return code == book.TextLost // no text brings it about: TestLostWords
	})
	for _, code := range codes {
		t.Run(string(code), func(t *testing.T) {
			path := filepath.Join("testdata", "diag", string(code)+".txtar")
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatalf("every code has a test: %v", err)
			}
			path, err = filepath.Abs(path)
			if err != nil {
				t.Fatal(err)
			}
			unpack(t, archive)
			_, got, _ := publishTest(t, diagCommand(archive)...)
			got = counts.ReplaceAllString(got, "")
			compareDiags(t, archive, code, got)
			compareFile(t, path, archive, "messages", got)
		})
	}
	files, err := filepath.Glob("testdata/diag/*.txtar")
	if err != nil || len(files) != len(codes) {
		t.Errorf("%d tests of %d codes: %v", len(files), len(codes), err)
	}
}

var (
	counts   = regexp.MustCompile(`(?m)^publish: \d.*\n`)
	message  = regexp.MustCompile(`(?m)^(.*?)(?::(\d+):\d+)?: (?:error|warning|info): .*\[([a-z-]+)\]$`)
	expected = regexp.MustCompile(`ERROR((?: "[a-z-]+")+)(?: (\S+))?`)
	quoted   = regexp.MustCompile(`"([a-z-]+)"`)
)

// unpack writes the files of an archive into a new folder and goes there.
func unpack(t *testing.T, archive *txtar.Archive) {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	for _, f := range archive.Files {
		name, data := f.Name, f.Data
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if name, ok := strings.CutSuffix(name, ".link"); ok {
			if runtime.GOOS == "windows" {
				t.Skip("symbolic links need a privilege on Windows")
			}
			if err := os.Symlink(strings.TrimSpace(string(data)), name); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if bare, ok := strings.CutSuffix(name, ".font"); ok {
			name, data = bare, testFont(t, string(data))
		}
		if bare, ok := strings.CutSuffix(name, ".quoted"); ok {
			text, err := strconv.Unquote(strings.TrimSpace(string(data)))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			name, data = bare, []byte(text)
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// diagCommand returns the command that an archive asks for.
func diagCommand(archive *txtar.Archive) []string {
	for line := range strings.Lines(string(archive.Comment)) {
		if command, ok := strings.CutPrefix(line, "$ "); ok {
			return append(strings.Fields(command), "--progress", "none")
		}
	}
	return []string{"check", "book.yaml", "--progress", "none"}
}

// compareDiags holds that every expected message is reported, every reported one
// expected, and one of them is what the test is for.
func compareDiags(t *testing.T, archive *txtar.Archive, code book.Code, got string) {
	t.Helper()
	want := expectedIn("", archive.Comment)
	for _, f := range archive.Files {
		if f.Name != "messages" {
			want = append(want, expectedIn(f.Name, f.Data)...)
		}
	}
	var found []string
	shown := false
	for _, m := range message.FindAllStringSubmatch(got, -1) {
		found = append(found, diagKey(m[1], m[2], m[3]))
		shown = shown || m[3] == string(code)
	}
	slices.Sort(want)
	slices.Sort(found)
	if !slices.Equal(slices.Compact(want), slices.Compact(found)) {
		t.Errorf("expected %q\nreported %q\n%s", want, found, got)
	}
	if !shown {
		t.Errorf("%s is not reported", code)
	}
}

// expectedIn returns the messages that a file expects; the comment of an archive
// gives the place of each itself.
func expectedIn(file string, data []byte) []string {
	var want []string
	for i, line := range bytes.Split(data, []byte("\n")) {
		for _, m := range expected.FindAllSubmatch(line, -1) {
			name, number := file, strconv.Itoa(i+1)
			if file == "" {
				name, number, _ = strings.Cut(string(m[2]), ":")
			}
			for _, code := range quoted.FindAllSubmatch(m[1], -1) {
				want = append(want, diagKey(name, number, string(code[1])))
			}
		}
	}
	return want
}

func diagKey(file, line, code string) string { return fmt.Sprintf("%s:%s %s", file, line, code) }

// compareFile compares what was printed with a file of the archive, or rewrites it.
func compareFile(t *testing.T, path string, archive *txtar.Archive, name, got string) {
	t.Helper()
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == name })
	if *update {
		if i < 0 {
			i = len(archive.Files)
			archive.Files = append(archive.Files, txtar.File{Name: name})
		}
		archive.Files[i].Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if i < 0 || string(archive.Files[i].Data) != got {
		t.Errorf("printed:\n%s", got)
	}
}

// TestLostWords takes a paragraph out of a book that is made, as no stage may.
func TestLostWords(t *testing.T) {
	var messages bytes.Buffer
	p := &program{stdout: &bytes.Buffer{}, stderr: &messages}
	cmd := p.command()
	cmd.SetArgs([]string{"check", "--sample", "--progress", "none"})
	if err := cmd.Execute(); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(messages.String(), string(book.TextLost)) || !strings.Contains(messages.String(), ", 0 lost\n") {
		t.Errorf("the sample: %s", messages.String())
	}
	messages.Reset()
	chapter := &book.Chapter{Pos: book.Pos{File: "One.md"}}
	w := &writer{
		book:   &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{chapter}}}},
		source: &source{texts: map[string][]byte{"One.md": []byte("A sheet\nis folded.\n")}},
	}
	if err := p.closeAccount(w); err != nil {
		t.Fatal(err)
	}
	want := "One.md:1:1: warning: 4 words are neither in the book nor left out: \"A\", \"sheet\", \"is\", \"folded\" [text-lost]\n"
	if got := messages.String(); !strings.HasPrefix(got, want) {
		t.Errorf("printed %s, want %s", got, want)
	}
}

// TestAccount holds that the account of every article of the sample and of the real
// books adds up in the report, and that nothing is lost.
func TestAccount(t *testing.T) {
	check := func(t *testing.T, args ...string) {
		report := filepath.Join(t.TempDir(), "report.json")
		_, messages, status := publishTest(t, append([]string{"check", "-q", "--report", report}, args...)...)
		if status != 0 {
			t.Fatal(messages)
		}
		data, err := os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		var r buildReport
		if err := json.Unmarshal(data, &r); err != nil {
			t.Fatal(err)
		}
		if len(r.Articles) == 0 {
			t.Error("the report has no articles")
		}
		sum := accountReport{}
		for _, a := range r.Articles {
			checkSum(t, a.File, a.accountReport)
			sum.Source, sum.Book, sum.Lost = sum.Source+a.Source, sum.Book+a.Book, sum.Lost+a.Lost
		}
		checkSum(t, "the book", r.Account)
		if sum.Source != r.Account.Source || sum.Book != r.Account.Book || r.Account.Lost != 0 {
			t.Errorf("the articles have %+v, the book %+v", sum, r.Account)
		}
	}
	t.Run("sample", func(t *testing.T) { check(t, "--sample") })
	for _, manifest := range realBooks(t) {
		t.Run(filepath.Base(manifest), func(t *testing.T) { check(t, manifest) })
	}
	t.Run("pages", func(t *testing.T) { check(t, "../../../shared/corpus/anarwiki/pages") })
}

func checkSum(t *testing.T, name string, r accountReport) {
	t.Helper()
	sum := r.Book + r.Lost
	for _, n := range r.Dropped {
		sum += n.Words
	}
	if sum != r.Source {
		t.Errorf("%s: %d words, but %d in the book, left out or lost", name, r.Source, sum)
	}
}
