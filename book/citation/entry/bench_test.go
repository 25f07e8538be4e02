package entry_test

import (
	"strings"
	"testing"

	"publish/book/citation/citationtest"
	"publish/book/citation/entry"
)

// BenchmarkParse measures entries that are long and repeat whatever makes the parser look
// ahead. Time a byte must not grow with length.
func BenchmarkParse(b *testing.B) {
	for _, piece := range []string{"by Jane Doe, ", "Doe, J., ", "(", "(a) ", "“a ", "\"a\" ", "*a* ", "in Roe, ed. ", "Leeds: Forme, 1931. ", "a: ", "<https://x.example> ", "&, "} {
		for _, size := range []int{1000, 4000} {
			inlines := citationtest.Inlines(strings.Repeat(piece, size/len(piece)))
			b.Run(strings.TrimSpace(piece)+"/"+strings.Repeat("k", size/1000), func(b *testing.B) {
				b.SetBytes(int64(size))
				p := entry.New()
				for b.Loop() {
					p.Parse(inlines, entry.Hint{Section: "books"})
				}
			})
		}
	}
}
