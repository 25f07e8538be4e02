package references

import (
	"strings"

	"publish/book"
)

// cslType returns the type of a work in CSL 1.0.2, appendix III.
func cslType(w *book.Work) string {
	switch w.Kind {
	case book.BookWork:
		return "book"
	case book.ChapterWork:
		return "chapter"
	case book.ArticleWork:
		return periodicalOf(w)
	case book.WebWork:
		return "webpage"
	case book.Thesis:
		return "thesis"
	case book.PamphletWork:
		return "pamphlet"
	case book.FilmWork:
		return "motion_picture"
	}
	return "document"
}

// The types of articles in CSL.
const (
	journal   = "article-journal"
	magazine  = "article-magazine"
	newspaper = "article-newspaper"
)

// periodicalOf tells articles of journals from those of newspapers and magazines: a
// journal has volumes, a newspaper a day. Where neither is known, the name tells, as far
// as it has one of the usual words.
func periodicalOf(w *book.Work) string {
	switch {
	case w.Volume != "" && strings.Count(w.Date, "-") < 2:
		return journal
	case hasWord(w.Container, "journal", "review", "quarterly", "studies", "annals", "proceedings", "transactions", "revue", "cahiers", "zeitschrift", "revista", "rivista", "tijdschrift"):
		return journal
	case hasWord(w.Container, "times", "herald", "post", "tribune", "guardian", "gazette", "chronicle", "news", "daily", "observer", "telegraph", "zeitung", "monde", "país", "independent", "examiner", "dispatch"):
		return newspaper
	case hasWord(w.Container, "magazine", "weekly", "monthly"):
		return magazine
	case w.Volume != "" || w.Issue != "":
		return journal
	case strings.Count(w.Date, "-") == 2:
		return newspaper
	}
	return magazine
}

// hasWord reports whether a name has one of some words.
func hasWord(name string, words ...string) bool {
	for _, have := range strings.Fields(strings.ToLower(name)) {
		for _, word := range words {
			if strings.Trim(have, ".,:()") == word {
				return true
			}
		}
	}
	return false
}

// bibType returns the type of a work in biblatex, 2.1.
func bibType(w *book.Work) string {
	switch w.Kind {
	case book.BookWork:
		return "book"
	case book.ChapterWork:
		return "incollection"
	case book.ArticleWork:
		return "article"
	case book.WebWork:
		return "online"
	case book.Thesis:
		return "thesis"
	case book.PamphletWork:
		return "booklet"
	case book.FilmWork:
		return "movie"
	}
	return "misc"
}
