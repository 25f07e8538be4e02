package linebreak

import (
	"math/rand"
	"testing"
)

// prose makes a paragraph like those of a book set in 11 pt on 303 pt, in 65536ths
// of a point: 80 words, each of up to four fragments.
func prose(r *rand.Rand, words int) []Item {
	const pt = 65536
	items := []Item{{Kind: Box, Width: 11 * pt}}
	for w := range words {
		if w > 0 {
			items = append(items, Item{Kind: Glue, Width: 11 * pt / 4, Stretch: 11 * pt / 8, Shrink: 11 * pt * 7 / 100})
		}
		for f := range 1 + r.Intn(4) {
			if f > 0 {
				items = append(items, Item{Kind: Penalty, Penalty: 50, Flagged: true, Width: 3 * pt, Right: 2 * pt})
			}
			w := int64(5*pt + r.Intn(12*pt))
			items = append(items, Item{Kind: Box, Width: w, Stretch: w / 50, Shrink: w / 50})
		}
	}
	return append(items, Item{Kind: Penalty, Penalty: Forbidden}, Item{Kind: Glue, Stretch: Fil}, Item{Kind: Penalty, Penalty: Forced})
}

const benchMeasure = 303 * 65536

func benchParams() Params {
	return Params{Tolerance: 200, MinLastLine: 11 * 65536, EmergencyStretch: 20 * 65536}
}

// BenchmarkBreak breaks paragraphs of 80 words with 2.5 break points a word.
func BenchmarkBreak(b *testing.B) { benchmarkProse(b, benchParams()) }

// BenchmarkBreakTolerant has the tolerance that a page breaker wants for variants.
func BenchmarkBreakTolerant(b *testing.B) {
	p := benchParams()
	p.Tolerance = 1000
	benchmarkProse(b, p)
}

// BenchmarkBreakPretolerance tries without hyphens first.
func BenchmarkBreakPretolerance(b *testing.B) {
	p := benchParams()
	p.Pretolerance = 100
	benchmarkProse(b, p)
}

func benchmarkProse(b *testing.B, p Params) {
	r := rand.New(rand.NewSource(1))
	var list [][]Item
	for range 200 {
		list = append(list, prose(r, 80))
	}
	var breaker Breaker
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		breaker.Break(list[i%len(list)], func(int) int64 { return benchMeasure }, p)
	}
}
