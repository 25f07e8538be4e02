package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestShelfHandler serves the files of a shelf with their types, and nothing else.
func TestShelfHandler(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "shelf")
	if err := os.MkdirAll(filepath.Join(dir, "folder"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index.html", "a.epub", "opds.xml", "opds.json", ".hidden", "../secret"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("text"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	h := shelfHandler(dir)
	for _, test := range []struct {
		path   string
		status int
		mime   string
	}{
		{"/", 200, "text/html"}, {"/a.epub", 200, "application/epub+zip"}, {"/opds.xml", 200, "application/atom+xml"},
		{"/opds.json", 200, "application/opds+json"}, {"/.hidden", 404, ""}, {"/folder/", 404, ""}, {"/../secret", 404, ""}, {"/none", 404, ""},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://x"+test.path, nil))
		if w.Code != test.status || !strings.HasPrefix(w.Header().Get("Content-Type"), test.mime) {
			t.Errorf("%s: %d %s, want %d %s", test.path, w.Code, w.Header().Get("Content-Type"), test.status, test.mime)
		}
	}
}

// TestWriteCode draws a code whose rows are equally long.
func TestWriteCode(t *testing.T) {
	var b strings.Builder
	writeCode(&b, "http://192.168.1.20:8080/")
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	for _, line := range lines {
		if len([]rune(line)) != len([]rune(lines[0])) {
			t.Errorf("%q is not as long as the first row", line)
		}
	}
	if len(lines) < 15 {
		t.Errorf("%d rows", len(lines))
	}
}
