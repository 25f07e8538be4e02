package book

// Bibliography is the works that the articles recommend, in one list sorted by
// author and title in the collation of the book's language.
type Bibliography struct {
	Entries []*Entry
}

// Entry is one work. Text is the entry as it is to be set; what could not be
// parsed stands as the source has it. Section is the heading under which the
// article gives it, in lower case: a list of "works" on the page of a person is
// by that person.
type Entry struct {
	Pos
	ID      string
	Section string
	Text    []Inline
	Sort    string
	Work    Work
	Merged  []Pos      // further places that gave the same work
	In      []*Chapter // the chapters that recommend it, in reading order
}

// Work is what was understood of an entry; empty fields are unknown.
type Work struct {
	Kind        WorkKind
	Authors     []PersonName
	Editors     []PersonName
	Translators []PersonName
	Title       string
	Remark      string // what the source says of the work in brackets
	Container   string // journal, collection or site that holds the work
	Volume      string
	Issue       string
	Edition     string
	Place       string
	Publisher   string
	Year        string // as the source gives it: 1921, 1996–2003, forthcoming
	Date        string // month, season or day beyond the year, in EDTF: 2017-05-22, 1993-21
	Pages       string
	URL         string
	Accessed    string // when the page was looked at, in EDTF
	ISBN        string
	DOI         string
	Language    string // BCP 47; "" for that of the book and where nothing tells
}

// WorkKind is what kind of work an entry is.
type WorkKind uint8

// The kinds of works. A chapter is a part of a book; an article, of a periodical; a
// web work, a page or a site.
const (
	UnknownKind WorkKind = iota
	BookWork
	ChapterWork
	ArticleWork
	WebWork
	Thesis
)

// String returns the word for the kind that dumps use.
func (k WorkKind) String() string {
	return [...]string{"", "book", "chapter", "article", "web", "thesis"}[k]
}

// PersonName is a name in two parts. Given is empty for a mononym, a group or a
// pseudonym.
type PersonName struct {
	Family, Given string
}
