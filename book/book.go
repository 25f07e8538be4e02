package book

import "time"

// Book is the whole book in reading order, ready for any writer. All IDs in it
// are unique, ASCII, and fit for XML and for PDF destinations.
type Book struct {
	Meta         Meta
	Front        []*Chapter // before chapter 1, unnumbered
	Parts        []*Part    // a book without parts is one Part without a title
	Back         []*Chapter // after the last chapter, unnumbered
	Bibliography *Bibliography
	Cited        *Bibliography // the works that the notes cite, nil unless asked for
	Index        *Index
	Sources      []Source   // attribution of every article, in reading order
	Addresses    []*Address // where links out of the book lead, nil unless they are listed
	AddressCodes bool       // in print each address has a code for cameras
	NotePlace    NotePlace
	InsideLinks  InsideLinks // how links between chapters show on paper
	Typography   Typography  // which refinements of the text it goes without
	Study        StudyAids
	Pictures     map[string]*Picture // by file name, each one that the text shows
	Topics       []*Topic            // what the wiki names, sorted by title
	Mentions     []Mention           // where the text links to a topic, in reading order
	Dropped      []Drop              // what is left out on purpose, by the reader and the stages after it
}

// Picture is a picture of the book, held as the files that the editions embed.
type Picture struct {
	Name          string   // as the text calls it
	Width, Height int      // of the file it was read from, upright, in pixels
	Vector        bool     // a drawing, whose pixels are 1/96 inch
	Sum           [32]byte // SHA-256 of that file
	Print         PictureFile
	Screen        PictureFile
}

// PictureFile is a picture in the form for one edition: whole, upright, opaque,
// without metadata, in sRGB or grey.
type PictureFile struct {
	// MIME is image/png, with at most 8 bits a sample and no interlacing, or
	// image/jpeg; for screens it may be image/svg+xml.
	MIME          string
	Data          []byte
	Width, Height int // pixels
}

// PictureCall is a place of the text that shows a picture.
type PictureCall struct {
	Pos
	Name string
}

// Meta is what a title page, an imprint and a catalogue say of the book.
type Meta struct {
	Title, Subtitle string
	Authors         []Contributor
	Language        string   // BCP 47
	Identifier      string   // a URN
	Identifiers     []string // further ones, of catalogues or of other editions
	Publisher       string
	Date            time.Time // UTC
	Rights          string
	Source          string
	Description     string
	Subjects        []string
	Series          string
	SeriesNumber    string
	Cover           string // path of the picture, "" for a drawn one
	Slug            string // base name of the editions' files
	Checksum        string // SHA-256 of the sources, in hexadecimal
}

// Contributor is a person or body and the part they had in the book.
type Contributor struct {
	Name, Sort string
	Role       string // MARC relator: aut, edt, trl …
}

// NotePlace says where notes stand.
type NotePlace uint8

// Notes stand at the end of the book, of each chapter, or at the foot of the
// page. Where an edition has no pages, the foot means the chapter's end.
const (
	NotesBook NotePlace = iota
	NotesChapter
	NotesFoot
)

// Part is a run of chapters under one title.
type Part struct {
	Pos
	ID       string
	Number   int // from 1; 0 when the book has no parts
	Title    string
	Chapters []*Chapter
}

// Chapter is one article in its place in the book, or a piece of front or back
// matter.
type Chapter struct {
	Pos
	ID      string
	Number  int // from 1 through the book; 0 in front and back matter
	Title   []Inline
	Short   string // plain title, cut to fit a running head
	Article string // name of the article, "" for matter of the editor's own
	Blocks  []Block
	Notes   []*Note
	SeeAlso []*CrossRef // chapters of this book that the article names
	// Questions are the editor's, for those who have read the chapter.
	Questions []Block
	Words     int // of the text, notes left out
}

// Note is a numbered note. Refs are the IDs of the calls, never empty.
type Note struct {
	Pos
	ID     string
	Number int
	Refs   []string
	Blocks []Block
	Ties   []Tie // what became of its short citations
}

// Address is where links lead out of the book. Calls is never empty.
type Address struct {
	Pos
	ID      string
	Number  int // from 1 through the book
	URL     string
	Inlines []Inline // a bare link
	Calls   []AddressCall
}

// AddressCall is a place that calls an address.
type AddressCall struct {
	ID      string
	Chapter *Chapter
}

// Tie is a short citation that was tied to a full one. Was is the wording of the
// source; Now what stands in its place, "" where the words are the same. Target is the
// ID of the note or entry that gives the work in full, "" for none.
type Tie struct {
	Was, Now, Target string
}

// Source says where a chapter came from.
type Source struct {
	Chapter *Chapter
	Title   string // wiki title
	URL     string // "" when the manifest gives no source
}

// Chapters returns every chapter in reading order, front and back matter
// included.
func (b *Book) Chapters() []*Chapter {
	all := append([]*Chapter(nil), b.Front...)
	all = append(all, b.Body()...)
	return append(all, b.Back...)
}

// WorkLists returns the lists of works that the book has: what the chapters recommend,
// and what their notes cite.
func (b *Book) WorkLists() []*Bibliography {
	var lists []*Bibliography
	for _, list := range []*Bibliography{b.Bibliography, b.Cited} {
		if list != nil && len(list.Entries) > 0 {
			lists = append(lists, list)
		}
	}
	return lists
}

// Body returns the numbered chapters in reading order.
func (b *Book) Body() []*Chapter {
	var body []*Chapter
	for _, p := range b.Parts {
		body = append(body, p.Chapters...)
	}
	return body
}
