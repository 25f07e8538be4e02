package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// staging is a set of files that come into a folder together or not at all. Each
// is written beside its place under a name of its own; finish renames them all.
type staging struct {
	dir  string
	made bool // the folder was not there before
	lock *os.File

	mode   os.FileMode // of its files
	mu     sync.Mutex
	closed bool
	files  []stagedFile
}

// stagedFile is a file of a set: where it is, and where it will be.
type stagedFile struct{ temp, place string }

// leftovers matches the files that a killed run leaves behind.
const leftovers = ".publish-*.tmp"

// stage makes the folder, if it is not there, and clears away what killed runs
// have left in it.
func stage(dir string) (*staging, error) {
	_, missing := os.Stat(dir)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, unwritable(dir, err)
	}
	lock, alone := lockFolder(dir)
	if alone {
		old, _ := filepath.Glob(filepath.Join(escapeGlob(dir), leftovers))
		for _, name := range old {
			os.Remove(name)
		}
	}
	shareFolder(lock)
	return &staging{dir: dir, made: missing != nil, lock: lock, mode: 0o666 &^ umask()}, nil
}

// escapeGlob returns a path as a pattern that fits only itself.
func escapeGlob(dir string) string {
	var out []rune
	for _, r := range dir {
		if r == '*' || r == '?' || r == '[' || r == '\\' && filepath.Separator != '\\' {
			out = append(out, '\\')
		}
		out = append(out, r)
	}
	return string(out)
}

func unwritable(dir string, err error) error {
	return &hintedError{fmt.Errorf("%s: cannot write here: %w", filepath.ToSlash(dir), cause(err)), "name another folder with --out"}
}

// write writes a file of the set by a function, whole, but not yet in its place.
func (s *staging) write(name string, write func(io.Writer) error) error {
	f, err := s.create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<16)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (s *staging) create(name string) (*os.File, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, errInterrupted
	}
	f, err := os.CreateTemp(s.dir, ".publish-*.tmp")
	if err != nil {
		return nil, unwritable(s.dir, err)
	}
	s.files = append(s.files, stagedFile{f.Name(), filepath.Join(s.dir, name)})
	return f, f.Chmod(s.mode)
}

var errInterrupted = errors.New("interrupted")

// sorted returns the files of the set by the names of their places.
func (s *staging) sorted() []stagedFile {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.SortedFunc(slices.Values(s.files), func(a, b stagedFile) int { return strings.Compare(a.place, b.place) })
}

// finish puts every file into its place. What stood there is replaced.
func (s *staging) finish() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return errInterrupted
	}
	for _, f := range s.files {
		if info, err := os.Stat(f.place); err == nil && info.IsDir() {
			return &hintedError{fmt.Errorf("%s: a folder stands in the place of the file", filepath.ToSlash(f.place)), "move it away, or name another folder"}
		}
	}
	for i, f := range s.files {
		if err := os.Rename(f.temp, f.place); err != nil {
			s.files = s.files[i:]
			return unwritable(s.dir, err)
		}
	}
	s.files = nil
	return nil
}

// close removes what finish has not put into its place, and ends the set: nothing
// is written after it. It may be called twice.
func (s *staging) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	s.closed = true
	for _, f := range s.files {
		os.Remove(f.temp)
	}
	if s.made {
		os.Remove(s.dir) // stays if there is anything in it
	}
	if s.lock != nil {
		s.lock.Close()
	}
}

// begin notes the set that the program is writing.
func (p *program) begin(set *staging) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.set = set
}

// abandon removes what is being written. The run cannot go on after it.
func (p *program) abandon() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.set != nil {
		p.set.close()
	}
}
