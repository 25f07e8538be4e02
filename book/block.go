package book

// Block is a piece of a document that stands by itself. Its members are
// [Paragraph], [Heading], [Quote], [List], [DefinitionList], [Verse],
// [Verbatim], [Table], [Figure] and [Break].
type Block interface {
	Position() Pos
	block()
}

// Paragraph is a paragraph of running text.
type Paragraph struct {
	Pos
	Inlines []Inline
}

// Heading is the heading of a section. In an article Level is that of the
// source, 1 to 6. In a chapter the levels start at 2 (the chapter's title being
// 1) and none is skipped, and ID is set.
type Heading struct {
	Pos
	Level   int
	ID      string
	Inlines []Inline
}

// Quote is a block quotation.
type Quote struct {
	Pos
	Blocks []Block
}

// List is a bulleted or numbered list. Start is the first number of an ordered
// list, and Style how its numbers are written. A Tight list has no space between its items.
type List struct {
	Pos
	Ordered bool
	Start   int
	Tight   bool
	Items   []Item
	Style   ListStyle
}

// Item is one item of a List.
type Item struct {
	Pos
	Task   Task
	Blocks []Block
}

// DefinitionList is a list of terms with what is said of each.
type DefinitionList struct {
	Pos
	Items []Definition
}

// Definition is one item of a DefinitionList.
type Definition struct {
	Pos
	Term   []Inline
	Blocks []Block
}

// Verse is a poem or a stanza of it: lines that are never joined. A stanza break
// is a line without inlines.
type Verse struct {
	Pos
	Lines []VerseLine
}

// VerseLine is one line of verse. Indent counts steps of one em.
type VerseLine struct {
	Pos
	Indent  int
	Inlines []Inline
}

// Verbatim is text set as it stands, line by line. Language names the language
// of a program, "" for none.
type Verbatim struct {
	Pos
	Language string
	Text     string
}

// Align is how the cells of a table column stand.
type Align uint8

// Columns are set left, centred or right; AlignDefault leaves it to the edition.
const (
	AlignDefault Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Table is a table. Every row has one Cell for each that the source has; a cell
// that spans counts once.
type Table struct {
	Pos
	Caption []Inline
	Align   []Align // by column; may be shorter than the rows
	Head    []Row
	Body    []Row
}

// Row is one row of a Table.
type Row struct {
	Pos
	Cells []Cell
}

// Cell is one cell of a Row. ColSpan and RowSpan are 1 or more. Header marks a
// cell that heads its row or column.
type Cell struct {
	Pos
	Header           bool
	ColSpan, RowSpan int
	Blocks           []Block
}

// Figure is a picture that stands by itself. Caption is empty when the source
// has none worth printing.
type Figure struct {
	Pos
	Source  string // file name in the folder of pictures
	Alt     string
	Size    PictureSize
	Caption []Inline
}

// Break is a break between two passages (an asterism or a blank line).
type Break struct{ Pos }

func (*Paragraph) block()      {}
func (*Heading) block()        {}
func (*Quote) block()          {}
func (*List) block()           {}
func (*DefinitionList) block() {}
func (*Verse) block()          {}
func (*Verbatim) block()       {}
func (*Table) block()          {}
func (*Figure) block()         {}
func (*Break) block()          {}
