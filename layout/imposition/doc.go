// Package imposition says where the pages of a book stand on the sheets that a
// printer prints, so that the sheets, folded or cut, give the pages in their order.
//
// In goes the number of pages and their size, out comes a [Plan]: for each side of
// each sheet, the pages on it with their place and turn, and the marks for folding,
// cutting, gathering and sewing. It knows nothing of what is on the pages.
//
// Schemes:
//
//   - a booklet, all sheets one in the other, stapled through the fold;
//   - signatures, the same in several parts that are gathered and sewn;
//   - two or four pages side by side in reading order, nothing folded;
//   - a zine: eight pages on one side of one sheet, folded and slit.
//
// Pages keep their size. When they cannot, because the sheet is too small, all
// shrink alike, and the plan says by how much.
//
// Terms: a sheet is what the printer prints; a leaf is what a reader turns, half a
// sheet of a booklet; the spine is the edge at which leaves hang together; creep is
// how far inner leaves stick out of a folded signature for the thickness of the outer
// ones.
//
// Sources: Kipphan (ed.), "Handbook of Print Media", 2001, 7.2; Johnston, "Writing
// and Illuminating, and Lettering", 1906, ch. VI (sewing).
package imposition
