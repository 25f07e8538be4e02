package line

import (
	"strings"
	"testing"

	"publish/book"
)

// BenchmarkFlat measures essays in place of entries, of marks without partners. Time a
// byte must not grow with length.
func BenchmarkFlat(b *testing.B) {
	for _, piece := range []string{"“a ", "\"a ", "''a ", "'a ", "(a "} {
		for _, size := range []int{10_000, 100_000} {
			inlines := []book.Inline{text(strings.Repeat(piece, size/len(piece)))}
			b.Run(strings.TrimSpace(piece)+"/"+strings.Repeat("k", size/10_000), func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					Flat(inlines)
				}
			})
		}
	}
}
