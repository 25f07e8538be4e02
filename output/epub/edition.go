package epub

import (
	"errors"
	"fmt"

	"publish/book"
	"publish/book/terms"
)

// edition is one book on its way to EPUB.
type edition struct {
	*book.Book
	opt   Options
	terms *terms.Terms
	// pictures gives the name in the publication of every picture by its name in
	// the book.
	pictures map[string]string
	names    names
	// toc is the table of contents as far as the documents are made.
	toc     []*entry
	breaks  pageBreaks // whose markers are still to be written
	numbers book.ParagraphNumbers
	waiting book.ParagraphNumber // waits for the next words
	pages   []page               // whose markers are written, once the documents are made
	errs    *failures
}

func newEdition(b *book.Book, opt Options) *edition {
	e := &edition{Book: b, opt: opt, terms: terms.For(b.Meta.Language), errs: new(failures)}
	e.names = names{"nav.xhtml": true} // which go-epub adds
	e.breaks = pageBreaksOf(opt.Pages)
	e.numbers = b.ParagraphNumbers()
	e.pictures = namePictures(b.Pictures)
	return e
}

// failures are the broken promises found so far, in the order of the text.
type failures struct{ list []error }

// fail records a broken promise at its place in the source.
func (e *edition) fail(pos book.Pos, format string, args ...any) {
	err := fmt.Errorf(format, args...)
	if place := pos.String(); place != "" {
		err = fmt.Errorf("%s: %w", place, err)
	}
	e.errs.list = append(e.errs.list, err)
}

// failed returns what went wrong as one error; nil if nothing did. Of many
// failures the first are enough.
func (f *failures) failed() error {
	const enough = 10
	if len(f.list) > enough {
		return errors.Join(append(f.list[:enough:enough], fmt.Errorf("and %d more", len(f.list)-enough))...)
	}
	return errors.Join(f.list...)
}

// documents returns every document of the publication in reading order, with all
// links written.
func (e *edition) documents() ([]*document, error) {
	docs := e.front()
	docs = append(docs, e.body()...)
	docs = append(docs, e.back()...)
	docs, err := e.withContents(docs)
	if err != nil {
		return nil, err
	}
	return docs, e.errs.failed()
}
