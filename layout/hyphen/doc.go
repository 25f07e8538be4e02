// Package hyphen finds where words may be divided, by Liang's patterns.
//
// A word and its language go in; byte offsets come out. The patterns are those of
// the hyph-utf8 project, for Czech and Slovak of cshyphen, embedded as text; patterns/LICENSES.txt, which Licences
// returns, gives the licence of each. A language is read the first time that it is
// asked for, and then shared by all.
//
// # Rules
//
// Case is folded; letters with marks that a language does not know count as the
// letter without. Every language has a least number of letters before and after a
// division. Soft hyphens in a word overrule the patterns. A word with a digit, with
// a letter foreign to the language's script, or with a point, slash or the like
// inside, such as an address, is not divided, nor is a short word in capitals, which
// is most often an initialism. In a compound with a hyphen, a part is divided only
// at five letters or more from that hyphen. The hyphen and dashes themselves are no
// divisions for this package: a line may end after them without another hyphen,
// which the caller knows.
//
// # Limits
//
// Divisions that change the spelling (German "Zuk-ker" of old, Dutch "menu-tje",
// Hungarian, Catalan "l·l") are not made. Words that are divided by their meaning
// ("rec-ord", "re-cord") are divided as the patterns have it.
//
// # Sources
//
// F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford, 1983; D. E. Knuth, The
// TeXbook, appendix H. Limits on the length of the parts follow hyph-utf8, and the
// custom of the trade where it is stricter.
package hyphen
