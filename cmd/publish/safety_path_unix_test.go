//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// secret is what no edition and no message may hold.
const secret = "quicksilver"

// putLink makes a symbolic link.
func putLink(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
}

// TestSafetyLinkedFiles puts links out of the book's folders where files are
// expected: each is reported at its place, and nothing of its target gets out.
func TestSafetyLinkedFiles(t *testing.T) {
	const book = "title: A\ndate: 2026-03-01\narticles: pages\nchapters: [One]\n"
	tests := []struct{ name, manifest, place, target, message string }{
		{"article", book, "pages/One.md", "../private/Secret.md", "pages/One.md: error: the article"},
		{"absolute", book, "pages/One.md", "/private/Secret.md", "pages/One.md: error: the article"},
		{"article not in the book", book, "pages/Two.md", "../private/Secret.md", "pages/Two.md: error: the article"},
		{"front", book + "front: [preface]\n", "preface.md", "private/../../outside/Secret.md", "book.yaml:5:9: error: the article"},
		{"back", book + "back: [sub/afterword.md]\n", "sub", "../outside", "book.yaml:5:8: error: the article"},
		{"rules", book + "index: {file: index.yaml}\n", "index.yaml", "../outside/Secret.md", "book.yaml:5:15: error: the file of index rules"},
		{"cover", book + "cover: cover.png\n", "cover.png", "../outside/Secret.md", "is a link out of the folder"},
		{"picture", book, "images/p.png", "../private/Secret.md", "pages/One.md:3:1: error: the picture"},
		{"pictures through a folder", book, "images", "../outside", `book.yaml: warning: the folder of pictures "images" is a link`},
		{"articles", "title: A\narticles: linked\nchapters: [One]\n", "linked", "../outside", `book.yaml:2:11: warning: the folder of articles "linked" is a link`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			text := "# " + secret + "\n\n" + secret + ": [" + secret + "\n"
			putFiles(t, dir, map[string]string{
				"book/book.yaml": test.manifest, "book/pages/One.md": "A sheet.\n\n![](p.png)\n",
				"book/private/Secret.md": text, "outside/Secret.md": text, "outside/p.png": text, "outside/One.md": "A sheet.\n", "outside/afterword.md": text,
			})
			place := filepath.Join(dir, "book", test.place)
			if err := os.MkdirAll(filepath.Dir(place), 0o777); err != nil {
				t.Fatal(err)
			}
			os.Remove(place)
			if rest, ok := strings.CutPrefix(test.target, "/"); ok {
				test.target = filepath.Join(dir, "book", rest)
			}
			putLink(t, test.target, place)
			t.Chdir(filepath.Join(dir, "book"))
			_, messages, _ := publishTest(t, "build", "--progress", "none", "-o", filepath.Join(dir, "out"), "book.yaml")
			if !strings.Contains(messages, test.message) || !strings.Contains(messages, "hint: ") || strings.Contains(messages, secret) {
				t.Errorf("want %q, got\n%s", test.message, messages)
			}
			checkNoSecret(t, filepath.Join(dir, "out"))
		})
	}
}

// checkNoSecret looks into the editions for the secret.
func checkNoSecret(t *testing.T, dir string) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(dir, "*.epub"))
	for _, name := range files {
		for file, data := range unzipped(t, name) {
			if strings.Contains(string(data), secret) {
				t.Errorf("%s holds the secret", file)
			}
		}
	}
}

// TestSafetyLinkInside holds that a link from one place of a folder to another is
// followed, and so is one that the command line names.
func TestSafetyLinkInside(t *testing.T) {
	dir := t.TempDir()
	putFiles(t, dir, map[string]string{
		"book.yaml": "title: A\narticles: pages\nchapters: [Two]\n", "pages/old/One.md": "A sheet.\n", "One.md": "A sheet.\n",
	})
	putLink(t, "old/One.md", filepath.Join(dir, "pages/Two.md"))
	buildTest(t, filepath.Join(dir, "book.yaml"))
	putLink(t, filepath.Join(dir, "One.md"), filepath.Join(dir, "pages/Three.md"))
	buildTest(t, filepath.Join(dir, "pages/Three.md"))
}

// TestSafetyPipes puts pipes and devices where files are expected: none is waited
// for, each is reported.
func TestSafetyPipes(t *testing.T) {
	const manifest = "title: A\ndate: 2026-03-01\narticles: pages\nchapters: [One]\nfront: [preface]\ncover: cover.png\nindex: {file: index.yaml}\n"
	pipe := func(t *testing.T, name string) {
		if err := syscall.Mkfifo(name, 0o600); err != nil {
			t.Skipf("no pipes here: %v", err)
		}
	}
	makers := map[string]func(*testing.T, string){
		"pipe":   pipe,
		"folder": func(t *testing.T, name string) { os.Mkdir(name, 0o777) },
		"device": func(t *testing.T, name string) { putLink(t, "/dev/zero", name) },
	}
	for _, place := range []string{"book.yaml", "index.yaml", "cover.png", "preface.md", "pages/One.md", "images/p.png"} {
		for kind, make := range makers {
			t.Run(kind+"/"+place, func(t *testing.T) {
				dir := t.TempDir()
				putFiles(t, dir, map[string]string{
					"book.yaml": manifest, "pages/One.md": "A sheet.\n\n![](p.png)\n", "preface.md": "A word.\n",
					"index.yaml": "exclude: [sheet]\n", "cover.png": "", "images/q.png": "",
				})
				os.Remove(filepath.Join(dir, place))
				make(t, filepath.Join(dir, place))
				t.Chdir(dir)
				done := time.AfterFunc(time.Minute, func() { panic("the program waits for " + place) })
				defer done.Stop()
				_, messages, status := publishTest(t, "build", "--progress", "none", "-o", "out", "book.yaml")
				name := filepath.Base(place)
				if kind == "folder" && place == "pages/One.md" {
					name = "no articles" // a folder is none, whatever its name
				}
				if !strings.Contains(messages, name) || status == 0 && !strings.Contains(messages, "warning") && !strings.Contains(messages, "error") {
					t.Errorf("exit status %d\n%s", status, messages)
				}
			})
		}
	}
}
