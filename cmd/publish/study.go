package main

import (
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
	text, diags, err := s.readNamed("study", "study.questions", study.Questions, "the file of questions")
	if text == nil {
		return diags, err
	}
	s.questions = text
	study.QuestionSet, diags = wiki.Read(s.manifest.Path(study.Questions), "", text)
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
