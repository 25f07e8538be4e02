// Package wrap draws the cover that is wrapped around a printed book: back, spine and
// front side by side on one sheet, with what the bindery cuts away around them.
//
// In go what a title page says and the measures of the book; out comes a document of
// a few pages (the ground, the back, the spine and the front) and a side of a sheet
// that puts them together, ready for those who write sheets. The front is a picture,
// or the drawn cover of the package cover; its upper half then goes on around the
// spine and ends on the back, so that no edge of colour lies on a fold, where the
// bindery may miss it by a millimetre. The title on the spine is left out where its
// letters would come too near to the folds. Text stays text, in embedded fonts.
//
// A book that is read from right to left has its back at the right.
//
// Limits: covers for glued and stapled books only, without flaps; the spine has no
// lines that stand upright one below the other, as Chinese and Japanese books have.
//
// Sources: GS1 General Specifications, 5.2 (EAN-13 and its add-on of five digits), and
// the ISBN Users' Manual, 7th edition, 12 (where it stands); ISO 6357 and ANSI/NISO
// Z39.41 (titles on spines); the makers-up of paperbacks for what has to stay off
// folds and edges: 1/16 inch, the tolerance of the machines, and 1/4 inch.
package wrap
