// Package epub writes a book as an EPUB 3.3 publication.
//
// In goes a finished [book.Book] with the faces and the cover as plain bytes;
// out comes one file that epubcheck and Ace accept without a message. The book
// is not changed. The same book and options give the same bytes: no clock, no
// random number and no map order reaches the file.
//
// The stages, in order:
//
//   - every piece of the book becomes a [document] of XHTML markup, one file for
//     each chapter (several for a long one), with its links still named by ID;
//   - the IDs of all documents are gathered and every link is given its file; a
//     link that leads nowhere is an error, never a broken link;
//   - go-epub collects the documents and the media into an archive, which is
//     compared with what was given, since go-epub only logs some of its errors;
//   - a finishing pass gives each document its head, language and style sheet,
//     checks that it is well-formed, that its IDs are unique and that its links
//     lead somewhere, and derives the properties of the manifest from it;
//   - the package document, the contents and the NCX are written anew from the
//     book, and all files are packed with the mimetype first and fixed dates.
//
// Only standard vocabulary marks the apparatus: epub:type of the Structural
// Semantics Vocabulary with the roles of DPUB-ARIA 1.1.
//
// Limits: horizontal text; PNG, JPEG and SVG pictures, as book/picture makes them; a
// block is never cut, so that a single table or list above 300 KB makes a longer file.
//
// Sources: EPUB 3.3 (W3C Recommendation, 2023), EPUB Accessibility 1.1, EPUB
// Structural Semantics Vocabulary 1.1, DPUB-ARIA 1.1, EPUB Indexes 1.0, and for
// the older readers OPF 2.0.1 (NCX, guide).
package epub
