// Package citation makes one bibliography of the reading lists of a book.
//
// [Gather] takes the bibliography that the assembly collected, entries as the articles
// have them. Package entry understands each: authors, title, container, editors,
// translators, place, publisher, date, pages, address, ISBN, language. Entries of one
// work become one, its fullest form, in spite of other spellings of names and missing
// subtitles, publishers and years; equal titles of other people and other editions stay
// apart. Each person gets one form of name, package style sets every work in the form
// of Chicago 18, and the list is sorted by author and title in the collation of the
// book's language.
//
// Every work has a key, of its first author and its title, which is the same whatever
// other works come and go. By it, or by words of the entry, the editor names works in the
// manifest to exclude them, to merge them or to put their fields right; what nothing
// answers to is reported.
//
// An entry that is not understood stands as the source has it. Words that the set
// entry has not (sizes of files, entries merged into others) are recorded in the
// book's Dropped.
package citation
