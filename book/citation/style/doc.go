// Package style sets works as entries of a bibliography in the form of Chicago 18
// (13.18-13.22).
//
// It departs from Chicago in three points, for lists that were typed by many hands: a
// place of publication, which the 18th edition no longer asks for, and an ISBN stay
// where the source has them; what the parser did not understand follows as the source
// has it; and a linked title without a named site is followed by the host of its
// address, so that readers on paper learn where it is.
package style
