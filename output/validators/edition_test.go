package validators

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// makeEPUB zips testdata/book.txtar into a temporary folder. Of spoil, every odd
// member is text of the book and the next one what stands there instead.
func makeEPUB(t *testing.T, spoil ...string) string {
	t.Helper()
	book, err := txtar.ParseFile("testdata/book.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(spoil); i += 2 {
		if !spoilt(book, spoil[i], spoil[i+1]) {
			t.Fatalf("the book has no %q", spoil[i])
		}
	}
	path := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(path, zipped(t, book), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func spoilt(book *txtar.Archive, old, replacement string) (done bool) {
	for i, f := range book.Files {
		if data := bytes.Replace(f.Data, []byte(old), []byte(replacement), 1); !bytes.Equal(data, f.Data) {
			book.Files[i].Data = data
			return true
		}
	}
	return false
}

func zipped(t *testing.T, book *txtar.Archive) []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, f := range book.Files {
		method, data := zip.Deflate, f.Data
		if f.Name == "mimetype" {
			method, data = zip.Store, bytes.TrimSpace(data)
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: method})
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// makePDF writes a file of the given objects, the first being the catalog, into a
// temporary folder.
func makePDF(t *testing.T, objects ...string) string {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int, len(objects))
	for i, object := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	id := strings.Repeat("5A", 16)
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, id, id, start)
	path := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func stream(dictionary, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dictionary, len(data), data)
}

// makeBlankPDF makes one empty page that keeps every rule of PDF/UA-1 and
// PDF/A-2a; part is what it claims of PDF/UA.
func makeBlankPDF(t *testing.T, part string) string {
	t.Helper()
	metadata := `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Blank</rdf:li></rdf:Alt></dc:title></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>` + part + `</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
	return makePDF(t,
		"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R"+
			"/Lang(en)/ViewerPreferences<</DisplayDocTitle true>>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Resources<<>>>>",
		stream("/Type/Metadata/Subtype/XML", metadata),
		"<</Type/StructTreeRoot>>",
	)
}

// makeHelveticaPDF makes one page with a word in a font that is not embedded.
func makeHelveticaPDF(t *testing.T) string {
	t.Helper()
	return makePDF(t,
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
		stream("", "BT /F 20 Tf 20 200 Td (Pamphlet) Tj ET"),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	)
}
