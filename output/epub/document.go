package epub

import (
	"strings"

	"publish/book"
)

// document is one XHTML file of the publication.
type document struct {
	name  string // file name without folder
	title string // plain, for the head
	// matter is the epub:type of the body: cover, frontmatter, bodymatter or
	// backmatter.
	matter string
	part   landmark
	markup
	// body is the markup with its links written.
	body []byte
}

// landmark is the part that a document plays for the landmarks and the guide.
// Its values are epub:type words, "" for none.
type landmark string

const (
	landmarkCover        landmark = "cover"
	landmarkTitlePage    landmark = "titlepage"
	landmarkContents     landmark = "toc"
	landmarkNotes        landmark = "endnotes"
	landmarkBibliography landmark = "bibliography"
	landmarkIndex        landmark = "index"
)

// Folders of the publication, as go-epub lays them out.
const (
	root       = "EPUB/"
	textFolder = "xhtml/"
	cssPath    = "css/book.css"
	navName    = "nav.xhtml"
)

// path returns where the document stands below root. The contents stand at the
// top, where go-epub puts them.
func (d *document) path() string {
	if d.part == landmarkContents {
		return navName
	}
	return textFolder + d.name
}

// relative returns the address of a path as seen from the document.
func (d *document) relative(path string) string {
	if d.part == landmarkContents {
		return path
	}
	if rest, ok := strings.CutPrefix(path, textFolder); ok {
		return rest
	}
	return "../" + path
}

// open writes the start of the element that holds a piece of the book. types is
// its epub:type, the first word of which is also its class, since few readers
// have selectors with namespaces. role is its DPUB-ARIA role ("" for none), label
// the ID of the heading that names it.
func (m *markup) open(types, role, id, label string) {
	m.raw(`<section`)
	m.id(id)
	class, _, _ := strings.Cut(types, " ")
	m.attr("class", class)
	m.attr("epub:type", types)
	if role != "" {
		m.attr("role", role)
	}
	if label != "" {
		m.attr("aria-labelledby", label)
	}
	m.raw(">\n")
}

func (m *markup) close() { m.raw("</section>\n") }

// limit is the size in bytes above which a document is split. Old readers are
// slow or fail above 300 KB; the rest is for head and filled links.
const limit = 240_000

// piece is markup that is never divided. A document rather begins with a piece
// that is an opening (a heading) than with another.
type piece struct {
	markup
	opening bool
	letter  string // of a group of the index
	notes   int    // that stand in it
}

// portions divides pieces into runs of at most limit bytes where they allow it. A
// run ends before an opening if one stands in its last half.
func portions(pieces []piece, limit int) [][]piece {
	var out [][]piece
	for len(pieces) > 0 {
		n := fitting(pieces, limit)
		if n < len(pieces) {
			n = backToOpening(pieces, n)
		}
		out = append(out, pieces[:n])
		pieces = pieces[n:]
	}
	return out
}

// fitting returns how many pieces make at most limit bytes and hold no more notes than
// one document may, one at least.
func fitting(pieces []piece, limit int) int {
	size, notes := 0, 0
	for i := range pieces {
		size += pieces[i].size()
		notes += pieces[i].notes
		if i > 0 && (size > limit || notes > mostNotes) {
			return i
		}
	}
	return len(pieces)
}

// backToOpening returns the last place at or before n, but not before half of n,
// that begins with an opening; n where there is none.
func backToOpening(pieces []piece, n int) int {
	for i := n; i > n/2 && i > 0; i-- {
		if pieces[i].opening {
			return i
		}
	}
	return n
}

// blockPieces renders top-level blocks each by itself.
func (e *edition) blockPieces(blocks []book.Block) []piece {
	pieces := make([]piece, len(blocks))
	for i, b := range blocks {
		e.block(&pieces[i].markup, b)
		_, pieces[i].opening = b.(*book.Heading)
	}
	return pieces
}
