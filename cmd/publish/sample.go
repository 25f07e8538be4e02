package main

import (
	"embed"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"publish/book"
	"publish/book/picture"
	"publish/book/wiki"
)

// sample is the book carried inside the program.
//
//go:embed sample
var sample embed.FS

// sampleManifest is the place of its manifest in sample.
const sampleManifest = "sample/book.yaml"

// files is where a book's files are read: the disk, or the sample. ReadInside reads
// a file of a folder, which no link may lead out of.
type files interface {
	ReadFile(name string) ([]byte, error)
	ReadInside(dir, name string) ([]byte, error)
	ReadDir(name string) ([]fs.DirEntry, error)
}

// disk reads the files of the machine.
type disk struct{}

func (disk) ReadFile(name string) ([]byte, error)        { return wiki.Load(filepath.FromSlash(name)) }
func (disk) ReadInside(dir, name string) ([]byte, error) { return wiki.LoadInside(dir, name) }
func (disk) ReadDir(name string) ([]fs.DirEntry, error)  { return os.ReadDir(filepath.FromSlash(name)) }

// carried reads the files of the sample.
type carried struct{ embed.FS }

func (c carried) ReadInside(dir, name string) ([]byte, error) {
	return c.ReadFile(path.Join(dir, name))
}

// loadPictures reads the pictures of a folder. Those of the sample are put on the
// disk for as long as that takes.
func loadPictures(from files, dir string, calls []book.PictureCall, opt picture.Options) (map[string]*book.Picture, book.Diags, error) {
	if _, ok := from.(disk); ok || len(calls) == 0 {
		pictures, diags := picture.Load(dir, calls, opt)
		return pictures, diags, nil
	}
	temp, err := os.MkdirTemp("", "publish-sample-")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(temp)
	entries, err := from.ReadDir(dir)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		data, err := from.ReadFile(path.Join(dir, e.Name()))
		if err != nil {
			return nil, nil, err
		}
		if err := os.WriteFile(filepath.Join(temp, e.Name()), data, 0o600); err != nil {
			return nil, nil, err
		}
	}
	pictures, diags := picture.Load(temp, calls, opt)
	return pictures, diags, nil
}
