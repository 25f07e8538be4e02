package main

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"publish/book"
	"publish/book/assembly"
)

// checkNamed reports what the manifest names and cannot have: folders and files that
// are not there. What a flag named has no
// place in the manifest and is reported by those who open it.
func (s *source) checkNamed() book.Diags {
	var diags book.Diags
	m := s.manifest
	if s.checkFile(&diags, "articles", "folder of articles", m.Articles) {
		s.checkArticles(&diags)
	}
	s.checkFile(&diags, "images", "folder of pictures", m.Images)
	s.checkLink(&diags, "articles", "articles", m.Articles)
	s.checkLink(&diags, "images", "pictures", m.Images)
	s.checkFile(&diags, "cover", "picture for the cover", m.Meta.Cover)
	s.checkFile(&diags, "index.file", "file of index rules", m.Index.File)
	s.checkFonts(&diags)
	s.checkFile(&diags, "study.questions", "file of questions", m.Study.Questions)
	return diags
}

// checkArticles reports a folder of articles that holds none.
func (s *source) checkArticles(diags *book.Diags) {
	name := s.manifest.Articles
	pos, dir := s.manifest.Place("articles", name), s.manifest.Path(name)
	list, err := appendArticles(nil, s.from, dir, "", 0)
	switch {
	case err != nil:
		diags.Add(book.FileMissing, pos, "the folder of articles %q cannot be read: %v", dir, cause(err))
	case len(list) == 0:
		diags.Add(book.FileMissing, pos, "the folder %q has no articles", dir).Hint("articles are files that end in .md")
	}
}

// checkLink reports a folder that is a link out of the folder of the manifest: it is
// the editor's to put one there, but nothing in the manifest shows it.
func (s *source) checkLink(diags *book.Diags, key, of, name string) {
	if _, ok := s.from.(disk); ok && book.LinkedOut(s.manifest.Dir, name) {
		diags.Add(book.FolderLinked, s.manifest.Place(key, name), "the folder of %s %q is a link out of the folder of the manifest", of, name).
			Hint("if that is meant, name the folder that it leads to")
	}
}

// checkFile reports a file or folder that a key of the manifest names and that is
// not there. It returns whether the manifest names it and it is there.
func (s *source) checkFile(diags *book.Diags, key, what, name string) bool {
	pos := s.manifest.Place(key, name)
	return pos.Line != 0 && s.checkNamedFile(diags, pos, what, name)
}

// checkNamedFile reports a file or folder that the manifest names at pos and that is
// not there, and returns whether it is.
func (s *source) checkNamedFile(diags *book.Diags, pos book.Pos, what, name string) bool {
	file := s.manifest.Path(name)
	entries, err := s.from.ReadDir(path.Dir(file))
	if err == nil && path.Base(file) != "." && path.Base(file) != ".." && !holds(entries, path.Base(file)) {
		err = fs.ErrNotExist
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return true // if it cannot be opened, those who open it say why
	}
	d := diags.Add(book.FileMissing, pos, "there is no %s %q", what, file)
	for _, near := range book.Nearest(path.Base(file), namesIn(entries), 3) {
		d.Hint("there is %q", path.Join(path.Dir(name), near))
	}
	return false
}

func holds(entries []fs.DirEntry, name string) bool {
	for _, e := range entries {
		if e.Name() == name {
			return true
		}
	}
	return false
}

func namesIn(entries []fs.DirEntry) []string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// hintPictures adds to the messages on pictures that are not there the names of files
// that are most like theirs.
func (s *source) hintPictures(diags book.Diags, articles []*book.Article) {
	const most = 200 // messages: to compare names takes a while
	names := map[book.Pos]string{}
	for _, call := range assembly.PictureCalls(articles) {
		names[call.Pos] = call.Name
	}
	var files []string
	if entries, err := s.from.ReadDir(s.manifest.Path(s.manifest.Images)); err == nil {
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), ".") {
				files = append(files, e.Name())
			}
		}
	}
	count := 0
	for i := range diags {
		d := &diags[i]
		name := names[d.Pos]
		if d.Code != book.PictureMissing || name == "" || len(d.Hints) > 0 || len(files) == 0 {
			continue
		}
		if count++; count > most {
			return
		}
		for _, near := range book.Nearest(strings.ReplaceAll(name, " ", "_"), files, 1) {
			d.Hint("there is %q", near)
		}
	}
}
