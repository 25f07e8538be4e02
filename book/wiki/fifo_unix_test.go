//go:build linux || darwin

package wiki

import (
	"path/filepath"
	"syscall"
	"testing"
)

// TestSafetyPipe holds that a pipe, which nothing may ever write to, is not waited for.
func TestSafetyPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Pipe.md")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	checkUnread(t, File{Path: path, Name: "x.md"},
		"x.md: error: cannot be read: not a file but a folder, a device or a pipe [article-unreadable]")
}
