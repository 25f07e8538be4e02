package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"publish/output/validators"
)

// someArticles is how many of the real articles veraPDF looks at, spread over all.
const someArticles = 60

// TestPDFStandards holds the sample, the real books and a sample of the real articles,
// each a book by itself, to the standards that their metadata claims.
func TestPDFStandards(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute of CPU")
	}
	paths := []string{standardPDF(t, "sample", "--sample"), standardPDF(t, "study", append(studyFlags(), "--sample")...)}
	books, _ := filepath.Glob("../../../shared/corpus/books/*.yaml")
	articles, _ := filepath.Glob(corpusPages + "/[^.]*.md")
	for i := 0; i < len(articles); i += max(len(articles)/someArticles, 1) {
		books = append(books, articles[i])
	}
	for i, input := range books {
		paths = append(paths, standardPDF(t, fmt.Sprintf("book%d", i), input))
	}
	full := standardPDF(t, "full", "--attach", "manifest,epub", "--sample")
	for _, profile := range []validators.Profile{validators.PDFUA1, validators.PDFA2A} {
		t.Run(string(profile), func(t *testing.T) { validators.VeraPDF(t, profile, paths...) })
	}
	for _, profile := range []validators.Profile{validators.PDFUA1, validators.PDFA3A} {
		t.Run("attachments "+string(profile), func(t *testing.T) { validators.VeraPDF(t, profile, full) })
	}
}

// standardPDF builds the PDF of a book into a folder of its own.
func standardPDF(t *testing.T, folder string, input ...string) string {
	t.Helper()
	out, messages, status := publishTest(t, append([]string{"build", "-q", "--progress", "none", "-e", "pdf",
		"-o", filepath.Join(t.TempDir(), folder)}, input...)...)
	if status != 0 {
		t.Fatalf("%s: %s", input, messages)
	}
	return strings.TrimSpace(out)
}
