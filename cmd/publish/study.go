package main

import (
	"errors"
	"io/fs"

	"publish/book"
	"publish/book/wiki"
)

// readQuestions reads the file of questions that the manifest names. One that is not
// there has been reported.
func (s *source) readQuestions() (book.Diags, error) {
	study := &s.manifest.Study
	if study.Questions == "" {
		return nil, nil
	}
	file := s.manifest.Path(study.Questions)
	text, err := s.from.ReadInside(s.manifest.Inside(study.Questions))
	var out *book.OutsideError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case errors.As(err, &out):
		var diags book.Diags
		diags.Add(book.PathOutside, s.manifest.Place("study.questions", study.Questions), "the file of questions %q is %v", study.Questions, err).
			Hint("name the file that the link leads to")
		return diags, nil
	case err != nil:
		return nil, &hintedError{errors.New(file + ": " + cause(err).Error()), "the key study of the manifest names the file of questions"}
	}
	s.questions = text
	set, diags := wiki.Read(file, "", text)
	study.QuestionSet = set
	return diags, nil
}

// checkStudy tells which aids for study an edition goes without.
func checkStudy(m *book.Manifest) book.Diags {
	var diags book.Diags
	s := m.Study
	without := func(what, edition string, aid bool, missing string) {
		if aid {
			diags.Add(book.StudyRoom, m.Place("editions", edition), "%s has no %s", what, missing)
		}
	}
	if m.PDF.Trim == "e-reader" && needsPages(m) {
		const what = "the PDF for e-readers"
		without(what, editionPDF, s.Lines > 0, "numbers of lines")
		without(what, editionPDF, s.WideMargin, "wide margin")
		without(what, editionPDF, s.NotePages > 0, "pages for handwriting")
	}
	if makes(m, editionLarge) {
		const what = "the large print"
		without(what, editionLarge, s.Lines > 0, "numbers of lines")
		without(what, editionLarge, s.WideMargin, "wide margin")
	}
	return diags
}
