package wiki

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"publish/book"
)

// TestSafetyLargeFile holds that a file far beyond any article is not read, and that
// the message says why.
func TestSafetyLargeFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Large.md")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(200 << 20); err != nil { // a file of holes takes no room
		t.Skip(err)
	}
	f.Close()
	checkUnread(t, File{Path: path, Name: "pages/Large.md"}, "pages/Large.md: error: cannot be read: larger than 4 MB [article-unreadable]")
}

// TestSafetyNoFile holds that what is no file of text is not waited for.
func TestSafetyNoFile(t *testing.T) {
	want := "x.md: error: cannot be read: not a file but a folder, a device or a pipe [article-unreadable]"
	checkUnread(t, File{Path: t.TempDir(), Name: "x.md"}, want)
	if _, err := os.Stat("/dev/zero"); err == nil {
		checkUnread(t, File{Path: "/dev/zero", Name: "x.md"}, want)
	}
}

func checkUnread(t *testing.T, f File, want string) {
	t.Helper()
	r := ReadFiles([]File{f}, 1, nil)[0]
	if r.Article != nil || len(r.Diags) != 1 || r.Diags[0].String() != want {
		t.Errorf("got %v, %v, want no article and %q", r.Article, r.Diags, want)
	}
}

// TestSafetyLargeText holds that Read itself refuses what Load would.
func TestSafetyLargeText(t *testing.T) {
	a, diags := Read("Large.md", "Large", bytes.Repeat([]byte("word "), MaxSize/5+1))
	if len(a.Blocks) != 0 || len(diags) != 1 || diags[0].Code != book.ArticleUnread {
		t.Errorf("got %d blocks, %v", len(a.Blocks), diags)
	}
}

// TestLoad holds that a file of exactly the greatest size is read whole.
func TestLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Full.md")
	want := []byte(strings.Repeat("a", MaxSize))
	if err := os.WriteFile(path, want, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := Load(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("read %d bytes, %v", len(got), err)
	}
}
