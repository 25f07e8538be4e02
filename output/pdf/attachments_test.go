package pdf

import (
	"bytes"
	"crypto/md5"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"publish/output/validators"
)

func testAttachments() []Attachment {
	return []Attachment{
		{Name: "book.yaml", MIME: "application/yaml", About: "The manifest (a “list”)", Relation: Source, Data: []byte("title: A\n")},
		{Name: "a.epub", MIME: "application/epub+zip", About: "The EPUB", Relation: Alternative, Data: []byte("PK\x03\x04\r\n(endstream)"), Packed: true},
	}
}

// TestAttachments reads attachments back, as files of the whole document and by name.
func TestAttachments(t *testing.T) {
	r := openFile(t, sample(t).write(Options{Attachments: testAttachments()}))
	files := r.root().get("AF").(array)
	for i, want := range testAttachments() {
		spec := r.dict(files[i])
		for key, value := range map[name]object{
			"F": text(want.Name), "UF": text(want.Name), "Desc": textString(want.About), "AFRelationship": want.Relation.entry(),
		} {
			if spec.get(key) != value {
				t.Errorf("%s: /%s is %v, want %v", want.Name, key, spec.get(key), value)
			}
		}
		file := r.get(spec.get("EF").(dict).get("F")).(*stream)
		data := file.data
		if file.dict.get("Filter") != nil {
			data = r.inflate(file)
		}
		if !bytes.Equal(data, want.Data) {
			t.Errorf("%s holds %q, want %q", want.Name, data, want.Data)
		}
		params := file.dict.get("Params").(dict)
		sum := md5.Sum(want.Data)
		if params.get("Size") != integer(len(want.Data)) || params.get("CheckSum") != text(sum[:]) || params.get("ModDate") != text("D:20260301000000Z") {
			t.Errorf("%s has parameters %v", want.Name, params)
		}
		if file.dict.get("Subtype") != name(want.MIME) {
			t.Errorf("%s is of type %v", want.Name, file.dict.get("Subtype"))
		}
	}
	var names []string
	for _, leaf := range r.leaves(r.dict(r.root(), "Names").get("EmbeddedFiles"), "Names") {
		names = append(names, string(leaf.key.(text)))
	}
	if want := []string{"a.epub", "book.yaml"}; !slices.Equal(names, want) {
		t.Errorf("names %q, want %q", names, want)
	}
	if len(r.leaves(r.dict(r.root(), "Names").get("Dests"), "Names")) == 0 {
		t.Error("the destinations are gone")
	}
}

// TestAttachmentNames refuses names by which one attachment would hide another.
func TestAttachmentNames(t *testing.T) {
	for _, list := range [][]Attachment{{{Name: ""}}, {{Name: "a"}, {Name: "b"}, {Name: "a"}}} {
		if err := Write(&bytes.Buffer{}, sample(t).doc, Options{Attachments: list}); err == nil {
			t.Errorf("%v passes", list)
		}
	}
}

// TestAttachmentClaims holds a file with attachments to PDF/A-3 instead of PDF/A-2,
// and to programs that are not ours.
func TestAttachmentClaims(t *testing.T) {
	data := sample(t).write(Options{Attachments: testAttachments()})
	if !strings.Contains(string(data), "<pdfaid:part>3<") {
		t.Error("the file does not claim PDF/A-3")
	}
	path := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Run("qpdf", func(t *testing.T) { validators.QPDF(t, path) })
	t.Run("mutool", func(t *testing.T) { validators.MuTool(t, path) })
	t.Run("pdfdetach", func(t *testing.T) {
		for _, want := range testAttachments() {
			if got := validators.PDFAttachment(t, path, want.Name); !bytes.Equal(got, want.Data) {
				t.Errorf("%s holds %q, want %q", want.Name, got, want.Data)
			}
		}
	})
	for _, profile := range []validators.Profile{validators.PDFUA1, validators.PDFA3A} {
		t.Run(string(profile), func(t *testing.T) { validators.VeraPDF(t, profile, path) })
	}
}
