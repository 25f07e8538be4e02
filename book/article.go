package book

// Article is one file of the wiki, read but not yet part of a book: links and
// notes are still named as the source names them.
type Article struct {
	Pos               // the file
	Name     string   // file name without .md, "Kronstadt_rebellion(1)"
	Title    string   // wiki title, "Kronstadt rebellion"
	Heading  []Inline // the title as it is to be printed: the opening H1, else Title
	Redirect *Redirect
	Blocks   []Block
	Notes    []*NoteDef // in the order of the source
	// Categories are the titles of the wiki's categories, without "Category:".
	Categories []string
	// Anchors are the places that the source gives a name of its own, in no order.
	Anchors []Anchor
	Dropped []Drop
	Front   map[string]string // YAML front matter, nil as a rule
}

// Redirect says that an article is only another name of Target.
type Redirect struct {
	Pos
	Target, Fragment string
}

// NoteDef is a note as an article defines it.
type NoteDef struct {
	Pos
	Label  string
	Blocks []Block
}

// Drop is a piece of the source that was left out on purpose, so that every
// word is accounted for.
type Drop struct {
	Pos
	Class DropClass
	Text  string // the words that are gone, blanks collapsed
}

// DropClass says why a piece of the source is not in the book.
type DropClass string

// What is left out on purpose.
const (
	DropCategory    DropClass = "category"      // category links
	DropMarker      DropClass = "marker"        // <references/>, list separators, anchors without text
	DropNoteMark    DropClass = "note-mark"     // [32] or a raised number whose note is gone
	DropEmptyNote   DropClass = "empty-note"    // a note without text, and its call
	DropMaintenance DropClass = "maintenance"   // "This section needs expansion"
	DropPicture     DropClass = "picture"       // file names shown in place of pictures
	DropEmptyHead   DropClass = "empty-section" // a heading with nothing below it, such as References
	DropRepeated    DropClass = "repeated-note" // notes given a second time in a <references> block
	DropMarkup      DropClass = "markup"        // leftovers of markup: ]], </li>, {{…}}
	DropSeeAlso     DropClass = "see-also"      // See Also items that lead out of the book
	DropBibliogr    DropClass = "merged-entry"  // reading-list entries merged into one, or set in one style
	DropUnusedNote  DropClass = "unused-note"   // a note that nothing calls
	DropCitation    DropClass = "citation"      // words of a short citation that its full form does not have
	DropTitle       DropClass = "title"         // the H1 that became the chapter's title, where the manifest gives another
)

// DropClasses returns every class of what is left out, in the order above.
func DropClasses() []DropClass {
	return []DropClass{
		DropCategory, DropMarker, DropNoteMark, DropEmptyNote, DropMaintenance, DropPicture, DropEmptyHead,
		DropRepeated, DropMarkup, DropSeeAlso, DropBibliogr, DropUnusedNote, DropCitation, DropTitle,
	}
}
