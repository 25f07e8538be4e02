// Package index makes the index at the back of a book from what the wiki's authors
// thought worth a link.
//
// [Build] takes an assembled book. Its topics (articles, and titles that links lead
// to though nobody has written the article) are the candidates for headings; names
// of persons are turned round, articles moved behind, common nouns written small
// when the running text writes them so. One pass over the words of each chapter
// finds where every topic is spoken of, by its name, by a redirect's, by its plural
// or possessive, and by the surname alone once the full name has stood in the
// chapter. A heading has at most one locator for each section, and fewer where it is
// only named in passing; sections that follow one another make a range; the chapter
// on the subject itself is the principal locator.
//
// The index is held to about one page in thirty: what weighs least is left out. See
// also lists of articles, reading lists and notes give no locators. See references
// come from redirects, and none leads to a heading without locators.
//
// Sources: Chicago 18, chapter 15; ISO 999; N. Mulvany, "Indexing Books".
//
// Build changes the book that it is given: it sets Index and puts an [book.Anchor]
// before each place that a locator leads to. It must run before typography.Set,
// which also sets the headings of the index.
package index
