package epub

import (
	"publish/book"
	"publish/book/terms"
)

// mostLines is the greatest number of lines that a reader will want to leaf
// through on the contents page. Beyond it the sections show only in the panel of
// the reading system, where they can be folded.
const mostLines = 250

// contents writes the navigation document: the table of contents, which is also
// a page of the book, the landmarks and the page list. places is where IDs stand.
func (e *edition) contents(nav *document, docs []*document, places map[string]*document) {
	e.pageBreaks(&nav.markup, book.ContentsSection, betweenBlocks)
	nav.raw(`<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="` + titleID + `">` + "\n")
	nav.heading()
	e.tocList(nav, e.toc, 1, count(e.toc) > mostLines)
	nav.raw("</nav>\n")
	for _, id := range nav.ids {
		places[id] = nav
	}
	e.landmarks(nav, docs)
	e.pages = e.findPages(places)
	e.pageList(nav)
}

func count(lines []*entry) int {
	n := len(lines)
	for _, line := range lines {
		n += count(line.kids)
	}
	return n
}

// tocList writes lines of the contents. Sections are hidden on the page if the
// list is long.
func (e *edition) tocList(nav *document, lines []*entry, depth int, long bool) {
	nav.raw("<ol")
	if long && len(lines) > 0 && lines[0].target != "" {
		nav.raw(` hidden=""`)
	}
	nav.raw(">\n")
	for _, line := range lines {
		nav.raw(`<li`)
		if line.part {
			nav.raw(` class="part"`)
		}
		nav.raw(`><a`)
		nav.attr("href", line.address())
		nav.raw(`>`)
		nav.text(line.label)
		e.flat(&nav.markup, line.title)
		nav.raw(`</a>`)
		if len(line.kids) > 0 {
			nav.raw("\n")
			e.tocList(nav, line.kids, depth+1, long)
		}
		nav.raw("</li>\n")
	}
	nav.raw("</ol>\n")
}

// mark is one landmark.
type mark struct {
	types, title, path string
}

// marks returns the landmarks in reading order, each type once.
func (e *edition) marks(docs []*document) []mark {
	var list []mark
	started := false
	contents := mark{string(landmarkContents), e.terms.Word(terms.Contents), navName + "#toc"}
	for _, d := range docs {
		switch {
		case d.matter == "bodymatter" && !started:
			started = true
			list = append(list, contents, mark{"bodymatter", e.terms.Word(terms.Start), d.path()})
		case d.part != "":
			list = append(list, mark{string(d.part), e.landmarkTitle(d), d.path()})
		}
	}
	if !started {
		list = append(list, contents)
	}
	return list
}

func (e *edition) landmarkTitle(d *document) string {
	if d.part == landmarkTitlePage {
		return e.terms.Word(terms.TitlePage)
	}
	return d.title
}

func (e *edition) landmarks(nav *document, docs []*document) {
	nav.raw(`<nav epub:type="landmarks" hidden="" aria-labelledby="_landmarks">` + "\n<h2 id=\"_landmarks\">")
	nav.text(e.terms.Word(terms.Landmarks))
	nav.raw("</h2>\n<ol>\n")
	for _, l := range e.marks(docs) {
		nav.raw(`<li><a`)
		nav.attr("epub:type", l.types)
		nav.attr("href", l.path)
		nav.raw(`>`)
		nav.text(l.title)
		nav.raw("</a></li>\n")
	}
	nav.raw("</ol>\n</nav>\n")
}
