package epub

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"publish/book"
)

// write returns the bytes of an edition.
func write(t testing.TB, b *book.Book, opt Options) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(&buf, b, opt); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// writeFile writes an edition to a temporary file and returns its path.
func writeFile(t testing.TB, name string, b *book.Book, opt Options) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, write(t, b, opt), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// The same book gives the same bytes, whatever the cores and the temporary
// folder.
func TestSameBytes(t *testing.T) {
	first := write(t, sampleBook(t), sampleOptions(t))
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TZ", "Asia/Tokyo")
	for _, cores := range []int{1, 4} {
		setCores(t, cores)
		if second := write(t, sampleBook(t), sampleOptions(t)); !bytes.Equal(first, second) {
			t.Errorf("with %d cores the bytes differ", cores)
		}
	}
}
