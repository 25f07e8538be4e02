package linebreak

import (
	"math/rand"
	"testing"
)

// TestOracle holds Variants against a reference that tries everything: for each
// number of lines the demerits are equal.
func TestOracle(t *testing.T) {
	var b Breaker
	fits, lengths := 0, 0
	for seed := range int64(3000) {
		r := rand.New(rand.NewSource(seed))
		items := randomParagraph(r, 1+r.Intn(25))
		measure, p := randomMeasure(r), randomParams(r)
		if r.Intn(3) == 0 {
			p.EmergencyStretch = 700
		}
		if r.Intn(3) == 0 {
			p.Pretolerance = 100
		}
		if seed%2 == 0 {
			b = Breaker{} // scratch space that has to grow
		}
		want := oracleVariants(items, measure, p)
		got := b.Variants(items, measure, p)
		if len(got) == 0 {
			t.Fatalf("seed %d: no variants", seed)
		}
		if got[0].Fits != (len(want) > 0) {
			t.Fatalf("seed %d: fits is %v, oracle has %v", seed, got[0].Fits, want)
		}
		if !got[0].Fits {
			continue
		}
		fits++
		lengths += len(want)
		compareVariants(t, seed, got, want)
		for _, v := range got {
			checkDemerits(t, seed, items, measure, p, v)
		}
	}
	t.Logf("%d of 3000 paragraphs fit, with %d lengths", fits, lengths)
	if fits < 1000 {
		t.Errorf("only %d random paragraphs fit: the test says little", fits)
	}
}

// oracleVariants runs the oracle by the passes that Break documents.
func oracleVariants(items []Item, measure func(int) int64, p Params) map[int]int64 {
	tolerance := int(p.resolved().Tolerance)
	if p.MaxHyphens > mostHyphens {
		p.MaxHyphens = -1
	}
	var want map[int]int64
	if p.Pretolerance > 0 {
		want = oracle(items, measure, p, int(p.Pretolerance), true, 0)
	}
	if len(want) == 0 {
		want = oracle(items, measure, p, tolerance, false, 0)
	}
	if len(want) == 0 && p.EmergencyStretch > 0 {
		want = oracle(items, measure, p, tolerance, false, p.EmergencyStretch)
	}
	return want
}

func compareVariants(t *testing.T, seed int64, got []Variant, want map[int]int64) {
	t.Helper()
	best := got[0]
	for _, v := range got {
		if v.Demerits < best.Demerits {
			best = v
		}
		if d, ok := want[v.Lines]; !ok || d != v.Demerits {
			t.Fatalf("seed %d: %d lines have demerits %d, oracle %d (%v)", seed, v.Lines, v.Demerits, d, ok)
		}
	}
	n := 0
	for lines, d := range want {
		if d < best.Demerits {
			t.Fatalf("seed %d: best is %d, oracle has %d", seed, best.Demerits, d)
		}
		if away := lines - best.Lines; -2 <= away && away <= 2 {
			n++
		}
	}
	if n != len(got) {
		t.Fatalf("seed %d: %d variants, oracle has %d", seed, len(got), n)
	}
}

// checkDemerits adds up the demerits of v's own breaks, so that positions and
// demerits agree.
func checkDemerits(t *testing.T, seed int64, items []Item, measure func(int) int64, p Params, v Variant) {
	t.Helper()
	if p.MaxHyphens > mostHyphens {
		p.MaxHyphens = -1
	}
	for _, emergency := range []int64{0, p.EmergencyStretch} {
		s, total, whole := state{point: -1, class: decent}, int64(0), true
		for _, end := range v.Breaks {
			next, d, ok := oracleLine(items, s, end, measure(s.lines), p.resolved(), 10000, emergency)
			whole = whole && ok && Start(items, s.point) <= end && !forcedBetween(items, s.point, end)
			s, total = next, total+d
		}
		if whole && total == v.Demerits && s.lines == v.Lines && s.point == len(items)-1 {
			return
		}
	}
	t.Fatalf("seed %d: breaks %v do not have demerits %d in %d lines", seed, v.Breaks, v.Demerits, v.Lines)
}
