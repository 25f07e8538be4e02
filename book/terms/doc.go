// Package terms has the words that the editions add to a book (the titles of their
// sections, references, imprint, colophon, labels for readers of the ear) in the
// languages that it knows, and the way in which these write dates and numbers.
//
// In goes the language of a book as a BCP 47 tag; out come its [Terms], or the
// English ones for a language that is not here. The words stand in a text file for
// each language, words/en.txt and so on: lines of "key = words", with names in
// braces for what is put in. Every file has the same keys, which are the constants
// of [Key], and every phrase the same names as the English one.
package terms
