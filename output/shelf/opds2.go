package shelf

import (
	"encoding/json"
	"io"
	"net/url"
	"time"
)

// catalogue2 is a feed of OPDS 2.0.
type catalogue2 struct {
	Metadata     map[string]any `json:"metadata"`
	Links        []link2        `json:"links"`
	Publications []publication  `json:"publications"`
}

type publication struct {
	Metadata publicationMetadata `json:"metadata"`
	Links    []link2             `json:"links"`
	Images   []link2             `json:"images,omitempty"`
}

type publicationMetadata struct {
	Type        string   `json:"@type"`
	Title       string   `json:"title"`
	Subtitle    string   `json:"subtitle,omitempty"`
	Identifier  string   `json:"identifier"`
	Author      []string `json:"author,omitempty"`
	Publisher   string   `json:"publisher,omitempty"`
	Language    string   `json:"language,omitempty"`
	Modified    string   `json:"modified,omitempty"`
	Published   string   `json:"published,omitempty"`
	Description string   `json:"description,omitempty"`
	Subject     []string `json:"subject,omitempty"`
}

type link2 struct {
	Rel   string `json:"rel,omitempty"`
	Href  string `json:"href"`
	Type  string `json:"type"`
	Title string `json:"title,omitempty"`
	Size  int64  `json:"size,omitempty"`
}

// OPDS2 writes the shelf as a feed of OPDS 2.0.
func (s *Shelf) OPDS2(w io.Writer) error {
	c := catalogue2{
		Metadata: map[string]any{"title": s.Title, "modified": s.updated().Format(time.RFC3339), "numberOfItems": len(s.Books)},
		Links:    []link2{{Rel: "self", Href: "opds.json", Type: "application/opds+json"}, {Rel: "alternate", Href: "index.html", Type: "text/html"}},
		// An empty list, not null: the specification wants one.
		Publications: []publication{},
	}
	for _, b := range s.Books {
		c.Publications = append(c.Publications, publicationOf(b))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(c)
}

func publicationOf(b *Book) publication {
	p := publication{Metadata: publicationMetadata{
		Type: "http://schema.org/Book", Title: b.Title, Subtitle: b.Subtitle, Identifier: b.Identifier, Author: b.Authors,
		Publisher: b.Publisher, Language: b.Language, Description: b.Description, Subject: b.Subjects,
	}}
	if !b.Date.IsZero() {
		p.Metadata.Modified, p.Metadata.Published = b.Date.Format(time.RFC3339), b.Date.Format(time.DateOnly)
	}
	for i := range b.Files {
		f := &b.Files[i]
		if mime := f.MIME(); mime != "" {
			p.Links = append(p.Links, link2{"http://opds-spec.org/acquisition/open-access", address(f.Name), mime, f.Label(), f.Size})
		}
	}
	if b.Cover != nil {
		p.Images = []link2{{Href: address(b.Cover.Name), Type: b.Cover.MIME}}
	}
	return p
}

// address returns a file's name as a relative reference (RFC 3986 §4.2).
func address(name string) string { return (&url.URL{Path: name}).String() }
