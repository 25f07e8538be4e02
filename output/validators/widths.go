package validators

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// FontVersions is a font as a whole and cut down, as the bytes of TrueType files.
type FontVersions struct {
	Name        string
	Whole, Part []byte
}

// SameWidths fails t for every line that Chromium does not set equally wide in both
// versions of a font, in any of the styles, which are declarations of CSS.
func SameWidths(t testing.TB, fonts []FontVersions, styles, lines []string) {
	t.Helper()
	found, err := widths(t.TempDir(), fonts, styles, lines)
	report(t, "widths in Chromium", found, err)
}

func widths(dir string, fonts []FontVersions, styles, lines []string) ([]Problem, error) {
	if len(fonts) == 0 || len(lines) == 0 {
		return nil, errNoFiles
	}
	h, err := findHome()
	if err != nil {
		return nil, err
	}
	spec, err := writeWidths(dir, fonts, styles, lines)
	if err != nil {
		return nil, err
	}
	node, err := h.node("reader/widths.mjs", spec)
	if err != nil {
		return nil, err
	}
	out, err := node.run()
	if err != nil {
		return nil, err
	}
	var differ []struct {
		Name, Style, Line string
		Whole, Part       float64
	}
	if err := json.Unmarshal([]byte(out.stdout), &differ); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out.said())
	}
	var found []Problem
	for _, d := range differ {
		found = append(found, Problem{File: d.Name, Rule: d.Style, Text: fmt.Sprintf("%q is %g wide, %g in the font cut down", d.Line, d.Whole, d.Part)})
	}
	return found, nil
}

// writeWidths writes the fonts and what to do with them into a folder.
func writeWidths(dir string, fonts []FontVersions, styles, lines []string) (spec string, err error) {
	type files struct {
		Name  string `json:"name"`
		Whole string `json:"whole"`
		Part  string `json:"part"`
	}
	var list []files
	for i, f := range fonts {
		at := files{f.Name, filepath.Join(dir, strconv.Itoa(i)+"-whole.ttf"), filepath.Join(dir, strconv.Itoa(i)+"-part.ttf")}
		if err := os.WriteFile(at.Whole, f.Whole, 0o644); err != nil {
			return "", err
		}
		if err := os.WriteFile(at.Part, f.Part, 0o644); err != nil {
			return "", err
		}
		list = append(list, at)
	}
	data, err := json.Marshal(map[string]any{"fonts": list, "styles": styles, "lines": lines})
	if err != nil {
		return "", err
	}
	spec = filepath.Join(dir, "widths.json")
	return spec, os.WriteFile(spec, data, 0o644)
}
