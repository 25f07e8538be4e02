package validators

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
	"testing"
)

// EPUBMarkup fails t for what the XML of an EPUB should not hold, whatever the book is
// made of: documents that a strict parser refuses, elements and attributes that
// nothing but an injected text could have brought in, IDs that are not unique, links
// into the publication that lead nowhere, links out of it by a scheme that could run
// something.
func EPUBMarkup(t testing.TB, data []byte) {
	t.Helper()
	files, err := unpacked(data)
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]*markupDoc{}
	for name, data := range files {
		switch path.Ext(name) {
		case ".xhtml", ".opf", ".ncx", ".xml":
			d := &markupDoc{name: name, ids: map[string]bool{}}
			if err := d.read(data); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			docs[name] = d
		}
	}
	if len(docs) < 4 {
		t.Errorf("only %d documents", len(docs))
	}
	for _, d := range docs {
		for _, ref := range d.refs {
			if err := d.follow(ref, files, docs); err != nil {
				t.Errorf("%s: %v", d.name, err)
			}
		}
	}
}

// unpacked returns the files of an EPUB by name.
func unpacked(data []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		if f.Name != path.Clean(f.Name) || path.IsAbs(f.Name) || strings.HasPrefix(f.Name, "..") || strings.ContainsAny(f.Name, "\\:") {
			return nil, fmt.Errorf("a file is named %q", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// markupDoc is one document: its IDs, and what it refers to.
type markupDoc struct {
	name string
	ids  map[string]bool
	refs []string
}

func (d *markupDoc) read(data []byte) error {
	x := xml.NewDecoder(bytes.NewReader(data))
	xhtml := path.Ext(d.name) == ".xhtml"
	for {
		token, err := x.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if name := token.Name.Local; xhtml && !strings.Contains(markupElements, " "+name+" ") {
				return fmt.Errorf("an element <%s>", name)
			}
			if err := d.attributes(token.Attr); err != nil {
				return err
			}
		case xml.Directive:
			if string(token) != "DOCTYPE html" {
				return fmt.Errorf("a directive %q", string(token))
			}
		case xml.ProcInst:
			if token.Target != "xml" {
				return fmt.Errorf("a processing instruction %q", token.Target)
			}
		}
	}
}

// markupElements are the elements that XHTML documents of an edition may have.
const markupElements = " html head title meta link body section header footer aside nav div p span a em strong i b u s del small" +
	" sup sub cite code kbd samp q mark abbr bdi ruby rb rt rp br wbr hr pre blockquote ol ul li dl dt dd" +
	" table caption colgroup col thead tbody tfoot tr th td figure figcaption img h1 h2 h3 h4 h5 h6 hgroup "

func (d *markupDoc) attributes(list []xml.Attr) error {
	for _, a := range list {
		switch name := a.Name.Local; {
		case name == "id" && d.ids[a.Value]:
			return fmt.Errorf("the ID %q twice", a.Value)
		case name == "id":
			d.ids[a.Value] = true
		case name == "href" || name == "src" || name == "full-path":
			d.refs = append(d.refs, a.Value)
		case strings.HasPrefix(name, "on"), name == "srcdoc", name == "action", name == "formaction":
			return fmt.Errorf("an attribute %s", name)
		case name == "style" && strings.ContainsAny(a.Value, "@\\<"):
			return fmt.Errorf("a style %q", a.Value)
		}
	}
	return nil
}

// follow holds a reference to a file of the edition and an ID in it, or to a scheme
// that only shows something.
func (d *markupDoc) follow(ref string, files map[string][]byte, docs map[string]*markupDoc) error {
	u, err := url.Parse(ref)
	if err != nil {
		return fmt.Errorf("a link to %q: %w", ref, err)
	}
	switch u.Scheme {
	case "http", "https", "mailto", "ftp":
		return nil
	case "":
	default:
		return fmt.Errorf("a link to %q", ref)
	}
	target := d.name
	if strings.HasPrefix(d.name, "META-INF/") {
		target = u.Path
	} else if u.Path != "" {
		target = path.Join(path.Dir(d.name), u.Path)
	}
	if u.Host != "" || files[target] == nil {
		return fmt.Errorf("a link to %q, which is not there", ref)
	}
	if u.Fragment != "" && (docs[target] == nil || !docs[target].ids[u.Fragment]) {
		return fmt.Errorf("a link to %q, where no such ID is", ref)
	}
	return nil
}
