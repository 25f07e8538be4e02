package book

// StudyAids is what a book has in it for those who read it together or with a pen.
type StudyAids struct {
	Paragraphs bool // paragraphs are numbered, see [Book.ParagraphNumbers]
	NotePages  int  // pages for handwriting after each chapter, on paper
	BlankNotes bool // these have no rules
}

// StudySpec is the aids for study that a manifest asks for. Those beyond StudyAids are
// of the page alone.
type StudySpec struct {
	StudyAids
	Lines       int  // every so manieth line of a page has its number; 0 for none
	LinesOn     bool // the count goes on from page to page of a chapter
	WideMargin  bool // the outer margin has room for handwriting
	Questions   string
	QuestionSet *Article // what was read from Questions; those who open the file set it
}
