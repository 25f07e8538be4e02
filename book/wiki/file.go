package wiki

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"

	"publish/book"
)

// File is a file to be read. Path is where it lies; Name is the name for
// messages, with forward slashes, Path if empty.
type File struct {
	Path string
	Name string
}

// Result is what was read of one file. Article is nil if the file cannot be
// read; a message says why.
type Result struct {
	Article *book.Article
	Diags   book.Diags
}

// List returns the articles of a folder in the order of their names: the files
// that end in .md and are not hidden. Names are joined to display, the folder as
// the user gave it.
func List(dir, display string) ([]File, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || strings.HasPrefix(name, ".") || !strings.HasSuffix(name, ".md") {
			continue
		}
		files = append(files, File{filepath.Join(dir, name), filepath.ToSlash(filepath.Join(display, name))})
	}
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	return files, nil
}

// ReadDir reads every article of a folder with n workers.
func ReadDir(dir string, n int) ([]Result, error) {
	files, err := List(dir, dir)
	if err != nil {
		return nil, err
	}
	return ReadFiles(files, n, nil), nil
}

// ReadFiles reads files with n workers, 1 at least, and returns the results in
// the order given. done, if not nil, is called after each file, by one goroutine
// at a time.
func ReadFiles(files []File, n int, done func()) []Result {
	results := make([]Result, len(files))
	p := newParser()
	var wait sync.WaitGroup
	var lock sync.Mutex
	next := make(chan int)
	for range min(max(n, 1), max(len(files), 1)) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range next {
				f := files[i]
				results[i] = readFile(func(name, article string, src []byte) (*book.Article, book.Diags) {
					return read(p, name, article, src)
				}, f)
				if done != nil {
					lock.Lock()
					done()
					lock.Unlock()
				}
			}
		}()
	}
	for i := range files {
		next <- i
	}
	close(next)
	wait.Wait()
	return results
}

func readFile(read func(file, name string, src []byte) (*book.Article, book.Diags), f File) Result {
	shown := f.Name
	if shown == "" {
		shown = filepath.ToSlash(f.Path)
	}
	src, err := Load(f.Path)
	if err != nil {
		var r Result
		r.Diags.Add(book.ArticleUnread, book.Pos{File: shown}, "cannot be read: %v", cause(err))
		return r
	}
	name := strings.TrimSuffix(filepath.Base(f.Path), ".md")
	article, diags := read(shown, name, src)
	return Result{article, diags}
}

// MaxSize is the greatest number of bytes that a file of an article may have: twice
// what MediaWiki lets a page have ($wgMaxArticleSize), and more than "War and Peace".
// What is larger is no article, and would cost more memory than a machine may have.
const MaxSize = 4 << 20

// errTooLarge is why Load does not read a file, besides those of the system.
var errTooLarge = fmt.Errorf("larger than %d MB", MaxSize>>20)

// Load returns the bytes of a file of text. A file larger than [MaxSize], and what
// is no regular file and might never end, is an error, an [fs.PathError] like
// those of package os; neither is read.
func Load(path string) ([]byte, error) {
	// To open a pipe waits for its other end, so the look comes first.
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "read", Path: path, Err: &book.NotRegularError{}}
	}
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return readText(f, path)
}

// LoadInside is Load for the file name in the folder dir. A name or a link that leads
// out of the folder is a [book.OutsideError].
func LoadInside(dir, name string) ([]byte, error) {
	f, err := book.OpenInside(dir, name)
	if err != nil {
		return nil, err
	}
	return readText(f, name)
}

// readText reads and closes a file.
func readText(f *os.File, path string) ([]byte, error) {
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	var src bytes.Buffer
	if info.Size() <= MaxSize {
		src.Grow(int(info.Size()) + bytes.MinRead)
		_, err = src.ReadFrom(io.LimitReader(f, MaxSize+1))
	}
	if err == nil && (info.Size() > MaxSize || src.Len() > MaxSize) { // it may have grown meanwhile
		err = &fs.PathError{Op: "read", Path: path, Err: errTooLarge}
	}
	if err != nil {
		return nil, err
	}
	return src.Bytes(), nil
}

// cause returns what went wrong without the name of the file, which the message
// has already.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
