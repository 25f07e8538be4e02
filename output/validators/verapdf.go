package validators

import (
	"fmt"
	"sort"
	"strings"
	"testing"
)

// A Profile names a standard that veraPDF can hold a PDF to.
type Profile string

// The standards of accessible and of lasting documents.
const (
	PDFUA1 Profile = "ua1" // ISO 14289-1
	PDFUA2 Profile = "ua2" // ISO 14289-2
	PDFA2A Profile = "2a"  // ISO 19005-2, level A
	PDFA2U Profile = "2u"  // ISO 19005-2, level U
	PDFA3A Profile = "3a"  // ISO 19005-3, level A
	PDFA4  Profile = "4"   // ISO 19005-4
)

// VeraPDF fails t for every rule of the profile that one of the PDF files breaks.
func VeraPDF(t testing.TB, profile Profile, paths ...string) {
	t.Helper()
	found, err := veraPDF(profile, paths)
	report(t, "veraPDF", found, err)
}

func veraPDF(profile Profile, paths []string) ([]Problem, error) {
	if len(paths) == 0 {
		return nil, errNoFiles
	}
	h, err := findHome()
	if err != nil {
		return nil, err
	}
	java, err := h.java("verapdf", append([]string{string(profile)}, paths...)...)
	if err != nil {
		return nil, err
	}
	out, err := java.run()
	if err != nil {
		return nil, err
	}
	found, judged, err := readVeraPDF(profile, out.stdout)
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		if !judged[path] {
			return nil, fmt.Errorf("no verdict on %s: %s", path, out.said())
		}
	}
	return found, nil
}

// readVeraPDF reads the lines that verapdf/Check.java prints. The second result
// holds the files that they speak of.
func readVeraPDF(profile Profile, lines string) ([]Problem, map[string]bool, error) {
	var found []Problem
	judged := make(map[string]bool)
	for line := range strings.Lines(lines) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch {
		case len(f) == 3 && f[1] == "ok":
		case len(f) == 5:
			text := fmt.Sprintf("%s (%s times, first at %s)", f[3], f[2], f[4])
			found = append(found, Problem{File: f[0], Severity: string(profile), Rule: f[1], Text: text})
		default:
			return nil, nil, fmt.Errorf("unknown line %q", line)
		}
		judged[f[0]] = true
	}
	sort.SliceStable(found, func(i, j int) bool {
		return found[i].File < found[j].File || found[i].File == found[j].File && found[i].Rule < found[j].Rule
	})
	return found, judged, nil
}
