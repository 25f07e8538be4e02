// Package book holds the document that every stage of publish speaks of: what an
// article of the wiki is, what a book made of articles is, and what is said about
// either.
//
// Package wiki reads files into [Article] values: blocks and inlines with their
// positions, links and notes still as the source names them. Package assembly makes
// a [Book] of the articles that a [Manifest] names: chapters in order, links
// resolved, notes numbered, reading lists gathered. Packages citation, index and
// typography finish it. The writers read the Book and change nothing in it.
//
// The package has the types, the ways to walk and copy them ([WalkBlocks],
// [EachText], [MapText] and their kin), the manifest and its reader, the messages
// with their codes and explanations, and the dumps that show a stage as text. It
// imports no other package of the module.
//
// [Block] and [Inline] are closed sums; a switch over one of them names every
// member or has a default that panics. Every node carries its [Pos], so that
// whatever a later stage finds can be reported at its source. Trouble with the
// input is collected as [Diags]; a Go error means that a file could not be read
// or written.
//
// The package knows nothing of pages, fonts or file formats of editions.
package book
