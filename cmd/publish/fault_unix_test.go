//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"publish/output/validators"
)

// runProgram runs the program as a process of its own for a minute at most.
func runProgram(t *testing.T, args ...string) (stderr string, status int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "publish", args...)
	var out bytes.Buffer
	cmd.Stderr = &out
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

// sheetBook writes a book of one chapter and returns its manifest.
func sheetBook(t *testing.T, title, text string) string {
	t.Helper()
	dir := t.TempDir()
	putFiles(t, dir, map[string]string{
		"book.yaml": "title: " + title + "\ndate: 2026-03-01\nchapters: [One]\n", "One.md": text,
	})
	return filepath.Join(dir, "book.yaml")
}

// contents returns the files of a folder, hidden ones too.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(data)
	}
	return files
}

// TestKilled kills runs at random moments: each edition is the old or the new one,
// whole, and the next run clears away what they left.
func TestKilled(t *testing.T) {
	out := t.TempDir()
	manifests := []string{sheetBook(t, "Sheet", "A first sheet."), sheetBook(t, "Sheet", "A second sheet, and more.")}
	var want []map[string]string
	start := time.Now()
	for _, m := range manifests {
		if messages, status := runProgram(t, "build", "-q", "-o", out, m); status != 0 {
			t.Fatal(messages)
		}
		want = append(want, contents(t, out))
	}
	whole := time.Since(start) / 2
	killed := 0
	for i := range 30 {
		cmd := exec.Command("publish", "build", "-q", "-o", out, manifests[i%2])
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(whole))))
		if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		if cmd.Wait() != nil {
			killed++
		}
		files := contents(t, out)
		for name := range want[0] {
			if files[name] != want[0][name] && files[name] != want[1][name] {
				t.Fatalf("%s is neither the old edition nor the new one: %d bytes", name, len(files[name]))
			}
		}
	}
	if killed == 0 {
		t.Error("no run was killed")
	}
	runProgram(t, "build", "-q", "-o", out, manifests[0])
	if files := contents(t, out); len(files) != 2 || files["sheet.pdf"] != want[0]["sheet.pdf"] {
		t.Errorf("the next run leaves %d files", len(files))
	}
}

// TestAtOnce has several runs write into one folder: in the end it holds the set of
// one of them, and nothing else.
func TestAtOnce(t *testing.T) {
	out := t.TempDir()
	manifests := []string{sheetBook(t, "Sheet", "A first sheet."), sheetBook(t, "Sheet", "A second sheet, and more.")}
	var want []map[string]string
	for _, m := range manifests {
		alone := t.TempDir()
		runProgram(t, "build", "-q", "-o", alone, m)
		want = append(want, contents(t, alone))
	}
	for range 4 {
		var wait sync.WaitGroup
		for i := range 6 {
			wait.Go(func() {
				if messages, status := runProgram(t, "build", "-q", "-o", out, manifests[i%2]); status != 0 {
					t.Errorf("exit status %d: %s", status, messages)
				}
			})
		}
		wait.Wait()
		files := contents(t, out)
		if len(files) != 2 || files["sheet.pdf"] == "" {
			t.Fatalf("the folder holds %d files", len(files))
		}
		mixed := true
		for _, w := range want {
			if files["sheet.pdf"] == w["sheet.pdf"] && files["sheet.epub"] == w["sheet.epub"] {
				mixed = false
			}
		}
		if mixed {
			t.Fatal("the editions are not of one run")
		}
	}
	validators.QPDF(t, filepath.Join(out, "sheet.pdf"))
}

// TestHalfSet lets the last file of a set fail to come into its place: those that
// came before go back.
func TestHalfSet(t *testing.T) {
	dir := t.TempDir()
	putFiles(t, dir, map[string]string{"a": "old"})
	p := &program{}
	set, err := p.stage(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a", "b", "c"} {
		if err := set.write(name, func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(set.files[2].temp); err != nil {
		t.Fatal(err)
	}
	if err := set.finish(); err == nil {
		t.Error("a set without its last file is finished")
	}
	p.abandon()
	if files := contents(t, dir); len(files) != 1 || files["a"] != "old" {
		t.Errorf("the folder holds %v", files)
	}
}

// TestFailingDisk lets a write fail in the middle of a file.
func TestFailingDisk(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "new", "editions")
	p := &program{}
	set, err := p.stage(out)
	if err != nil {
		t.Fatal(err)
	}
	err = set.write("a.pdf", func(w io.Writer) error {
		if _, err := w.Write(make([]byte, 100_000)); err != nil {
			return err
		}
		return &os.PathError{Op: "write", Path: "hidden", Err: syscall.ENOSPC}
	})
	if !errors.Is(err, syscall.ENOSPC) || bytes.Contains([]byte(err.Error()), []byte("hidden")) {
		t.Errorf("the failure is %v", err)
	}
	set.close()
	if files := contents(t, dir); len(files) != 0 {
		t.Errorf("left behind: %v", files)
	}
}

// TestSignals ends runs by each signal that asks for it.
func TestSignals(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		out := filepath.Join(t.TempDir(), "new")
		cmd := exec.Command("publish", "build", "-q", "--sample", "-o", out)
		var messages bytes.Buffer
		cmd.Stderr = &messages
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for range 10_000 { // until it listens, and writes
			if found, _ := filepath.Glob(filepath.Join(out, leftovers)); len(found) > 0 {
				break
			}
			time.Sleep(time.Millisecond)
		}
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != exitInput || messages.String() != "publish: error: interrupted\n" {
			t.Errorf("%v: exit status %d, %q", signal, code, messages.String())
		}
		if _, err := os.Stat(out); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%v: the folder that the run made is left: %v", signal, err)
		}
	}
}

// TestUnreadOutput runs the program in front of one that reads nothing.
func TestUnreadOutput(t *testing.T) {
	out := t.TempDir()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	read.Close()
	cmd := exec.Command("publish", "build", "--progress", "plain", "--sample", "-o", out)
	cmd.Stdout, cmd.Stderr = write, write
	cmd.Run()
	if code := cmd.ProcessState.ExitCode(); code != exitInput {
		t.Errorf("exit status %d", code)
	}
	if files := contents(t, out); len(files) != 0 {
		t.Errorf("left behind: %d files", len(files))
	}
}
