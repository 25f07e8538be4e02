package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"publish/book"
	"publish/layout"
	"publish/output/validators"
)

// studyFlags asks for every aid for study but questions.
func studyFlags() []string {
	return []string{"--paragraph-numbers", "--line-numbers", "5", "--margin", "wide", "--note-pages", "1"}
}

// studyBooks returns what to build a book from: the sample and, where there is time, the
// real books.
func studyBooks(t *testing.T) []string {
	t.Helper()
	books := []string{"--sample"}
	if !testing.Short() {
		books = append(books, realBooks(t)...)
	}
	return books
}

// TestSameParagraphNumbers reads the numbers of paragraphs, with the words that follow
// them, from the pages, from the large print and from the EPUB: they are the same, and
// those of a pack are those of the whole book.
func TestSameParagraphNumbers(t *testing.T) {
	for _, input := range studyBooks(t) {
		t.Run(filepath.Base(input), func(t *testing.T) {
			w := prepareTest(t, "-e", "epub,pdf,large-print", "--paragraph-numbers", input)
			onPages, inLarge, inEPUB := pageNumbers(w.doc), pageNumbers(w.large), epubNumbers(t, w)
			if len(onPages) < 50 {
				t.Fatalf("only %d paragraphs have a number", len(onPages))
			}
			compareNumbers(t, "large print", inLarge, onPages)
			compareNumbers(t, "EPUB", inEPUB, onPages)
			pack := prepareTest(t, "-e", "pdf", "--paragraph-numbers", "--chapters", "4", "--chapters", "2", input)
			for _, n := range pageNumbers(pack.doc) {
				if strings.ContainsAny(n[:1], "ivxA") {
					continue // front and back matter
				}
				if !slices.Contains(onPages, n) || !strings.HasPrefix(n, "4.") && !strings.HasPrefix(n, "2.") {
					t.Errorf("the pack has %q", n)
				}
			}
		})
	}
}

func compareNumbers(t *testing.T, edition string, got, want []string) {
	t.Helper()
	for i, n := range want {
		if i >= len(got) || got[i] != n {
			t.Fatalf("%s: got %q, want %q", edition, append(got, "")[min(i, len(got))], n)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s has %d numbers, the pages %d", edition, len(got), len(want))
	}
}

// wordsBehind is how many letters behind a number tell that it is in the right place.
const wordsBehind = 12

// pageNumbers returns the numbers in the structure of a document, each with the first
// letters of its paragraph.
func pageNumbers(doc *layout.Document) []string {
	var list []string
	open := -1 // the number whose paragraph is being read
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok || len(line.Words) == 0 || line.Words[0].Element == nil {
				continue
			}
			text := ""
			e := line.Words[0].Element
			for i := range line.Words {
				if w := &line.Words[i]; w.Element.Role != "Lbl" || w.Element.Parent.Role == "P" { // no bullet
					text += shown(w)
				}
			}
			switch {
			case e.Role == "Lbl" && paragraphNumber.MatchString(text) && e.Parent.Role == "P":
				list = append(list, text+" ")
				open = len(list) - 1
			case open >= 0 && len(list[open]) < wordsBehind:
				list[open] += squeeze(text)
			}
		}
	}
	for i := range list {
		list[i] = firstLetters(list[i])
	}
	return list
}

var paragraphNumber = regexp.MustCompile(`^([0-9]+|[ivx]+|[A-Z]+)\.[0-9]+$`)

func firstLetters(s string) string {
	number, text, _ := strings.Cut(s, " ")
	letters := []rune(text)
	return number + " " + string(letters[:min(len(letters), 4)])
}

// epubNumbers returns the same of the EPUB.
func epubNumbers(t *testing.T, w *writer) []string {
	t.Helper()
	var file bytes.Buffer
	if err := w.epub(false)(&file); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	tags := regexp.MustCompile(`<[^>]*>`)
	marked := regexp.MustCompile(`<span class="paragraph-number" id="p([^"]*)">([^<]*)</span>`)
	for _, name := range spineOf(t, z) {
		data := string(open(t, z, "EPUB/"+name))
		for _, at := range marked.FindAllStringSubmatchIndex(data, -1) {
			id, number := data[at[2]:at[3]], data[at[4]:at[5]]
			if id != number {
				t.Errorf("the number %s has the ID p%s", number, id)
			}
			rest, _, _ := strings.Cut(data[at[1]:min(at[1]+400, len(data))], `<span class="paragraph-number"`)
			list = append(list, firstLetters(number+" "+squeeze(tags.ReplaceAllString(rest, ""))))
		}
	}
	return list
}

// TestStudyEditions holds the editions of a book with every aid to the validators.
func TestStudyEditions(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute of CPU")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("sample")); err != nil {
		t.Fatal(err)
	}
	questions := filepath.Join(dir, "questions.md")
	if err := os.WriteFile(questions, []byte("## 2\n\n1. What does 2.6 say?\n2. And who says so?\n\n## John_Lilburne\n\nWhat for?\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"build", "-q", "--progress", "none", "-e", "epub,pdf,large-print", "-o", filepath.Join(dir, "out"),
		"--questions", questions, filepath.Join(dir, "book.yaml")}, studyFlags()...)
	out, messages, status := publishTest(t, args...)
	if status != 0 {
		t.Fatal(messages)
	}
	for _, path := range strings.Fields(out) {
		if strings.HasSuffix(path, ".epub") {
			validators.EPUBCheck(t, path)
			validators.Ace(t, path)
		} else {
			validators.VeraPDF(t, validators.PDFUA1, path)
		}
	}
}

// TestPack finds nothing in a book of chosen chapters that leads to what was left out:
// no reference of the index, no page that is not known, no link.
func TestPack(t *testing.T) {
	for _, input := range studyBooks(t) {
		t.Run(filepath.Base(input), func(t *testing.T) {
			w := prepareTest(t, "-e", "pdf", "--chapters", "5", "--chapters", "2-3", input)
			numbers := []int{}
			for _, c := range w.book.Body() {
				numbers = append(numbers, c.Number)
			}
			if !slices.Equal(numbers, []int{5, 2, 3}) {
				t.Errorf("the chapters are %v", numbers)
			}
			headings := map[string]bool{}
			eachEntry(w.book.Index, func(e *book.IndexEntry, _ int) { headings[e.ID] = true })
			eachEntry(w.book.Index, func(e *book.IndexEntry, _ int) {
				for _, ref := range slices.Concat(e.See, e.SeeAlso) {
					if !headings[ref.Target] {
						t.Errorf("%q leads to no heading: %q", book.PlainText(e.Heading), book.PlainText(ref.Heading))
					}
				}
			})
			for _, page := range w.doc.Pages {
				for _, item := range page.Items {
					if area, ok := item.(*layout.LinkArea); ok && area.Target != "" {
						if _, ok := w.doc.Places[area.Target]; !ok {
							t.Errorf("a link leads to %q", area.Target)
						}
					}
				}
			}
			var file bytes.Buffer
			if err := w.epub(false)(&file); err != nil { // it refuses links without an end
				t.Error(err)
			}
		})
	}
}
