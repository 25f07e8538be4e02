// Package outside lists the addresses to which the links of a book lead, for readers of
// paper: each gets a number, by which the links call it and the list has it, the same in
// every edition.
//
// The stage comes last of those that change the text but for typography: it only puts
// calls behind links. An address is listed once, however many links lead to it, and
// called once in the text of a chapter and once in its notes. Links whose words are the
// address need no call; headings have none, since contents and running heads repeat
// them; lists of works have addresses of their own.
package outside
