package book

// Chosen returns the articles that a manifest takes into the book, in reading
// order. Articles need their names, titles and redirects only.
func Chosen(m *Manifest, articles []*Article) []*Article {
	r := &resolver{catalogue: newCatalogue(articles), manifest: m, taken: map[*Article]*draft{}}
	var chosen []*Article
	for _, d := range bind(&Book{}, r) {
		chosen = append(chosen, d.article)
	}
	return chosen
}
