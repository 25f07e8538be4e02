package shelf

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"
)

const containerXML = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf"/></rootfiles></container>`

const packageXML = `<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier>urn:other</dc:identifier><dc:identifier id="id">urn:isbn:9783161484100</dc:identifier>
<dc:title id="t">The &lt;Common&gt; Press &amp; Others</dc:title><dc:title id="s">A "Sheet"</dc:title>
<meta refines="#s" property="title-type">subtitle</meta>
<dc:creator id="a">Jane Doe</dc:creator><dc:creator id="e">An Editor</dc:creator><meta refines="#e" property="role">edt</meta>
<dc:language>en</dc:language><dc:rights>CC BY-SA 4.0</dc:rights><dc:source>javascript:alert(1)</dc:source><dc:source>https://wiki.example/</dc:source>
<dc:description>Of   sheets.
&lt;script&gt;alert(1)&lt;/script&gt;</dc:description>
<dc:subject>printing</dc:subject><meta property="dcterms:modified">2026-03-01T00:00:00Z</meta></metadata>
<manifest><item id="c" href="images/cover%20one.png" media-type="image/png" properties="cover-image"/></manifest></package>`

// archive zips files given as name and text.
func archive(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = io.WriteString(w, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sampleBook(t testing.TB) *Book {
	t.Helper()
	b, err := ReadEPUB("common-press", archive(t, "META-INF/container.xml", containerXML, "EPUB/package.opf", packageXML, "EPUB/images/cover one.png", "PNG"))
	if err != nil {
		t.Fatal(err)
	}
	rest := b.Take([]string{"common-press-booklet.pdf", "common-press.epub", "common-press.pdf", "other.pdf", "common-press.bib"})
	if strings.Join(rest, " ") != "other.pdf" {
		t.Errorf("files left: %v", rest)
	}
	for i := range b.Files {
		b.Files[i].Size, b.Files[i].SHA256 = 1_234_567, strings.Repeat("a", 64)
	}
	return b
}

func TestReadEPUB(t *testing.T) {
	b := sampleBook(t)
	for _, test := range []struct{ what, got, want string }{
		{"title", b.Title, "The <Common> Press & Others"}, {"subtitle", b.Subtitle, `A "Sheet"`},
		{"authors", strings.Join(b.Authors, ";"), "Jane Doe"}, {"identifier", b.Identifier, "urn:isbn:9783161484100"},
		{"description", b.Description, "Of sheets. <script>alert(1)</script>"}, {"source", b.Source, "https://wiki.example/"},
		{"date", b.Date.Format(time.DateOnly), "2026-03-01"}, {"cover", b.Cover.Name + " " + string(b.Cover.Data), "common-press-cover.png PNG"},
	} {
		if test.got != test.want {
			t.Errorf("%s: %q, want %q", test.what, test.got, test.want)
		}
	}
	var order []string
	for _, f := range b.Files {
		order = append(order, f.Edition)
	}
	if got := strings.Join(order, " "); got != "epub pdf booklet bibtex" {
		t.Errorf("files in the order %s", got)
	}
}

// TestReadEPUBErrors refuses what is no EPUB, and reads no more than it needs.
func TestReadEPUBErrors(t *testing.T) {
	bomb := strings.Repeat(" ", mostPackage+10)
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("PK no"), "no container": archive(t, "a", "b"),
		"no package":   archive(t, "META-INF/container.xml", containerXML),
		"no roots":     archive(t, "META-INF/container.xml", "<container/>"),
		"broken XML":   archive(t, "META-INF/container.xml", containerXML, "EPUB/package.opf", "<package>"),
		"a bomb":       archive(t, "META-INF/container.xml", containerXML, "EPUB/package.opf", bomb),
		"outside path": archive(t, "META-INF/container.xml", strings.Replace(containerXML, "EPUB/package.opf", "../../etc/passwd", 1)),
	} {
		if _, err := ReadEPUB("x", data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestPage holds the page to markup of its own alone, whatever books call themselves.
func TestPage(t *testing.T) {
	hostile := &Book{Slug: "b", Title: `<script>alert(1)</script>`, Authors: []string{`"><img src=x onerror=alert(1)>`}, Language: `en" onload="x`,
		Source: "javascript:alert(1)", Files: []File{{Name: `b".pdf`, Edition: "pdf"}}}
	var b bytes.Buffer
	if err := New("Our <b>Library</b>", []*Book{sampleBook(t), hostile}).Page(&b); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, bad := range []string{"<script", "<b>Library", "<img src=x", `href="javascript:`, "onload=\""} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	for _, good := range []string{"2 books", "1.2 MB", `href="common-press.epub"`, "The &lt;Common&gt; Press", `src="common-press-cover.png"`, "Booklet to print and fold"} {
		if !strings.Contains(page, good) {
			t.Errorf("the page lacks %q", good)
		}
	}
}

// TestOPDS reads both catalogues back.
func TestOPDS(t *testing.T) {
	s := New("Library", []*Book{sampleBook(t)})
	var one, two bytes.Buffer
	if err := s.OPDS1(&one); err != nil {
		t.Fatal(err)
	}
	if err := s.OPDS2(&two); err != nil {
		t.Fatal(err)
	}
	var atom struct {
		Updated string `xml:"updated"`
		Entries []struct {
			ID    string `xml:"id"`
			Title string `xml:"title"`
			Links []struct {
				Rel  string `xml:"rel,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(one.Bytes(), &atom); err != nil {
		t.Fatal(err)
	}
	if len(atom.Entries) != 1 || atom.Entries[0].ID != "urn:isbn:9783161484100" || len(atom.Entries[0].Links) != 5 || atom.Updated != "2026-03-01T00:00:00Z" {
		t.Errorf("OPDS 1.2: %+v", atom)
	}
	var feed struct {
		Publications []struct {
			Metadata struct{ Title string }
			Links    []struct{ Href, Type string }
			Images   []struct{ Href string }
		}
	}
	if err := json.Unmarshal(two.Bytes(), &feed); err != nil {
		t.Fatal(err)
	}
	if p := feed.Publications; len(p) != 1 || p[0].Metadata.Title != "The <Common> Press & Others" || len(p[0].Links) != 3 || len(p[0].Images) != 1 {
		t.Errorf("OPDS 2.0: %+v", feed)
	}
}

// TestEmpty makes catalogues of nothing that programs can read.
func TestEmpty(t *testing.T) {
	var b bytes.Buffer
	if err := New("Library", nil).OPDS2(&b); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `"publications": []`) {
		t.Errorf("no list of publications: %s", b.String())
	}
}
