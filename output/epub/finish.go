package epub

import (
	"errors"
	"sort"
	"strings"
)

// file is one file of the publication.
type file struct {
	name string // path in the archive
	data []byte
	// stored is set for what does not get smaller: pictures.
	stored bool
}

// finish turns the collected documents and media into the files of the
// publication: it completes and checks the documents, derives the manifest from
// them, and writes the package document and the NCX.
func (e *edition) finish(docs []*document, media []*medium) ([]*file, error) {
	items := []item{{id: "ncx", path: "toc.ncx", mime: "application/x-dtbncx+xml"}}
	var text []*file
	checks := make([]*check, len(docs))
	for _, d := range docs {
		text = append(text, &file{name: root + d.path(), data: e.complete(d)})
	}
	err := parallel(len(docs), func(i int) error {
		var err error
		checks[i], err = inspect(text[i].name, text[i].data)
		return err
	})
	if err != nil {
		return nil, err
	}
	for i, d := range docs {
		items = append(items, item{d.itemID(), d.path(), "application/xhtml+xml", properties(d, checks[i])})
	}
	var rest []*file
	for _, f := range media {
		items = append(items, item{mediumID(f), f.path(), f.mime, f.properties})
		rest = append(rest, &file{name: root + f.path(), data: f.data, stored: f.folder == imageFolder})
	}
	if err := crossCheck(checks, rest); err != nil {
		return nil, err
	}
	return e.arrange(text, rest, docs, items)
}

// mediumID returns the ID of a medium in the manifest.
func mediumID(f *medium) string {
	if f.properties == "cover-image" {
		return "cover-picture"
	}
	return strings.ReplaceAll(strings.TrimSuffix(f.folder, "/")+"-"+f.name, ".", "-")
}

// properties derives the properties of a document from what stands in it.
func properties(d *document, c *check) string {
	var list []string
	if d.part == landmarkContents {
		// A landmark that leads to the index does not make this one.
		return "nav"
	}
	if c.types["index"] {
		list = append(list, "index")
	}
	for _, name := range []string{"svg", "mathml", "scripted"} {
		if c.elements[name] {
			list = append(list, name)
		}
	}
	return strings.Join(list, " ")
}

// arrange puts the files in the order of the archive: what a reading system
// opens first, then the rest by name.
func (e *edition) arrange(text, rest []*file, docs []*document, items []item) ([]*file, error) {
	opf := e.packageDocument(docs, items, e.traits())
	ncx := e.ncx()
	for name, data := range map[string][]byte{"package.opf": opf, "toc.ncx": ncx} {
		if _, err := inspect(name, data); err != nil {
			return nil, err
		}
	}
	files := []*file{{name: "META-INF/container.xml", data: []byte(container)}}
	if len(e.opt.Fonts) > 0 {
		files = append(files, &file{name: "META-INF/com.apple.ibooks.display-options.xml", data: []byte(displayOptions)})
	}
	files = append(files, &file{name: root + "package.opf", data: opf})
	rest = append(rest, text...)
	sort.Slice(rest, func(i, j int) bool { return rest[i].name < rest[j].name })
	for _, f := range rest {
		if f.name == root+navName {
			files = append(files, f)
		}
	}
	files = append(files, &file{name: root + "toc.ncx", data: ncx})
	for i, f := range rest {
		if i > 0 && f.name == rest[i-1].name {
			return nil, errors.New("two files named " + f.name)
		}
		if f.name != root+navName {
			files = append(files, f)
		}
	}
	return files, nil
}

const container = xmlHead + `<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`

// displayOptions lets Apple's reader use the embedded faces.
const displayOptions = xmlHead + `<display_options>
<platform name="*">
<option name="specified-fonts">true</option>
</platform>
</display_options>
`

// complete returns a document with its head.
func (e *edition) complete(d *document) []byte {
	var m markup
	m.buf = make([]byte, 0, len(d.body)+600)
	m.raw(xmlHead + "<!DOCTYPE html>\n" + `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"`)
	m.lang(e.Meta.Language)
	m.raw(">\n<head>\n<title>")
	m.text(d.title)
	m.raw("</title>\n<link rel=\"stylesheet\" type=\"text/css\"")
	m.attr("href", d.relative(cssPath))
	m.raw("/>\n</head>\n<body")
	m.attr("epub:type", d.matter)
	m.raw(">\n")
	m.buf = append(m.buf, d.body...)
	m.raw("</body>\n</html>\n")
	return m.buf
}
