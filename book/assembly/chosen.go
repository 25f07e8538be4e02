package assembly

import "publish/book"

// Chosen returns the articles that a manifest takes into the book, in reading
// order. Articles need their names, titles and redirects only.
func Chosen(m *book.Manifest, articles []*book.Article) []*book.Article {
	r := &resolver{catalogue: newCatalogue(articles), manifest: m, taken: map[*book.Article]*draft{}}
	var chosen []*book.Article
	for _, d := range bind(&book.Book{}, r) {
		chosen = append(chosen, d.article)
	}
	return chosen
}
