// Package layout sets a book on pages.
//
// [Layout] takes a [book.Book], the faces and a [Spec] (the design of the page)
// and returns a [Document]: pages of shaped words, rules, pictures and link areas
// at fixed positions, with the structure tree that tells what each word belongs
// to, and the place where every ID of the book came to stand. Nothing in a
// Document is left to decide; writers only draw it.
//
// The work goes in steps, one file or two for each:
//
//   - words are shaped and given their break points, once for each word and style
//     (word.go);
//   - inlines become paragraphs of boxes, glue and penalties (compose.go), which
//     package linebreak ends lines in; lines are justified by word spaces, glyph
//     expansion and hanging punctuation (line.go, protrusion.go);
//   - blocks become a galley of units on a grid of quarter lines (galley.go,
//     table.go, unit.go);
//   - the page breaker chooses the page ends of a whole chapter at once
//     (paginate.go), and sheets are drawn (sheet.go);
//   - the binder puts chapters, notes, bibliography and index in order, numbers
//     the pages, sets the contents, and adds running heads and folios (binder.go,
//     back.go, furniture.go).
//
// Front matter has roman folios, the body starts at 1, and the index comes last:
// so contents and index, which need folios, are set when all others are known and
// nothing has to be set twice.
//
// Every length is an integer ([Length]), every cost too, so that the result does
// not depend on the machine or on the number of workers. Chapters are set in
// parallel.
//
// Limits: notes asked for at the foot of the page stand at the chapter's end; a
// table row never breaks over pages.
//
// A book that is read from right to left is set as in a mirror, what is read first at
// the left, and every finished page is turned over.
package layout
