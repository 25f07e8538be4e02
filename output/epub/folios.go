package epub

import (
	"publish/book"
	"publish/book/terms"
)

// folioLabels shows locators as the pages of the print edition.
func (e *edition) folioLabels(locators []book.Locator) []locatorLabel {
	var out []locatorLabel
	for _, l := range book.PageLocators(locators, e.folioOf) {
		spoken := e.terms.Phrase(terms.Page, "page", l.Pages)
		if l.Notes != "" {
			spoken += ", " + e.terms.Phrase(terms.Note, "note", l.Notes)
		}
		out = append(out, locatorLabel{l.Locator, l.String(), spoken})
	}
	return out
}

// folioOf returns the folio of the page of an ID.
func (e *edition) folioOf(id string) string {
	folio, ok := e.opt.Folios[id]
	if !ok {
		e.fail(book.Pos{}, "index: no folio for %q", id)
	}
	return folio
}
