package validators

import (
	"image"
	"path/filepath"
	"strconv"
	"testing"
)

// Picture returns a page of the PDF at path, counted from 1, as Poppler draws it in
// grey at so many dots to the inch. It fails or skips t as validators do.
func Picture(t testing.TB, path string, page, dpi int) *image.Gray {
	t.Helper()
	n := strconv.Itoa(page)
	r := renderer{"pdftoppm", func(path, picture string, _ int) []string {
		return []string{"-gray", "-r", strconv.Itoa(dpi), "-f", n, "-l", n, "-singlefile", path, picture}
	}}
	drawn, err := r.draw(path, filepath.Join(t.TempDir(), "page"), page)
	report(t, "pdftoppm", nil, err)
	return drawn
}
