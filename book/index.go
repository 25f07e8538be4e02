package book

import "slices"

// Index is the back-of-book index.
type Index struct {
	Groups []IndexGroup
}

// HasPrincipal reports whether a locator of the index is the place that treats a subject
// itself.
func (ix *Index) HasPrincipal() bool {
	for _, g := range ix.Groups {
		for _, e := range g.Entries {
			if slices.ContainsFunc(e.Locators, func(l Locator) bool { return l.Principal }) {
				return true
			}
		}
	}
	return false
}

// IndexGroup is the entries under one letter. Letter is "" for what stands
// before the letters (figures, symbols).
type IndexGroup struct {
	Letter  string
	Entries []*IndexEntry
}

// IndexEntry is a heading with its locators, subentries and references. A
// heading that is only a see reference has neither locators nor subentries.
type IndexEntry struct {
	ID       string
	Heading  []Inline
	Sort     string // what the collation compared
	Locators []Locator
	Sub      []*IndexEntry
	See      []IndexRef
	SeeAlso  []IndexRef

	// Why says, for an editor, what the heading was made of and what spoke for it and
	// against it; no edition prints it. Empty for subentries.
	Why []string
}

// Locator leads to a place of the book. A range runs From one anchor To another;
// To is "" for a single place. Both are IDs that occur in the book's text.
type Locator struct {
	From, To  string
	Chapter   *Chapter
	Note      int  // number of the note that holds the place, 0 for text
	Principal bool // the place that treats the subject itself
}

// IndexRef is a reference to another heading of the index.
type IndexRef struct {
	Target  string // ID of the entry
	Heading []Inline
}
