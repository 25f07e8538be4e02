// Package shelf makes a shelf of finished books: a page that lists them with their
// covers and files, catalogues in OPDS 1.2 and 2.0 for reading programs, and checksums.
// All of it is plain files with relative links, so that it works from a stick as well
// as from any server, without JavaScript.
//
// In go books, as [ReadEPUB] reads them from their EPUB, with the files of their
// editions. Out come the texts of index.html, opds.xml, opds.json and SHA256SUMS, the
// same for the same books whatever the clock says.
//
// An EPUB is not trusted: its files are read with limits, and whatever it says of
// itself is text, never markup. A link that it gives is followed only if it leads to
// the web.
//
// Sources: OPDS Catalog 1.2; OPDS 2.0 (draft); RFC 4287 (Atom); EPUB 3.3 §4 and §5;
// ONIX is left to booksellers.
package shelf
