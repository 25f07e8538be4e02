package validators

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long one run of a validator may take before it is ended. The
// largest book that the tests build takes Ace about a minute on a quiet machine.
const patience = 8 * time.Minute

// errMissing is wrapped by the error that says which tool is not installed.
var errMissing = errors.New("not installed; run .ci/validators")

// errNoFiles guards against a glob that matched nothing and so passed in silence.
var errNoFiles = errors.New("no files to check")

// home is where the drivers of this package and the installed tools are.
type home struct {
	source string // folder of this package
	tools  string // folder that .ci/validators filled
}

// findHome finds both folders from the working folder of a test, which lies
// somewhere below the folder of go.mod.
func findHome() (home, error) {
	root, err := moduleRoot()
	if err != nil {
		return home{}, err
	}
	source := filepath.Join(root, "output", "validators")
	versions, err := os.ReadFile(filepath.Join(source, "versions"))
	if err != nil {
		return home{}, err
	}
	cache := os.Getenv("PUBLISH_VALIDATORS")
	if cache == "" {
		user, err := os.UserHomeDir()
		if err != nil {
			return home{}, err
		}
		cache = filepath.Join(user, ".cache", "publish-validators")
	}
	sum := sha256.Sum256(versions)
	return home{source, filepath.Join(cache, hex.EncodeToString(sum[:6]))}, nil
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("validators: no go.mod above the working folder")
		}
		dir = parent
	}
}

// tool returns the path of something below the folder of installed tools.
func (h home) tool(name string) (string, error) {
	if _, err := os.Stat(filepath.Join(h.tools, "complete")); err != nil {
		return "", fmt.Errorf("%s: %w", name, errMissing)
	}
	return filepath.Join(h.tools, filepath.FromSlash(name)), nil
}

// java returns a command that runs the single-file driver source with the jars
// of the named tool. Java compiles it in memory, so that it is never stale.
func (h home) java(tool string, args ...string) (*command, error) {
	jars, err := h.tool(tool)
	if err != nil {
		return nil, err
	}
	driver := filepath.Join(h.source, tool, "Check.java")
	options := []string{"-Xmx2g", "-cp", filepath.Join(jars, "*"), driver}
	return program("java", append(options, args...)...)
}

// node returns a command that runs one of the drivers written for Node.
func (h home) node(driver string, args ...string) (*command, error) {
	if _, err := h.tool("node"); err != nil {
		return nil, err
	}
	script := filepath.Join(h.source, filepath.FromSlash(driver))
	return program("node", append([]string{script}, args...)...)
}

// A command is a program to run, found on this machine.
type command struct {
	path string
	args []string
}

// program looks for a program in PATH.
func program(name string, args ...string) (*command, error) {
	path, err := exec.LookPath(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, errMissing)
	}
	return &command{path, args}, nil
}

// quietly runs a program that has nothing to say of the file at path unless there is
// trouble with it, and returns what it printed, or the trouble.
func quietly(path, name string, args ...string) (outcome, []Problem, error) {
	cmd, err := program(name, args...)
	if err != nil {
		return outcome{}, nil, err
	}
	out, err := cmd.run()
	if err != nil {
		return outcome{}, nil, err
	}
	return out, complaints(path, out), nil
}

// An outcome is what a program printed and how it ended.
type outcome struct {
	stdout, stderr string
	status         int
}

// said returns everything the program printed, for a message.
func (o outcome) said() string {
	return strings.TrimSpace(o.stderr + "\n" + o.stdout)
}

// run starts the program without input, in English, and waits for its end. A
// status other than 0 is no error here, since validators mean a verdict by it.
func (c *command) run() (outcome, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, c.path, c.args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.WaitDelay = 5 * time.Second
	err := cmd.Run()
	o := outcome{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
	if ctx.Err() != nil {
		return o, fmt.Errorf("%s: no end after %v: %s", filepath.Base(c.path), patience, o.said())
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return o, fmt.Errorf("%s: %w", filepath.Base(c.path), err)
	}
	return o, nil
}

// enough is how many problems of a file or files are listed.
const enough = 50

// report turns what a validator found, or why it did not run, into the result of
// the test.
func report(t testing.TB, validator string, found []Problem, err error) {
	t.Helper()
	switch {
	case errors.Is(err, errMissing) && os.Getenv("PUBLISH_REQUIRE_VALIDATORS") == "":
		t.Skipf("%s: %v", validator, err)
	case err != nil:
		t.Fatalf("%s: %v", validator, err)
	}
	for i, p := range found {
		if i == enough {
			t.Errorf("%s: and %d more", validator, len(found)-i)
			break
		}
		t.Errorf("%s: %v", validator, p)
	}
}
