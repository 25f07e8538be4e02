package citation

import (
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"publish/book"
	"publish/book/wiki"
)

// shared is the folder of real articles and of entries read by hand.
const shared = "../../../shared/"

// realArticles reads the articles of a wiki, or skips.
func realArticles(tb testing.TB) []*book.Article {
	tb.Helper()
	if _, err := os.Stat(shared + "corpus/anarwiki/pages"); err != nil {
		tb.Skip("the articles of the wiki are not on this machine")
	}
	results, err := wiki.ReadDir(shared+"corpus/anarwiki/pages", runtime.GOMAXPROCS(0))
	if err != nil {
		tb.Fatal(err)
	}
	var articles []*book.Article
	for _, r := range results {
		articles = append(articles, r.Article)
	}
	return articles
}

// listItems makes a book whose bibliography has every item of every reading list of
// articles, those too that are lists from end to end.
func listItems(articles []*book.Article) *book.Book {
	b := &book.Book{Meta: book.Meta{Language: "en"}, Bibliography: &book.Bibliography{}}
	for _, a := range articles {
		c := &book.Chapter{ID: a.Name, Pos: a.Pos}
		b.Topics = append(b.Topics, &book.Topic{Title: a.Title, Chapter: c})
		section := ""
		for _, block := range a.Blocks {
			switch block := block.(type) {
			case *book.Heading:
				section = strings.ToLower(strings.Trim(book.PlainText(block.Inlines), ": "))
			case *book.List:
				if listsWorks(section) {
					addItems(b.Bibliography, c, section, block)
				}
			}
		}
	}
	return b
}

// listsWorks reports whether a heading stands over works.
func listsWorks(section string) bool {
	return slices.ContainsFunc([]string{"reading", "bibliograph", "books", "works", "sources", "literature", "external", "links", "articles", "documents", "encyclopedia",
		"videos", "films", "websites", "publications", "writings", "archived", "blog", "podcast", "references"}, func(word string) bool { return strings.Contains(section, word) })
}

func addItems(to *book.Bibliography, c *book.Chapter, section string, list *book.List) {
	for _, item := range list.Items {
		for _, block := range item.Blocks {
			switch block := block.(type) {
			case *book.Paragraph:
				to.Entries = append(to.Entries, &book.Entry{Pos: block.Pos, ID: "work-" + strconv.Itoa(len(to.Entries)+1), Section: section, Text: block.Inlines, In: []*book.Chapter{c}})
			case *book.List:
				addItems(to, c, section, block)
			}
		}
	}
}

// BenchmarkGather measures parsing, merging and setting every entry of the reading
// lists of a wiki of 502 articles.
func BenchmarkGather(b *testing.B) {
	articles := realArticles(b)
	b.ReportAllocs()
	for b.Loop() {
		shelf := listItems(articles)
		b.ReportMetric(float64(len(shelf.Bibliography.Entries)), "entries")
		Gather(shelf, book.BibliographySpec{})
	}
}
