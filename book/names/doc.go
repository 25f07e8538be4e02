// Package names turns the names of persons into the form under which an index or
// a bibliography lists them: Goldman, Emma; Ferrer i Guardia, Francesc; Mao Zedong.
//
// [Lexicon.Parse] takes a name in the order in which it is spoken and finds its
// family name by the customs of the language that the name shows (IFLA, "Names of
// Persons", 4th ed. 1996; Chicago 18, 15.71-15.91). [Lexicon.Person] tells whether
// words look like the name of a person at all, and how sure that is.
//
// What the customs cannot tell, short lists do: given names, the surnames of
// languages that put them first, Iberian surnames that come in pairs. Marks and
// case do not count in the lists. The package knows nothing of books.
package names
