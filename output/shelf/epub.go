package shelf

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
	"time"
)

// The most that is read of a package document and of a cover.
const (
	mostPackage = 16 << 20
	mostCover   = 32 << 20
)

// packageFile is what a shelf reads of a package document (EPUB 3.3 §5).
type packageFile struct {
	UniqueID string `xml:"unique-identifier,attr"`
	Metadata struct {
		Titles      []element `xml:"title"`
		Creators    []element `xml:"creator"`
		Languages   []string  `xml:"language"`
		Identifiers []element `xml:"identifier"`
		Publishers  []string  `xml:"publisher"`
		Description string    `xml:"description"`
		Rights      string    `xml:"rights"`
		Sources     []string  `xml:"source"`
		Subjects    []string  `xml:"subject"`
		Date        string    `xml:"date"`
		Metas       []meta    `xml:"meta"`
	} `xml:"metadata"`
	Items []struct {
		ID         string `xml:"id,attr"`
		Path       string `xml:"href,attr"`
		MIME       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
}

type element struct {
	ID   string `xml:"id,attr"`
	Text string `xml:",chardata"`
}

type meta struct {
	Property string `xml:"property,attr"`
	Refines  string `xml:"refines,attr"`
	Text     string `xml:",chardata"`
}

// ReadEPUB returns what an EPUB says of itself, with its cover. Data is the whole
// file; slug is what its name begins with. It fails for a file that is no EPUB.
func ReadEPUB(slug string, data []byte) (*Book, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("no EPUB: %w", err)
	}
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := decodeFile(archive, "META-INF/container.xml", &container); err != nil {
		return nil, err
	}
	if len(container.Roots) == 0 {
		return nil, errors.New("no EPUB: it names no package document")
	}
	root := container.Roots[0].Path
	var p packageFile
	if err := decodeFile(archive, root, &p); err != nil {
		return nil, err
	}
	b := p.book(slug)
	b.Cover = p.cover(archive, path.Dir(root), slug)
	return b, nil
}

// decodeFile reads a file of XML from an archive.
func decodeFile(archive *zip.Reader, name string, to any) error {
	data, err := readMember(archive, name, mostPackage)
	if err != nil {
		return fmt.Errorf("no EPUB: %w", err)
	}
	if err := xml.Unmarshal(data, to); err != nil {
		return fmt.Errorf("no EPUB: %s: %w", name, err)
	}
	return nil
}

// readMember reads a file of an archive that is no larger than most bytes.
func readMember(archive *zip.Reader, name string, most int64) ([]byte, error) {
	f, err := archive.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		err = fmt.Errorf("%s is larger than %d bytes", name, most)
	}
	return data, err
}

// book returns what the package document says.
func (p *packageFile) book(slug string) *Book {
	m := &p.Metadata
	b := &Book{
		Slug: slug, Title: slug, Publisher: first(m.Publishers), Language: first(m.Languages),
		Description: oneLine(m.Description), Rights: oneLine(m.Rights),
	}
	for _, t := range m.Titles {
		switch p.refined(t.ID, "title-type") {
		case "subtitle":
			b.Subtitle = oneLine(t.Text)
		case "main", "":
			b.Title = oneLine(t.Text)
		}
	}
	for _, c := range m.Creators {
		if role := p.refined(c.ID, "role"); role == "aut" || role == "" {
			b.Authors = append(b.Authors, oneLine(c.Text))
		}
	}
	for _, s := range m.Subjects {
		b.Subjects = append(b.Subjects, oneLine(s))
	}
	for _, s := range m.Sources {
		if isWeb(oneLine(s)) {
			b.Source = oneLine(s)
		}
	}
	for _, id := range m.Identifiers {
		if b.Identifier == "" || id.ID == p.UniqueID {
			b.Identifier = oneLine(id.Text)
		}
	}
	if b.Identifier == "" {
		b.Identifier = "urn:publish:" + slug
	}
	b.Date = p.date()
	return b
}

// refined returns what a meta element says of the element of an ID.
func (p *packageFile) refined(id, property string) string {
	for _, m := range p.Metadata.Metas {
		if id != "" && m.Refines == "#"+id && m.Property == property {
			return oneLine(m.Text)
		}
	}
	return ""
}

// date returns when the edition was made.
func (p *packageFile) date() time.Time {
	for _, m := range p.Metadata.Metas {
		if m.Property == "dcterms:modified" {
			if t, err := time.Parse(time.RFC3339, oneLine(m.Text)); err == nil {
				return t.UTC()
			}
		}
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly, "2006"} {
		if t, err := time.Parse(layout, oneLine(p.Metadata.Date)); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// cover returns the picture of the cover, nil if there is none that can be shown.
func (p *packageFile) cover(archive *zip.Reader, folder, slug string) *Picture {
	for _, item := range p.Items {
		if !isWord(item.Properties, "cover-image") {
			continue
		}
		ending := map[string]string{"image/png": ".png", "image/jpeg": ".jpg"}[item.MIME]
		name, err := url.PathUnescape(item.Path)
		if ending == "" || err != nil {
			return nil
		}
		data, err := readMember(archive, path.Join(folder, name), mostCover)
		if err != nil {
			return nil
		}
		return &Picture{Name: slug + "-cover" + ending, MIME: item.MIME, Data: data}
	}
	return nil
}

func isWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}

// isWeb reports whether an address leads to the web.
func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return oneLine(list[0])
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
