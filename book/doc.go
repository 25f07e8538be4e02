// Package book holds the document that every stage of publish speaks of, and
// the assembly that makes one book out of many articles.
//
// Package wiki reads files into [Article] values: blocks and inlines with their
// positions, links and notes still as the source names them. [Assemble] takes a
// [Manifest] and the articles and returns a [Book]: chapters in order, links
// resolved, notes numbered, reading lists gathered. Packages citation, index and
// typography finish it. The writers read the Book and change nothing in it.
//
// [Block] and [Inline] are closed sums; a switch over one of them names every
// member or has a default that panics. Every node carries its [Pos], so that
// whatever a later stage finds can be reported at its source. Trouble with the
// input is collected as [Diags]; a Go error means that a file could not be read
// or written.
//
// The package knows nothing of pages, fonts or file formats of editions.
package book
