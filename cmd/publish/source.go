package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"publish/book"
)

// source is what a book is made of: its manifest, and where the files lie.
type source struct {
	manifest  *book.Manifest
	text      []byte // of the manifest, nil when a folder stands in its place
	rules     []byte // of the file of index rules, nil without one
	questions []byte // of the file of questions, nil without one
	from      files
	articles  []articleFile // front and back matter first, then the folder by name
	sums      map[string][32]byte
	keep      bool              // whether to keep the bytes of the articles
	texts     map[string][]byte // of the articles of the book, by path, if they are kept
	faces     typefaces
}

// articleFile is one file to be read. Path is as messages show it; name is what
// the manifest calls the article. File is its place in folder, which no link may lead
// out of; without a folder the user named the path.
type articleFile struct {
	path, name   string
	folder, file string
	pos          book.Pos // for messages on the file as a whole
	matter       bool     // front or back matter of the editor's own
}

// read returns the bytes of the file.
func (f *articleFile) read(from files) ([]byte, error) {
	if f.folder == "" {
		return from.ReadFile(f.path)
	}
	return from.ReadInside(f.folder, f.file)
}

// open reads the manifest that the arguments name, or makes one for a folder or a
// list of files, and puts the flags over it. It prints what is wrong with it.
func (p *program) open(args []string) (*source, error) {
	options, err := manifestOptions()
	if err != nil {
		return nil, err
	}
	s, diags, err := p.manifest(args, options)
	if err != nil {
		return nil, err
	}
	if err := p.flags.shape.apply(s.manifest); err != nil {
		return nil, err
	}
	if err := s.checkAttached(); err != nil {
		return nil, err
	}
	diags = append(diags, s.checkNamed()...)
	for _, read := range []func() (book.Diags, error){s.readRules, s.readQuestions} {
		found, err := read()
		if err != nil {
			return nil, err
		}
		diags = append(diags, found...)
	}
	faces, unread := s.readFaces()
	s.faces = faces
	if err := p.report(slices.Concat(diags, unread, checkStudy(s.manifest))); err != nil {
		return nil, err
	}
	if err := s.list(); err != nil {
		return nil, err
	}
	return s, nil
}

// manifest finds the manifest that the arguments mean.
func (p *program) manifest(args []string, options book.ManifestOptions) (*source, book.Diags, error) {
	switch {
	case p.flags.sample && len(args) > 0:
		return nil, nil, usagef("--sample goes without %s", args[0])
	case p.flags.sample:
		return readManifest(carried{sample}, sampleManifest, options)
	case len(args) == 0:
		if _, err := os.Stat("book.yaml"); errors.Is(err, fs.ErrNotExist) {
			return nil, nil, usagef("there is no book.yaml here").
				withHint("name a manifest or a folder of articles, write one with publish init, or try --sample")
		}
		return readManifest(disk{}, "book.yaml", options)
	}
	info, err := os.Stat(args[0])
	switch {
	case err != nil:
		return nil, nil, usagef("%s: %v", filepath.ToSlash(args[0]), cause(err)).
			withHint("name a manifest, a folder of articles, or articles")
	case len(args) == 1 && info.IsDir():
		s, err := folderBook(args[0], options)
		return s, nil, err
	case len(args) == 1 && !isArticle(args[0]):
		return readManifest(disk{}, filepath.ToSlash(args[0]), options)
	}
	s, err := filesBook(args, options)
	return s, nil, err
}

func isArticle(name string) bool { return strings.HasSuffix(name, ".md") }

func readManifest(from files, name string, options book.ManifestOptions) (*source, book.Diags, error) {
	text, err := from.ReadFile(name)
	if err != nil {
		return nil, nil, &hintedError{errors.New(name + ": " + cause(err).Error()), "look at the name and at who may read the file"}
	}
	m, diags := book.ReadManifest(name, text, options)
	return &source{manifest: m, text: text, from: from}, diags, nil
}

// readRules reads the file of index rules that the manifest names. One that is not
// there has been reported.
func (s *source) readRules() (book.Diags, error) {
	index := &s.manifest.Index
	if index.File == "" || index.Omit {
		return nil, nil
	}
	text, diags, err := s.readNamed("index", "index.file", index.File, "the file of index rules")
	if text == nil {
		return diags, err
	}
	s.rules = text
	index.Edits, diags = book.ReadIndexEdits(s.manifest.Path(index.File), text)
	return diags, nil
}

// readNamed reads the file that a key under top names in the manifest; what says what it
// is. It returns nil for one that is not there, which has been reported, and for one that
// cannot be read.
func (s *source) readNamed(top, key, name, what string) ([]byte, book.Diags, error) {
	text, err := s.from.ReadInside(s.manifest.Inside(name))
	var out *book.OutsideError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, nil
	case errors.As(err, &out):
		var diags book.Diags
		diags.Add(book.PathOutside, s.manifest.Place(key, name), what+" %q is %v", name, err).
			Hint("name the file that the link leads to")
		return nil, diags, nil
	case err != nil:
		return nil, nil, &hintedError{errors.New(s.manifest.Path(name) + ": " + cause(err).Error()), "the key " + top + " of the manifest names " + what}
	}
	return text, nil, nil
}

