package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"publish/layout"
	"publish/layout/imposition"
	"publish/output/validators"
)

// TestSheetText reads, with a program that is not ours, the text in the place of every
// page on every side of a booklet: it is the text of that page.
func TestSheetText(t *testing.T) {
	const n = 10
	doc := numbered(t, n)
	plan, err := imposition.New(n, testWidth, testHeight, imposition.Options{
		SheetWidth: layout.Millimetres(297_000), SheetHeight: layout.Millimetres(210_000), Flip: imposition.FlipShort})
	if err != nil {
		t.Fatal(err)
	}
	path, sides := sheetsFile(t, doc, plan)
	validators.QPDF(t, path)
	validators.MuTool(t, path)
	seen := map[int]bool{}
	for i, side := range sides {
		for _, pg := range side.Pages {
			if pg.Turn != imposition.Upright {
				continue
			}
			points := func(l layout.Length) string { return strconv.Itoa(int(l.Points())) }
			text := validators.PDFText(t, path, "-f", strconv.Itoa(i+1), "-l", strconv.Itoa(i+1),
				"-x", points(pg.X), "-y", points(pg.Y), "-W", points(pg.Width), "-H", points(pg.Height))
			if want := fmt.Sprintf("page %d of all", pg.Page+1); !strings.Contains(text, want) || strings.Count(text, "of all") != 1 {
				t.Errorf("side %d: %q, want %q alone", i+1, text, want)
			}
			seen[pg.Page] = true
		}
	}
	if len(seen) != n {
		t.Errorf("%d pages stand upright on the sheets, want %d", len(seen), n)
	}
}

// sheetsFile writes the sheets of a plan into a file, front and back in turn.
func sheetsFile(t *testing.T, doc *layout.Document, plan *imposition.Plan) (path string, sides []imposition.Side) {
	t.Helper()
	for _, s := range plan.Sheets {
		sides = append(sides, s.Front, s.Back)
	}
	var b bytes.Buffer
	if err := WriteSheets(&b, doc, sides, Options{}); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "sheets.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path, sides
}
