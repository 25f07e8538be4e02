package epub

import (
	"os"
	"path/filepath"
	"testing"

	"publish/book"
	"publish/output/validators"
)

// bundledFonts returns whole faces of the text family, in place of the subsets
// that the caller of Write makes.
func bundledFonts(t testing.TB) []Font {
	t.Helper()
	list := []Font{
		{Name: "EBGaramond-Regular", Family: "EB Garamond", Weight: 400},
		{Name: "EBGaramond-Italic", Family: "EB Garamond", Weight: 400, Italic: true},
		{Name: "EBGaramond-Bold", Family: "EB Garamond", Weight: 700},
	}
	for i := range list {
		data, err := os.ReadFile(filepath.Join("..", "..", "fonts", "ttf", list[i].Name+".ttf"))
		if err != nil {
			t.Fatal(err)
		}
		list[i].Data, list[i].Licence = data, "SIL Open Font License 1.1"
	}
	return list
}

// Every validator accepts the sample in each of its arrangements.
func TestValidators(t *testing.T) {
	full := sampleOptions(t)
	full.Fonts = bundledFonts(t)
	plain := sampleBook(t)
	plain.NotePlace = book.NotesChapter
	plain.Index, plain.Bibliography, plain.Sources = nil, nil, nil
	plain.Meta = book.Meta{Title: "Plain", Language: "en", Identifier: "urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c9", Date: plain.Meta.Date}
	printed, paged := sampleBook(t), sampleOptions(t)
	paged.Pages, paged.PageSource = samplePages(printed), "Ink & Paper, PDF edition"
	paths := []string{
		writeFile(t, "full.epub", sampleBook(t), full),
		writeFile(t, "plain.epub", plain, Options{}),
		writeFile(t, "paged.epub", printed, paged),
	}
	validators.EPUBCheckAll(t, paths...)
	validators.AceAll(t, paths...)
	for _, tour := range validators.ReaderAll(t, paths...) {
		if tour.Notes != 4 {
			t.Errorf("a reading engine found %d calls of notes, want 4", tour.Notes)
		}
	}
}
