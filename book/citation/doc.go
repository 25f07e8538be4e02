// Package citation understands the entries of a reading list and sets them in one
// style.
//
// [Gather] takes the bibliography that [publish/book/assembly.Assemble] collected, entries as the
// articles have them. [Parse] finds author, title, place, publisher, year and
// address in the shapes that wikis use: "Given Family, Title"; "Family, Given.
// Title. Place: Publisher, Year."; a title in quotation marks "by" its author; a
// linked title with the author before or behind it; a bare address. Entries for the
// same work become one, the fullest, and all are sorted by author and title.
//
// Of what follows a title nothing is thrown away: words that the parser does not
// understand stay as they are. An entry that it cannot part into author and title
// stands as the source has it. What is left out (file sizes, entries merged into
// others) is recorded in the book's Dropped.
//
// The style is that of Chicago 18, chapters 13 and 14, for bibliographies.
package citation
