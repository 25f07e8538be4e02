package main

import (
	"archive/zip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"publish/output/validators"
)

// faceBook names a face for each kind of text, one that stands in, and one that is cut
// off. The bundled faces have neither the Thai letter nor the hooked one.
const faceBook = `
-- book.yaml --
title: Faces
date: 2026-03-01
fonts:
  text: {regular: fonts/Text.ttf, italic: fonts/Slant.ttf, bold: fonts/Cut.ttf}
  heading: fonts/Title.ttf
  mono: fonts/Code.ttf
  fallback: fonts/Thai.ttf
chapters: [One]
-- fonts/Text.ttf.font --
take NotoSerif-Regular
-- fonts/Slant.ttf.font --
take NotoSerif-Italic
-- fonts/Cut.ttf.font --
take NotoSerif-Bold
cut 100000
-- fonts/Title.ttf.font --
take EBGaramond-Medium
-- fonts/Code.ttf.font --
take NanumMyeongjo
-- fonts/Thai.ttf.font --
take EBGaramond-Bold
map U+0E01 A
-- One.md --
A sheet[^1] with *slant* and **weight** and ` + "`code`" + ` and a ก is folded once.

## Further

Then it is cut.

[^1]: By hand.
`

// TestNamedFaces builds a book in faces that its manifest names: they are what the
// editions hold, the report names them, and both editions are valid.
func TestNamedFaces(t *testing.T) {
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	unpack(t, txtar.Parse([]byte(faceBook)))
	out, messages, status := publishTest(t, "build", "-q", "--progress", "none", "--report", "report.json", "book.yaml")
	if status != 0 || strings.Count(messages, "\n") != 2 || !strings.Contains(messages, "book.yaml:4:66: warning: the font \"fonts/Cut.ttf\"") {
		t.Fatalf("status %d\n%s", status, messages)
	}
	var report buildReport
	text, err := os.ReadFile("report.json")
	if err == nil {
		err = json.Unmarshal(text, &report)
	}
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, f := range report.Foreign {
		files = append(files, strings.TrimPrefix(f.File, "fonts/"))
		if f.Machine || len(f.SHA256) != 64 || !slices.Contains(report.Fonts, f.Name) {
			t.Errorf("the report says %+v; faces in use: %s", f, report.Fonts)
		}
	}
	if got := strings.Join(files, " "); got != "Text.ttf Slant.ttf Title.ttf Code.ttf Thai.ttf" {
		t.Errorf("the report names %s", got)
	}
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(home)
	for _, file := range strings.Fields(out) {
		file = filepath.Join(folder, file)
		if filepath.Ext(file) == ".pdf" {
			validators.VeraPDF(t, validators.PDFA2A, file)
			validators.VeraPDF(t, validators.PDFUA1, file)
		} else {
			validators.EPUBCheck(t, file)
			checkFaceRules(t, file)
		}
	}
}

// checkFaceRules holds the style sheet of an EPUB to the parts that its faces have.
func checkFaceRules(t *testing.T, file string) {
	t.Helper()
	sheet := zipped(t, file, ".css")
	for _, rule := range []string{
		"@font-face {\n\tfont-family: \"Noto Serif\";\n\tfont-weight: 400;\n\tfont-style: italic;",
		"body {\n\tfont-family: \"Noto Serif\", ",
		".ordinal {\n\tfont-family: \"EB Garamond",
		"pre, code {\n\tfont-family: \"NanumMyeongjo\", monospace;",
	} {
		if !strings.Contains(sheet, rule) {
			t.Errorf("the style sheet has no rule %q in\n%s", rule, sheet[:2000])
		}
	}
}

// zipped returns the file of an archive whose name has an ending.
func zipped(t *testing.T, archive, ending string) string {
	t.Helper()
	r, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, f := range r.File {
		if strings.HasSuffix(f.Name, ending) {
			in, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(in)
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
	}
	t.Fatalf("%s has no file %s", archive, ending)
	return ""
}

// TestFontFolders holds where each system keeps its fonts.
func TestFontFolders(t *testing.T) {
	env := map[string]string{"HOME": "/home/ann", "XDG_DATA_DIRS": "/a:/b", "WINDIR": `C:\Windows`}
	for system, want := range map[string]string{
		"linux":   "/home/ann/.local/share/fonts /home/ann/.fonts /a/fonts /b/fonts",
		"darwin":  "/home/ann/Library/Fonts /Library/Fonts /System/Library/Fonts",
		"windows": `C:\Windows/Fonts`,
	} {
		got := fontFolders(system, func(name string) string { return env[name] })
		if strings.Join(got, " ") != filepath.FromSlash(want) && filepath.Separator == '/' {
			t.Errorf("%s: %q", system, got)
		}
	}
	if got := fontFolders("windows", func(string) string { return "" }); got != nil {
		t.Errorf("without its variables Windows has %q", got)
	}
}
