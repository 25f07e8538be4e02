package main

import (
	"os"
	"runtime/debug"
)

// Memory that a run may take before the garbage collector works harder: a part for
// the program, its fonts and its tables, and a part for each byte of the articles.
// Settled on books of 90,000 and 620,000 words: what is alive at once stays well
// below, so that the collector never runs in circles however long the book.
const (
	memoryBase    = 130 << 20
	memoryPerByte = 46
	// collectAt is how far the heap may grow between collections, in per cent of
	// what is alive, while memory is below that bound.
	collectAt = 800
)

// boundMemory lets the collector rest in a small book and holds a large one to
// memory in proportion to its text. The environment variables of the Go runtime,
// GOGC and GOMEMLIMIT, go before.
func boundMemory(textBytes int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetMemoryLimit(memoryBase + memoryPerByte*int64(textBytes))
	debug.SetGCPercent(collectAt)
}