// folderBook makes a book of every article of a folder.
func folderBook(dir string, options book.ManifestOptions) (*source, error) {
	dir = filepath.ToSlash(filepath.Clean(dir))
	list, err := articlesIn(disk{}, dir)
	if err != nil {
		return nil, err
	}
	return &source{manifest: book.FolderManifest(titledFolder(dir), namesOf(list), options), from: disk{}}, nil
}

// filesBook makes a book of some articles, titled after the folder of the first.
func filesBook(args []string, options book.ManifestOptions) (*source, error) {
	s := &source{from: disk{}}
	for _, arg := range args {
		name := filepath.ToSlash(filepath.Clean(arg))
		info, err := os.Stat(arg)
		switch {
		case err != nil:
			return nil, usagef("%s: %v", name, cause(err))
		case info.IsDir() || !isArticle(name):
			return nil, usagef("%s is not an article", name).withHint("several arguments must all be articles: files that end in .md")
		}
		s.articles = append(s.articles, articleFile{path: name, name: strings.TrimSuffix(path.Base(name), ".md"), pos: book.Pos{File: name}})
	}
	for i, a := range s.articles {
		if j := slices.IndexFunc(s.articles, func(b articleFile) bool { return a.name == b.name }); j < i {
			return nil, usagef("%s and %s have one name", s.articles[j].path, a.path).withHint("a book holds every article once")
		}
	}
	s.manifest = book.FolderManifest(titledFolder(path.Dir(s.articles[0].path)), namesOf(s.articles), options)
	return s, nil
}

// titledFolder returns a folder by a path that ends in its name, for the title of
// the book: not "." or "..".
func titledFolder(dir string) string {
	if base := path.Base(dir); base != "." && base != ".." {
		return dir
	}
	if abs, err := filepath.Abs(filepath.FromSlash(dir)); err == nil {
		return filepath.ToSlash(abs)
	}
	return dir
}

func namesOf(list []articleFile) []string {
	var names []string
	for _, a := range list {
		names = append(names, a.name)
	}
	return names
}

// articlesIn lists the articles of a folder by name: the files that end in .md and
// are not hidden. One in a folder inside it is called after both, "Presses/Iron", as
// wikis call a page below another.
func articlesIn(from files, dir string) ([]articleFile, error) {
	list, err := appendArticles(nil, from, dir, "", 0)
	if err != nil {
		return nil, &hintedError{errors.New(dir + ": " + cause(err).Error()), "--articles or the key articles of the manifest names the folder of the articles"}
	}
	if len(list) == 0 {
		return nil, &hintedError{errors.New(dir + ": the folder has no articles"), "articles are files that end in .md"}
	}
	return list, nil
}

// appendArticles appends the articles of a folder of dir and of those inside it. No
// symbolic link to a folder is followed, and no folder that may not be read.
func appendArticles(list []articleFile, from files, dir, inner string, depth int) ([]articleFile, error) {
	const deepest = 16
	entries, err := from.ReadDir(path.Join(dir, inner))
	if err != nil && depth == 0 {
		return nil, err
	}
	for _, e := range entries {
		name := path.Join(inner, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir() && depth < deepest:
			list, _ = appendArticles(list, from, dir, name, depth+1)
		case !e.IsDir() && isArticle(name):
			full := path.Join(dir, name)
			list = append(list, articleFile{path: full, name: strings.TrimSuffix(name, ".md"), folder: dir, file: name, pos: book.Pos{File: full}})
		}
	}
	return list, nil
}

// list finds the files of the book: what front and back matter name beside the
// manifest, and every article of the folder.
func (s *source) list() error {
	if s.articles != nil {
		return nil
	}
	m := s.manifest
	for _, spec := range slices.Concat(m.Front, m.Back) {
		name := strings.TrimSuffix(spec.Article, ".md")
		f := articleFile{path: m.Path(name + ".md"), name: name, folder: m.Dir, file: name + ".md", pos: spec.Pos, matter: true}
		if _, err := f.read(s.from); errors.Is(err, fs.ErrNotExist) {
			continue // an article of the folder, or missing: the assembly knows
		}
		s.articles = append(s.articles, f)
	}
	list, err := articlesIn(s.from, m.Path(m.Articles))
	if err != nil {
		return err
	}
	for _, a := range list {
		same := func(b articleFile) bool { return b.path == a.path }
		if !slices.ContainsFunc(s.articles, same) {
			s.articles = append(s.articles, a)
		}
	}
	return nil
}

// manifestOptions returns the date of a book that gives none: that of
// SOURCE_DATE_EPOCH (reproducible-builds.org), else today.
func manifestOptions() (book.ManifestOptions, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return book.ManifestOptions{Now: time.Now().UTC().Truncate(time.Second)}, nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return book.ManifestOptions{}, usagef("SOURCE_DATE_EPOCH cannot be %q", text).withHint("it is a number of seconds since 1970")
	}
	return book.ManifestOptions{Now: time.Unix(seconds, 0).UTC()}, nil
}

// cause returns what the system says of a file, without the path.
func cause(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}
