package book

// PageStart is where a page of the print edition begins in the book, so that an
// edition without pages can mark the place.
//
// At is what the page begins in, a pointer into the book: the first [Inline] of the
// run of text (paragraph, heading, line of verse, term, caption, entry), or else a
// *[Verbatim], *[Figure], *[Break], *[Row], *[Chapter], *[Part], *[Source],
// *[IndexGroup] or *[IndexEntry]; a *[Note] stands for the heading above it, and a
// [Section] for what the editions add to the book. It is nil for a page without
// text of the book, such as a blank one.
//
// Offset is how many bytes of text, blanks left out, stand in At before the page;
// note calls, references to pages and pictures do not count. It may fall inside a
// word that is divided at the page's end.
type PageStart struct {
	Folio  string
	At     any
	Offset int
}

// Section is a piece of a book that the editions add to it.
type Section string

// The sections that begin on a page of their own.
const (
	TitlePageSection    Section = "title-page" // with the half title before it
	ImprintSection      Section = "imprint"
	ContentsSection     Section = "contents"
	NotesSection        Section = "notes"
	BibliographySection Section = "bibliography"
	CitedSection        Section = "works-cited"
	AddressesSection    Section = "addresses"
	SourcesSection      Section = "sources"
	IndexSection        Section = "index"
	ColophonSection     Section = "colophon"
)
