package picture

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// folder is the folder of pictures.
type folder struct {
	dir   string
	names map[string]string // of its files, by how a wiki would write them
}

func openFolder(dir string) (*folder, error) {
	entries, err := os.ReadDir(filepath.FromSlash(dir))
	if err != nil {
		return nil, err
	}
	f := &folder{dir, map[string]string{}}
	for _, e := range entries { // by name, so that the first of two alike is always the same
		if key := wikiName(e.Name()); f.names[key] == "" {
			f.names[key] = e.Name()
		}
	}
	return f, nil
}

// wikiName returns the form of a file's name under which a wiki keeps it: a blank
// is an underscore, and the first letter is a capital (MediaWiki, Manual:Page
// title).
func wikiName(name string) string {
	name = strings.Trim(strings.ReplaceAll(name, " ", "_"), "_")
	first, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[n:]
}

// read returns the bytes of the file that a name means: the file of this very name,
// or of one that a wiki takes for the same.
func (f *folder) read(name string) ([]byte, error) {
	data, err := f.readFile(name)
	if !errors.Is(err, fs.ErrNotExist) {
		return data, err
	}
	plain, bad := url.PathUnescape(name)
	if bad != nil {
		plain = name
	}
	_, bare, _ := strings.Cut(plain, ":") // without the wiki's word for files
	for _, form := range []string{plain, bare} {
		if other := f.names[wikiName(form)]; other != "" && other != name {
			return f.readFile(other)
		}
	}
	return nil, err
}

func (f *folder) readFile(name string) ([]byte, error) {
	file, err := book.OpenInside(f.dir, name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxBytes+1))
	if err == nil && len(data) > maxBytes {
		err = &largeError{fmt.Sprintf("is a file of more than %d MB", maxBytes>>20)}
	}
	return data, err
}
