package terms

// Key names words. The file of the English ones shows what each is for, and which
// names in braces a phrase has.
type Key string

// The words that editions add to a book.
const (
	// Sections.
	Cover        Key = "cover"
	TitlePage    Key = "title-page"
	Imprint      Key = "imprint"
	Contents     Key = "contents"
	Landmarks    Key = "landmarks"
	Pages        Key = "pages"
	Start        Key = "start"
	Part         Key = "part"
	Chapter      Key = "chapter"
	Notes        Key = "notes"
	Bibliography Key = "bibliography"
	WorksCited   Key = "works-cited"
	Sources      Key = "sources"
	Index        Key = "index"
	Colophon     Key = "colophon"
	Table        Key = "table"
	Symbols      Key = "symbols"
	Continued    Key = "continued"
	Questions    Key = "questions"
	OwnNotes     Key = "own-notes" // the heading of pages for handwriting
	Chapters     Key = "chapters"  // what a book of chosen chapters holds

	// References.
	See           Key = "see"
	SeeAlso       Key = "see-also"
	PageShort     Key = "page-short"
	ChapterShort  Key = "chapter-short"
	ChaptersShort Key = "chapters-short"
	Page          Key = "page"
	Note          Key = "note"
	BackToNote    Key = "back-to-note"
	NotesToPage   Key = "notes-to-page"
	NotesToPages  Key = "notes-to-pages"
	RecommendedIn Key = "recommended-in"
	CitedIn       Key = "cited-in"
	Addresses     Key = "addresses"
	Code          Key = "code"

	// Who had a part in the book.
	Author         Key = "author"
	Editor         Key = "editor"
	Translator     Key = "translator"
	Illustrator    Key = "illustrator"
	Contributor    Key = "contributor"
	EditedBy       Key = "edited-by"
	TranslatedBy   Key = "translated-by"
	IllustratedBy  Key = "illustrated-by"
	IntroductionBy Key = "introduction-by"
	CompiledBy     Key = "compiled-by"

	// Imprint.
	Title          Key = "title"
	Series         Key = "series"
	Publisher      Key = "publisher"
	Edition        Key = "edition"
	Identifier     Key = "identifier"
	Licence        Key = "licence"
	Source         Key = "source"
	Made           Key = "made"
	Typefaces      Key = "typefaces"
	Checksum       Key = "checksum"
	FromOneArticle Key = "from-one-article"
	FromArticles   Key = "from-articles"
	ByProgram      Key = "by-program"
	EditionOf      Key = "edition-of"
	TakenFrom      Key = "taken-from"

	// Colophon.
	MadeOn        Key = "made-on"
	SetIn         Key = "set-in"
	Length        Key = "length"
	SetInPrint    Key = "set-in-print"
	GaramondPrint Key = "garamond-print"
	MadeByPrint   Key = "made-by-print"

	// Above the index.
	IndexByPage    Key = "index-by-page"
	IndexByChapter Key = "index-by-chapter"
	IndexInPrint   Key = "index-in-print"

	// Summary of accessibility.
	AccessText          Key = "access-text"
	AccessIndex         Key = "access-index"
	AccessPages         Key = "access-pages"
	AccessTables        Key = "access-tables"
	AccessNoPictures    Key = "access-no-pictures"
	AccessAllDescribed  Key = "access-all-described"
	AccessNoneDescribed Key = "access-none-described"
	AccessSomeDescribed Key = "access-some-described"
	AccessUnclaimed     Key = "access-unclaimed"

	// Test sheet of a booklet.
	TestFront      Key = "test-front"
	TestBack       Key = "test-back"
	TestPrint      Key = "test-print"
	TestScale      Key = "test-scale"
	TestShort      Key = "test-short" // turned about the short edge
	TestLong       Key = "test-long"
	TestOnce       Key = "test-once"
	TestApartShort Key = "test-apart-short" // fronts and backs as two files
	TestApartLong  Key = "test-apart-long"
	TestStaple     Key = "test-staple"
	TestSew        Key = "test-sew"
	TestOrder      Key = "test-order"
	TestZine       Key = "test-zine"
	TestUpright    Key = "test-upright"
	TestHeadDown   Key = "test-head-down"
	TestLight      Key = "test-light"

	// Dates and numbers.
	Months    Key = "months"
	Date      Key = "date"
	Thousands Key = "thousands"
	First     Key = "first" // the first day of a month, where it is written otherwise
)
