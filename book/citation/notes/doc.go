// Package notes ties the short citations in the notes of a book to the full ones.
//
// Notes cite a work in full once, and then in short: "Malle, Economic Organisation,
// 101", "Avrich (1971), p. 56", "Kornbluh, 94", "ibid.", "op. cit.", "ebd.", "там
// же". A book is made of chapters that were written apart, its empty notes are gone
// and their numbers have changed: what a short citation refers to may be another
// chapter's, or nothing. [Tie]
//
//   - links a short citation to the note that gives the work in full;
//   - gives the full form where the chapter's first citation of a work is a short one
//     and the full one stands further on, in the reading lists or in another chapter;
//   - writes the short form of the work in the place of "ibid." and "op. cit." (Chicago
//     18, 13.37, asks for that), which mean nothing in a note that is read by itself;
//   - ties "see note 4" to the note that had that number in the source;
//   - reports what has no full form, and what can mean several works.
//
// What is not certain stays as the source has it. A short citation is tied by its
// people, all of whom must agree, and by the words of its title, or its year, or, where
// it has neither, by the chapter's citing one work of these people only. Another chapter
// serves for titles alone: another "Smith 1994" may be another Smith. Volumes and
// editions are different works. "Ibid." is tied only where the note before it, in number
// and in the order of the calls, cites one work, and was not empty.
//
// Package entry understands the citations; package style sets the full forms. Every
// change is recorded in the note's Ties, the words that are gone in the book's Dropped.
package notes
