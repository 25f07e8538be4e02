package linebreak

import (
	"math/rand"
	"testing"
)

// checkLines holds breaks to all that Break promises of them.
func checkLines(t *testing.T, items []Item, measure func(int) int64, p Params, breaks []int, ok bool) {
	t.Helper()
	p = p.resolved()
	from := -1
	for line, to := range breaks {
		if to <= from || !legal(items, to) || forcedBetween(items, from, to) || Start(items, from) > to {
			t.Fatalf("line %d from %d to %d of %v", line, from, to, breaks)
		}
		width, stretch, shrink := Natural(items, from, to)
		lack := measure(line) - width
		overfull := lack < 0 && -lack > shrink
		if overfull && (ok || breaksWithin(items, Start(items, from), to)) {
			t.Fatalf("line %d from %d to %d is overfull by %d (ok %v)", line, from, to, -lack-shrink, ok)
		}
		if ok && lack > 0 && Badness(lack, stretch+p.EmergencyStretch) > p.Tolerance {
			t.Fatalf("line %d from %d to %d is too loose", line, from, to)
		}
		from = to
	}
	if from != len(items)-1 {
		t.Fatalf("breaks %v do not reach the end at %d", breaks, len(items)-1)
	}
	if run := longestRun(items, breaks); ok && p.MaxHyphens > 0 && p.MaxHyphens <= mostHyphens && run > p.MaxHyphens {
		t.Fatalf("a run of %d hyphens", run)
	}
}

// breaksWithin reports whether a line that starts at items[first] could end before
// items[to].
func breaksWithin(items []Item, first, to int) bool {
	for i := first; i < to; i++ {
		if legal(items, i) {
			return true
		}
	}
	return false
}

// TestLines holds the promises on random paragraphs, most of which do not fit.
func TestLines(t *testing.T) {
	var b Breaker
	failed := 0
	for seed := range int64(2000) {
		r := rand.New(rand.NewSource(seed))
		items := randomParagraph(r, 1+r.Intn(80))
		p := randomParams(r)
		width := int64(500 + r.Intn(9000))
		measure := func(line int) int64 { return width + int64(line%3)*100 }
		breaks, ok := b.Break(items, measure, p)
		checkLines(t, items, measure, p, breaks, ok)
		if !ok {
			failed++
		}
	}
	t.Logf("%d of 2000 paragraphs do not fit", failed)
	if failed < 200 || failed > 1800 {
		t.Error("the random paragraphs are all of one sort")
	}
}

// FuzzBreak makes three bytes an item and takes the tastes from the first bytes.
func FuzzBreak(f *testing.F) {
	f.Add([]byte("\x20\x00\x00\x00"), int64(30))
	f.Add([]byte("\x20\x81\x02\x03\x00\x0a\x00\x01\x02\x11\x00\x09\x00\x02\x32\x01\x00\x0b\x00"), int64(20))
	f.Add([]byte("\x05\x10\x01\x00\x02\xff\x01\x02\xf0\x01\x00\x80\x01\x01\x80\x80"), int64(-5))
	f.Fuzz(func(t *testing.T, data []byte, width int64) {
		if len(data) < 4 || len(data) > 600 || width < -1<<40 || width > 1<<40 {
			t.Skip()
		}
		p := Params{
			Tolerance:        int32(data[0]) * 40,
			MaxHyphens:       int(int8(data[1])) / 20,
			EmergencyStretch: int64(data[2]),
			MinLastLine:      int64(data[3]),
			Pretolerance:     int32(int8(data[3])),
			Play:             int32(int8(data[1])) * 8,
		}
		items := fuzzItems(data[4:])
		measure := func(line int) int64 { return width + int64(line&1) }
		breaks, ok := Break(items, measure, p)
		checkLines(t, items, measure, p, breaks, ok)
		for _, v := range Variants(items, measure, p) {
			checkLines(t, items, measure, p, v.Breaks, v.Fits)
		}
	})
}

func fuzzItems(data []byte) []Item {
	var items []Item
	for ; len(data) >= 3; data = data[3:] {
		a, b := int64(int8(data[1])), int64(int8(data[2]))
		switch data[0] % 4 {
		case 0:
			items = append(items, Item{Kind: Box, Width: a, Stretch: b / 8, Shrink: max(b/9, 0), Left: b % 5, Right: b % 7})
		case 1:
			items = append(items, Item{Kind: Glue, Width: a, Stretch: b, Shrink: max(b/2, 0)})
		case 2:
			items = append(items, Item{Kind: Penalty, Penalty: int32(a * b), Flagged: data[0]&4 > 0, Width: a, Right: b})
		case 3:
			items = append(items, Item{Kind: Penalty, Penalty: int32(a) * 100})
		}
	}
	return append(items, Item{Kind: Penalty, Penalty: Forced})
}
