package epub

import "strings"

// terms are the words that the edition itself adds to the book.
type terms struct {
	cover, contents, landmarks, pages, start string
	titlePage, imprint, colophon             string
	notes, furtherReading, index, sources    string
	seeAlsoChapters, see, seeAlso            string
	part, chapter, note, table, continued    string
	backTo, recommended, symbols             string
}

// termsFor returns the words for a language. English is the only one so far and
// stands in for all others.
func termsFor(string) terms {
	return terms{
		cover: "Cover", contents: "Contents", landmarks: "Landmarks", pages: "Pages", start: "Start of the text",
		titlePage: "Title page", imprint: "Imprint", colophon: "Colophon",
		notes: "Notes", furtherReading: "Further reading", index: "Index", sources: "Sources",
		seeAlsoChapters: "See also", see: "See", seeAlso: "See also",
		part: "Part", chapter: "Chapter", note: "note", table: "Table", continued: "continued",
		backTo: "Back to reference", recommended: "Recommended in", symbols: "Figures and symbols",
	}
}

// rightToLeft reports whether a language is written from right to left in the
// script that it has by default.
func rightToLeft(tag string) bool {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch language {
	case "ar", "dv", "fa", "he", "iw", "ji", "ku", "ps", "sd", "ug", "ur", "yi":
		return !strings.Contains(strings.ToLower(tag), "latn")
	}
	return false
}
