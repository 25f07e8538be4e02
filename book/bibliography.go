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
	Authors     []PersonName
	Editors     []PersonName
	Translators []PersonName
	Title       string
	Container   string // journal, collection or site that holds the work
	Place       string
	Publisher   string
	Year        string
	Pages       string
	URL         string
	ISBN        string
	Language    string
}

// PersonName is a name in two parts. Given is empty for a mononym, a group or a
// pseudonym.
type PersonName struct {
	Family, Given string
}
