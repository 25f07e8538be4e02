package epub

import (
	"strconv"

	"publish/book"
	"publish/book/terms"
)

// addressRole tells the call of an address, for which there is no word of its own, from
// that of a note: it refers to an entry of a list of works.
const addressRole = `role="doc-biblioref"`

// addresses returns the list of the addresses that links out of the book lead to; none
// if they are not listed.
func (e *edition) addresses() []*document {
	if len(e.Addresses) == 0 {
		return nil
	}
	pieces := make([]piece, len(e.Addresses))
	for i, a := range e.Addresses {
		e.address(&pieces[i].markup, a)
	}
	var docs []*document
	next := 1
	for i, portion := range portions(pieces, limit) {
		d := e.apparatus("addresses", e.terms.Word(terms.Addresses), i, "")
		d.open("other-credits", "", "", titleID)
		e.pageBreaks(&d.markup, book.AddressesSection, betweenBlocks)
		d.heading()
		d.raw(`<ol class="notes"`)
		if next > 1 {
			d.attr("start", strconv.Itoa(next))
		}
		d.raw(">\n")
		for j := range portion {
			d.add(&portion[j].markup)
		}
		next += len(portion)
		d.raw("</ol>\n")
		d.close()
		docs = append(docs, d)
	}
	e.enter(docs[0], "", plainText(e.terms.Word(terms.Addresses)))
	return docs
}

// address writes one address with links back to its calls.
func (e *edition) address(m *markup, a *book.Address) {
	m.raw(`<li`)
	m.id(a.ID)
	m.raw(`>`)
	e.inlines(m, a.Inlines)
	for i, call := range a.Calls {
		e.backlink(m, backlink{target: call.ID, number: a.Number, index: i, chapter: call.Chapter, pos: a.Pos})
	}
	m.raw("</li>\n")
}
