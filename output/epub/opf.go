package epub

import (
	"strconv"
	"strings"

	"publish/book"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// packageDocument returns package.opf: metadata, manifest, spine, guide (EPUB 3.3
// §5).
func (e *edition) packageDocument(docs []*document, items []item, traits traits) []byte {
	var m markup
	m.raw(xmlHead + `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"`)
	m.attr("xml:lang", e.Meta.Language)
	m.raw(` prefix="ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/">` + "\n")
	e.metadata(&m, traits)
	m.raw("<manifest>\n")
	for _, it := range items {
		m.item(it)
	}
	m.raw("</manifest>\n")
	e.spine(&m, docs)
	e.guide(&m, docs)
	m.raw("</package>\n")
	return m.buf
}

// item is one line of the manifest.
type item struct {
	id, path, mime, properties string
}

func (m *markup) item(it item) {
	m.raw(`<item`)
	m.attr("id", it.id)
	m.attr("href", it.path)
	m.attr("media-type", it.mime)
	if it.properties != "" {
		m.attr("properties", it.properties)
	}
	m.raw("/>\n")
}

func (e *edition) spine(m *markup, docs []*document) {
	m.raw(`<spine toc="ncx"`)
	if book.RightToLeft(e.Meta.Language) {
		m.raw(` page-progression-direction="rtl"`)
	}
	m.raw(">\n")
	for _, d := range docs {
		m.raw(`<itemref`)
		m.attr("idref", d.itemID())
		m.raw("/>\n")
	}
	m.raw("</spine>\n")
}

// itemID returns the ID of a document in the manifest.
func (d *document) itemID() string { return "x-" + strings.TrimSuffix(d.name, ".xhtml") }

// guide writes the landmarks of EPUB 2 (OPF 2.0.1 §2.6), which Kindle reads.
func (e *edition) guide(m *markup, docs []*document) {
	words := map[string]string{
		"cover": "cover", "toc": "toc", "bodymatter": "text", "titlepage": "title-page",
		"bibliography": "bibliography", "index": "index", "endnotes": "notes",
	}
	m.raw("<guide>\n")
	for _, l := range e.marks(docs) {
		m.raw(`<reference`)
		m.attr("type", words[l.types])
		m.attr("title", l.title)
		m.attr("href", l.path)
		m.raw("/>\n")
	}
	m.raw("</guide>\n")
}

// metadata writes what a catalogue says of the book.
func (e *edition) metadata(m *markup, traits traits) {
	meta := e.Meta
	m.raw("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
	m.element("dc:identifier", "id", meta.Identifier)
	for _, other := range meta.Identifiers {
		m.element("dc:identifier", "", other)
	}
	m.element("dc:title", "title", meta.Title)
	m.refine("title", "title-type", "main", "")
	if meta.Subtitle != "" {
		m.element("dc:title", "subtitle", meta.Subtitle)
		m.refine("subtitle", "title-type", "subtitle", "")
	}
	m.element("dc:language", "", meta.Language)
	for i, a := range meta.Authors {
		m.contributor(a, i+1)
	}
	m.element("dc:publisher", "", meta.Publisher)
	m.element("dc:date", "", meta.Date.UTC().Format("2006-01-02"))
	m.element("dc:rights", "", meta.Rights)
	m.element("dc:source", "", meta.Source)
	m.element("dc:description", "", meta.Description)
	for _, s := range meta.Subjects {
		m.element("dc:subject", "", s)
	}
	if meta.Series != "" {
		m.raw(`<meta property="belongs-to-collection" id="series">`)
		m.text(meta.Series)
		m.raw("</meta>\n")
		m.refine("series", "collection-type", "series", "")
		m.refine("series", "group-position", meta.SeriesNumber, "")
	}
	e.pageSource(m)
	m.property("dcterms:modified", e.opt.Modified.UTC().Format("2006-01-02T15:04:05Z"))
	if len(e.opt.Fonts) > 0 {
		m.property("ibooks:specified-fonts", "true")
	}
	if len(e.opt.Cover) > 0 {
		m.raw(`<meta name="cover" content="cover-picture"/>` + "\n")
	}
	e.accessibility(m, traits)
	m.raw("</metadata>\n")
}

// element writes an element of the Dublin Core; nothing if it is empty.
func (m *markup) element(name, id, value string) {
	if strings.TrimSpace(value) == "" {
		return
	}
	m.raw("<" + name)
	if id != "" {
		m.attr("id", id)
	}
	m.raw(">")
	m.text(value)
	m.raw("</" + name + ">\n")
}

// property writes a meta element of the publication as a whole.
func (m *markup) property(name, value string) {
	if value == "" {
		return
	}
	m.raw("<meta")
	m.attr("property", name)
	m.raw(">")
	m.text(value)
	m.raw("</meta>\n")
}

// refine writes a meta element about another element.
func (m *markup) refine(id, name, value, scheme string) {
	if value == "" {
		return
	}
	m.raw("<meta")
	m.attr("refines", "#"+id)
	m.attr("property", name)
	if scheme != "" {
		m.attr("scheme", scheme)
	}
	m.raw(">")
	m.text(value)
	m.raw("</meta>\n")
}

// contributor writes an author as creator and everybody else as contributor.
func (m *markup) contributor(c book.Contributor, n int) {
	name, id := "dc:contributor", "by"+strconv.Itoa(n)
	if isAuthor(c) {
		name = "dc:creator"
	}
	m.element(name, id, c.Name)
	m.refine(id, "role", orElse(c.Role, "aut"), "marc:relators")
	m.refine(id, "file-as", c.Sort, "")
	m.refine(id, "display-seq", strconv.Itoa(n), "")
}
