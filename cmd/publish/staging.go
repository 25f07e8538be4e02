package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// staging is a set of files that come into a folder together or not at all. Each
// is written beside its place under a name of its own; finish renames them all.
//
// Whatever ends the run, and at whatever moment, each file that stood in the folder
// is whole, old or new. What a killed run leaves behind goes with the next one.
type staging struct {
	dir  string
	made []string // folders that were not there before, outermost first

	mode   os.FileMode // of its files
	mu     sync.Mutex
	closed bool
	files  []*stagedFile
}

// stagedFile is a file of a set: where it is, and where it will be. It stays open,
// and locked where the system has locks, so that no other run takes it for litter.
type stagedFile struct {
	file        *os.File
	temp, place string
	old         string // a second name of what stood in the place, while finish runs
	fresh       bool   // nothing stood there
}

// leftovers matches the files that a killed run leaves behind.
const leftovers = ".publish-*.tmp"

// stage begins a set of files for a folder, notes it as one to abandon when the run
// is stopped, makes the folder if it is not there, and clears away what killed runs
// have left in it.
func (p *program) stage(dir string) (*staging, error) {
	made, err := makeFolder(dir)
	set := &staging{dir: dir, made: made, mode: 0o666 &^ umask()}
	p.begin(set)
	if err != nil {
		set.close()
		return nil, unwritable(dir, err)
	}
	clearLeftovers(dir)
	return set, nil
}

// makeFolder makes a folder and those that it lies in, and returns the ones that
// were not there before.
func makeFolder(dir string) (made []string, err error) {
	for d := filepath.Clean(dir); ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); err == nil || d == filepath.Dir(d) {
			break
		}
		made = append([]string{d}, made...)
	}
	return made, os.MkdirAll(dir, 0o777)
}

// clearLeftovers removes the files of runs that are no more.
func clearLeftovers(dir string) {
	unlock := lockFolder(dir)
	defer unlock()
	old, _ := filepath.Glob(filepath.Join(escapeGlob(dir), leftovers))
	for _, name := range old {
		if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() && isAbandoned(name, info) {
			os.Remove(name)
		}
	}
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

// write writes a file of the set by a function, whole and on the disk, but not yet
// in its place.
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
	if err == nil {
		err = f.Sync() // a disk may turn out to be full only now
	}
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.ToSlash(filepath.Join(s.dir, name)), cause(err))
	}
	return nil
}

func (s *staging) create(name string) (*os.File, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, errInterrupted
	}
	f, err := createHeld(s.dir)
	if err != nil {
		return nil, unwritable(s.dir, err)
	}
	s.files = append(s.files, &stagedFile{file: f, temp: f.Name(), place: filepath.Join(s.dir, name)})
	return f, f.Chmod(s.mode)
}

// createHeld makes a new file in a folder, and holds it. A run that clears the
// folder up may take the file between the two; then there is another.
func createHeld(dir string) (*os.File, error) {
	const attempts = 100
	for range attempts {
		f, err := os.CreateTemp(dir, leftovers)
		if err != nil {
			return nil, err
		}
		if hold(f) {
			return f, nil
		}
		f.Close()
		os.Remove(f.Name())
	}
	return nil, errors.New("another run takes the files away")
}

var errInterrupted = errors.New("interrupted")

// sorted returns the files of the set by the names of their places.
func (s *staging) sorted() []*stagedFile {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.SortedFunc(slices.Values(s.files), func(a, b *stagedFile) int { return strings.Compare(a.place, b.place) })
}

// finish puts every file into its place. What stood there is replaced; if one
// cannot be, all that stood there stays. Two runs do not mix their sets.
func (s *staging) finish() error {
	unlock := lockFolder(s.dir)
	defer unlock()
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
		if err := f.settle(); err != nil {
			for _, done := range s.files[:i] {
				done.undo()
			}
			return unwritable(s.dir, err)
		}
	}
	for _, f := range s.files {
		f.file.Close()
		if f.old != "" {
			os.Remove(f.old)
		}
	}
	s.files, s.made = nil, nil
	return nil
}

// settle renames the file to its place. What stood there gets a second name first,
// so that there is no moment at which the place is empty. File systems without
// such names cannot give it back.
func (f *stagedFile) settle() error {
	_, err := os.Lstat(f.place)
	f.fresh = errors.Is(err, fs.ErrNotExist)
	second := strings.TrimSuffix(f.temp, ".tmp") + "-old.tmp"
	if os.Link(f.place, second) == nil {
		f.old = second
	}
	free(f.file)
	err = os.Rename(f.temp, f.place)
	if err != nil && f.old != "" {
		os.Remove(f.old)
		f.old = ""
	}
	return err
}

// undo puts back what stood in the place before settle.
func (f *stagedFile) undo() {
	switch {
	case f.old != "":
		os.Rename(f.old, f.place)
	case f.fresh:
		os.Remove(f.place)
	}
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
		f.file.Close()
		os.Remove(f.temp)
	}
	for _, dir := range slices.Backward(s.made) {
		os.Remove(dir) // stays if there is anything in it
	}
}

// begin notes a set that the program is writing.
func (p *program) begin(set *staging) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sets = append(p.sets, set)
}

// abandon removes what is being written. The run cannot go on after it.
func (p *program) abandon() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, set := range p.sets {
		set.close()
	}
}
