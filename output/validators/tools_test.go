package validators

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// A recorder stands in for a test and keeps what is said to it.
type recorder struct {
	testing.TB
	said []string
}

func (r *recorder) Helper() {}

func (r *recorder) Skipf(format string, args ...any) { r.record("skip", format, args) }

func (r *recorder) Errorf(format string, args ...any) { r.record("error", format, args) }

func (r *recorder) Fatalf(format string, args ...any) { r.record("fatal", format, args) }

func (r *recorder) record(kind, format string, args []any) {
	r.said = append(r.said, kind+": "+fmt.Sprintf(format, args...))
}

func TestReport(t *testing.T) {
	missing := fmt.Errorf("ace: %w", errMissing)
	problem := Problem{File: "book.epub:EPUB/a.xhtml", Line: 3, Col: 7, Severity: "ERROR", Rule: "RSC-012", Text: "no such fragment"}
	tests := []struct {
		name    string
		require string
		found   []Problem
		err     error
		want    string
	}{
		{"nothing to say", "1", nil, nil, ""},
		{"missing", "", nil, missing, "skip: V: ace: not installed; run .ci/validators"},
		{"missing in CI", "1", nil, missing, "fatal: V: ace: not installed; run .ci/validators"},
		{"broken", "", nil, errors.New("crashed"), "fatal: V: crashed"},
		{"problem", "", []Problem{problem}, nil, "error: V: book.epub:EPUB/a.xhtml:3:7: ERROR RSC-012: no such fragment"},
		{"many problems", "", make([]Problem, 60), nil, strings.Repeat("error: V: : \n", 50) + "error: V: and 10 more"},
		{"bare problem", "", []Problem{{File: "b.pdf", Text: "no fonts"}}, nil, "error: V: b.pdf: no fonts"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("PUBLISH_REQUIRE_VALIDATORS", test.require)
			r := &recorder{TB: t}
			report(r, "V", test.found, test.err)
			if got := strings.Join(r.said, "\n"); got != test.want {
				t.Errorf("said %q, want %q", got, test.want)
			}
		})
	}
}

func TestMissingTools(t *testing.T) {
	t.Setenv("PUBLISH_VALIDATORS", t.TempDir())
	t.Setenv("PATH", t.TempDir())
	books := []string{"book"}
	_, ofEPUBCheck := epubcheck(t.TempDir(), books)
	_, ofAce := ace(t.TempDir(), books)
	_, ofVeraPDF := veraPDF(PDFUA1, books)
	_, _, ofReader := reader(books)
	_, ofQPDF := qpdf("book")
	_, ofMuTool := mutool("book")
	_, ofFonts := pdfFonts("book")
	_, _, ofText := pdfText("book", nil)
	for i, err := range []error{ofEPUBCheck, ofAce, ofVeraPDF, ofReader, ofQPDF, ofMuTool, ofFonts, ofText, screenshots("book", "dir", nil)} {
		if !errors.Is(err, errMissing) {
			t.Errorf("%d: %v, want %v", i, err, errMissing)
		}
	}
}

func TestNoFiles(t *testing.T) {
	_, ofEPUBCheck := epubcheck(t.TempDir(), nil)
	_, ofAce := ace(t.TempDir(), nil)
	_, ofVeraPDF := veraPDF(PDFUA1, nil)
	_, _, ofReader := reader(nil)
	for i, err := range []error{ofEPUBCheck, ofAce, ofVeraPDF, ofReader} {
		if !errors.Is(err, errNoFiles) {
			t.Errorf("%d: %v, want %v", i, err, errNoFiles)
		}
	}
}

func TestFindHome(t *testing.T) {
	t.Setenv("PUBLISH_VALIDATORS", "cache")
	h, err := findHome()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(filepath.ToSlash(h.source), "output/validators") {
		t.Errorf("drivers in %s", h.source)
	}
	if dir, key := filepath.Split(h.tools); dir != "cache"+string(filepath.Separator) || len(key) != 12 {
		t.Errorf("tools in %s", h.tools)
	}
}
