// Package style sets works in the forms of Chicago 18: [Setter.Entry] as entries of a
// bibliography (13.18-13.22), [Setter.Full] and [Setter.Short] as full and shortened
// citations of a note (13.23-13.38).
//
// It departs from Chicago in three points, for lists that were typed by many hands: a
// place of publication, which the 18th edition no longer asks for, and an ISBN stay
// where the source has them; what the parser did not understand follows as the source
// has it; and a linked title without a named site is followed by the host of its
// address, so that readers on paper learn where it is.
package style
