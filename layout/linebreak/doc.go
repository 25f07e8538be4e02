// Package linebreak chooses where the lines of a paragraph end, looking at the
// whole paragraph at once.
//
// A paragraph goes in as a list of boxes (fragments of words), glue (spaces) and
// penalties (places where a line may or must end); the indices of the items at
// which lines end come out, chosen so that the sum of demerits is least. The list
// ends with a forced penalty, usually after a Forbidden penalty and glue of
// stretch Fil that fills the last line.
//
// # Rules
//
// A line may end at glue that directly follows a box, and at a penalty below
// Forbidden; it must end at a penalty of Forced or less. Glue and penalties after
// a break are dropped up to the next box or forced penalty. At the start of the
// paragraph nothing is dropped. The totals of a line are those of Natural, and the
// layout is to justify with them.
//
// A line stretches by any amount that its badness allows and shrinks at most by
// its shrink. Lines are tried within Tolerance, then with EmergencyStretch; if
// neither fits, the least bad lines are returned with ok false: underfull lines
// rather than overfull ones, and overfull ones only where a run of items without
// a break is wider than the measure.
//
// # Invariants and limits
//
// Everything is integer, so that a paragraph breaks alike on every machine. The
// result is an optimum, not a heuristic: every breakpoint is kept once for each
// line number that can end there, so measures may differ from line to line and a
// paragraph's variants of other lengths come from the same pass. Sums of widths
// are to stay under 1<<50.
//
// # Sources
//
// D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software -
// Practice and Experience 11 (1981) 1119-1184. Badness, fitness classes and
// demerits as in D. E. Knuth, "TeX: The Program", §108, §817-890. Margin
// protrusion and glyph expansion: Hàn Thế Thành, "Micro-typographic extensions to
// the TeX typesetting system", 2000. Runs of hyphens and runts are rules of ours.
package linebreak
