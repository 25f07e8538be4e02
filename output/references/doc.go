// Package references writes the works of a book's lists for other programs: as
// CSL-JSON, which Zotero, pandoc and citeproc read, and as BibTeX for biblatex.
//
// [CSL] and [BibTeX] take the entries that [Works] puts together of the bibliography.
// Every entry is written, in the order of the list, under the key that the book's dump
// shows; one that was not understood has the words of the source for its title. Both
// forms are UTF-8 and the same for the same entries.
//
// What a list has and the forms have not is left out: the chapters that recommend a
// work, and its further addresses. Remarks, and words that no rule understood beside a
// title that was, are the note. BibTeX has no field for words in place of a date; they
// go into the field year.
//
// Sources: the CSL-JSON schema and CSL 1.0.2, appendices III and IV (types and
// variables); the biblatex manual, 2.1-2.3 (types, fields, names, dates in EDTF);
// BibTeXing (Patashnik 1988) for names and braces.
package references
