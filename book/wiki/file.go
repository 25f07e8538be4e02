package wiki

import (
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
	src, err := os.ReadFile(f.Path)
	if err != nil {
		var r Result
		cause := err
		if pe, ok := err.(*os.PathError); ok {
			cause = pe.Err
		}
		r.Diags.Add(book.ArticleUnread, book.Pos{File: shown}, "cannot be read: %v", cause)
		return r
	}
	name := strings.TrimSuffix(filepath.Base(f.Path), ".md")
	article, diags := read(shown, name, src)
	return Result{article, diags}
}
