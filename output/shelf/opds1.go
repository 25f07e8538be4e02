package shelf

import (
	"encoding/xml"
	"io"
	"time"
)

// feed is an Atom feed as OPDS 1.2 §2 wants it.
type feed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	DC      string      `xml:"xmlns:dc,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomAuthor  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel    string `xml:"rel,attr"`
	Href   string `xml:"href,attr"`
	Type   string `xml:"type,attr"`
	Title  string `xml:"title,attr,omitempty"`
	Length int64  `xml:"length,attr,omitempty"`
}

type atomEntry struct {
	Title      string         `xml:"title"`
	ID         string         `xml:"id"`
	Updated    string         `xml:"updated"`
	Authors    []atomAuthor   `xml:"author"`
	Language   string         `xml:"dc:language,omitempty"`
	Publisher  string         `xml:"dc:publisher,omitempty"`
	Identifier string         `xml:"dc:identifier,omitempty"`
	Issued     string         `xml:"dc:issued,omitempty"`
	Categories []atomCategory `xml:"category"`
	Rights     string         `xml:"rights,omitempty"`
	Summary    string         `xml:"summary,omitempty"`
	Links      []atomLink     `xml:"link"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

const acquisitionFeed = "application/atom+xml;profile=opds-catalog;kind=acquisition"

// OPDS1 writes the shelf as an acquisition feed of OPDS 1.2.
func (s *Shelf) OPDS1(w io.Writer) error {
	f := feed{
		DC: "http://purl.org/dc/terms/", ID: "urn:publish:shelf", Title: s.Title,
		Updated: s.updated().Format(time.RFC3339), Author: atomAuthor{"publish"},
		Links: []atomLink{{Rel: "self", Href: "opds.xml", Type: acquisitionFeed}, {Rel: "start", Href: "opds.xml", Type: acquisitionFeed},
			{Rel: "alternate", Href: "index.html", Type: "text/html"}},
	}
	for _, b := range s.Books {
		f.Entries = append(f.Entries, s.entry(b))
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(f); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (s *Shelf) entry(b *Book) atomEntry {
	date := b.Date
	if date.IsZero() {
		date = s.updated()
	}
	e := atomEntry{
		Title: fullTitle(b), ID: b.Identifier, Updated: date.Format(time.RFC3339),
		Language: b.Language, Publisher: b.Publisher, Identifier: b.Identifier, Rights: b.Rights, Summary: b.Description,
	}
	if !b.Date.IsZero() {
		e.Issued = b.Date.Format(time.DateOnly)
	}
	for _, name := range b.Authors {
		e.Authors = append(e.Authors, atomAuthor{name})
	}
	for _, subject := range b.Subjects {
		e.Categories = append(e.Categories, atomCategory{subject, subject})
	}
	if b.Cover != nil {
		e.Links = append(e.Links, atomLink{Rel: "http://opds-spec.org/image", Href: address(b.Cover.Name), Type: b.Cover.MIME},
			atomLink{Rel: "http://opds-spec.org/image/thumbnail", Href: address(b.Cover.Name), Type: b.Cover.MIME})
	}
	for i := range b.Files {
		f := &b.Files[i]
		if mime := f.MIME(); mime != "" {
			e.Links = append(e.Links, atomLink{Rel: "http://opds-spec.org/acquisition/open-access", Href: address(f.Name), Type: mime, Title: f.Label(), Length: f.Size})
		}
	}
	return e
}

// fullTitle returns the title with the subtitle.
func fullTitle(b *Book) string {
	if b.Subtitle != "" {
		return b.Title + ": " + b.Subtitle
	}
	return b.Title
}
