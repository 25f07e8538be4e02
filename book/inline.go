package book

// Inline is a piece of running text. Its members are [Text], [Emphasis],
// [Strong], [Strike], [Superscript], [Subscript], [SmallCaps], [CodeSpan],
// [LineBreak], [Link], [WikiLink], [CrossRef], [PageRef], [NoteRef], [Anchor],
// [Span] and [Image].
type Inline interface {
	Position() Pos
	inline()
}

// Text is characters, with white space collapsed to single blanks; no-break
// spaces stay. It never holds a soft hyphen or a control character.
type Text struct {
	Pos
	Value string
}

// Emphasis is text set apart, in italic as a rule; inside another Emphasis it
// goes back to roman.
type Emphasis struct {
	Pos
	Inlines []Inline
}

// Strong is text of weight, in bold as a rule.
type Strong struct {
	Pos
	Inlines []Inline
}

// Strike is text struck out.
type Strike struct {
	Pos
	Inlines []Inline
}

// Superscript is raised text that is part of the words (10th, m²); never the
// mark of a note.
type Superscript struct {
	Pos
	Inlines []Inline
}

// Subscript is lowered text.
type Subscript struct {
	Pos
	Inlines []Inline
}

// SmallCaps is text in small capitals.
type SmallCaps struct {
	Pos
	Inlines []Inline
}

// CodeSpan is text of a program or a machine, as it stands.
type CodeSpan struct {
	Pos
	Value string
}

// LineBreak is a line's end that the author asked for.
type LineBreak struct{ Pos }

// Link leads outside the book. URL is absolute, of a scheme that is safe to
// open (http, https, mailto, ftp). Bare is set when the text is the address
// itself.
type Link struct {
	Pos
	URL     string
	Bare    bool
	Inlines []Inline
}

// WikiLink is a link as the wiki wrote it. It stands in articles only; assembly
// makes it a CrossRef, a Link or plain text.
type WikiLink struct {
	Pos
	Target   string // wiki title with blanks, no fragment; "" for the page itself
	Fragment string // decoded section name, "" for none
	Title    string // the title attribute: the link text in the wiki's source
	Inlines  []Inline
}

// CrossRef leads to another place of the book: Target is the ID of a chapter,
// heading, note, entry or anchor.
type CrossRef struct {
	Pos
	Target  string
	Inlines []Inline
}

// PageRef stands for the folio of the page that carries Target. An edition
// without pages leaves it out, with Before and After.
type PageRef struct {
	Pos
	Target        string
	Before, After string
}

// NoteRef is a call for a note, or for an [Address] of the list at the end of the book.
// In an article only Label is set; assembly sets the rest. A note called twice has two
// calls with IDs of their own.
type NoteRef struct {
	Pos
	Label   string
	ID      string // of this call
	Note    string // ID of the Note or of the Address
	Number  int
	Address bool // the number is set in brackets, to tell it from those of notes
}

// Anchor marks a place without text: what an index locator or a fragment leads
// to.
type Anchor struct {
	Pos
	ID string
}

// Span is text in another language than its surroundings (BCP 47).
type Span struct {
	Pos
	Lang    string
	Inlines []Inline
}

// Image is a picture in running text.
type Image struct {
	Pos
	Source string // file name in the folder of pictures
	Alt    string // "" when the source has none
	Size   PictureSize
}

func (*Text) inline()        {}
func (*Emphasis) inline()    {}
func (*Strong) inline()      {}
func (*Strike) inline()      {}
func (*Superscript) inline() {}
func (*Subscript) inline()   {}
func (*SmallCaps) inline()   {}
func (*CodeSpan) inline()    {}
func (*LineBreak) inline()   {}
func (*Link) inline()        {}
func (*WikiLink) inline()    {}
func (*CrossRef) inline()    {}
func (*PageRef) inline()     {}
func (*NoteRef) inline()     {}
func (*Anchor) inline()      {}
func (*Span) inline()        {}
func (*Image) inline()       {}
