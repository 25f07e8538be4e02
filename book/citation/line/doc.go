// Package line lays running text flat, so that it can be read as one string and
// made into inlines again.
//
// A [Line] is text in which control characters, which running text never holds,
// mark where italic, quotations and linked words begin and end, and where an
// address stands by itself. It can be cut anywhere: marks whose partner is cut off
// count as if it stood at the end of the piece. What the line has no mark for, such
// as bold, becomes plain text; [Flat] reports what would be lost that way.
//
// Quotation marks of any script become marks where they come in pairs that enclose
// words of their own; apostrophes and marks inside a quotation stay as they are.
package line
