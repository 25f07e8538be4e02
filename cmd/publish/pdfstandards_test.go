package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"publish/output/validators"
)

// TestPDFStandards holds the sample, the real books and all the real articles, each a
// book by itself, to the standards that their metadata claims.
func TestPDFStandards(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes of CPU")
	}
	paths := []string{standardPDF(t, "sample", "--sample"), standardPDF(t, "study", append(studyFlags(), "--sample")...)}
	books, _ := filepath.Glob("../../../shared/corpus/books/*.yaml")
	articles, _ := filepath.Glob(corpusPages + "/[^.]*.md")
	for i, input := range append(books, articles...) {
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
