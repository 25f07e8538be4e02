package book

import "strings"

// Bibliography is the works that the articles recommend, or those that their notes
// cite, in one list sorted by author and title in the collation of the book's language.
type Bibliography struct {
	Entries   []*Entry
	Addresses AddressPlace // where addresses stand in print
}

// Entry is one work. Text is the entry as it is to be set; what could not be
// parsed stands as the source has it. Section is the heading under which the
// article gives it, in lower case: a list of "works" on the page of a person is
// by that person. Key is lower-case ASCII words joined by hyphens, of the author and
// the title, unlike all others of the book; it stays as it is while other entries come
// and go.
type Entry struct {
	Pos
	ID      string
	Key     string // names the work to editors and to other programs; set when it is understood
	Section string
	Text    []Inline
	Sort    string
	Work    Work
	Merged  []Pos      // further places that gave the same work
	In      []*Chapter // the chapters that recommend it, in reading order
}

// Work is what was understood of an entry; empty fields are unknown.
type Work struct {
	Kind        WorkKind
	Genre       string // what a thesis is called: PhD diss.
	Authors     []PersonName
	Editors     []PersonName
	Translators []PersonName
	Title       string
	Remark      string // what the source says of the work in brackets
	Container   string // journal, collection or site that holds the work
	Volume      string
	Issue       string
	Edition     string
	Place       string
	Publisher   string
	Year        string // as the source gives it: 1921, 1996–2003, forthcoming
	Date        string // month, season, day or doubt beyond the year, in EDTF: 2017-05-22, 1993-21, 2001-05/2001-06, 1921~
	Pages       string
	URL         string
	Accessed    string // when the page was looked at, in EDTF
	ISBN        string
	DOI         string
	Language    string // BCP 47; "" for that of the book and where nothing tells
	Rest        string // words of the source that no rule understands
}

// WorkKind is what kind of work an entry is.
type WorkKind uint8

// The kinds of works. A chapter is a part of a book; an article, of a periodical; a
// web work, a page or a site; a film, anything that moves or speaks.
const (
	UnknownKind WorkKind = iota
	BookWork
	ChapterWork
	ArticleWork
	WebWork
	Thesis
	PamphletWork
	FilmWork
)

// String returns the word for the kind that dumps use.
func (k WorkKind) String() string {
	return append([]string{""}, workKinds()...)[k]
}

// workKinds are the words for the kinds of works, in their order.
func workKinds() []string {
	return []string{"book", "chapter", "article", "web", "thesis", "pamphlet", "film"}
}

// EtAl is the family name of those that a source does not name: the last of a list.
const EtAl = "et al."

// PersonName is a name in two parts. Given is empty for a mononym, a group or a
// pseudonym.
type PersonName struct {
	Family, Given string
}

// String returns the name as a list has it: "Doe, Jane".
func (n PersonName) String() string {
	if n.Given == "" {
		return n.Family
	}
	return n.Family + ", " + n.Given
}

// WorkField is one thing known of a work, as dumps print it.
type WorkField struct{ Name, Value string }

// Fields returns what is known of a work, in the order in which a bibliography has it.
// Names of people are turned round and parted by semicolons. The names of the fields are
// those by which a manifest corrects them.
func (w *Work) Fields() []WorkField {
	var known []WorkField
	for _, f := range w.allFields() {
		if f.Value != "" {
			known = append(known, f)
		}
	}
	return known
}

// WorkFieldNames returns the names of all fields that a work may have, in the order of
// [Work.Fields].
func WorkFieldNames() []string {
	var names []string
	for _, f := range new(Work).allFields() {
		names = append(names, f.Name)
	}
	return names
}

func (w *Work) allFields() []WorkField {
	return []WorkField{
		{"kind", w.Kind.String()}, {"genre", w.Genre},
		{"authors", joinNames(w.Authors)}, {"editors", joinNames(w.Editors)}, {"translators", joinNames(w.Translators)},
		{"title", w.Title}, {"remark", w.Remark}, {"in", w.Container}, {"volume", w.Volume}, {"issue", w.Issue},
		{"edition", w.Edition}, {"place", w.Place}, {"publisher", w.Publisher}, {"year", w.Year}, {"date", w.Date},
		{"pages", w.Pages}, {"url", w.URL}, {"accessed", w.Accessed}, {"isbn", w.ISBN}, {"doi", w.DOI}, {"language", w.Language},
		{"rest", w.Rest},
	}
}

func joinNames(names []PersonName) string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = n.String()
	}
	return strings.Join(list, "; ")
}
