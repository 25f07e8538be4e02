package index

import (
	"math"
	"testing"
)

// TestKeyness compares the integers with the formula in floating point.
func TestKeyness(t *testing.T) {
	for _, n := range [][4]int{{3, 1000, 3, 100_000}, {10, 5000, 12, 70_000}, {40, 2000, 90, 500_000}, {2, 800, 2, 1_000}} {
		here, size, all, total := float64(n[0]), float64(n[1]), float64(n[2]), float64(n[3])
		want := here * math.Log(here*total/(all*size))
		if rest := all - here; rest > 0 {
			want += rest * math.Log(rest*total/(all*(total-size)))
		}
		want *= 2000
		if got := float64(keyness(n[0], n[1], n[2], n[3])); math.Abs(got-want) > want/50+200 {
			t.Errorf("%v: %v, want %v", n, got, want)
		}
	}
}

// TestKeynessOfNothing holds that words which a chapter uses no more than the rest are
// not its own.
func TestKeynessOfNothing(t *testing.T) {
	for _, n := range [][4]int{{0, 1000, 3, 100_000}, {1, 1000, 100, 100_000}, {1, 1000, 500, 100_000}, {5, 1000, 5, 1000}, {3, 0, 3, 10}} {
		if got := keyness(n[0], n[1], n[2], n[3]); got != 0 {
			t.Errorf("%v: %d", n, got)
		}
	}
	if keyness(4, 1000, 4, 100_000) <= keyness(2, 1000, 2, 100_000) {
		t.Error("more mentions weigh less")
	}
}
