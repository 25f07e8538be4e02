package references

import (
	"encoding/json"
	"io"

	"publish/book"
)

// item is a work in CSL-JSON; the variables are those of CSL 1.0.2, appendix IV.
type item struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Author     []name `json:"author,omitempty"`
	Editor     []name `json:"editor,omitempty"`
	Translator []name `json:"translator,omitempty"`
	Title      string `json:"title"`
	Container  string `json:"container-title,omitempty"`
	Volume     string `json:"volume,omitempty"`
	Issue      string `json:"issue,omitempty"`
	Edition    string `json:"edition,omitempty"`
	Genre      string `json:"genre,omitempty"`
	Place      string `json:"publisher-place,omitempty"`
	Publisher  string `json:"publisher,omitempty"`
	Issued     *date  `json:"issued,omitempty"`
	Page       string `json:"page,omitempty"`
	URL        string `json:"URL,omitempty"`
	Accessed   *date  `json:"accessed,omitempty"`
	ISBN       string `json:"ISBN,omitempty"`
	DOI        string `json:"DOI,omitempty"`
	Language   string `json:"language,omitempty"`
	Note       string `json:"note,omitempty"`
}

// CSL writes works as CSL-JSON, a list of items in the order given.
func CSL(out io.Writer, works []*book.Entry) error {
	items := []item{}
	for _, e := range works {
		items = append(items, itemOf(e))
	}
	to := json.NewEncoder(out)
	to.SetEscapeHTML(false)
	to.SetIndent("", "  ")
	return to.Encode(items)
}

func itemOf(e *book.Entry) item {
	w := &e.Work
	return item{
		ID: e.Key, Type: cslType(w), Title: titleOf(e), Container: w.Container,
		Author: names(w.Authors), Editor: names(w.Editors), Translator: names(w.Translators),
		Volume: w.Volume, Issue: w.Issue, Edition: w.Edition, Genre: w.Genre,
		Place: w.Place, Publisher: w.Publisher, Issued: issued(w), Page: w.Pages,
		URL: verbatim(w.URL), Accessed: readEDTF(w.Accessed), ISBN: w.ISBN, DOI: w.DOI,
		Language: w.Language, Note: noteOf(w),
	}
}
