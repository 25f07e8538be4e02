package epub

import "strconv"

// ncx returns the contents for readers of EPUB 2 (OPF 2.0.1 §2.4.1), in two
// levels, which is what Kindle shows.
func (e *edition) ncx() []byte {
	var m markup
	m.raw(xmlHead + `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"`)
	m.attr("xml:lang", e.Meta.Language)
	m.raw(">\n<head>\n<meta name=\"dtb:uid\"")
	m.attr("content", e.Meta.Identifier)
	m.raw("/>\n<meta name=\"dtb:depth\" content=\"2\"/>\n" +
		"<meta name=\"dtb:totalPageCount\"")
	m.attr("content", strconv.Itoa(len(e.pages)))
	m.raw("/>\n<meta name=\"dtb:maxPageNumber\"")
	m.attr("content", strconv.Itoa(lastNumber(e.pages)))
	m.raw("/>\n</head>\n<docTitle><text>")
	m.text(e.Meta.Title)
	m.raw("</text></docTitle>\n<navMap>\n")
	order := 0
	for _, line := range e.toc {
		m.navPoint(line, 1, &order)
	}
	m.raw("</navMap>\n")
	e.ncxPages(&m)
	m.raw("</ncx>\n")
	return m.buf
}

// navPoint writes a line of the contents with those below it.
func (m *markup) navPoint(line *entry, depth int, order *int) {
	*order++
	n := strconv.Itoa(*order)
	m.raw(`<navPoint id="n` + n + `" playOrder="` + n + `"><navLabel><text>`)
	m.text(line.plain())
	m.raw(`</text></navLabel><content`)
	m.attr("src", line.address())
	m.raw("/>")
	if depth < 2 {
		for _, kid := range line.kids {
			m.raw("\n")
			m.navPoint(kid, depth+1, order)
		}
	}
	m.raw("</navPoint>\n")
}
