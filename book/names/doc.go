// Package names turns the names of persons into the form under which an index or
// a bibliography lists them: Goldman, Emma; Ferrer i Guardia, Francesc; Mao Zedong.
//
// [Lexicon.Parse] takes a name in the order in which it is spoken. It takes off
// suffixes and titles, tells the names that are never turned round (rulers,
// epithets, patronymics, languages that put the family name first or have none), and
// finds the family name of the others by the custom of the bearer's language: two
// surnames in Spanish, the last element in Portuguese, particles before or behind.
// Sources: IFLA, "Names of Persons", 4th ed. 1996; Chicago 18, ch. 15, "Personal
// names". Where the two differ, Chicago is followed.
//
// [Lexicon.Person] tells whether words look like the name of a person at all, and
// [Lexicon.PersonBy] the same with what the text says of them; [Lexicon.Chance] says
// how sure that is.
//
// What the customs cannot tell, lists do: given names by language (given.txt),
// surnames (family.txt), words that no name of a person holds (common.txt), other
// things whose names are made like those of persons (others.txt), and
// persons whose form follows no rule (irregular.txt). Marks and case do not count in
// the lists. A bearer who kept to another custom than that of the name's language,
// and is not in irregular.txt, is listed wrongly. The package knows nothing of books.
package names
