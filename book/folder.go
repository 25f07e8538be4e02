package book

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Where the files of a book may lie. There is one rule for what the editor says, and
// one for what a wiki says.
//
// The editor writes the manifest and the command line. The keys articles, images,
// cover, fonts and index.file may name any place of the machine: beside the manifest, above
// it, elsewhere by an absolute path. But where the name itself does not lead out of
// the manifest's folder, a symbolic link may not do so unseen: that of a file is an
// error, that of a folder a warning ([LinkedOut]). Front and back matter are files
// of the manifest's folder or articles; chapters are articles.
//
// What lies in the folder of articles comes from anybody. No article is opened that
// is a link out of this folder, no picture that is one out of the folder of pictures
// ([OpenInside]). A name in an article is a title or the name of a picture, whatever
// it looks like: titles are looked up in the list of articles and never opened;
// names of pictures with "..", a root, a drive or a host are refused before the disk
// is asked ([LeavesFolder]), on every system alike. Windows' names of devices are
// left to os.Root, which knows them where they mean something.
//
// Only regular files are opened. A pipe or a device may never end.

// OutsideError tells that a name in a folder leads out of it.
type OutsideError struct{ Folder, Name string }

func (e *OutsideError) Error() string { return "a link out of the folder " + quoted(e.Folder) }

// NotRegularError tells that a name is that of a folder, a device, a pipe.
type NotRegularError struct{}

func (*NotRegularError) Error() string {
	return "not a file but a folder, a device or a pipe"
}

// OpenInside opens the regular file name in the folder dir, both with slashes. A name
// or a symbolic link that leads out of the folder is an [OutsideError], what is no
// file a [NotRegularError]; neither is opened. The folder itself may be a link.
func OpenInside(dir, name string) (*os.File, error) {
	if LeavesFolder(name) {
		return nil, &OutsideError{dir, name}
	}
	root, err := os.OpenRoot(filepath.FromSlash(dir))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	file := filepath.FromSlash(name)
	info, err := root.Stat(file) // to open a pipe waits for its other end
	if err == nil && !info.Mode().IsRegular() {
		err = &NotRegularError{}
	}
	if err != nil {
		return nil, outside(err, dir, name)
	}
	f, err := root.Open(file)
	return f, outside(err, dir, name)
}

// outside returns an OutsideError for what os.Root says of a name that leads out of
// it; the system's own word has no name in Go.
func outside(err error, dir, name string) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) && strings.Contains(pathError.Err.Error(), "escapes") {
		return &OutsideError{dir, name}
	}
	return err
}

// LinkedOut reports whether name, which does not say so itself, leads out of the
// folder dir by a symbolic link.
func LinkedOut(dir, name string) bool {
	if LeavesFolder(name) {
		return false
	}
	root, err := os.OpenRoot(filepath.FromSlash(dir))
	if err != nil {
		return false
	}
	defer root.Close()
	_, err = root.Stat(filepath.FromSlash(name))
	var out *OutsideError
	return errors.As(outside(err, dir, name), &out)
}

// LeavesFolder reports whether a name in a folder says that it leads out of it: by
// "..", a root, a drive, a host, or a zero byte that would end it early. The forms of
// Windows count on every system.
func LeavesFolder(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	if path.IsAbs(name) || len(name) > 1 && name[1] == ':' && (len(name) == 2 || name[2] == '/') {
		return true
	}
	for element := range strings.SplitSeq(name, "/") {
		if element == ".." {
			return true
		}
	}
	return strings.ContainsRune(name, 0)
}

// Inside returns where a file lies that the manifest names: the folder out of which
// no link may lead, and the name of the file in it. The folder is that of the
// manifest, or for a name that leads out of it by its own words, the file's own.
func (m *Manifest) Inside(name string) (folder, file string) {
	if LeavesFolder(name) {
		full := m.Path(name)
		return path.Dir(full), path.Base(full)
	}
	return m.Dir, path.Clean(name)
}
