package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisk writes into a file system of 200 kB, in a name space of its own.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	if err := os.Mkdir(out, 0o777); err != nil {
		t.Fatal(err)
	}
	// The old edition is written first; afterwards the script prints its sum again.
	const script = `mount -t tmpfs -o size=200k none "$1" || exit 77
cd "$1" && echo old >loose-sheets.pdf
publish build -q --sample -o .
echo "status $?"
ls -A
cat loose-sheets.pdf`
	cmd := exec.Command("sh", "-c", script, "sh", out)
	cmd.SysProcAttr = inNameSpace()
	var messages bytes.Buffer
	cmd.Stderr = &messages
	printed, err := cmd.Output()
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() == 77 {
		t.Skipf("no file system can be mounted here: %v %s", err, &messages)
	}
	if got := string(printed); got != "status 1\nloose-sheets.pdf\nold\n" {
		t.Errorf("the run printed %q", got)
	}
	if !strings.Contains(messages.String(), "no space left on device") {
		t.Errorf("messages: %s", &messages)
	}
}

// inNameSpace lets a process mount file systems that only it sees.
func inNameSpace() *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	if os.Geteuid() != 0 {
		attr.Cloneflags |= syscall.CLONE_NEWUSER
		attr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
		attr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
	}
	return attr
}

// TestReadOnlyFolder writes into a folder that only may be read; the superuser tries
// it as nobody.
func TestReadOnlyFolder(t *testing.T) {
	dir, err := os.MkdirTemp("", "publish-test-") // t.TempDir is closed to others
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "out"), 0o755); os.RemoveAll(dir) })
	putFiles(t, dir, map[string]string{"out/loose-sheets.pdf": "old"})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, "out"), 0o555); err != nil {
		t.Fatal(err)
	}
	program := copyProgram(t, dir)
	cmd := exec.Command(program, "build", "-q", "--sample", "-o", filepath.Join(dir, "out"))
	cmd.Dir = dir
	if os.Geteuid() == 0 {
		const nobody = 65534
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	var messages bytes.Buffer
	cmd.Stderr = &messages
	if err := cmd.Start(); err != nil {
		t.Skipf("no program can be run as nobody: %v", err)
	}
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitInput || !strings.Contains(messages.String(), "out: cannot write here: permission denied") {
		t.Errorf("exit status %d, %s", code, &messages)
	}
	if files := contents(t, filepath.Join(dir, "out")); len(files) != 1 || files["loose-sheets.pdf"] != "old" {
		t.Errorf("the folder holds %v", files)
	}
}

// copyProgram puts the program, which the tests run by its name, into a folder.
func copyProgram(t *testing.T, dir string) string {
	t.Helper()
	name, err := exec.LookPath("publish")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	place := filepath.Join(dir, "publish")
	if err := os.WriteFile(place, data, 0o755); err != nil {
		t.Fatal(err)
	}
	return place
}
