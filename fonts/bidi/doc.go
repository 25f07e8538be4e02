// Package bidi orders text in which scripts that run from right to left stand
// beside scripts that run from left to right: the Unicode bidirectional algorithm.
//
// A paragraph goes in as characters in the order of reading, with its base level:
// 0 if it runs from left to right, 1 if it runs from right to left; [Base] finds it.
// [Levels] gives each character an embedding level; what stands at an odd level
// runs from right to left. When the lines are known, [Order] tells in which order
// the things of one line, each with its level, are drawn from left to right.
//
// Levels are found for the whole paragraph, since what a full stop or a number
// belongs to may stand in another line. Mirrored signs are not turned here:
// shaping does that for text that runs from right to left (rule L4).
//
// The library golang.org/x/text/unicode/bidi gives the classes of characters; it
// orders text too, but keeps the levels to itself and knows only directions, with
// which a number among right-to-left words cannot be placed in a line.
//
// Source: Unicode Standard Annex #9, revision 50, whose rules are named in the
// code. Marks stay behind their letters (rule L3 is the shaper's).
package bidi
