package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"publish/layout"
)

// TestCatalogue holds what a viewer does with a file when it opens it: the language, the
// title in place of the file's name, the outline, the pages as they face each other.
func TestCatalogue(t *testing.T) {
	tests := []struct {
		about  string
		change func(*layout.Document)
		want   map[name]string
	}{
		{"a book", func(*layout.Document) {}, map[name]string{
			"Lang": "(en)", "PageLayout": "/TwoPageRight", "PageMode": "/UseOutlines",
			"ViewerPreferences": "<</DisplayDocTitle true>>", "MarkInfo": "<</Marked true>>",
		}},
		{"read from right to left", func(d *layout.Document) { d.RightToLeft = true }, map[name]string{
			"PageLayout": "/TwoPageRight", "ViewerPreferences": "<</DisplayDocTitle true/Direction/R2L>>",
		}},
		{"for screens", func(d *layout.Document) { d.Single = true }, map[name]string{"PageLayout": "/SinglePage"}},
		{"bare", func(d *layout.Document) { d.Outline, d.Root, d.Meta.Language = nil, nil, "" }, map[name]string{
			"PageMode": "", "Outlines": "", "MarkInfo": "", "StructTreeRoot": "", "Lang": "", "AF": "",
		}},
	}
	for _, test := range tests {
		c := sample(t)
		test.change(c.doc)
		root := openFile(t, c.write(Options{})).root()
		for key, want := range test.want {
			got := ""
			if o := root.get(key); o != nil {
				got = string(o.write(nil))
			}
			if got != want {
				t.Errorf("%s: /%s is %q, want %q", test.about, key, got, want)
			}
		}
	}
}

// TestTrimOfPages holds the boxes of pages of a book to their trim, and pages of other
// sizes to theirs.
func TestTrimOfPages(t *testing.T) {
	c := newComposer(t)
	c.newPage("1")
	c.newPage("2")
	c.page.Width, c.page.Height = 300*layout.Point, 100*layout.Point
	for i, page := range openFile(t, c.write(Options{})).pages() {
		want := []string{"[0 0 420.00 595.00]", "[0 0 300.00 100.00]"}[i]
		for _, box := range []name{"MediaBox", "TrimBox"} {
			if got := string(page.get(box).write(nil)); got != want {
				t.Errorf("page %d: %s is %s, want %s", i+1, box, got, want)
			}
		}
		for _, box := range []name{"BleedBox", "CropBox", "ArtBox", "Rotate"} {
			if page.get(box) != nil {
				t.Errorf("page %d has a %s", i+1, box)
			}
		}
	}
}

// TestFileIdentifier holds the identifier to the content: the same for the same, another
// for a letter, a word of metadata or an attachment.
func TestFileIdentifier(t *testing.T) {
	id := func(opt Options, change func(*composer)) text {
		c := newComposer(t)
		c.newPage("1")
		change(c)
		both := openFile(t, c.write(opt)).trailer.get("ID").(array)
		if len(both) != 2 || both[0] != both[1] || len(both[0].(text)) != 16 {
			t.Fatalf("identifier %v", both)
		}
		return both[0].(text)
	}
	page := func(c *composer) { c.paragraph("A page.", body) }
	first := id(Options{}, page)
	if again := id(Options{Jobs: 3}, page); again != first {
		t.Error("the same document has another identifier")
	}
	others := map[string]text{
		"letter":     id(Options{}, func(c *composer) { c.paragraph("A pace.", body) }),
		"title":      id(Options{}, func(c *composer) { page(c); c.doc.Meta.Title += "!" }),
		"attachment": id(Options{Attachments: testAttachments()}, page),
		"program":    id(Options{Producer: "another"}, page),
	}
	for about, other := range others {
		if other == first {
			t.Errorf("a document with another %s has the same identifier", about)
		}
	}
}

// TestNoTransparency looks through all objects of a file with a transparent picture for
// what blends (ISO 19005-2 §6.2.10), and for what acts by itself.
func TestNoTransparency(t *testing.T) {
	r := openFile(t, sample(t).write(Options{Attachments: testAttachments()}))
	pictures := 0
	var look func(o object)
	look = func(o object) {
		switch o := o.(type) {
		case array:
			for _, item := range o {
				look(item)
			}
		case *stream:
			look(o.dict)
		case dict:
			if o.get("Subtype") == name("Image") {
				pictures++
			}
			for _, e := range o {
				switch e.key {
				case "SMask", "Mask", "ca", "CA", "BM", "Group", "OCProperties", "JavaScript", "JS", "AA", "OpenAction":
					t.Errorf("/%s in %s", e.key, o.write(nil))
				}
				look(e.value)
			}
		}
	}
	for n, e := range r.entries {
		if e.kind != 0 {
			look(r.get(ref(n)))
		}
	}
	if pictures == 0 {
		t.Error("the sample has no pictures")
	}
}

// TestMetadataInStep holds each entry of the information dictionary to the property of
// the metadata that says the same (ISO 19005-1 §6.7.3).
func TestMetadataInStep(t *testing.T) {
	c := sample(t)
	c.doc.Meta.Date = time.Date(2026, 2, 28, 23, 30, 5, 0, time.FixedZone("", -3600))
	r := openFile(t, c.write(Options{Producer: "publish <1> & “co”"}))
	properties := readXMP(t, r.get(r.root().get("Metadata")).(*stream).data)
	info := r.dict(r.trailer.get("Info"))
	for key, property := range map[name]string{
		"Title": "title", "Author": "creator", "Subject": "description", "Keywords": "Keywords",
		"Creator": "CreatorTool", "Producer": "Producer", "CreationDate": "CreateDate", "ModDate": "ModifyDate",
	} {
		got, _ := info.get(key).(text)
		want := strings.Join(properties[property], "; ")
		if strings.HasSuffix(string(key), "Date") {
			at, err := time.Parse(time.RFC3339, want)
			if err != nil {
				t.Errorf("%s: %v", property, err)
			}
			want = stamp(at)
		}
		if got == "" || got != textString(want) {
			t.Errorf("/%s is %q, %s %q", key, got, property, want)
		}
	}
	if len(info) != 8 {
		t.Errorf("the information dictionary has %d entries", len(info))
	}
}

// readXMP returns the texts of each property, by its local name.
func readXMP(t *testing.T, packet []byte) map[string][]string {
	t.Helper()
	properties := map[string][]string{}
	d := xml.NewDecoder(bytes.NewReader(packet))
	var open []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return properties
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			// x:xmpmeta, rdf:RDF, rdf:Description, the property
			if s := strings.TrimSpace(string(token)); s != "" && len(open) > 3 {
				properties[open[3]] = append(properties[open[3]], s)
			}
		}
	}
}
