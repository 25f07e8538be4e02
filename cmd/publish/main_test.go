package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"publish/book"
	"publish/output/validators"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"publish": main})
}

// TestScript runs testdata/script: one file for each behaviour of the program.
func TestScript(t *testing.T) {
	if found, err := filepath.Glob("testdata/script/*.txtar"); err != nil || len(found) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: scriptCommands(),
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "superuser":
				return os.Geteuid() == 0 || runtime.GOOS == "windows", nil
			}
			return false, nil
		},
	})
}

// publishTest runs the program inside the test, on a machine whose fonts lie in the
// folder machine-fonts of the working directory.
func publishTest(t testing.TB, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, messages bytes.Buffer
	p := &program{stdout: &out, stderr: &messages, fontFolders: []string{"machine-fonts"}}
	cmd := p.command()
	cmd.SetArgs(args)
	status = p.exitStatus(cmd.Execute())
	return out.String(), messages.String(), status
}

// buildTest builds a book and returns its editions by extension.
func buildTest(t testing.TB, args ...string) map[string]string {
	t.Helper()
	out, messages, status := publishTest(t, append([]string{"build", "-q", "-o", t.TempDir()}, args...)...)
	if status != 0 {
		t.Fatalf("exit status %d\n%s", status, messages)
	}
	editions := map[string]string{}
	for _, file := range strings.Fields(out) {
		editions[filepath.Ext(file)] = file
	}
	if len(editions) != 2 {
		t.Fatalf("editions: %q", out)
	}
	return editions
}

// putFiles writes files into a folder.
func putFiles(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		place := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(place), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// realBooks lists the manifests of the corpus, and skips the test without it.
func realBooks(t testing.TB) []string {
	t.Helper()
	found, err := filepath.Glob("../../../shared/corpus/books/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Skip("the folder of real books is not there: ../shared/corpus/books")
	}
	return found
}

func TestExplainEveryCode(t *testing.T) {
	for _, code := range book.Codes() {
		out, messages, status := publishTest(t, "explain", string(code))
		if status != 0 || messages != "" {
			t.Errorf("explain %s: exit status %d, %s", code, status, messages)
		}
		if head := string(code) + " (" + code.Severity().String() + ")\n\n"; !strings.HasPrefix(out, head) || len(out) < len(head)+40 {
			t.Errorf("explain %s printed %q", code, out)
		}
	}
}

// TestHelpOfEveryCommand holds each command to a short text, a long one or a
// usage, and an example.
func TestHelpOfEveryCommand(t *testing.T) {
	p := &program{stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}}
	for _, cmd := range p.command().Commands() {
		if cmd.Short == "" || cmd.Example == "" {
			t.Errorf("%s: the help lacks a text or an example", cmd.Name())
		}
		out, messages, status := publishTest(t, cmd.Name(), "--help")
		if status != 0 || messages != "" || !strings.Contains(out, strings.TrimSpace(cmd.Example)) {
			t.Errorf("%s --help: exit status %d, %s%s", cmd.Name(), status, messages, out)
		}
	}
}

// TestShapeFlagsAreKeys compares the flags with the schema of manifests.
func TestShapeFlagsAreKeys(t *testing.T) {
	schema, err := os.ReadFile("../../book/book.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range shapeFlags() {
		for _, key := range strings.Split(f.key, ".") {
			if !bytes.Contains(schema, []byte(`"`+key+`"`)) {
				t.Errorf("--%s: the schema has no key %q", f.name, key)
			}
		}
	}
}

func TestSampleEditions(t *testing.T) {
	editions := buildTest(t, "--sample")
	check := func(name string, f func(testing.TB, string), file string) {
		t.Run(name, func(t *testing.T) { f(t, file) })
	}
	check("EPUBCheck", validators.EPUBCheck, editions[".epub"])
	check("Ace", validators.Ace, editions[".epub"])
	check("Reader", func(t testing.TB, path string) { validators.Reader(t, path) }, editions[".epub"])
	check("QPDF", validators.QPDF, editions[".pdf"])
	check("PDFFonts", validators.PDFFonts, editions[".pdf"])
	check("MuTool", validators.MuTool, editions[".pdf"])
	check("Alike", func(t testing.TB, path string) { validators.Alike(t, path, 1, 3, 5, 7, 11, 12, 60, 84, 90) }, editions[".pdf"])
	check("PDFText", func(t testing.TB, path string) {
		text := validators.PDFText(t, path)
		for _, words := range []string{"Loose Sheets", "Great Coram Street", "Afterword"} {
			if !strings.Contains(text, words) {
				t.Errorf("the text of the PDF lacks %q", words)
			}
		}
	}, editions[".pdf"])
}

func TestRealBooks(t *testing.T) {
	for _, manifest := range realBooks(t) {
		t.Run(strings.TrimSuffix(filepath.Base(manifest), ".yaml"), func(t *testing.T) {
			editions := buildTest(t, manifest)
			t.Run("EPUBCheck", func(t *testing.T) { validators.EPUBCheck(t, editions[".epub"]) })
			t.Run("QPDF", func(t *testing.T) { validators.QPDF(t, editions[".pdf"]) })
			t.Run("Alike", func(t *testing.T) { validators.Alike(t, editions[".pdf"], 5, 12, 40, 99) })
		})
	}
}

// BenchmarkBuild builds whole books, both editions, inside the test.
func BenchmarkBuild(b *testing.B) {
	b.Run("sample", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			buildTest(b, "--sample")
		}
	})
	for _, source := range []string{"books/unknown-revolution.yaml", "anarwiki/pages"} {
		b.Run(source, func(b *testing.B) {
			source := "../../../shared/corpus/" + source
			if _, err := os.Stat(source); err != nil {
				b.Skip("the real articles are not there: ../shared/corpus")
			}
			b.ReportAllocs()
			for b.Loop() {
				buildTest(b, source)
			}
		})
	}
}
