package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"

	"publish/book"
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
	limit := memoryBase + memoryPerByte*int64(textBytes)
	debug.SetMemoryLimit(limit)
	debug.SetGCPercent(collectAt)
	relaxMemory(limit)
}

// relaxMemory raises the bound after a collection that has left more alive than two
// thirds of it, so that the collector does not run without end for text that takes
// more than its share: a hundred thousand notes of a word.
func relaxMemory(limit int64) {
	type cycle struct{ _ [16]byte }
	runtime.AddCleanup(new(cycle), func(limit int64) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if need := int64(live[0].Value.Uint64()) / 2 * 3; need > limit {
			limit = need
			debug.SetMemoryLimit(limit)
		}
		relaxMemory(limit)
	}, limit)
}

// allowMemory adds to the bound, if boundMemory set one.
func allowMemory(bytes int64) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	if bound := debug.SetMemoryLimit(-1); bound < math.MaxInt64 {
		debug.SetMemoryLimit(bound + bytes)
	}
}

// copiesOfPictures is how many more times the files of the pictures are in memory
// while the editions are written: with go-epub or gofpdf, which each take those of
// their edition, and in the buffer into which they write.
const copiesOfPictures = 2

// copiesMemory returns what the copies of pictures take while editions are written.
func copiesMemory(pictures map[string]*book.Picture) int64 {
	var sum int64
	for _, p := range pictures {
		if p != nil {
			sum += int64(len(p.Print.Data) + len(p.Screen.Data))
		}
	}
	return sum * copiesOfPictures
}
