package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// doubling returns YAML in which every name stands for nine times the one before it.
func doubling(first string) string {
	text := first + ": &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'j'; c++ {
		text += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.Repeat("*"+string(c-1)+",", 9))
	}
	return text
}

// TestSafetyYAML reads manifests, rules and front matter that are made to cost: each
// is told of, or read.
func TestSafetyYAML(t *testing.T) {
	const book = "title: A\ndate: 2026-03-01\narticles: pages\nchapters: [One]\n"
	const ruled = book + "index: {file: index.yaml}\n"
	deep := strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000)
	tests := []struct{ name, manifest, rules, front, message string }{
		{"aliases", doubling("x") + book, "", "", `unknown key "x"`},
		{"aliases in a list", doubling("subjects") + book, "", "", `unknown key "b"`},
		{"aliases as chapters", "title: A\nparts: &a\n - &b {title: x, chapters: [One]}\n" + strings.Repeat(" - *b\n", 1000), "", "", "more than 256 aliases"},
		{"circle", "title: A\nchapters: &a [*a]\n", "", "", "book.yaml:2:"},
		{"deep", "title: A\nchapters: " + deep + "\n", "", "", "max depth"},
		{"deep lists", "title: A\nchapters:\n  " + strings.Repeat("- ", 100_000) + "One\n", "", "", "max depth"},
		{"deep keys", "title: A\nchapters: " + strings.Repeat("{a: ", 100_000) + "One\n", "", "", "book.yaml:2:"},
		{"huge", book + "# " + strings.Repeat("x", 5<<20), "", "", "larger than"},
		{"long", "title: " + strings.Repeat("x", 1<<20) + "\nchapters: [One]\n", "", "", "more than 1000"},
		{"twice", book + "title: B\n", "", "", `the key "title" stands here twice`},
		{"merge", "title: A\n<<: {chapters: [One]}\n", "", "", `unknown key "<<"`},
		{"binary", "title: !!binary AAEC\nchapters: [One]\n", "", "", ""},
		{"not a text", "title: [A]\nchapters: {a: b}\n", "", "", "must be"},
		{"rules with aliases", ruled, doubling("exclude"), "", `index.yaml:2:1: error: unknown key "b"`},
		{"deep rules", ruled, "exclude: " + deep, "", "max depth"},
		{"rules twice", ruled, "exclude: [a]\nexclude: [b]\n", "", "stands here twice"},
		{"front matter with aliases", book, "", doubling("title"), ""},
		{"deep front matter", book, "", "title: " + deep, ""},
		{"front matter twice", book, "", "title: a\ntitle: b\n", ""},
		{"long title in front matter", book, "", "title: " + strings.Repeat("a ", 20_000) + "\n", "more than 1000 bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			article := "A sheet is folded once.\n"
			if test.front != "" {
				article = "---\n" + test.front + "---\n" + article
			}
			dir := t.TempDir()
			putFiles(t, dir, map[string]string{"book.yaml": test.manifest, "pages/One.md": article, "index.yaml": test.rules})
			t.Chdir(dir)
			messages := checkedTest(t, "book.yaml")
			if !strings.Contains(messages, test.message) {
				t.Errorf("want %q, got\n%.2000s", test.message, messages)
			}
		})
	}
}

// checkedTest returns what the program says of a book, which it must get through:
// what costs without bound runs into the time that tests have.
func checkedTest(t *testing.T, file string) string {
	t.Helper()
	_, messages, status := publishTest(t, "check", "--progress", "none", "--limit", "5", file)
	if failed := strings.Contains(messages, "error: "); failed != (status == exitInput) {
		t.Errorf("exit status %d\n%.2000s", status, messages)
	}
	return messages
}

// TestSafetySizes sets articles that are large in one way: each ends in a book, or in
// a message that says what is too much.
func TestSafetySizes(t *testing.T) {
	const n = 10_000
	notes := ""
	for i := range n {
		notes += fmt.Sprintf("x[^%d] ", i)
	}
	for i := range n {
		notes += fmt.Sprintf("\n\n[^%d]: Note %d.", i, i)
	}
	tests := []struct{ name, text, message string }{
		{"deep quotation", strings.Repeat("> ", n) + "deep", "nested deeper than 100"},
		{"deep list", strings.Repeat("- ", n) + "deep", "nested deeper than 100"},
		{"deep marks", strings.Repeat("<sup>", n) + "x", ""},
		{"wide table", "|" + strings.Repeat("a|", n) + "\n|" + strings.Repeat("-|", n) + "\n|" + strings.Repeat("b|", n), ""},
		{"long table", "|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", 60_000), "more than 100000"},
		{"long line", strings.Repeat("word ", 2_000_000), "larger than 4 MB"},
		{"long paragraph", strings.Repeat("word ", 60_000), ""},
		{"long word", strings.Repeat("x", 500_000), ""},
		{"word of hyphens", strings.Repeat("long-", 60_000), ""},
		{"long address", "See http://example.org/" + strings.Repeat("a", 500_000), "cannot be followed"},
		{"long heading", "# " + strings.Repeat("Heading ", 20_000) + "\n\nText.", ""},
		{"many notes", notes, ""},
		{"many paragraphs", strings.Repeat("a\n\n", 110_000), "more than 100000"},
		{"many headings", strings.Repeat("## a\n\nb\n\n", 5_000), ""},
		{"many links", strings.Repeat("[a](http://example.org/a)\n\n", 5_000), ""},
		{"tied words", strings.Repeat("a\u00a0", 100_000), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			putFiles(t, dir, map[string]string{"book.yaml": "title: A\ndate: 2026-03-01\nchapters: [One]\n", "One.md": test.text + "\n"})
			file := filepath.Join(dir, "book.yaml")
			if messages := checkedTest(t, file); !strings.Contains(messages, test.message) {
				t.Errorf("want %q, got\n%.2000s", test.message, messages)
			}
		})
	}
}

// TestSafetyLargeFile names an article of 200 MB.
func TestSafetyLargeFile(t *testing.T) {
	dir := t.TempDir()
	putFiles(t, dir, map[string]string{"book.yaml": "title: A\nchapters: [One]\n", "One.md": ""})
	if err := os.Truncate(filepath.Join(dir, "One.md"), 200<<20); err != nil { // a file of holes takes no room
		t.Skip(err)
	}
	t.Chdir(dir)
	if messages := checkedTest(t, "book.yaml"); !strings.Contains(messages, "One.md: error: the article cannot be read: larger than 4 MB") {
		t.Error(messages)
	}
}
