// Package typography gives the text of a book the characters that a typewriter
// lacks: curly quotation marks by the language, apostrophes, dashes, the ellipsis,
// fractions, no-break spaces where the end of a line would jar, and the narrow spaces
// of French. Endings of ordinal numbers are raised or not by the language. Each of
// these can be left out (book.Typography).
//
// [Set] works on a whole book, in place and last of all, so that the stages before
// it see the text as the source has it. It knows the words around each mark even
// where emphasis or a link begins or ends between them. Code, addresses and
// verbatim text stay as they are. No word is added, taken away or parted; setting
// a text twice changes nothing more.
//
// Sources: Chicago 18, 6.9, 6.84-6.105, 6.123; Duden (German); Imprimerie
// nationale, "Lexique des règles typographiques" (French); RAE (Spanish).
package typography
