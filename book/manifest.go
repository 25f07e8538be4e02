package book

import "time"

// Manifest is a book.yaml that was read and checked, with every default filled
// in. Paths are relative to Dir unless absolute. Every item keeps the place
// where the file names it.
type Manifest struct {
	Pos
	Dir          string // folder of the manifest
	Meta         Meta
	Articles     string // folder of the articles
	Images       string // folder of the pictures
	Front, Back  []ChapterSpec
	Parts        []PartSpec // a book without parts has one PartSpec without a title
	Notes        NotesSpec
	Links        LinksSpec
	Index        IndexSpec
	Bibliography BibliographySpec
	Typography   Typography
	Fonts        FontsSpec
	PDF          PDFSpec
	Booklet      BookletSpec
	LargePrint   LargePrintSpec
	WrapCover    WrapCoverSpec
	EPUB         EPUBSpec
	Study        StudySpec
	Editions     []string
	Pack         *PackSpec // nil for the whole book
	Folder       bool      // made of a folder: redirects are passed over in silence

	places map[given]Pos
}

// given is a value of a key that names files or editions, as the manifest has it.
type given struct{ key, value string }

// Place returns where the manifest gives a value to a key that names a file or an
// edition: articles, images, cover, index.file, study.questions or editions. For a value that it does
// not give, such as a default or that of a flag, Place is the manifest as a whole.
func (m *Manifest) Place(key, value string) Pos {
	if pos, ok := m.places[given{key, value}]; ok {
		return pos
	}
	return Pos{File: m.File}
}

// PartSpec is a part as the manifest names it.
type PartSpec struct {
	Pos
	Title    string
	Chapters []ChapterSpec
}

// ChapterSpec is a chapter as the manifest names it: Article is a file name with
// or without .md, a wiki title, or a glob; Title replaces the article's own.
type ChapterSpec struct {
	Pos
	Article string
	Title   string
}

// PackSpec chooses chapters of the book, to make a smaller one of them. A chapter may be
// named by its article or title, by a glob, by its number in the whole book, or by a run
// of numbers such as 2-4.
type PackSpec struct {
	Chapters []ChapterSpec
}

// NotesSpec says where notes stand and how they are numbered.
type NotesSpec struct {
	Place     NotePlace
	Numbering Numbering
}

// Numbering says where the count of notes starts anew.
type Numbering uint8

// Notes are numbered by chapter or through the book.
const (
	ByChapter Numbering = iota
	ByBook
)

// LinksSpec says what becomes of links.
type LinksSpec struct {
	Inside  InsideLinks
	Outside OutsideLinks
	Codes   bool // in print, listed addresses have codes for cameras
}

// InsideLinks says how a link to another chapter shows on paper.
type InsideLinks uint8

// A link inside the book shows its page in print, or nothing.
const (
	InsidePage InsideLinks = iota
	InsideNone
)

// OutsideLinks says what becomes of links that lead out of the book: to the web, and to
// articles of the wiki that are not in the book.
type OutsideLinks uint8

// A link out of the book stands as it is and says nothing on paper, to an article it
// becomes plain text; or it gets a note with its address; or a number in brackets, by
// which a list at the end of the book has its address.
const (
	OutsideText OutsideLinks = iota
	OutsideNote
	OutsideList
)

// IndexSpec says whether there is an index, the editor's file for it with what was
// read from it, and the depth of its entries. Edits is nil for a book without such a
// file; those who open the file set it.
type IndexSpec struct {
	Omit  bool
	File  string
	Depth int
	Edits *IndexEdits
}

// PDFSpec is the choices of page design.
type PDFSpec struct {
	Trim     string   // a5, a6, a4, letter, half-letter, 6x9, e-reader
	Opening  string   // recto or any
	FontSize string   // "11pt"; "" for the trim's own
	Compact  bool     // smaller letters and narrower margins
	Attach   []string // what the PDFs carry: AttachManifest, AttachEPUB
}

// What a PDF can carry.
const (
	AttachManifest = "manifest" // the manifest as it stands
	AttachEPUB     = "epub"     // the book as an EPUB
)

// attachable lists what a PDF can carry.
func attachable() []string { return []string{AttachManifest, AttachEPUB} }

// EPUBSpec is what an EPUB is to have. Pages asks for the page numbers of the PDF,
// in markers, in a list and in the index. ConformsTo is the standard of accessibility
// that CertifiedBy vouches for, "" where nobody does.
type EPUBSpec struct {
	Pages                   bool
	ConformsTo, CertifiedBy string
}

// ManifestOptions is what a manifest cannot know by itself.
type ManifestOptions struct {
	Now time.Time // the date of a book that gives none
}
