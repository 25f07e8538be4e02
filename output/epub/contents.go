package epub

import (
	"fmt"

	"publish/book"
	"publish/book/terms"
)

// entry is one line of the table of contents.
type entry struct {
	label  string // before the title
	title  []book.Inline
	doc    *document
	target string // ID inside the document; "" for its beginning
	part   bool   // of the book
	kids   []*entry
}

// plain returns the line without markup.
func (t *entry) plain() string { return t.label + book.PlainText(t.title) }

// enter appends a line for a document.
func (e *edition) enter(d *document, label string, title []book.Inline) *entry {
	line := &entry{label: label, title: title, doc: d}
	e.toc = append(e.toc, line)
	return line
}

// nest moves every line after the given one below it.
func (e *edition) nest(under *entry) {
	for i, line := range e.toc {
		if line == under {
			under.kids = append(under.kids, e.toc[i+1:]...)
			e.toc = e.toc[:i+1]
			return
		}
	}
}

// enterChapter appends the line of a chapter with its sections of the first
// level. Their documents are found by ID later: a long chapter has several.
func (e *edition) enterChapter(d *document, c *book.Chapter) {
	line := e.enter(d, label(c.Number), c.Title)
	for _, b := range c.Blocks {
		if h, ok := b.(*book.Heading); ok && h.Level == 2 && h.ID != "" {
			line.kids = append(line.kids, &entry{title: h.Inlines, target: h.ID})
		}
	}
}

// withContents puts the contents after the imprint, finds the document of every
// ID, and writes all links.
func (e *edition) withContents(docs []*document) ([]*document, error) {
	places, err := locate(docs)
	if err != nil {
		return nil, err
	}
	e.findSections(e.toc, places)
	nav := &document{name: navName, title: e.terms.Word(terms.Contents), matter: "frontmatter", part: landmarkContents}
	e.contents(nav, docs, places)
	at := 0
	for i, d := range docs {
		if d.matter == "cover" || d.part == landmarkTitlePage || i > 0 && docs[i-1].part == landmarkTitlePage {
			at = i + 1
		}
	}
	docs = append(docs[:at:at], append([]*document{nav}, docs[at:]...)...)
	return docs, e.writeLinks(docs, places)
}

// locate returns the document of every ID.
func locate(docs []*document) (map[string]*document, error) {
	places := make(map[string]*document)
	for _, d := range docs {
		for _, id := range d.ids {
			if other, twice := places[id]; twice {
				return nil, fmt.Errorf("ID %q stands in %s and in %s", id, other.name, d.name)
			}
			places[id] = d
		}
	}
	return places, nil
}

// findSections gives every line of the contents its document.
func (e *edition) findSections(lines []*entry, places map[string]*document) {
	for _, line := range lines {
		if line.doc == nil {
			line.doc = places[line.target]
		}
		e.findSections(line.kids, places)
	}
}

// writeLinks writes the links of all documents.
func (e *edition) writeLinks(docs []*document, places map[string]*document) error {
	for _, d := range docs {
		body, err := d.fill(func(l link) (string, error) {
			to, ok := places[l.target]
			switch {
			case !ok:
				e.fail(l.pos, "%s: reference to %q, which is nowhere in the book", d.name, l.target)
				return "#", nil
			case to == d:
				return "#" + l.target, nil
			}
			return d.relative(to.path()) + "#" + l.target, nil
		})
		if err != nil {
			return err
		}
		d.body = body
		d.buf = nil
	}
	return nil
}

// address returns where a line of the contents leads, seen from the top folder.
func (t *entry) address() string {
	if t.target == "" {
		return t.doc.path()
	}
	return t.doc.path() + "#" + t.target
}
