package validators

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// Ace fails t for every violation of an accessibility rule that Ace by DAISY
// finds in the EPUB at path, whatever its impact.
func Ace(t testing.TB, path string) {
	t.Helper()
	AceAll(t, path)
}

// AceAll is Ace for many books in one process.
func AceAll(t testing.TB, paths ...string) {
	t.Helper()
	found, err := ace(t.TempDir(), paths)
	report(t, "Ace", found, err)
}

func ace(dir string, paths []string) ([]Problem, error) {
	if len(paths) == 0 {
		return nil, errNoFiles
	}
	h, err := findHome()
	if err != nil {
		return nil, err
	}
	var args []string
	for i, path := range paths {
		args = append(args, path, aceFolder(dir, i))
	}
	node, err := h.node("ace/check.mjs", args...)
	if err != nil {
		return nil, err
	}
	out, err := node.run()
	if err != nil {
		return nil, err
	}
	if out.status != 0 {
		return nil, fmt.Errorf("status %d: %s", out.status, out.said())
	}
	var found []Problem
	for i, path := range paths {
		violations, err := readAce(path, filepath.Join(aceFolder(dir, i), "report.json"))
		if err != nil {
			return nil, err
		}
		found = append(found, violations...)
	}
	return found, nil
}

func aceFolder(dir string, i int) string {
	return filepath.Join(dir, fmt.Sprintf("ace-%d", i))
}

// aceReport is the part of Ace's report, in the EARL vocabulary, that is read
// here: a list of files, each with a list of assertions about it.
type aceReport struct {
	Result     aceResult `json:"earl:result"`
	Assertions []struct {
		Subject struct {
			URL string
		} `json:"earl:testSubject"`
		Assertions []aceAssertion
	}
}

type aceAssertion struct {
	Test struct {
		Impact string `json:"earl:impact"`
		Title  string `json:"dct:title"`
	} `json:"earl:test"`
	Result aceResult `json:"earl:result"`
}

type aceResult struct {
	Outcome     string `json:"earl:outcome"`
	Description string `json:"dct:description"`
	HTML        string
	Pointer     struct {
		CSS []string
	} `json:"earl:pointer"`
}

func readAce(book, name string) ([]Problem, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("no report on %s: %w", book, err)
	}
	var r aceReport
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("report on %s: %w", book, err)
	}
	var found []Problem
	for _, file := range r.Assertions {
		for _, a := range file.Assertions {
			if a.Result.Outcome == "pass" {
				continue
			}
			found = append(found, a.problem(book+":"+file.Subject.URL))
		}
	}
	if r.Result.Outcome != "pass" && len(found) == 0 {
		return nil, fmt.Errorf("report on %s: outcome %q without a violation", book, r.Result.Outcome)
	}
	return found, nil
}

func (a aceAssertion) problem(file string) Problem {
	text := a.Result.Description
	if len(a.Result.Pointer.CSS) > 0 {
		text += fmt.Sprintf(" at %q", a.Result.Pointer.CSS)
	}
	if a.Result.HTML != "" {
		text += ": " + a.Result.HTML
	}
	return Problem{File: file, Severity: a.Test.Impact, Rule: a.Test.Title, Text: text}
}
