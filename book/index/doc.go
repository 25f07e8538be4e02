// Package index makes the index at the back of a book from its text and from what
// the wiki's authors thought worth a link.
//
// [Build] takes an assembled book, parts its chapters into words once, and gathers
// candidates for headings: the book's topics (articles, and titles that links lead
// to though nobody has written the article), names that the text uses (of
// peoples too, and of what is called after a person), titles of works with the authors
// that the text, a note or a reading list names, what headings of sections name, the common subjects that indexes list
// whatever the book (strikes, free will), and words and phrases that recur in one chapter
// and hardly in the rest of the book. One pass with one automaton
// over all forms finds where every candidate is spoken of: by its name, a
// redirect's, a link's words, an abbreviation, its plural or possessive, other words of
// its family (bureaucratic for bureaucracy), and the surname alone where it can mean one
// person only. A subject whose article's title the text never has stands under the words
// that the text has for it.
//
// Candidates that are one thing become one before that: persons by the forms of given
// names, second names and initials and the transliterations of surnames, events whose
// names differ in the word for the kind or in a year, spellings, slips of the pen,
// what an article calls its own subject in bold or says that it is called too, a name and
// the abbreviation that spells it, a person's name at birth, transliterations of one
// place, names of one thing that everybody knows, bodies with and without their country,
// movements and their followers. What only looks alike stays apart: brothers, a country's
// revolutions, two events of one kind, rebellions in general and the one of the name, and
// two titles that the wiki keeps apart.
//
// A chapter whose title gives an account of a subject, its timeline or its failures, is
// posted under the subject. Names keep their capitals; common nouns have none, though
// headings and links give them some, and stand in the plural where they can be counted.
//
// Candidates are weighed by what an indexer looks at, those that weigh most are kept
// up to the length that the book allows, about a page of index to thirty of text,
// and a second pass gives them their places. Passing mentions are left out where a
// heading has better ones; a section that a heading names is one range with all that
// is below it; mentions in paragraphs that follow one another make a range; the
// chapter on the subject itself is the principal locator. See also lists, reading
// lists, items that name something to read, front matter and notes that only cite give
// no locators. More than six locators are divided into subentries that read behind the
// heading: by what the headings of sections say of the subject or name beside it, by
// the subjects of chapters in few words, and where that leaves too many together by
// other headings that the same paragraphs speak of. See references come from
// redirects, abbreviations and words of one root, and none leads to a heading
// without locators; where the heading has few, they stand under both names. See also
// references come from the lists and mutual links of the chapters; none stands between
// neighbours, or leads to what has a single locator and no chapter. Every entry says what
// it was made of and what spoke for it.
//
// What the package knows of English stands in the lists of words/, which were
// written for it; in other languages links, titles and names still make an index.
//
// Sources: Chicago 18, chapter 15; ISO 999; N. Mulvany, "Indexing Books"; T. Dunning,
// "Accurate Methods for the Statistics of Surprise and Coincidence" (1993).
//
// Build changes the book that it is given: it sets Index and puts an [book.Anchor]
// before each place that a locator leads to. It must run before typography.Set,
// which also sets the headings of the index.
package index
