// Package assembly makes one book out of many articles.
//
// [Assemble] takes a manifest, the articles of a wiki and the pictures that could be
// loaded, and returns a book and messages. [Chosen] tells before that which articles
// a manifest takes, and [PictureCalls] which pictures articles show, so that a
// caller need not read and load the rest.
//
// A chapter in the making is a draft. The steps that give out what must be unique
// through the book, IDs and numbers, go over the drafts in reading order; those
// between work on one draft each, side by side:
//
//   - bind: the article of each chapter is found by file name, title, redirect or
//     glob (catalogue.go, resolve.go);
//   - entitle: title, short title and ID (title.go, ident.go);
//   - cut: See Also and reading lists are taken out, pictures that are not there and
//     headings with nothing below them go, levels are put in order (section.go,
//     figure.go, heading.go);
//   - identify: every heading gets its ID (heading.go);
//   - write: links are resolved, calls tied to their notes, words counted (write.go,
//     xref.go, notes.go);
//   - join: notes are numbered; topics, sources, pictures and reading lists gathered;
//     chapters that repeat others reported (topic.go, duplicate.go, assemble.go).
//
// Invariants: the articles are not changed, and no Text node of the book is shared
// with them, so that later stages may set it. All IDs are unique. Every reference of
// the text leads to an ID of the book, every call to a note and back; no WikiLink is
// left. Every word of a chosen article is in the book or in its Dropped with the
// reason. The same arguments give the same book and messages, whatever the number of
// processors.
//
// Limits: titles are matched as MediaWiki matches them, and if that fails without
// regard to case; the names of See Also and reading lists are known in a few
// languages of Western Europe.
package assembly
