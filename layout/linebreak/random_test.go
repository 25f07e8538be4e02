package linebreak

import "math/rand"

// randomParagraph makes a paragraph of words of one to four fragments with flagged
// penalties between them, now and then with an oddity: a tie, a dash to break
// after, a forced break, hanging, expansion, a bonus for a break.
func randomParagraph(r *rand.Rand, words int) []Item {
	var items []Item
	for w := range words {
		if w > 0 {
			items = append(items, Item{Kind: Glue, Width: 250, Stretch: 125, Shrink: 70})
		}
		for f := range 1 + r.Intn(4) {
			if f > 0 {
				items = append(items, Item{Kind: Penalty, Penalty: 50, Flagged: true, Width: 330, Right: int64(r.Intn(3)) * 100})
			}
			items = append(items, randomBox(r))
		}
		items = appendOddity(items, r)
	}
	return append(items,
		Item{Kind: Penalty, Penalty: Forbidden},
		Item{Kind: Glue, Stretch: Fil},
		Item{Kind: Penalty, Penalty: Forced})
}

func randomBox(r *rand.Rand) Item {
	w := int64(300 + r.Intn(1500))
	box := Item{Kind: Box, Width: w}
	if r.Intn(2) == 0 {
		box.Stretch, box.Shrink = w/50, w/50
	}
	if r.Intn(5) == 0 {
		box.Left = int64(r.Intn(200))
	}
	if r.Intn(5) == 0 {
		box.Right = int64(r.Intn(200))
	}
	return box
}

func appendOddity(items []Item, r *rand.Rand) []Item {
	switch r.Intn(40) {
	case 0:
		return append(items, Item{Kind: Penalty, Penalty: Forbidden}, Item{Kind: Glue, Width: 250}, randomBox(r))
	case 1:
		return append(items, Item{Kind: Penalty}, randomBox(r))
	case 2:
		return append(items, Item{Kind: Glue, Stretch: Fil}, Item{Kind: Penalty, Penalty: Forced}, randomBox(r))
	case 3:
		return append(items, Item{Kind: Penalty, Penalty: -20}, Item{Kind: Glue, Width: 100, Stretch: 900}, randomBox(r))
	case 4: // ragged: stretch that the next line gives back
		return append(items, Item{Kind: Glue, Stretch: 1800}, Item{Kind: Penalty}, Item{Kind: Glue, Width: 600, Stretch: -1800}, randomBox(r))
	case 5: // two glues and penalties in a row, all but one dropped at a break
		return append(items, Item{Kind: Glue, Width: 200, Stretch: 100}, Item{Kind: Penalty, Penalty: 10}, Item{Kind: Penalty, Penalty: 5}, randomBox(r))
	}
	return items
}

// randomParams varies every taste.
func randomParams(r *rand.Rand) Params {
	return Params{
		Tolerance:            []int32{0, 50, 200, 1000, 9999, 10000}[r.Intn(6)],
		LinePenalty:          []int32{0, 1, 50}[r.Intn(3)],
		DoubleHyphenDemerits: []int64{0, -1, 40000}[r.Intn(3)],
		FinalHyphenDemerits:  []int64{0, -1, 70000}[r.Intn(3)],
		AdjDemerits:          []int64{0, -1, 50000}[r.Intn(3)],
		MaxHyphens:           []int{0, 1, 2, 3, -1, 20}[r.Intn(6)],
		MinLastLine:          []int64{0, 1500, 4000}[r.Intn(3)],
		RuntDemerits:         []int64{0, 3000}[r.Intn(2)],
		Play:                 []int32{0, 0, 300, 2000}[r.Intn(4)],
	}
}

// randomMeasure is constant most of the time, else changes at some line or at all.
func randomMeasure(r *rand.Rand) func(int) int64 {
	m := int64(4000 + r.Intn(12000))
	switch r.Intn(4) {
	case 0:
		first := 1 + r.Intn(3)
		return func(line int) int64 {
			if line < first {
				return m - 1500
			}
			return m
		}
	case 1:
		return func(line int) int64 { return m + int64(line*line*7919%3000) }
	}
	return func(int) int64 { return m }
}
