package main

import (
	"bytes"
	"slices"

	"publish/book"
	"publish/output/pdf"
)

// checkAttached refuses to attach a manifest that no file holds.
func (s *source) checkAttached() error {
	if s.text == nil && s.attaches(book.AttachManifest) {
		return usagef("--attach manifest: a book made of a folder or of articles has no manifest").withHint("write one with publish init")
	}
	return nil
}

// attaches reports whether the PDFs are to carry something.
func (s *source) attaches(what string) bool { return slices.Contains(s.manifest.PDF.Attach, what) }

// attachments makes what the PDFs carry. An EPUB that is an edition too is made once.
func (w *writer) attachments() ([]pdf.Attachment, error) {
	slug := w.book.Meta.Slug
	var list []pdf.Attachment
	if w.source.attaches(book.AttachManifest) {
		list = append(list, pdf.Attachment{Name: slug + ".yaml", MIME: "application/yaml", Relation: pdf.Source,
			About: "What the book was made by: its manifest", Data: w.source.text})
	}
	if w.source.attaches(book.AttachEPUB) {
		var out bytes.Buffer
		if err := w.epub(false)(&out); err != nil {
			return nil, err
		}
		w.reflowable = out.Bytes()
		list = append(list, pdf.Attachment{Name: slug + ".epub", MIME: "application/epub+zip", Relation: pdf.Alternative,
			About: "The same book for screens of any size: EPUB", Data: w.reflowable, Packed: true})
	}
	return list, nil
}
