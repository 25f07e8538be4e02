package notes_test

import (
	"path/filepath"
	"testing"

	"publish/book"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/citation/notes"
	"publish/book/wiki"
)

// BenchmarkTie ties the notes of a book of all real articles; where they are not there
// it is skipped.
func BenchmarkTie(b *testing.B) {
	files, err := wiki.List(filepath.Join("..", "..", "..", "..", "shared", "corpus", "anarwiki", "pages"), "pages")
	if err != nil || len(files) == 0 {
		b.Skipf("no corpus: %v", err)
	}
	m := &book.Manifest{Meta: book.Meta{Title: "A", Language: "en"}, Parts: []book.PartSpec{{}}}
	var articles []*book.Article
	for _, r := range wiki.ReadFiles(files, 2, nil) {
		if r.Article != nil && r.Article.Redirect == nil {
			articles = append(articles, r.Article)
			m.Parts[0].Chapters = append(m.Parts[0].Chapters, book.ChapterSpec{Article: r.Article.Name})
		}
	}
	count := 0
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		whole, _ := assembly.Assemble(m, articles, nil)
		citation.Gather(whole, m.Bibliography)
		b.StartTimer()
		notes.Tie(whole, false)
		b.StopTimer()
		count = 0
		for _, c := range whole.Chapters() {
			count += len(c.Notes)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(count), "notes")
}
