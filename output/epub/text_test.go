package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"publish/book"
)

// unzip returns the files of an edition by name, and the names in order.
func unzip(t testing.TB, data []byte) (files map[string][]byte, order []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files = make(map[string][]byte)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		order = append(order, f.Name)
	}
	return files, order
}

// shown returns the text of all documents of one kind of body in reading order,
// without blanks, headings and titles of the edition's own, and backlinks.
func shown(t testing.TB, files map[string][]byte) string {
	t.Helper()
	var b strings.Builder
	for _, name := range spine(t, files["EPUB/package.opf"]) {
		b.WriteString(documentText(t, files["EPUB/"+name]))
	}
	return b.String()
}

// spine returns the paths of the documents in reading order.
func spine(t testing.TB, opf []byte) []string {
	t.Helper()
	var p struct {
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
		} `xml:"manifest>item"`
		Refs []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	if err := xml.Unmarshal(opf, &p); err != nil {
		t.Fatal(err)
	}
	paths := make(map[string]string)
	for _, it := range p.Items {
		paths[it.ID] = it.Href
	}
	var list []string
	for _, r := range p.Refs {
		list = append(list, paths[r.ID])
	}
	return list
}

// furniture is what the edition adds, by class, role or epub:type.
var furniture = map[string]bool{
	"ordinal": true, "backlink": true, "label": true, "recommended": true, "noteref": true, "headnote": true,
}

// own are the bodies that are the edition's own as a whole.
var own = []string{`<section class="titlepage"`, `<section class="copyright-page"`, `<section class="colophon"`,
	`<section class="other-credits"`, `class="index"`, `<nav `, `class="part"`, `class="cover"`}

// documentText returns the text of the book in one document.
func documentText(t testing.TB, data []byte) string {
	t.Helper()
	for _, mark := range own {
		if bytes.Contains(data, []byte(mark)) {
			return ""
		}
	}
	endnotes := bytes.Contains(data, []byte(`<section class="endnotes"`))
	works := bytes.Contains(data, []byte(`<section class="bibliography"`))
	d := xml.NewDecoder(bytes.NewReader(data))
	var b strings.Builder
	skip := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			heading := (endnotes && (name == "h1" || name == "h2")) || works && name == "h1"
			if skip > 0 || name == "head" || heading || isFurniture(token) {
				skip++
			}
		case xml.EndElement:
			if skip > 0 {
				skip--
			}
		case xml.CharData:
			if skip == 0 {
				b.WriteString(strings.Join(strings.Fields(string(token)), ""))
			}
		}
	}
}

func isFurniture(e xml.StartElement) bool {
	for _, a := range e.Attr {
		if (a.Name.Local == "class" || a.Name.Local == "type") && furniture[a.Value] {
			return true
		}
	}
	return false
}

// written returns the text that a book holds, in the order of an edition with
// endnotes: chapters, notes, bibliography.
func written(b *book.Book) string {
	var s strings.Builder
	add := func(list []book.Inline) { s.WriteString(strings.Join(strings.Fields(book.PlainText(list)), "")) }
	verbatim := func(blocks []book.Block) { eachInOrder(blocks, add, &s) }
	for _, c := range b.Chapters() {
		add(c.Title)
		verbatim(c.Blocks)
		for i, ref := range c.SeeAlso {
			if i > 0 {
				s.WriteString(";")
			}
			add(ref.Inlines)
		}
	}
	for _, c := range b.Chapters() {
		for _, n := range c.Notes {
			verbatim(n.Blocks)
		}
	}
	if b.Bibliography != nil {
		for _, e := range b.Bibliography.Entries {
			add(e.Text)
		}
	}
	return s.String()
}

// eachInOrder calls add with every text of blocks; the captions of figures and
// tables where this package writes them.
func eachInOrder(blocks []book.Block, add func([]book.Inline), s *strings.Builder) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Verbatim:
			s.WriteString(strings.Join(strings.Fields(b.Text), ""))
		case *book.Quote:
			eachInOrder(b.Blocks, add, s)
		case *book.List:
			for _, item := range b.Items {
				eachInOrder(item.Blocks, add, s)
			}
		default:
			book.EachText([]book.Block{b}, add)
		}
	}
}

// The text of an edition is the text of the book, whole and in order.
func TestText(t *testing.T) {
	for _, b := range []*book.Book{sampleBook(t), largeBook(40)} {
		files, _ := unzip(t, write(t, b, sampleOptions(t)))
		got, want := shown(t, files), written(b)
		if got == want {
			continue
		}
		i := 0
		for i < len(got) && i < len(want) && got[i] == want[i] {
			i++
		}
		t.Errorf("%s: texts differ at byte %d:\n got …%s\nwant …%s", b.Meta.Title, i, around(got, i), around(want, i))
	}
}

func around(s string, i int) string { return s[max(0, i-30):min(len(s), i+60)] }
