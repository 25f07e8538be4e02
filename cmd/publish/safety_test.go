package main

import (
	"archive/zip"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// The tests whose names begin with Safety try what somebody could slip into a wiki,
// or into a book that is passed on: go test -run Safety ./...

// unzipped returns the files of an EPUB by name.
func unzipped(t testing.TB, name string) map[string][]byte {
	t.Helper()
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// TestSafetyNames names files out of the book's folders in every way that some
// system understands: in the manifest an error at the line, in an article as well.
func TestSafetyNames(t *testing.T) {
	outside := []string{
		"../Secret", "../../Secret.md", "sub/../../Secret", "/etc/passwd", "//host/share/Secret", `\\host\share\Secret`,
		`..\Secret`, `C:\Secret`, "C:/Secret", `sub\..\..\Secret`, "./../Secret",
	}
	for _, name := range outside {
		for _, key := range []string{"front", "chapters", "back"} {
			t.Run(key+"/"+name, func(t *testing.T) {
				manifest := "title: A\narticles: pages\n" + key + ":\n  - '" + name + "'\n"
				if key != "chapters" {
					manifest += "chapters: [One]\n"
				}
				messages := checkBook(t, manifest, "A sheet.\n")
				if !strings.Contains(messages, "book.yaml:4:5: error: ") || !strings.Contains(messages, "[path-outside]\n  hint: ") {
					t.Error(messages)
				}
			})
		}
		t.Run("picture/"+name, func(t *testing.T) {
			messages := checkBook(t, "title: A\narticles: pages\nchapters: [One]\n", "A sheet.\n\n![A map](<"+strings.ReplaceAll(name, `\`, `\\`)+".png>)\n")
			if !strings.Contains(messages, "pages/One.md:3:1: error: ") || !strings.Contains(messages, "[path-outside]\n  hint: ") {
				t.Error(messages)
			}
		})
	}
}

// TestSafetyOddNames holds that names that no file can have, or only a device on
// Windows, end in a message or are but names.
func TestSafetyOddNames(t *testing.T) {
	for _, name := range []string{`a\0b`, "CON", "NUL.md", "aux", "name. ", "name...", "a:b", "%2e%2e%2fSecret", "..%2fSecret", "....//Secret", `a\nb`, "*", "[", "a\\x07b", "~/Secret", "$HOME/Secret"} {
		t.Run(name, func(t *testing.T) {
			messages := checkBook(t, "title: A\narticles: pages\nfront: [\""+strings.ReplaceAll(name, `\`, `\`)+"\"]\nchapters: [One]\n", "A sheet.\n")
			if !strings.Contains(messages, "book.yaml:3:9: error: ") && name != "*" {
				t.Error(messages)
			}
			messages = checkBook(t, "title: A\narticles: pages\nchapters: [One]\n", "A sheet.\n\n![A map](<"+name+".png>)\n")
			if !strings.Contains(messages, "picture-missing") && !strings.Contains(messages, "path-outside") {
				t.Error(messages)
			}
		})
	}
}

// checkBook returns the messages on a book of one article.
func checkBook(t *testing.T, manifest, article string) string {
	t.Helper()
	dir := t.TempDir()
	putFiles(t, dir, map[string]string{"book.yaml": manifest, "pages/One.md": article, "Secret.md": "A secret.\n", "images/a.txt": ""})
	t.Chdir(dir)
	_, messages, _ := publishTest(t, "check", "--progress", "none", filepath.FromSlash("book.yaml"))
	return messages
}
