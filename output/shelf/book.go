package shelf

import (
	"slices"
	"strings"
	"time"
)

// Book is what a shelf says of a book, and its files.
type Book struct {
	Slug        string // what the names of its files begin with
	Title       string
	Subtitle    string
	Authors     []string
	Language    string
	Identifier  string // a URN; made of the slug for a book without one
	Publisher   string
	Description string
	Rights      string
	Source      string
	Subjects    []string
	Date        time.Time // of the edition, zero if it is not known
	Cover       *Picture  // nil for a book without one
	Files       []File    // in the order in which they are listed
}

// Picture is a picture with its type.
type Picture struct {
	Name, MIME string
	Data       []byte
}

// File is a file of an edition as it lies on the shelf.
type File struct {
	Name    string
	Edition string // epub, kepub, pdf, booklet, large-print, wrap-cover, …
	Size    int64
	SHA256  string // in hexadecimal
}

// MIME returns the type of the file by its name, "" for one that no reading program
// opens.
func (f *File) MIME() string {
	switch {
	case strings.HasSuffix(f.Name, ".epub"):
		return "application/epub+zip"
	case strings.HasSuffix(f.Name, ".pdf"):
		return "application/pdf"
	}
	return ""
}

// Label returns what the list calls the file.
func (f *File) Label() string {
	switch f.Edition {
	case "epub":
		return "EPUB"
	case "kepub":
		return "EPUB for Kobo"
	case "pdf":
		return "PDF"
	case "booklet":
		return "Booklet to print and fold (PDF)"
	case "wrap-cover":
		return "Cover to print and wrap (PDF)"
	case "large-print":
		return "Large print (PDF)"
	case "csl-json":
		return "Bibliography (CSL-JSON)"
	case "bibtex":
		return "Bibliography (BibTeX)"
	}
	return f.Name
}

// editions are the endings of files behind the slug of their book, in the order in
// which a shelf lists them.
func editions() [][2]string {
	return [][2]string{
		{".epub", "epub"}, {".kepub.epub", "kepub"}, {".pdf", "pdf"}, {"-large-print.pdf", "large-print"},
		{"-booklet.pdf", "booklet"}, {"-booklet-fronts.pdf", "booklet fronts"}, {"-booklet-backs.pdf", "booklet backs"},
		{"-wrap-cover.pdf", "wrap-cover"},
		{".csl.json", "csl-json"}, {".bib", "bibtex"},
	}
}

// Take moves the files of the book out of a list of names and puts them in order.
// Others stay.
func (b *Book) Take(names []string) (rest []string) {
	taken := map[string]bool{}
	for _, e := range editions() {
		if name := b.Slug + e[0]; slices.Contains(names, name) {
			taken[name] = true
			b.Files = append(b.Files, File{Name: name, Edition: e[1]})
		}
	}
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return taken[name] })
}
