package book

import (
	"fmt"
	"strconv"
)

// studyKeys returns the keys of the section that asks for aids for study.
func (r *manifestReader) studyKeys() []manifestKey {
	s := &r.m.Study
	return []manifestKey{
		r.boolean("paragraphs", func(on bool) { s.Paragraphs = on }),
		r.number("lines", 1, 100, "number every line, or every fifth: 1 to 100", &s.Lines),
		r.choice("line-numbering", []string{"page", "chapter"}, func(i int) { s.LinesOn = i == 1 }),
		r.choice("margin", []string{"plain", "wide"}, func(i int) { s.WideMargin = i == 1 }),
		r.path("questions", "study.questions", func(file string) { s.Questions = file }),
		r.number("notes", 0, 20, "write how many pages follow each chapter: 0 to 20", &s.NotePages),
		r.choice("ruling", []string{"lines", "blank"}, func(i int) { s.BlankNotes = i == 1 }),
	}
}

// number is a whole number from least to most.
func (r *manifestReader) number(name string, least, most int, hint string, to *int) manifestKey {
	return r.checked(name, func(s string) (string, string) {
		n, err := strconv.Atoi(s)
		if err != nil || n < least || n > most {
			return fmt.Sprintf("%q cannot be %q", name, s), hint
		}
		*to = n
		return "", ""
	})
}
