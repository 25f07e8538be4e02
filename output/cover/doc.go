// Package cover draws the front cover of a book that brings none of its own.
//
// In go what a title page says and a family of faces; out comes a PNG of 1600 by
// 2560 pixels, the size that the shops ask for. The upper half is a geometric
// device on a dark ground, the lower half holds title, subtitle and authors in
// dark ink on paper, so that they can be read on a thumbnail of a hundred pixels.
// Which device, in which colours and in which arrangement follows from a hash of
// title, subtitle and authors: each book looks different, and the same book
// always the same.
//
// A cover is first a list of filled outlines in few colours, then pixels. Edges
// are smoothed in fifteen steps, so that the picture has fewer than 256 colours
// and stays small.
//
// Sources: WCAG 2.2 §1.4.6 for the contrast of the inks (7:1 or more); the
// arrangement owes to the covers of paperback series of the 1950s and 60s.
package cover
