//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestInterrupt stops a run while it writes its editions: the old ones stay as they
// were, and nothing is left behind.
func TestInterrupt(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "loose-sheets.pdf")
	if err := os.WriteFile(old, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("publish", "build", "-q", "--sample", "-o", dir)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 10_000 {
		if found, _ := filepath.Glob(filepath.Join(dir, leftovers)); len(found) > 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	err := cmd.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != exitInput {
		t.Errorf("the run ended with %v", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(old); err != nil || !bytes.Equal(text, []byte("old")) || len(entries) != 1 {
		t.Errorf("the folder holds %v, the old edition %q (%v)", entries, text, err)
	}
}
