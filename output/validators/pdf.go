package validators

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// QPDF fails t if qpdf finds an error or a warning in the structure of the PDF
// at path: cross-references, streams, encodings.
func QPDF(t testing.TB, path string) {
	t.Helper()
	found, err := qpdf(path)
	report(t, "qpdf", found, err)
}

func qpdf(path string) ([]Problem, error) {
	cmd, err := program("qpdf", "--check", path)
	if err != nil {
		return nil, err
	}
	out, err := cmd.run()
	if err != nil || out.status == 0 {
		return nil, err
	}
	return []Problem{{File: path, Rule: "--check", Text: out.said()}}, nil
}

// withoutICC is what Debian's MuPDF says of itself, whatever the file.
const withoutICC = "warning: ICC support is not available"

// MuTool fails t if MuPDF, drawing every page of the PDF at path in a small size,
// has anything to say.
func MuTool(t testing.TB, path string) {
	t.Helper()
	found, err := mutool(path)
	report(t, "mutool", found, err)
}

func mutool(path string) ([]Problem, error) {
	cmd, err := program("mutool", "draw", "-q", "-r", "24", "-F", "pgm", "-o", os.DevNull, path)
	if err != nil {
		return nil, err
	}
	out, err := cmd.run()
	if err != nil {
		return nil, err
	}
	var found []Problem
	for _, line := range strings.Split(strings.TrimSpace(out.stderr), "\n") {
		if line != "" && line != withoutICC {
			found = append(found, Problem{File: path, Rule: "draw", Text: line})
		}
	}
	if out.status != 0 && len(found) == 0 {
		found = append(found, Problem{File: path, Rule: "draw", Text: fmt.Sprintf("status %d", out.status)})
	}
	return found, nil
}

// PDFText returns the text of the PDF at path as pdftotext reads it, with the
// given options of that program, such as "-layout" or "-f", "3". It fails t if
// pdftotext has a complaint.
func PDFText(t testing.TB, path string, options ...string) string {
	t.Helper()
	text, found, err := pdfText(path, options)
	report(t, "pdftotext", found, err)
	return text
}

func pdfText(path string, options []string) (string, []Problem, error) {
	args := append([]string{"-enc", "UTF-8"}, options...)
	cmd, err := program("pdftotext", append(args, path, "-")...)
	if err != nil {
		return "", nil, err
	}
	out, err := cmd.run()
	if err != nil {
		return "", nil, err
	}
	return out.stdout, complaints(path, out), nil
}

// PDFAttachment returns the file of the given name that the PDF at path carries, as
// pdfdetach saves it. It fails t if pdfdetach has a complaint.
func PDFAttachment(t testing.TB, path, name string) []byte {
	t.Helper()
	data, found, err := pdfAttachment(path, name, filepath.Join(t.TempDir(), "saved"))
	report(t, "pdfdetach", found, err)
	return data
}

func pdfAttachment(path, name, to string) ([]byte, []Problem, error) {
	_, found, err := quietly(path, "pdfdetach", "-savefile", name, "-o", to, path)
	if err != nil || found != nil {
		return nil, found, err
	}
	data, err := os.ReadFile(to)
	return data, nil, err
}

// complaints returns what one of Poppler's programs wrote to standard error.
func complaints(path string, out outcome) []Problem {
	if said := strings.TrimSpace(out.stderr); said != "" {
		return []Problem{{File: path, Text: said}}
	}
	if out.status != 0 {
		return []Problem{{File: path, Text: fmt.Sprintf("status %d", out.status)}}
	}
	return nil
}
