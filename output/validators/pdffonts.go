package validators

import (
	"fmt"
	"strings"
	"testing"
)

// PDFFonts fails t unless the PDF at path has at least one font and every font is
// embedded, is a subset, and has a ToUnicode table, as pdffonts tells.
func PDFFonts(t testing.TB, path string) {
	t.Helper()
	found, err := pdfFonts(path)
	report(t, "pdffonts", found, err)
}

func pdfFonts(path string) ([]Problem, error) {
	out, found, err := quietly(path, "pdffonts", path)
	if err != nil || found != nil {
		return found, err
	}
	return judgeFonts(path, out.stdout)
}

// judgeFonts reads the table of pdffonts: two lines of heading, then a line for
// each font. Its columns are read from the right, since a long name on the left
// pushes the others out of their places.
func judgeFonts(path, table string) ([]Problem, error) {
	lines := strings.Split(strings.TrimRight(table, "\n"), "\n")
	if len(lines) < 2 {
		return nil, fmt.Errorf("%s: unknown table %q", path, table)
	}
	if len(lines) == 2 {
		return []Problem{{File: path, Text: "no fonts"}}, nil
	}
	var found []Problem
	for _, line := range lines[2:] {
		fields := strings.Fields(line)
		if n := len(fields); n > 0 && fields[n-1] == "[none]" {
			fields = append(fields, "") // a direct object: one field where others have two
		}
		n := len(fields)
		if n < 7 {
			return nil, fmt.Errorf("%s: unknown line %q", path, line)
		}
		for i, column := range []string{"embedded", "a subset", "with a ToUnicode table"} {
			switch fields[n-5+i] {
			case "yes":
			case "no":
				found = append(found, Problem{File: path, Text: fmt.Sprintf("font %s is not %s", fields[0], column)})
			default:
				return nil, fmt.Errorf("%s: unknown line %q", path, line)
			}
		}
	}
	return found, nil
}
