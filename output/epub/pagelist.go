package epub

import (
	"strconv"

	"publish/book/terms"
)

// page is a page of the print edition with the document that its marker stands in.
type page struct {
	folio string
	doc   *document
}

// findPages lists the pages that have a marker, in their order.
func (e *edition) findPages(places map[string]*document) []page {
	var list []page
	for _, s := range e.opt.Pages {
		if d := places[e.pageID(s.Folio)]; d != nil {
			list = append(list, page{s.Folio, d})
		}
	}
	return list
}

// pageAddress returns where a page begins, seen from the top folder.
func (e *edition) pageAddress(p page) string { return p.doc.path() + "#" + e.pageID(p.folio) }

// pageList writes the list of the pages of the print edition (EPUB 3.3 §7.4.2).
func (e *edition) pageList(nav *document) {
	if len(e.pages) == 0 {
		return
	}
	nav.raw(`<nav epub:type="page-list" role="doc-pagelist" hidden="" aria-labelledby="_pages">` + "\n<h2 id=\"_pages\">")
	nav.text(e.terms.Word(terms.Pages))
	nav.raw("</h2>\n<ol>\n")
	for _, p := range e.pages {
		nav.raw(`<li><a`)
		nav.attr("href", e.pageAddress(p))
		nav.raw(`>`)
		nav.text(p.folio)
		nav.raw("</a></li>\n")
	}
	nav.raw("</ol>\n</nav>\n")
}

// ncxPages writes the same list for readers of EPUB 2 (OPF 2.0.1 §2.4.1).
func (e *edition) ncxPages(m *markup) {
	if len(e.pages) == 0 {
		return
	}
	m.raw("<pageList>\n<navLabel><text>")
	m.text(e.terms.Word(terms.Pages))
	m.raw("</text></navLabel>\n")
	for _, p := range e.pages {
		kind := "front"
		if _, err := strconv.Atoi(p.folio); err == nil {
			kind = "normal"
		}
		m.raw(`<pageTarget`)
		m.attr("id", "p"+p.folio)
		m.attr("type", kind)
		m.raw(`><navLabel><text>`)
		m.text(p.folio)
		m.raw(`</text></navLabel><content`)
		m.attr("src", e.pageAddress(p))
		m.raw("/></pageTarget>\n")
	}
	m.raw("</pageList>\n")
}

// pageSource names the edition that the page numbers are of (EPUB Accessibility 1.1
// §4.2.3), and once more as readers of EPUB 3.0 know it.
func (e *edition) pageSource(m *markup) {
	if len(e.pages) == 0 || e.opt.PageSource == "" {
		return
	}
	m.property("pageBreakSource", e.opt.PageSource)
	m.element("dc:source", "pages", e.opt.PageSource)
	m.refine("pages", "source-of", "pagination", "")
}

// lastNumber returns the highest page number in figures.
func lastNumber(pages []page) int {
	last := 0
	for _, p := range pages {
		if n, err := strconv.Atoi(p.folio); err == nil {
			last = max(last, n)
		}
	}
	return last
}
