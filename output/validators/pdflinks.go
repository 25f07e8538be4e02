package validators

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
)

// A Link is a link of a PDF. Points count from the upper left corner of a page.
type Link struct {
	Says string // to those who hear it
	URI  string // "" for a link inside the PDF
	Page int    // that it leads to, from 0
	X, Y float64
}

// A Word is text on a page with the box around it, in points from the upper left corner.
type Word struct {
	Text                   string
	Left, Top, Right, Foot float64
}

// PDFLinks returns the links of each page of the PDF at path, in their order, as qpdf
// reads them. It fails t if qpdf has a complaint.
func PDFLinks(t testing.TB, path string) [][]Link {
	t.Helper()
	links, found, err := pdfLinks(path)
	report(t, "qpdf", found, err)
	return links
}

// PDFWords returns the words of each page of the PDF at path as pdftotext finds them. It
// fails t if pdftotext has a complaint.
func PDFWords(t testing.TB, path string) [][]Word {
	t.Helper()
	words, found, err := pdfWords(path)
	report(t, "pdftotext", found, err)
	return words
}

// pdfObject is as much of an object as links need.
type pdfObject struct {
	Value struct {
		Annots   []string  `json:"/Annots"`
		Box      []float64 `json:"/MediaBox"`
		Contents any       `json:"/Contents"`
		Dest     []any     `json:"/Dest"`
		Action   struct {
			URI string `json:"/URI"`
		} `json:"/A"`
	}
}

func pdfLinks(path string) ([][]Link, []Problem, error) {
	out, found, err := quietly(path, "qpdf", "--json=2", "--json-key=pages", "--json-key=qpdf", path)
	if err != nil || found != nil {
		return nil, found, err
	}
	var file struct {
		Pages []struct{ Object string }
		QPDF  []map[string]json.RawMessage
	}
	if err := json.Unmarshal([]byte(out.stdout), &file); err != nil || len(file.QPDF) != 2 {
		return nil, nil, fmt.Errorf("what qpdf prints: %w", err)
	}
	r := &linkReader{objects: file.QPDF[1], pages: map[string]int{}}
	for i, page := range file.Pages {
		r.pages[page.Object] = i
	}
	links := make([][]Link, len(file.Pages))
	for i, page := range file.Pages {
		if links[i], err = r.links(page.Object); err != nil {
			return nil, nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return links, nil, nil
}

type linkReader struct {
	objects map[string]json.RawMessage
	pages   map[string]int
}

func (r *linkReader) object(name string) (o pdfObject, err error) {
	err = json.Unmarshal(r.objects["obj:"+name], &o)
	return o, err
}

// links reads the links of a page.
func (r *linkReader) links(page string) ([]Link, error) {
	o, err := r.object(page)
	if err != nil {
		return nil, err
	}
	var links []Link
	for _, name := range o.Value.Annots {
		a, err := r.object(name)
		if err != nil {
			return nil, err
		}
		says, _ := a.Value.Contents.(string)
		link := Link{Says: strings.TrimPrefix(says, "u:"), URI: strings.TrimPrefix(a.Value.Action.URI, "u:")}
		if link.URI == "" {
			if err := r.follow(&link, a.Value.Dest); err != nil {
				return nil, err
			}
		}
		links = append(links, link)
	}
	return links, nil
}

// follow reads where a link inside the file leads.
func (r *linkReader) follow(link *Link, dest []any) error {
	if len(dest) != 5 || dest[1] != "/XYZ" {
		return fmt.Errorf("link %q leads to %v", link.Says, dest)
	}
	name, _ := dest[0].(string)
	page, ok := r.pages[name]
	o, err := r.object(name)
	if err != nil || !ok || len(o.Value.Box) != 4 {
		return errors.New("a link leads to no page")
	}
	link.Page = page
	link.X, _ = dest[2].(float64)
	y, _ := dest[3].(float64)
	link.Y = o.Value.Box[3] - y
	return nil
}

func pdfWords(path string) ([][]Word, []Problem, error) {
	cmd, err := program("pdftotext", "-enc", "UTF-8", "-bbox", path, "-")
	if err != nil {
		return nil, nil, err
	}
	out, err := cmd.run()
	if err != nil {
		return nil, nil, err
	}
	out.stderr = strings.ReplaceAll(out.stderr, "no word list\n", "") // of blank pages
	words, err := readWords(out.stdout)
	return words, complaints(path, out), err
}

// readWords reads the XHTML that pdftotext prints.
func readWords(text string) ([][]Word, error) {
	var pages [][]Word
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.Entity = false, xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return pages, nil
		}
		if err != nil {
			return nil, err
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case start.Name.Local == "page":
			pages = append(pages, nil)
		case start.Name.Local == "word":
			word := newWord(start)
			if err := d.DecodeElement(&word.Text, &start); err != nil || len(pages) == 0 {
				return nil, fmt.Errorf("a word of no page: %w", err)
			}
			pages[len(pages)-1] = append(pages[len(pages)-1], word)
		}
	}
}

func newWord(e xml.StartElement) Word {
	at := map[string]float64{}
	for _, a := range e.Attr {
		at[a.Name.Local], _ = strconv.ParseFloat(a.Value, 64)
	}
	return Word{Left: at["xMin"], Top: at["yMin"], Right: at["xMax"], Foot: at["yMax"]}
}
