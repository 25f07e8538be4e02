package citation

import (
	"strings"

	"publish/book"
	"publish/book/citation/line"
)

// correct puts fields right as the editor gives them. A work that was not understood is
// known then, by its title or by its words.
func (w *work) correct(fields []book.WorkField) {
	e := *w.Entry
	given := map[string]bool{}
	for _, f := range fields {
		given[f.Name] = true
	}
	e.Known, e.Whole = true, true
	if given["year"] && !given["date"] {
		e.Date = ""
	}
	w.Entry = &e
	for _, f := range fields {
		w.setField(f.Name, f.Value)
	}
	if !given["title"] && e.TitleLine == "" {
		w.TitleLine = w.Title
	}
	if given["date"] && !given["year"] && len(w.Date) >= 4 {
		w.Year = w.Date[:4]
	}
}

// setField sets one field by its name; see [book.Work.Fields].
func (w *work) setField(name, value string) {
	texts := map[string]*string{
		"genre": &w.Genre, "remark": &w.Remark, "in": &w.Container, "volume": &w.Volume, "issue": &w.Issue, "edition": &w.Edition, "place": &w.Place,
		"publisher": &w.Publisher, "year": &w.Year, "date": &w.Date, "pages": &w.Pages, "accessed": &w.Accessed, "isbn": &w.ISBN, "doi": &w.DOI, "language": &w.Language,
	}
	lists := map[string]*[]book.PersonName{"authors": &w.Authors, "editors": &w.Editors, "translators": &w.Translators}
	switch {
	case texts[name] != nil:
		*texts[name] = value
	case lists[name] != nil:
		*lists[name] = peopleOf(value)
	case name == "kind":
		w.setKind(value)
	case name == "title":
		w.Title, w.TitleLine = value, value
	case name == "url":
		w.setAddress(value)
	case name == "rest":
		w.Rest = nil
		if value != "" {
			w.Rest = []line.Line{value}
		}
	}
}

// setKind sets the kind of a work by the word for it: parts and pages are set in
// quotation marks.
func (w *work) setKind(word string) {
	for kind := book.BookWork; kind <= book.FilmWork; kind++ {
		if kind.String() == word {
			w.Kind = kind
			w.Part = kind == book.ChapterWork || kind == book.ArticleWork || kind == book.WebWork
		}
	}
}

// setAddress gives a work one address, or none: that of its title if the title was
// linked, else a bare one.
func (w *work) setAddress(url string) {
	linked := w.Linked != nil
	w.URL, w.Linked, w.Addresses = url, nil, nil
	link := &book.Link{Pos: w.entry.Pos, URL: url}
	switch {
	case url == "":
	case linked:
		w.Linked = link
	default:
		w.Addresses = []*book.Link{bare(link)}
	}
}

// peopleOf reads names as lists have them, parted by semicolons: "Doe, Jane; Roe,
// Richard".
func peopleOf(list string) []book.PersonName {
	var people []book.PersonName
	for _, name := range strings.Split(list, ";") {
		family, given, _ := strings.Cut(strings.TrimSpace(name), ", ")
		if family != "" {
			people = append(people, book.PersonName{Family: family, Given: given})
		}
	}
	return people
}
