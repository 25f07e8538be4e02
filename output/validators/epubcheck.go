package validators

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// EPUBCheck fails t for every message that EPUBCheck has about the EPUB at path,
// of any severity, usage hints apart.
func EPUBCheck(t testing.TB, path string) {
	t.Helper()
	EPUBCheckAll(t, path)
}

// EPUBCheckAll is EPUBCheck for many books with one start of Java.
func EPUBCheckAll(t testing.TB, paths ...string) {
	t.Helper()
	found, err := epubcheck(t.TempDir(), paths)
	report(t, "EPUBCheck", found, err)
}

func epubcheck(dir string, paths []string) ([]Problem, error) {
	if len(paths) == 0 {
		return nil, errNoFiles
	}
	h, err := findHome()
	if err != nil {
		return nil, err
	}
	var args []string
	for i, path := range paths {
		args = append(args, path, reportName(dir, i))
	}
	java, err := h.java("epubcheck", args...)
	if err != nil {
		return nil, err
	}
	out, err := java.run()
	if err != nil {
		return nil, err
	}
	if want := fmt.Sprintf("checked %d\n", len(paths)); out.status != 0 || out.stdout != want {
		return nil, fmt.Errorf("status %d: %s", out.status, out.said())
	}
	var found []Problem
	for i, path := range paths {
		messages, err := readEPUBCheck(path, reportName(dir, i))
		if err != nil {
			return nil, err
		}
		found = append(found, messages...)
	}
	return found, nil
}

func reportName(dir string, i int) string {
	return filepath.Join(dir, fmt.Sprintf("epubcheck-%d.json", i))
}

// epubcheckReport is the part of EPUBCheck's JSON report that is read here.
type epubcheckReport struct {
	Checker struct {
		Filename string
		NFatal   int
		NError   int
		NWarning int
		NUsage   int
	}
	Messages []struct {
		ID        string
		Severity  string
		Message   string
		Locations []struct {
			Path         string
			Line, Column int
		}
		AdditionalLocations int
	}
}

func readEPUBCheck(book, name string) ([]Problem, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("no report on %s: %w", book, err)
	}
	var r epubcheckReport
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("report on %s: %w", book, err)
	}
	var found []Problem
	for _, m := range r.Messages {
		p := Problem{File: book, Severity: m.Severity, Rule: m.ID, Text: m.Message}
		if len(m.Locations) == 0 {
			found = append(found, p)
		}
		for _, l := range m.Locations {
			p.File, p.Line, p.Col = book+":"+l.Path, max(l.Line, 0), max(l.Column, 0)
			found = append(found, p)
		}
		if m.AdditionalLocations > 0 {
			last := &found[len(found)-1]
			last.Text += fmt.Sprintf(" (and at %d more places)", m.AdditionalLocations)
		}
	}
	if r.Checker.NFatal+r.Checker.NError+r.Checker.NWarning > 0 && len(found) == 0 {
		return nil, fmt.Errorf("report on %s counts messages but lists none", book)
	}
	return found, nil
}
