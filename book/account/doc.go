/*
Package account closes the account of a book's words: every word of an article is
in the book, or among what was left out on purpose, or lost.

In go the bytes of the articles and the finished book; out comes a [Sheet] for each
article. Its figures add up: the words of the source are those that stand in the
book, those left out in each class of [book.DropClass], and those lost, of which
there should be none.

The words of a source are found here without the reader of package wiki, by a scan
that knows no Markdown but the signs that set words apart from markup: tags,
addresses of links, marks of notes, numbers of lists, attributes. Where it is in
doubt the scan takes words for markup, so that a word called lost is worth a look.
It counts words, not their places: a word that is lost here and stands once too
often there is not missed.

A word is a run of letters, digits and marks. What the reader repairs is passed
over on both sides: soft hyphens and signs without width, ligatures, bytes that are
not UTF-8. A word that one side has in two pieces, since a tag stood inside it, is
found by its letters.
*/
package account
