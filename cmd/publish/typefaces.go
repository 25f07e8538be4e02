package main

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"

	"publish/book"
	"publish/fonts"
)

// typefaces are the faces that a manifest names, and those of the machine that stand
// in where no other face has a character.
type typefaces struct {
	text, heading, mono fonts.Styles
	fallback            []*fonts.Face
	machine             []*fonts.Face
	foreign             []foreignFace // all of the above, each once
}

// foreignFace is a face from outside the program.
type foreignFace struct {
	face    *fonts.Face
	file    string
	sum     [32]byte // of the file
	machine bool     // found on the machine, not named by the manifest
}

// family returns the bundled family with the faces of the book before it and those of
// the machine behind it.
func (t *typefaces) family(bundled func() (*fonts.Family, error)) (*fonts.Family, error) {
	family, err := bundled()
	if err != nil || len(t.foreign) == 0 {
		return family, err
	}
	return family.WithFaces(t.text, t.heading, t.mono, t.fallback...).WithFallback(t.machine...), nil
}

// isForeign reports whether a face is from outside the program.
func (t *typefaces) isForeign(face *fonts.Face) bool {
	for _, f := range t.foreign {
		if f.face == face {
			return true
		}
	}
	return false
}

// fontReader reads the fonts that a manifest names.
type fontReader struct {
	source *source
	faces  typefaces
	diags  book.Diags
	files  map[string][]byte // by name; nil for one that cannot be read
	read   map[book.FontFile]*fonts.Face
}

// readFaces reads the faces that the manifest names. The bundled ones stand in for
// those that cannot be used, and messages tell which.
func (s *source) readFaces() (typefaces, book.Diags) {
	r := fontReader{source: s, files: map[string][]byte{}, read: map[book.FontFile]*fonts.Face{}}
	spec := &s.manifest.Fonts
	r.faces.text = r.styles(spec.Text)
	r.faces.heading = r.styles(spec.Heading)
	r.faces.mono = r.styles(spec.Mono)
	for _, file := range spec.Fallback {
		if face := r.face(file); face != nil {
			r.faces.fallback = append(r.faces.fallback, face)
		}
	}
	return r.faces, r.diags
}

// styles reads the faces of a kind of text. Without the upright one the others are of
// no use: letters of two designs would stand in one line.
func (r *fontReader) styles(spec book.FacesSpec) fonts.Styles {
	var s fonts.Styles
	s[fonts.Roman], s[fonts.Italic] = r.face(spec.Regular), r.face(spec.Italic)
	s[fonts.Bold], s[fonts.Bold|fonts.Italic] = r.face(spec.Bold), r.face(spec.BoldItalic)
	if s[fonts.Roman] == nil {
		return fonts.Styles{}
	}
	return s
}

// face reads one face, nil if it cannot be used or none is named.
func (r *fontReader) face(file book.FontFile) *fonts.Face {
	if file.File == "" {
		return nil
	}
	key := book.FontFile{File: file.File, Font: file.Font}
	if face, ok := r.read[key]; ok {
		return face
	}
	face := r.open(file)
	r.read[key] = face
	return face
}

func (r *fontReader) open(file book.FontFile) *fonts.Face {
	data, ok := r.files[file.File]
	if !ok {
		data = r.load(file)
		r.files[file.File] = data
	}
	if data == nil {
		return nil
	}
	face, err := fonts.ReadFace(data, file.Font)
	switch {
	case errors.Is(err, fonts.ErrForbidden):
		r.diags.Add(book.FontForbidden, file.Pos, "the font %q cannot be part of an edition: %v", file.File, err).
			Hint("whoever made it may give leave, and a file without the ban; until then a bundled face stands in")
	case err != nil:
		r.diags.Add(book.FontUnusable, file.Pos, "the font %q cannot be used: %v", file.File, err).
			Hint("a bundled face stands in; fonts are files with TrueType outlines: .ttf, .ttc")
	default:
		r.faces.foreign = append(r.faces.foreign, foreignFace{face: face, file: file.File, sum: sha256.Sum256(data)})
		return face
	}
	return nil
}

// load reads a font file, nil if that cannot be. One that is not there has been
// reported.
func (r *fontReader) load(file book.FontFile) []byte {
	data, err := readFont(r.source.from, r.source.manifest, file.File)
	var out *book.OutsideError
	switch {
	case err == nil:
		return data
	case errors.Is(err, fs.ErrNotExist):
	case errors.As(err, &out):
		r.diags.Add(book.PathOutside, file.Pos, "the font %q is %v", file.File, err).
			Hint("name the file that the link leads to")
	default:
		r.diags.Add(book.FontUnusable, file.Pos, "the font %q cannot be read: %v", file.File, cause(err)).
			Hint("see that it is a file, and that you may read it; a bundled face stands in")
	}
	return nil
}

// largestFont is the size of the largest font file that is read, in bytes. Those of
// all Han characters in five styles have some twenty million.
const largestFont = 64 << 20

var errLargeFont = errors.New("the file is larger than 64 MB")

// readFont reads a font file that the manifest names.
func readFont(from files, m *book.Manifest, name string) ([]byte, error) {
	folder, file := m.Inside(name)
	if _, ok := from.(disk); !ok {
		return from.ReadInside(folder, file)
	}
	f, err := book.OpenInside(folder, file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestFont+1))
	if err == nil && len(data) > largestFont {
		err = errLargeFont
	}
	return data, err
}

// checkFonts reports fonts that the manifest names and that are not there.
func (s *source) checkFonts(diags *book.Diags) {
	for _, file := range s.manifest.Fonts.Files() {
		s.checkNamedFile(diags, file.Pos, "font", file.File)
	}
}
