package book

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestSafetyLeavesFolder(t *testing.T) {
	for name, want := range map[string]bool{
		"a.md": false, "sub/a": false, "a..b": false, "...": false, "Debt: The First": false, "~/a": false, "%2e%2e/a": false, "": false,
		"..": true, "../a": true, "a/../../b": true, "a/..": true, "/a": true, `\a`: true, `..\a`: true, "C:": true, `c:\a`: true, "c:/a": true,
		"//host/a": true, `\\host\a`: true, "a\x00b": true,
	} {
		if got := LeavesFolder(name); got != want {
			t.Errorf("LeavesFolder(%q) = %v", name, got)
		}
	}
}

// TestSafetyOpenInside opens files and links of a folder.
func TestSafetyOpenInside(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	for _, d := range []string{in, filepath.Join(in, "sub"), filepath.Join(dir, "out")} {
		if err := os.MkdirAll(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range []string{"in/a", "in/sub/b", "out/c"} {
		if err := os.WriteFile(filepath.Join(dir, f), []byte(f), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{"near": "sub/b", "far": "../out/c", "folder": "../out", "root": filepath.Join(dir, "in", "a"), "loop": "loop"} {
		if err := os.Symlink(target, filepath.Join(in, name)); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
	}
	for name, want := range map[string]string{
		"a": "", "sub/b": "", "near": "", "far": "outside", "folder/c": "outside", "root": "outside", "../out/c": "outside",
		"sub": "not regular", "folder": "outside", "loop": "other", "none": "other",
	} {
		f, err := OpenInside(in, name)
		got := ""
		var out *OutsideError
		var odd *NotRegularError
		switch {
		case err == nil:
			f.Close()
		case errors.As(err, &out):
			got = "outside"
		case errors.As(err, &odd):
			got = "not regular"
		default:
			got = "other"
		}
		if got != want {
			t.Errorf("%s: %q (%v), want %q", name, got, err, want)
		}
		if linked := LinkedOut(in, name); linked != (want == "outside" && name != "../out/c") {
			t.Errorf("LinkedOut(%s) = %v", name, linked)
		}
	}
}
